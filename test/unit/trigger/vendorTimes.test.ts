import { agent, at, everyMinute, paused, since, watch, words } from '../../support/floor';

const TEN = [{ minutes: 10 }];
const CODES = [...TEN, { reasons: 'WC, LUNCH', minutes: 10 }];
const ready = agent('1', 'ready');
const WEEK_MS = 7 * 24 * 3600_000;

const dated = (minute: number, reason: string | null = null) =>
  paused('1', reason, since(at(minute)));
const trackOf = (trigger: ReturnType<typeof watch>) => trigger.memory.tracks.paused?.get('1');

describe('a time of the vendor', () => {
  test.each([
    ['120 s in the future is now', at(0) + 120_000, at(0), 'vendor'],
    ['more than 120 s in the future is none', at(0) + 121_000, at(0), 'observed'],
    ['a week ago is one', at(0) - WEEK_MS, at(0) - WEEK_MS, 'vendor'],
    ['more than a week ago is none', at(0) - WEEK_MS - 1_000, at(0), 'observed'],
    ['is in whole seconds', at(-1) + 999, at(-1), 'vendor'],
  ])('%s', (_name, time, start, startSource) => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), paused('1', null, since(time)));
    expect(trackOf(trigger)).toMatchObject({ start, startSource });
  });

  test('that another one than the vendor observed is none', () => {
    const trigger = watch({ rows: TEN });
    const observed = { stateSince: at(-5), stateSinceSource: 'observed' };
    trigger.see(at(0), paused('1', null, observed));
    expect(trackOf(trigger)).toMatchObject({ start: at(0), startSource: 'observed' });
  });

  test('that is missing for a while is compared with the one before', () => {
    const trigger = watch({ rows: TEN });
    everyMinute(trigger, 0, 10, dated(0));
    everyMinute(trigger, 11, 12, paused('1'));
    expect(words(trigger.see(at(13), dated(0)))).toEqual([]);
    everyMinute(trigger, 14, 15, paused('1'));
    expect(words(trigger.see(at(16), dated(15)))).toEqual(['resolved 1 leftState']);
  });

  test('that moves with another pause code is no new pause', () => {
    const trigger = watch({ rows: [{ reasons: '*', minutes: 10 }] });
    trigger.see(at(-1), ready);
    everyMinute(trigger, 0, 5, dated(0, 'TEA'));
    expect(everyMinute(trigger, 6, 10, dated(6, 'LUNCH'))).toEqual(['10: fired 1']);
  });

  test('that moves with another state of the same limit does not begin its time anew', () => {
    const trigger = watch({ rows: [{ states: ['paused', 'wrapUp'], minutes: 10 }] });
    trigger.see(at(-1), ready);
    everyMinute(trigger, 0, 5, agent('1', 'wrapUp', since(at(0))));
    expect(everyMinute(trigger, 6, 10, dated(6))).toEqual(['10: fired 1']);
  });
});

describe('told only after the first look', () => {
  test('it dates that look exactly where it is the same', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), ready);
    trigger.see(at(2), paused('1'));
    trigger.see(at(3), dated(2));
    expect(trackOf(trigger)).toMatchObject({
      start: at(2),
      startSource: 'vendor',
      uncertainty: 0,
    });
  });

  test('it is not before the look that saw another state', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), ready);
    trigger.see(at(2), paused('1'));
    trigger.see(at(3), dated(-30));
    expect(trackOf(trigger)?.start).toBe(at(0));
  });

  test('it may be long before the first look of all', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), paused('1'));
    expect(words(trigger.see(at(1), dated(-20)))).toEqual(['fired 1']);
  });

  test('it dates the pause code that the pause began with', () => {
    const trigger = watch({ rows: CODES });
    trigger.see(at(0), ready);
    trigger.see(at(2), paused('1', 'LUNCH'));
    expect(everyMinute(trigger, 3, 12, dated(1, 'LUNCH'))).toEqual(['11: fired 1']);
  });

  test('it dates the time in codes without a limit of their own', () => {
    const trigger = watch({ rows: CODES });
    trigger.see(at(0), ready);
    trigger.see(at(2), paused('1', 'TEA'));
    expect(everyMinute(trigger, 3, 12, dated(1, 'TEA'))).toEqual(['11: fired 1']);
  });

  test('it dates the time in codes without a limit of their own from the first of them', () => {
    const trigger = watch({ rows: CODES });
    trigger.see(at(0), ready);
    trigger.see(at(2), paused('1', 'TEA'));
    trigger.see(at(3), paused('1', 'WALK'));
    expect(everyMinute(trigger, 4, 14, dated(1, 'WALK'))).toEqual(['11: fired 1']);
  });

  test('it does not date a code that came later', () => {
    const trigger = watch({ rows: CODES });
    trigger.see(at(0), ready);
    trigger.see(at(2), paused('1', 'TEA'));
    trigger.see(at(3), paused('1', 'WC'));
    expect(everyMinute(trigger, 4, 14, dated(1, 'WC'))).toEqual(['13: fired 1']);
  });

  test('it does not date the time in other codes either where that came later', () => {
    const trigger = watch({ rows: CODES });
    trigger.see(at(0), ready);
    trigger.see(at(2), paused('1', 'WC'));
    trigger.see(at(3), paused('1', 'TEA'));
    expect(everyMinute(trigger, 4, 14, dated(1, 'TEA'))).toEqual(['13: fired 1']);
  });
});

describe('after a long gap', () => {
  test('a pause that the vendor dates has the start it had', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), ready);
    everyMinute(trigger, 1, 2, dated(-30));
    const [fired] = trigger.see(at(40), dated(-30));
    expect(fired?.alert).toMatchObject({ start: at(0), startSource: 'vendor', uncertainty: 0 });
  });

  test('it dates the time in codes without a limit of their own', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(-1), ready);
    everyMinute(trigger, 0, 2, dated(0, 'TEA'));
    everyMinute(trigger, 3, 4, dated(0, 'WC'));
    expect(words(trigger.see(at(40), dated(0, 'WC')))).toEqual(['fired 1']);
  });

  test('how long nobody looked is told where the vendor dates the pause', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(-1), ready);
    everyMinute(trigger, 0, 2, dated(0));
    const [fired] = trigger.see(at(40), dated(0));
    expect(fired?.unseenSeconds).toBe(38 * 60);
  });

  test('and not where our own time begins again, of which all is seen', () => {
    const trigger = watch({ rows: TEN });
    everyMinute(trigger, 0, 2, paused('1'));
    everyMinute(trigger, 40, 49, paused('1'));
    const [fired] = trigger.see(at(50), paused('1'));
    expect(fired).toMatchObject({
      unseenSeconds: 0,
      alert: { start: at(40), startSource: 'observed', uncertainty: null },
    });
  });
});
