import { DateTime } from 'luxon';
import { asFailure, ContactCenterFailure } from '../../nodes/shared/http/failure';
import { parameterReader } from '../../nodes/shared/node/parameters/read';

const reading = (value: unknown) => parameterReader(() => value);

/** Runs a reading that is to be refused. */
function refusal(read: () => unknown): ContactCenterFailure {
  let value: unknown;
  try {
    value = read();
  } catch (error) {
    expect(error).toBeInstanceOf(ContactCenterFailure);
    return asFailure(error);
  }
  throw new Error(`read as ${JSON.stringify(value)}`);
}

describe('text', () => {
  test.each([
    ['abc', 'abc'],
    ['', ''],
    [1001, '1001'],
    [undefined, 'else'],
    [null, 'else'],
  ])('%j is %j', (value, text) => {
    expect(reading(value).text('agent', 'else')).toBe(text);
  });

  test.each([[true], [{}], [['a']]])('%j is refused', (value) => {
    expect(refusal(() => reading(value).text('agent', '')).kind).toBe('badInput');
  });
});

describe('a number', () => {
  test.each([
    [5, 5],
    ['5', 5],
    [' 2.5 ', 2.5],
    [0, 0],
    [undefined, 9],
    [null, 9],
  ])('%j is %d', (value, number) => {
    expect(reading(value).number('limit', 9, -100)).toBe(number);
  });

  test.each([['five'], [''], ['  '], [Number.NaN], [Number.POSITIVE_INFINITY], [true], [[]]])(
    '%j is refused',
    (value) => {
      expect(refusal(() => reading(value).number('limit', 9, -100)).kind).toBe('badInput');
    },
  );
});

describe('a switch', () => {
  test.each([
    [true, true],
    [false, false],
    ['true', true],
    ['false', false],
    [undefined, true],
  ])('%j is %s', (value, flag) => {
    expect(reading(value).flag('simplify', true)).toBe(flag);
  });

  test.each([['yes'], [1], [0], ['']])('%j is refused', (value) => {
    expect(refusal(() => reading(value).flag('simplify', true)).kind).toBe('badInput');
  });
});

describe('a moment', () => {
  const NOON = Date.UTC(2026, 10, 21, 12);

  test.each([
    ['2026-11-21T12:00:00Z', NOON],
    ['2026-11-21T13:00:00+01:00', NOON],
    ['2026-11-21T07:00:00', NOON],
    ['2026-11-21 07:00:00', NOON],
    [' 2026-11-21T07:00:00.000 ', NOON],
    ['2026-11-21', Date.UTC(2026, 10, 21, 5)],
    // The hours before and after a change of daylight saving time.
    ['2026-03-08T01:30:00', Date.UTC(2026, 2, 8, 6, 30)],
    ['2026-03-08T03:30:00', Date.UTC(2026, 2, 8, 7, 30)],
    [new Date(NOON), NOON],
    [DateTime.fromMillis(NOON, { zone: 'Asia/Tokyo' }), NOON],
    [{ toISO: () => '', toString: () => '2026-11-21T12:00:00.000Z' }, NOON],
  ])('%s is the right one in the zone of the workflow', (value, ms) => {
    expect(reading(value).instant('from', 'America/New_York')).toBe(ms);
  });

  test.each([
    [undefined],
    [''],
    ['yesterday'],
    ['21.11.2026'],
    ['2026-13-45'],
    [NOON],
    [{}],
    [new Date(Number.NaN)],
    [DateTime.invalid('not one')],
  ])('%s is refused', (value) => {
    expect(refusal(() => reading(value).instant('from', 'UTC')).kind).toBe('badInput');
  });
});

describe('a list', () => {
  test.each([
    [
      ['A', 'B'],
      ['A', 'B'],
    ],
    ['A, B', ['A', 'B']],
    ['A\nB\n', ['A', 'B']],
    [' , ,', []],
    ['', []],
    [undefined, []],
    [
      [101, 'B'],
      ['101', 'B'],
    ],
  ])('%j is %j', (value, list) => {
    expect(reading(value).list('campaigns')).toEqual(list);
  });

  test.each([[5], [true], [{}], [[{}]]])('%j is refused', (value) => {
    expect(refusal(() => reading(value).list('campaigns')).kind).toBe('badInput');
  });
});

describe('rows', () => {
  test.each([
    [[{ a: 1 }], [{ a: 1 }]],
    [undefined, []],
  ])('%j are %j', (value, rows) => {
    expect(reading(value).rows('timeLimits.rows')).toEqual(rows);
  });

  test.each([['x'], [{}]])('%j is refused', (value) => {
    expect(refusal(() => reading(value).rows('timeLimits.rows')).kind).toBe('badInput');
  });
});

describe('a refusal', () => {
  test('names the parameter as the editor does, without the path to it', () => {
    const { message } = refusal(() => reading({}).text('options.campaignId', ''));
    expect(message).toBe('The parameter "campaignId" cannot be {}');
  });

  test('says what would be right', () => {
    const { advice } = refusal(() => reading('x').number('limit', 1, 0));
    expect(advice).toBe('It takes a number of at least 0. Look at what its expression results in.');
  });

  test('does not repeat a value of any length', () => {
    const long = { text: 'x'.repeat(5000) };
    expect(refusal(() => reading(long).text('agent', '')).message.length).toBeLessThan(120);
  });
});

test.each([0, -1, '-5'])('%s is refused where at least 1 is wanted, with the bound', (value) => {
  const failure = refusal(() => reading(value).number('options.limit', 9, 1));
  expect(failure.message).toMatch(/^The parameter "limit" cannot be/);
  expect(failure.advice).toMatch(/at least 1/);
});
