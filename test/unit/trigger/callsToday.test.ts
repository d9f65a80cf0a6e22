import { agent, everyMinute, paused, watch } from '../../support/floor';

const TEN = [{ minutes: 10 }];

/** Somebody who is paused, and has taken so many calls. */
const after = (callsToday: number | null) => paused('1', null, { callsToday });

/** Polls each minute somebody who is paused, with so many calls in turn. */
function polls(...calls: Array<number | null>): string[] {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, -1, -1, agent('1', 'ready', { callsToday: null }));
  return calls.flatMap((count, minute) => everyMinute(trigger, minute, minute, after(count)));
}

const times = (count: number, calls: number | null) => Array<number | null>(count).fill(calls);

test('a number of calls that is told only later is no call taken', () => {
  expect(polls(...times(5, null), ...times(6, 3))).toEqual(['10: fired 1']);
});

test('one that is not told any more is no call taken', () => {
  expect(polls(...times(5, 3), ...times(6, null))).toEqual(['10: fired 1']);
});

test('a call taken while it was not told ends the pause all the same', () => {
  expect(polls(...times(5, 3), null, ...times(10, 4))).toEqual([]);
});

test('a call taken after the count began anew at midnight ends the pause', () => {
  expect(polls(...times(5, 40), 2, ...times(10, 3))).toEqual([]);
});
