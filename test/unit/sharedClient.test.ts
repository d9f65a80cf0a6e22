import type { IPollFunctions } from 'n8n-workflow';
import { forPoll } from '../../nodes/shared/client';

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

test('no request begins when the time of the poll is over', () => {
  const { timeoutMs } = forPoll(context(), 10);
  jest.setSystemTime(NOW + 74_500);
  expect(timeoutMs).toThrow(expect.objectContaining({ kind: 'timeout' }));
});
