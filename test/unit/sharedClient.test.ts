import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import { forItem, forPoll } from '../../nodes/shared/node/clientOptions';
import { parameterReader } from '../../nodes/shared/node/parameters/read';

const NOW = Date.UTC(2026, 0, 5, 9);

const context = (budgetMs?: number) =>
  ({
    getMode: () => 'trigger',
    ...(budgetMs === undefined ? {} : { getPollBudgetMs: () => budgetMs }),
  }) as unknown as IPollFunctions;

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

test.each([
  ['as long as its user allows', 10, undefined, 0, 10_000],
  ['no longer than is left of the poll', 10, undefined, 70, 5_000],
  ['no longer than a whole poll, on an n8n that gives up later', 300, 300_000, 0, 75_000],
  ['no longer than is left of n8n’s own budget', 10, 36_000, 30, 6_000],
])('a request may take %s', (_name, timeoutSeconds, budgetMs, afterSeconds, ms) => {
  const { timeoutMs } = forPoll(context(budgetMs), timeoutSeconds);
  jest.setSystemTime(NOW + afterSeconds * 1000);
  expect(timeoutMs()).toBe(ms);
});

test.each([
  ['16.1 s, which floating point makes a fraction of a millisecond more', 16.1, 16_100],
  ['2.01 s, which it makes a fraction less', 2.01, 2_010],
  ['a third of a second more than one', 4 / 3, 1_333],
  ['no more than the parameter may say, where an expression does', 1e12, 300_000],
])('a timer is set for %s', (_name, seconds, ms) => {
  const item = { getMode: () => 'trigger' } as unknown as IExecuteFunctions;
  const read = parameterReader(() => seconds);
  expect(forItem(item, read, new Map()).timeoutMs()).toBe(ms);
  expect(forPoll(context(), seconds).timeoutMs()).toBe(Math.min(ms, 75_000));
});

test('a timer is set for whole milliseconds of a budget that has fractions', () => {
  expect(forPoll(context(36_000.7), 300).timeoutMs()).toBe(36_000);
});

test('no request begins when the time of the poll is over', () => {
  const { timeoutMs } = forPoll(context(), 10);
  jest.setSystemTime(NOW + 74_500);
  expect(timeoutMs).toThrow(expect.objectContaining({ kind: 'timeout' }));
});
