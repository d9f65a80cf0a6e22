import {
  agent,
  at,
  everyMinute,
  MINUTE,
  paused,
  since,
  T0,
  watch,
  words,
} from '../../support/floor';

const TEN = [{ states: ['paused'], minutes: 10 }];
const ready = (id: string) => agent(id, 'ready');

test('over a short gap the episode goes on, with its true time and how much was unseen', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 7, paused('1'));
  for (const minute of [8, 9, 10, 11]) trigger.fail(at(minute));
  const [fired] = trigger.see(at(12), paused('1'));
  expect(fired?.alert.start).toBe(at(0));
  expect(fired?.unseenSeconds).toBe(300);
});

test('polls of an ordinary rhythm leave nothing unseen, the first after activation included', () => {
  const trigger = watch({ rows: TEN });
  trigger.see(at(0), paused('1'));
  trigger.see(at(0.2), paused('1'));
  const [fired] = [1.2, 2.2, 3.2, 4.2, 5.2, 6.2, 7.2, 8.2, 9.2, 10.2].flatMap((minute) =>
    trigger.see(at(minute), paused('1')),
  );
  expect(fired?.unseenSeconds).toBe(0);
});

test('failed polls fire nothing, resolve nothing and reset nothing', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 11, paused('1'));
  trigger.fail(at(12));
  expect(words(trigger.see(at(13), paused('1')))).toEqual([]);
  expect(words(trigger.see(at(14), ready('1')))).toEqual(['resolved 1 leftState']);
});

test('after a long gap an observed time begins again', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 5, paused('1'));
  expect(everyMinute(trigger, 20, 30, paused('1'))).toEqual(['30: fired 1']);
});

test("after a long gap the vendor's time is as true as before", () => {
  const trigger = watch({ rows: TEN });
  trigger.see(at(-1), ready('1'));
  everyMinute(trigger, 0, 5, paused('1', null, since(at(0))));
  expect(everyMinute(trigger, 20, 21, paused('1', null, since(at(0))))).toEqual(['20: fired 1']);
});

test('a firing alert that is still true after a long gap stays, and keeps its start', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 12, paused('1'));
  expect(everyMinute(trigger, 40, 60, paused('1'))).toEqual([]);
  const [resolved] = trigger.see(at(61), ready('1'));
  expect(resolved?.alert.start).toBe(at(0));
});

test('one that is not resolves as unseen, dated when it was last seen', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 12, paused('1'), paused('2'));
  const events = trigger.see(at(40), ready('1'), paused('2', null, { callsToday: 3 }));
  expect(words(events)).toEqual(['resolved 1 unseen', 'resolved 2 unseen']);
  expect(events.map(({ at: when }) => when)).toEqual([at(12), at(12)]);
});

test('who is gone after a long gap resolves as unseen at the second look', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 12, paused('1'), ready('2'));
  expect(words(trigger.see(at(40), ready('2')))).toEqual([]);
  const events = trigger.see(at(41), ready('2'));
  expect(words(events)).toEqual(['resolved 1 unseen']);
  expect(events[0]?.at).toBe(at(12));
});

test('with hourly polls an hour is no gap', () => {
  const trigger = watch({ rows: [{ states: ['paused'], minutes: 90 }] });
  const told = [0, 60, 120, 180, 240].flatMap((minute) =>
    words(trigger.see(at(minute), paused('1'))).map((word) => `${minute}: ${word}`),
  );
  expect(told).toEqual(['180: fired 1']);
});

test('a clock set back moves nothing: time goes on from where it was', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 6, paused('1'));
  const told = everyMinute(trigger, -60, -54, paused('1'));
  expect(told).toEqual(['-56: fired 1']);
});

test('a clock set forward far is a gap', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 6, paused('1'));
  expect(everyMinute(trigger, 60, 69, paused('1'))).toEqual([]);
});

test('the start of an alert stays in its id when the clock is set back', () => {
  const trigger = watch({ rows: TEN });
  const [fired] = [...Array(11).keys()].flatMap((minute) => trigger.see(at(minute), paused('1')));
  trigger.see(at(-60), paused('1'));
  const [resolved] = trigger.see(at(-59), ready('1'));
  expect(resolved?.alert.idStart).toBe(fired?.alert.idStart);
  expect(resolved === undefined ? 0 : resolved.at - resolved.alert.start).toBe(11 * MINUTE);
  expect(fired?.alert.idStart).toBe(T0 / 1000);
});

describe('somebody who is missing at the first look after a long gap', () => {
  const other = ready('2');

  test('has a time that begins again, too', () => {
    const trigger = watch({ rows: TEN });
    everyMinute(trigger, 0, 5, paused('1'), other);
    trigger.see(at(60), other);
    expect(everyMinute(trigger, 61, 71, paused('1'), other)).toEqual(['71: fired 1']);
  });

  test('and is back in another state, was not seen leaving it', () => {
    const trigger = watch({ rows: TEN });
    everyMinute(trigger, 0, 12, paused('1'), other);
    trigger.see(at(60), other);
    const [resolved] = trigger.see(at(61), ready('1'), other);
    expect(resolved).toMatchObject({ reason: 'unseen', at: at(12) });
  });
});

test('a gap before a look that missed the agent is unseen all the same', () => {
  const trigger = watch({ rows: [{ minutes: 3 }] });
  trigger.see(at(0), paused('1'), ready('2'));
  trigger.fail(at(1));
  trigger.see(at(2), ready('2'));
  const [fired] = trigger.see(at(3), paused('1'), ready('2'));
  expect(fired?.unseenSeconds).toBe(120);
});

test('after a long gap an alert becomes graver only by the time seen since', () => {
  const trigger = watch({ rows: [{ minutes: 1 }, { minutes: 4, severity: 'critical' }] });
  everyMinute(trigger, 0, 1, paused('1'));
  expect(everyMinute(trigger, 60, 64, paused('1'))).toEqual(['64: escalated 1']);
});

test('after a long gap a pause code that has changed was not seen changing', () => {
  const trigger = watch({ rows: [{ minutes: 1 }, { reasons: 'LUNCH', minutes: 1 }] });
  everyMinute(trigger, 0, 1, paused('1'));
  const [resolved] = trigger.see(at(60), paused('1', 'LUNCH'));
  expect(resolved).toMatchObject({ reason: 'unseen', at: at(1) });
});

test('after a long gap a time of the vendor that is later than ours begins it again', () => {
  const trigger = watch({ rows: [{ minutes: 1 }] });
  trigger.see(at(0), paused('1'));
  expect(words(trigger.see(at(60), paused('1', null, since(at(60)))))).toEqual([]);
  expect(words(trigger.see(at(61), paused('1', null, since(at(60)))))).toEqual(['fired 1']);
});

test('after a long gap the time in a pause code that was not the first begins again', () => {
  const trigger = watch({ rows: [{ reasons: 'LUNCH', minutes: 10 }] });
  trigger.see(at(-1), ready('1'));
  trigger.see(at(0), paused('1', 'TEA', since(at(0))));
  trigger.see(at(1), paused('1', 'LUNCH', since(at(0))));
  expect(everyMinute(trigger, 60, 70, paused('1', 'LUNCH', since(at(0))))).toEqual(['70: fired 1']);
});

test('somebody unknown at the first look after a gap has a time that begins again, too', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 5, paused('1'));
  trigger.see(at(60), agent('1', 'unknown'));
  expect(everyMinute(trigger, 61, 71, paused('1'))).toEqual(['71: fired 1']);
});

test('a gap before a look at an unknown state is unseen all the same', () => {
  const trigger = watch({ rows: [{ minutes: 3 }] });
  trigger.see(at(0), paused('1'));
  trigger.fail(at(1));
  trigger.see(at(2), agent('1', 'unknown'));
  const [fired] = trigger.see(at(3), paused('1'));
  expect(fired?.unseenSeconds).toBe(120);
});

test("after a long gap the vendor's time counts from before the last look", () => {
  const trigger = watch({ rows: [{ minutes: 5 }] });
  everyMinute(trigger, 0, 1, paused('1'));
  const dated = paused('1', null, since(at(0.5)));
  everyMinute(trigger, 2, 2, dated);
  const [fired] = trigger.see(at(8), dated);
  expect(fired?.alert).toMatchObject({ start: at(0.5), startSource: 'vendor' });
});

test('a long gap after the first look that missed an agent does not hide the log-out', () => {
  const trigger = watch({ rows: [{ minutes: 1 }] });
  const other = ready('2');
  everyMinute(trigger, 0, 1, paused('1'), other);
  trigger.see(at(2), other);
  const [resolved] = trigger.see(at(60), other);
  expect(resolved).toMatchObject({ reason: 'loggedOut', at: at(2) });
});

test('after a long gap the vendor dates the pause, not a code that came later in it', () => {
  const trigger = watch({ rows: [{ minutes: 1 }, { reasons: 'LUNCH', minutes: 60 }] });
  trigger.see(at(0), paused('1', 'LUNCH'));
  trigger.see(at(1), paused('1', 'LUNCH', since(at(0.5))));
  trigger.see(at(1.5), paused('1', null, since(at(0.5))));
  expect(everyMinute(trigger, 10, 11, paused('1', null, since(at(0.5))))).toEqual(['11: fired 1']);
});

test('the end of an alert tells how much of it nobody saw', () => {
  const trigger = watch({ rows: [{ minutes: 3 }] });
  everyMinute(trigger, 0, 3, paused('1'));
  trigger.fail(at(4));
  everyMinute(trigger, 5, 6, paused('1'));
  const [resolved] = trigger.see(at(7), ready('1'));
  expect(resolved).toMatchObject({ event: 'resolved', unseenSeconds: 120 });
});

test('a time that begins again may be dated by the vendor, but not before another state', () => {
  const trigger = watch({ rows: [{ minutes: 1 }] });
  trigger.see(at(0), ready('1'));
  trigger.see(at(1), paused('1'));
  trigger.see(at(60), paused('1'));
  const [fired] = trigger.see(at(61), paused('1', null, since(at(-30))));
  expect(fired?.alert).toMatchObject({ start: at(0), startSource: 'vendor' });
});

test('a time that begins again tells how much earlier it may have begun', () => {
  const trigger = watch({ rows: [{ minutes: 1 }] });
  trigger.see(at(0), ready('1'));
  trigger.see(at(1), paused('1'));
  trigger.see(at(60), paused('1'));
  const [fired] = trigger.see(at(61), paused('1'));
  expect(fired?.alert).toMatchObject({ start: at(60), uncertainty: 60 * 60 });
});
