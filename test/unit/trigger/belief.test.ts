import { judge } from '../../../nodes/shared/trigger/belief';
import { EMPTY_MEMORY, type Memory } from '../../../nodes/shared/trigger/memory';
import { at } from '../../support/floor';

const roster = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);
const memoryOf = (count: number, doubt: Memory['doubt'] = null): Memory => ({
  ...EMPTY_MEMORY,
  roster: roster(count),
  doubt,
});
const floor = (count: number) => new Set(roster(count));

test.each([
  ['the first look of all', 0, 0],
  ['everyone still there', 10, 10],
  ['half of them gone', 10, 5],
  ['most of four gone', 4, 1],
  ['a floor that grows', 3, 9],
])('%s is believed', (_name, before, now) => {
  expect(judge(memoryOf(before), floor(now), at(0))).toEqual({ kind: 'believed' });
});

test.each([
  ['more than half of five', 5, 2],
  ['an empty floor', 50, 0],
  ['an empty floor where only two were', 2, 0],
])('%s gone at once is doubted', (_name, before, now) => {
  expect(judge(memoryOf(before), floor(now), at(0))).toEqual({
    kind: 'doubted',
    doubt: { since: at(0), gapFrom: null, polls: 0 },
  });
});

test('one further poll that agrees is not enough', () => {
  const doubt = { since: at(0), gapFrom: null, polls: 0 };
  expect(judge(memoryOf(10, doubt), floor(0), at(5)).kind).toBe('doubted');
});

test('two further polls are not enough within two minutes', () => {
  const doubt = { since: at(0), gapFrom: null, polls: 1 };
  expect(judge(memoryOf(10, doubt), floor(0), at(1.9)).kind).toBe('doubted');
});

test('after two further polls and two minutes the vendor is asked after one who is gone', () => {
  const doubt = { since: at(0), gapFrom: null, polls: 1 };
  const verdict = judge(memoryOf(10, doubt), floor(1), at(2));
  expect(verdict).toMatchObject({ kind: 'ask', doubt: { since: at(0), gapFrom: null, polls: 2 } });
  expect(verdict.kind === 'ask' && roster(10).slice(1).includes(verdict.agentKey)).toBe(true);
});

test('another one is asked after each time', () => {
  const asked = [1, 2, 3].map((polls) => {
    const verdict = judge(memoryOf(10, { since: at(0), gapFrom: null, polls }), floor(0), at(9));
    return verdict.kind === 'ask' ? verdict.agentKey : '';
  });
  expect(new Set(asked).size).toBe(3);
});

test('agents who are back end the doubt', () => {
  expect(judge(memoryOf(10, { since: at(0), gapFrom: null, polls: 1 }), floor(9), at(2)).kind).toBe(
    'believed',
  );
});
