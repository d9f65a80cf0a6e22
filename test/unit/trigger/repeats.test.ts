import { agent, at, everyMinute, MINUTE, paused, since, watch, words } from '../../support/floor';

const TWO = [{ minutes: 2 }];
const EVERY_FIVE = 5 * MINUTE;

test('an alert that lasts is told again and again, and no more after its end', () => {
  const trigger = watch({ rows: TWO, repeatMs: EVERY_FIVE });
  expect(everyMinute(trigger, 0, 13, paused('1'))).toEqual([
    '2: fired 1',
    '7: repeated 1',
    '12: repeated 1',
  ]);
  expect(everyMinute(trigger, 14, 30, agent('1', 'ready'))).toEqual(['14: resolved 1 leftState']);
});

test('without a time to repeat it is told once', () => {
  const trigger = watch({ rows: TWO });
  expect(everyMinute(trigger, 0, 60, paused('1'))).toEqual(['2: fired 1']);
});

test('an escalation begins the time to repeat anew', () => {
  const rows = [...TWO, { minutes: 6, severity: 'critical' }];
  const trigger = watch({ rows, repeatMs: EVERY_FIVE });
  expect(everyMinute(trigger, 0, 12, paused('1'))).toEqual([
    '2: fired 1',
    '6: escalated 1',
    '11: repeated 1',
  ]);
});

test('a repeat that is due while nobody can look comes at the next look', () => {
  const trigger = watch({ rows: TWO, repeatMs: EVERY_FIVE });
  everyMinute(trigger, 0, 6, paused('1'));
  [7, 8].forEach((minute) => trigger.fail(at(minute)));
  expect(everyMinute(trigger, 9, 14, paused('1'))).toEqual(['9: repeated 1', '14: repeated 1']);
});

test('somebody who is missing or in an unknown state is not told again', () => {
  const trigger = watch({ rows: TWO, repeatMs: EVERY_FIVE });
  everyMinute(trigger, 0, 6, paused('1'));
  expect(words(trigger.see(at(7), agent('1', 'unknown')))).toEqual([]);
  expect(words(trigger.see(at(8), agent('2', 'ready')))).toEqual([]);
  expect(words(trigger.see(at(9), paused('1')))).toEqual(['repeated 1']);
});

test('what was over when the trigger was switched on is not told again either', () => {
  const trigger = watch({ rows: TWO, repeatMs: EVERY_FIVE });
  expect(everyMinute(trigger, 0, 20, paused('1', null, since(at(-10))))).toEqual([]);
});

test('counts are told again too, also between their limit and their clear value', () => {
  const counts = [
    { states: ['paused'], comparison: 'atLeast', value: 2, clearAt: '0', forMinutes: 0 },
  ];
  const trigger = watch({ counts, repeatMs: EVERY_FIVE });
  trigger.look(at(-1), [agent('1', 'ready')]);
  everyMinute(trigger, 0, 1, paused('1'), paused('2'));
  expect(everyMinute(trigger, 2, 10, paused('1'), agent('2', 'ready'))).toEqual([
    '5: repeated countLimit:agents:atLeast:paused',
    '10: repeated countLimit:agents:atLeast:paused',
  ]);
});

test('a count is not told again while nobody knows whether it goes on', () => {
  const counts = [{ states: ['ready'], comparison: 'atMost', value: 0, forMinutes: 0 }];
  const trigger = watch({ counts, repeatMs: EVERY_FIVE });
  trigger.look(at(-1), [agent('1', 'ready')]);
  everyMinute(trigger, 0, 4, paused('1'));
  expect(everyMinute(trigger, 5, 6, paused('1'), agent('2', 'unknown'))).toEqual([]);
  expect(everyMinute(trigger, 7, 8, paused('1'))).toHaveLength(1);
});

test('a limit that was edited is the one that is told', () => {
  const trigger = watch({ rows: TWO, repeatMs: EVERY_FIVE });
  everyMinute(trigger, 0, 3, paused('1'));
  trigger.change({ rows: [{ minutes: 1 }] });
  const told = [4, 5, 6, 7].flatMap((minute) => trigger.see(at(minute), paused('1')));
  expect(told.map(({ event, alert }) => [event, alert.limit])).toEqual([['repeated', MINUTE]]);
});

test('a clock that is set back does not hold up the repeats', () => {
  const trigger = watch({ rows: TWO, repeatMs: EVERY_FIVE });
  everyMinute(trigger, 0, 4, paused('1'));
  expect(everyMinute(trigger, -60, -55, paused('1'))).toEqual(['-57: repeated 1']);
});
