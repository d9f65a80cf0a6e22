import { changesFrom } from '../../../nodes/shared/trigger/rules/changes';
import { countLimitsFrom } from '../../../nodes/shared/trigger/rules/countLimits';
import { timeLimitsFrom } from '../../../nodes/shared/trigger/rules/timeLimits';

const CASES: Array<
  [name: string, from: (rows: unknown[]) => unknown, rows: object[], advice: RegExp]
> = [
  ['no row', timeLimitsFrom, [], /Trigger On/],
  ['a time limit that cannot be read', timeLimitsFrom, [{ minutes: -1 }], /minutes .* negative/],
  ['a time limit that is there twice', timeLimitsFrom, [{}, {}], /severity/],
  ['a count limit that cannot be read', countLimitsFrom, [{ value: -1 }], /negative/],
  ['a count limit that is there twice', countLimitsFrom, [{}, {}], /severity/],
  ['a count of no state', countLimitsFrom, [{ states: [] }], /states/],
  ['more than 100 %', countLimitsFrom, [{ measure: 'percent', value: 101 }], /0 to 100/],
  [
    'a clear value above an upper limit',
    countLimitsFrom,
    [{ comparison: 'atLeast', value: 5, clearAt: 6 }],
    /below 5/,
  ],
  [
    'a clear value below a lower limit',
    countLimitsFrom,
    [{ comparison: 'atMost', value: 5, clearAt: 4 }],
    /above 5/,
  ],
  ['a change that cannot be read', changesFrom, [{ to: ['asleep'] }], /states from the lists/],
  ['a change that is there twice', changesFrom, [{}, {}], /Remove/],
  ['a change that cannot happen', changesFrom, [{ from: ['busy'], to: ['busy'] }], /another state/],
];

test.each(CASES)('%s is refused as bad input, with what to do', (_name, from, rows, advice) => {
  expect(() => from(rows)).toThrow(
    expect.objectContaining({ kind: 'badInput', advice: expect.stringMatching(advice) }),
  );
});

test.each([
  ['a number of agents over 100', { value: 150 }],
  ['100 %', { measure: 'percent', value: 100, comparison: 'atLeast', clearAt: 100 }],
  ['the limit itself as its clear value', { comparison: 'atLeast', value: 5, clearAt: '5' }],
  ['calls waiting, of which states are hidden', { measure: 'callsWaiting', states: [] }],
  ['numbers as text with spaces', { value: ' 3 ', clearAt: ' 4 ' }],
])('%s can be right', (_name, row) => {
  expect(countLimitsFrom([row])).toHaveLength(1);
});

test.each(['', '  ', null])('a clear value of %j is none', (clearAt) => {
  const [rule] = countLimitsFrom([{ comparison: 'atLeast', value: 5, clearAt }]);
  expect(rule?.steps).toMatchObject([{ limit: 5, clearAt: null }]);
});

test.each([
  ['value', countLimitsFrom, { value: '  ' }],
  ['minutes', timeLimitsFrom, { minutes: ' ' }],
])('a %s of nothing but spaces is no 0', (field, from, row) => {
  expect(() => from([row])).toThrow(`look at its ${field}`);
});

test('pause codes with nothing between their commas are not one without a code', () => {
  expect(timeLimitsFrom([{ reasons: 'TEA,, LUNCH,' }]).map(({ code }) => code)).toEqual([
    'tea',
    'lunch',
  ]);
});

test('the limits of a rule go from the lower to the higher, in whatever order they stand', () => {
  const [rule] = timeLimitsFrom([
    { minutes: 20, severity: 'critical' },
    { minutes: 10, severity: 'warning' },
  ]);
  expect(rule?.steps.map(({ severity }) => severity)).toEqual(['warning', 'critical']);
});
