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
test('a pause fires once when it reaches the limit and resolves once when it ends', () => {
  const trigger = watch({ rows: TEN });
  trigger.see(at(0), ready('1'));
  expect(everyMinute(trigger, 1, 14, paused('1'))).toEqual(['11: fired 1']);
  expect(everyMinute(trigger, 15, 20, ready('1'))).toEqual(['15: resolved 1 leftState']);
});

test('a pause shorter than the limit tells nothing', () => {
  const trigger = watch({ rows: TEN });
  trigger.see(at(0), ready('1'));
  expect(everyMinute(trigger, 1, 10, paused('1'))).toEqual([]);
  expect(everyMinute(trigger, 11, 20, ready('1'))).toEqual([]);
});

test('an observed start is the first poll that saw it, uncertain by the time since the poll before', () => {
  const trigger = watch({ rows: TEN });
  trigger.see(at(0), ready('1'));
  everyMinute(trigger, 2, 11, paused('1'));
  const [fired] = trigger.see(at(12), paused('1'));
  expect(fired?.alert).toMatchObject({ start: at(2), startSource: 'observed', uncertainty: 120 });
});

test('who is paused at the first poll is timed from it, how much longer nobody knows', () => {
  const trigger = watch({ rows: TEN });
  expect(everyMinute(trigger, 0, 10, paused('1'))).toEqual(['10: fired 1']);
  expect(Object.values(trigger.memory.alerts)[0]).toMatchObject({
    start: at(0),
    uncertainty: null,
  });
});

test('a call taken between two polls ends the pause: callsToday rose', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 11, paused('1', null, { callsToday: 4 }));
  const later = paused('1', null, { callsToday: 5 });
  expect(everyMinute(trigger, 12, 22, later)).toEqual(['12: resolved 1 leftState', '22: fired 1']);
});

test('callsToday falling is the reset at midnight and means nothing', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 5, paused('1', null, { callsToday: 40 }));
  expect(everyMinute(trigger, 6, 12, paused('1', null, { callsToday: 0 }))).toEqual([
    '10: fired 1',
  ]);
});

test('one missing observation does not end a pause, two do, dated at the first', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 11, paused('1'), ready('2'));
  expect(words(trigger.see(at(12), ready('2')))).toEqual([]);
  expect(words(trigger.see(at(13), paused('1'), ready('2')))).toEqual([]);
  expect(words(trigger.see(at(14), ready('2')))).toEqual([]);
  const events = trigger.see(at(15), ready('2'));
  expect(words(events)).toEqual(['resolved 1 loggedOut']);
  expect(events[0]?.at).toBe(at(14));
});

test('an unknown state neither fires nor resolves, and time runs on', () => {
  const trigger = watch({ rows: TEN });
  everyMinute(trigger, 0, 8, paused('1'));
  expect(everyMinute(trigger, 9, 11, agent('1', 'unknown'))).toEqual([]);
  expect(everyMinute(trigger, 12, 13, paused('1'))).toEqual(['12: fired 1']);
  expect(everyMinute(trigger, 14, 15, agent('1', 'unknown'))).toEqual([]);
});

test('a firing alert becomes graver with the next limit and never milder', () => {
  const trigger = watch({
    rows: [
      { states: ['paused'], minutes: 10, severity: 'warning' },
      { states: ['paused'], minutes: 15, severity: 'critical' },
    ],
  });
  expect(everyMinute(trigger, 0, 20, paused('1'))).toEqual(['10: fired 1', '15: escalated 1']);
  const [resolved] = trigger.see(at(21), ready('1'));
  expect(resolved?.alert.severity).toBe('critical');
});

test('two limits crossed at once are one alert of the higher severity', () => {
  const trigger = watch({
    rows: [
      { states: ['paused'], minutes: 1, severity: 'warning' },
      { states: ['paused'], minutes: 2, severity: 'critical' },
    ],
  });
  trigger.see(at(0), paused('1'));
  trigger.fail(at(1));
  trigger.fail(at(2));
  const events = trigger.see(at(3), paused('1'));
  expect(words(events)).toEqual(['fired 1']);
  expect(events[0]?.alert).toMatchObject({ severity: 'critical', limit: 2 * MINUTE });
});

describe('pause codes', () => {
  const rows = [
    { states: ['paused'], minutes: 10 },
    { states: ['paused'], reasons: 'LUNCH, MEET', minutes: 60 },
    { states: ['paused'], reasons: 'BACK', minutes: 0 },
    { states: ['paused'], reasons: '*', minutes: 30, severity: 'critical' },
  ];

  test('a limit of its own replaces the one for other codes, compared without case', () => {
    const trigger = watch({ rows: rows.slice(0, 3) });
    expect(everyMinute(trigger, 0, 60, paused('1', 'lunch'))).toEqual(['60: fired 1']);
  });

  test('0 minutes never alert', () => {
    const trigger = watch({ rows: rows.slice(0, 3) });
    expect(everyMinute(trigger, 0, 100, paused('1', 'BACK'))).toEqual([]);
  });

  test('codes without a limit of their own share one clock', () => {
    const trigger = watch({ rows: rows.slice(0, 3) });
    expect(everyMinute(trigger, 0, 6, paused('1', 'TEA'))).toEqual([]);
    expect(everyMinute(trigger, 7, 12, paused('1', 'WC'))).toEqual(['10: fired 1']);
  });

  test('a code that changes while its alert fires resolves it, and the new code begins anew', () => {
    const trigger = watch({ rows: rows.slice(0, 3) });
    everyMinute(trigger, 0, 12, paused('1', 'TEA'));
    expect(everyMinute(trigger, 13, 73, paused('1', 'LUNCH'))).toEqual([
      '13: resolved 1 codeChanged',
      '73: fired 1',
    ]);
  });

  test('an empty code that becomes a real one keeps its start', () => {
    const trigger = watch({ rows: rows.slice(0, 3) });
    everyMinute(trigger, 0, 5, paused('1', ''));
    expect(everyMinute(trigger, 6, 60, paused('1', 'LUNCH'))).toEqual(['60: fired 1']);
  });

  test('the limit of the whole pause is not evaded by switching codes, and its alert goes on', () => {
    const trigger = watch({ rows });
    expect(everyMinute(trigger, 0, 20, paused('1', 'LUNCH'))).toEqual([]);
    const told = everyMinute(trigger, 21, 40, paused('1', 'BACK'));
    expect(told).toEqual(['30: fired 1']);
    expect(everyMinute(trigger, 41, 45, paused('1', 'MEET'))).toEqual([]);
    expect(everyMinute(trigger, 46, 46, ready('1'))).toEqual(['46: resolved 1 leftState']);
  });
});

describe('since when the vendor tells', () => {
  test('is believed, also at the first look at an agent', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), ready('1'));
    const told = everyMinute(trigger, 1, 12, paused('1', null, since(at(0.5))));
    expect(told).toEqual(['11: fired 1']);
    expect(Object.values(trigger.memory.alerts)[0]).toMatchObject({
      start: at(0.5),
      startSource: 'vendor',
      uncertainty: 0,
    });
  });

  test('is not before the last time another state was seen', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), ready('1'));
    trigger.see(at(1), paused('1', null, since(at(-30))));
    expect(trigger.memory.tracks.paused?.get('1')?.start).toBe(at(0));
  });

  test('moving forward is a new episode, within 5 s it is not', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), ready('1'));
    everyMinute(trigger, 1, 12, paused('1', null, since(at(1))));
    expect(words(trigger.see(at(13), paused('1', null, since(at(1) + 5_000))))).toEqual([]);
    expect(words(trigger.see(at(14), paused('1', null, since(at(13)))))).toEqual([
      'resolved 1 leftState',
    ]);
  });

  test('moving backward keeps the start', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), ready('1'));
    trigger.see(at(2), paused('1', null, since(at(2))));
    trigger.see(at(3), paused('1', null, since(at(1))));
    expect(trigger.memory.tracks.paused?.get('1')?.start).toBe(at(2));
  });

  test.each([
    ['in the future', T0 + 122_000],
    ['older than a week', T0 - 8 * 24 * 3600_000],
  ])('%s counts as observed', (_name, time) => {
    const trigger = watch({ rows: TEN });
    trigger.see(T0, paused('1', null, since(time)));
    expect(trigger.memory.tracks.paused?.get('1')).toMatchObject({
      start: T0,
      startSource: 'observed',
    });
  });

  test('told only later, it dates an observed start within what was uncertain', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), ready('1'));
    trigger.see(at(2), paused('1'));
    trigger.see(at(3), paused('1', null, since(at(1))));
    expect(trigger.memory.tracks.paused?.get('1')).toMatchObject({
      start: at(1),
      startSource: 'vendor',
    });
  });
});

describe('seeding', () => {
  const over = paused('1', null, since(at(-20)));

  test('who is over already when the trigger is switched on stays silent, the end too', () => {
    const trigger = watch({ rows: TEN });
    expect(everyMinute(trigger, 0, 5, over)).toEqual([]);
    expect(everyMinute(trigger, 6, 7, ready('1'))).toEqual([]);
  });

  test('and is told when the user wants it', () => {
    const trigger = watch({ rows: TEN, alertOnActivation: true });
    expect(everyMinute(trigger, 0, 5, over)).toEqual(['0: fired 1']);
  });

  test('the next graver limit fires all the same', () => {
    const trigger = watch({ rows: [...TEN, { minutes: 25, severity: 'critical' }] });
    expect(everyMinute(trigger, 0, 6, over)).toEqual(['5: fired 1']);
    expect(everyMinute(trigger, 7, 7, ready('1'))).toEqual(['7: resolved 1 leftState']);
  });

  test('with old memory, what is over and has not fired fires', () => {
    const trigger = watch({ rows: TEN });
    trigger.see(at(0), agent('1', 'wrapUp', since(at(-20))));
    trigger.change({ rows: [...TEN, { states: ['wrapUp'], minutes: 5 }] });
    expect(words(trigger.see(at(1), agent('1', 'wrapUp', since(at(-20)))))).toEqual(['fired 1']);
  });
});

test("a vendor's time a little in the future is no new episode when it stays", () => {
  const trigger = watch({ rows: [{ minutes: 1 }] });
  trigger.see(at(0), paused('1'));
  const ahead = paused('1', null, since(at(1.5)));
  expect(everyMinute(trigger, 1, 3, ahead)).toEqual(['1: fired 1']);
});

test('somebody listed in an unknown state between two absences was not missing twice', () => {
  const trigger = watch({ rows: [{ minutes: 1 }] });
  const other = agent('2', 'ready');
  trigger.see(at(0), paused('1'), other);
  trigger.see(at(1), other);
  trigger.see(at(2), agent('1', 'unknown'), other);
  trigger.see(at(3), other);
  expect(words(trigger.see(at(4), paused('1'), other))).toEqual(['fired 1']);
});

test('wrap-up before a pause is no time in its code', () => {
  const trigger = watch({
    rows: [{ states: ['wrapUp', 'paused'], reasons: 'TEA', minutes: 2 }],
  });
  trigger.see(at(0), agent('1', 'wrapUp'));
  trigger.see(at(1), paused('1'));
  trigger.see(at(2), paused('1', 'TEA'));
  const [fired] = trigger.see(at(3), paused('1', 'TEA'));
  expect(fired?.alert.start).toBe(at(1));
});

test('the time in a code chosen after another is taken by us, whoever dates the pause', () => {
  const trigger = watch({ rows: [{ reasons: 'LUNCH', minutes: 2 }] });
  trigger.see(at(-1), agent('1', 'ready'));
  trigger.see(at(0), paused('1', 'TEA', since(at(0))));
  trigger.see(at(1), paused('1', 'LUNCH', since(at(0))));
  const [fired] = trigger.see(at(3), paused('1', 'LUNCH', since(at(0))));
  expect(fired?.alert).toMatchObject({ start: at(1), startSource: 'observed', uncertainty: null });
});

test('what ends is told before what begins, whoever it is', () => {
  const trigger = watch({ rows: [{ minutes: 1 }] });
  trigger.see(at(0), agent('1', 'ready'), paused('2'));
  trigger.see(at(1), paused('1'), paused('2'));
  expect(words(trigger.see(at(2), paused('1'), agent('2', 'ready')))).toEqual([
    'resolved 2 leftState',
    'fired 1',
  ]);
});

test('an alert whose state the vendor dates earlier stays when its limit is raised', () => {
  const trigger = watch({ rows: [{ minutes: 1 }] });
  trigger.see(at(0), paused('1'));
  trigger.see(at(1), paused('1'));
  trigger.change({ rows: [{ minutes: 5 }] });
  expect(words(trigger.see(at(2), paused('1', null, since(at(-9)))))).toEqual([]);
});
