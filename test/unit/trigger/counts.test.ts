import type { AgentSnapshot } from '../../../nodes/shared/model/AgentSnapshot';
import type { AgentState } from '../../../nodes/shared/model/AgentState';
import type { CountEvent } from '../../../nodes/shared/trigger/events';
import { countLimitsFrom } from '../../../nodes/shared/trigger/rules/countLimits';
import { agent, at, MINUTE, watch, words } from '../../support/floor';

const NO_ONE_READY = { states: ['ready'], comparison: 'atMost', value: 0, forMinutes: 2 };
const NOW = { forMinutes: 0 };

/** So many agents of each state. */
function floor(of: Partial<Record<AgentState, number>>): AgentSnapshot[] {
  return Object.entries(of).flatMap(([state, count]) =>
    Array.from({ length: count }, (_, index) => agent(`${state}${index}`, state as AgentState)),
  );
}

/** Looks each minute at the next floor, after one at which there is nothing to tell. */
function tell(
  trigger: ReturnType<typeof watch>,
  floors: Array<Partial<Record<AgentState, number>>>,
  quiet: Partial<Record<AgentState, number>> = { ready: 1, paused: 9 },
): string[] {
  trigger.look(at(-1), floor(quiet));
  return floors.flatMap((each, minute) =>
    words(trigger.look(at(minute), floor(each))).map((word) => `${minute}: ${word}`),
  );
}

describe('a row', () => {
  test('of the same count with another severity is the same rule', () => {
    const rules = countLimitsFrom([NO_ONE_READY, { ...NO_ONE_READY, severity: 'critical' }]);
    expect(rules.map(({ id, steps }) => [id, steps.length])).toEqual([
      ['countLimit:agents:atMost:ready', 2],
    ]);
  });

  test('about calls waiting has no states', () => {
    const [rule] = countLimitsFrom([{ measure: 'callsWaiting', comparison: 'atLeast', value: 5 }]);
    expect(rule).toMatchObject({ id: 'countLimit:callsWaiting:atLeast', states: [] });
  });

  test('whose clear value is the limit itself has none of its own', () => {
    const [rule] = countLimitsFrom([{ value: 3, clearAt: '3' }]);
    expect(rule?.steps[0]?.clearAt).toBeNull();
  });

  test.each([
    ['no row', [], 'no row under "Count Limits"'],
    ['no state', [{ states: [] }], 'Count limit 1 counts no state'],
    ['the same twice', [{}, { value: 3 }], 'Count limit 2 is there twice'],
    ['more than 100 %', [{ measure: 'percent', value: 101 }], 'Count limit 1 is over 100 percent'],
    [
      'a clear value of more than 100 %',
      [{ measure: 'percent', value: 90, clearAt: '120' }],
      'Count limit 1 is over 100 percent',
    ],
    [
      'a clear value above an upper limit',
      [{ comparison: 'atLeast', value: 5, clearAt: '6' }],
      'Count limit 1 would never be over',
    ],
    [
      'a clear value below a lower limit',
      [{ comparison: 'atMost', value: 5, clearAt: 4 }],
      'Count limit 1 would never be over',
    ],
    ['a clear value in words', [{ clearAt: 'three' }], 'look at its clearAt'],
    ['an empty value', [{ value: '' }], 'look at its value'],
    ['a value that is gone', [{ value: null }], 'look at its value'],
    ['negative minutes', [{ forMinutes: -1 }], 'look at its forMinutes'],
  ])('is refused with words that name it: %s', (_name, rows, expected) => {
    expect(() => countLimitsFrom(rows)).toThrow(expected);
  });
});

test('a limit that holds for long enough fires once, and resolves when it no longer holds', () => {
  const trigger = watch({ counts: [NO_ONE_READY] });
  const none = { paused: 3 };
  const one = { ready: 1, paused: 2 };
  expect(tell(trigger, [none, none, none, none, one, one])).toEqual([
    '2: fired countLimit:agents:atMost:ready',
    '4: resolved countLimit:agents:atMost:ready leftState',
  ]);
});

test('a moment that is over before its time is no alert', () => {
  const trigger = watch({ counts: [NO_ONE_READY] });
  const [none, one] = [{ paused: 3 }, { ready: 1, paused: 2 }];
  expect(tell(trigger, [none, none, one, none, none, one])).toEqual([]);
});

test('with no time to last, the first poll that sees it alerts', () => {
  const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }] });
  expect(tell(trigger, [{ paused: 3 }])).toEqual(['0: fired countLimit:agents:atMost:ready']);
});

test('a time to last needs two polls that see it, however far they are apart', () => {
  const trigger = watch({ counts: [NO_ONE_READY] });
  trigger.look(at(0), floor({ ready: 1 }));
  expect(words(trigger.look(at(4), floor({ paused: 1 })))).toEqual([]);
  expect(words(trigger.look(at(6), floor({ paused: 1 })))).toEqual([
    'fired countLimit:agents:atMost:ready',
  ]);
});

test('what is so when the trigger is switched on is no alert before the second look', () => {
  const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }] });
  expect(words(trigger.look(at(0), floor({ paused: 1 })))).toEqual([]);
  expect(words(trigger.look(at(1), floor({ paused: 1 })))).toHaveLength(1);
});

test('unless those already over are wanted', () => {
  const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }], alertOnActivation: true });
  expect(words(trigger.look(at(0), floor({ paused: 1 })))).toHaveLength(1);
});

describe('a clear value of its own', () => {
  const LIMIT = { states: ['paused'], comparison: 'atLeast', value: 5, clearAt: '3', ...NOW };

  test('keeps the alert until it is reached', () => {
    const trigger = watch({ counts: [LIMIT] });
    const floors = [5, 4, 5, 4, 3, 4, 5].map((paused) => ({ ready: 1, paused }));
    expect(tell(trigger, floors, { ready: 1 })).toEqual([
      '0: fired countLimit:agents:atLeast:paused',
      '4: resolved countLimit:agents:atLeast:paused leftState',
      '6: fired countLimit:agents:atLeast:paused',
    ]);
  });

  test('works downwards too', () => {
    const few = { states: ['ready'], comparison: 'atMost', value: 1, clearAt: '3', ...NOW };
    const trigger = watch({ counts: [few] });
    const floors = [1, 2, 3].map((ready) => ({ ready, paused: 1 }));
    expect(tell(trigger, floors, { ready: 9 })).toEqual([
      '0: fired countLimit:agents:atMost:ready',
      '2: resolved countLimit:agents:atMost:ready leftState',
    ]);
  });
});

describe('percent', () => {
  const HALF = { measure: 'percent', states: ['paused'], comparison: 'atLeast', value: 50, ...NOW };

  test('is of those who are logged in', () => {
    const trigger = watch({ counts: [HALF] });
    const told = tell(trigger, [
      { ready: 2, paused: 1, offline: 9 },
      { ready: 1, paused: 1 },
    ]);
    expect(told).toEqual(['1: fired countLimit:percent:atLeast:paused']);
  });

  test('is told to one decimal', () => {
    const trigger = watch({ counts: [HALF] });
    trigger.look(at(0), floor({ ready: 1 }));
    const [fired] = trigger.look(at(1), floor({ ready: 1, paused: 2 })) as CountEvent[];
    expect(fired?.value).toBe(66.7);
  });
});

describe('agents in an unknown state', () => {
  test('fire nothing that would not be so without them', () => {
    const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }] });
    expect(tell(trigger, [{ paused: 1, unknown: 1 }])).toEqual([]);
  });

  test('resolve nothing either', () => {
    const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW, value: 1 }] });
    const floors = [{ ready: 1 }, { ready: 1, unknown: 1 }, { ready: 2 }];
    expect(tell(trigger, floors, { ready: 5 })).toEqual([
      '0: fired countLimit:agents:atMost:ready',
      '2: resolved countLimit:agents:atMost:ready leftState',
    ]);
  });

  test('neither break nor complete the time that something must last', () => {
    const trigger = watch({ counts: [NO_ONE_READY] });
    const [none, unsure] = [{ paused: 1 }, { paused: 1, unknown: 1 }];
    expect(tell(trigger, [none, unsure, unsure, unsure, none])).toEqual([
      '4: fired countLimit:agents:atMost:ready',
    ]);
  });

  test('make a percent lie between two ends', () => {
    const trigger = watch({
      counts: [
        { measure: 'percent', states: ['paused'], comparison: 'atLeast', value: 50, ...NOW },
      ],
    });
    const floors = [
      { ready: 2, paused: 2, unknown: 1 },
      { ready: 1, paused: 2, unknown: 1 },
    ];
    expect(tell(trigger, floors)).toEqual(['1: fired countLimit:percent:atLeast:paused']);
  });
});

describe('with nobody logged in', () => {
  test('what fires is over, and nothing begins', () => {
    const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }] });
    expect(tell(trigger, [{ paused: 1 }, { offline: 1 }, { offline: 1 }])).toEqual([
      '0: fired countLimit:agents:atMost:ready',
      '1: resolved countLimit:agents:atMost:ready nobodyLoggedIn',
    ]);
  });

  test('nothing is sure while somebody may be', () => {
    const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }] });
    expect(tell(trigger, [{ paused: 1 }, { unknown: 1 }])).toEqual([
      '0: fired countLimit:agents:atMost:ready',
    ]);
  });

  test('an empty floor counts where the minimum is 0', () => {
    const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }], minLoggedIn: 0 });
    expect(tell(trigger, [{ offline: 1 }])).toEqual(['0: fired countLimit:agents:atMost:ready']);
  });

  test('but a percent of nobody is none', () => {
    const none = { measure: 'percent', states: ['ready'], comparison: 'atMost', value: 0, ...NOW };
    const trigger = watch({ counts: [none], minLoggedIn: 0 });
    expect(tell(trigger, [{ offline: 1 }])).toEqual([]);
  });

  test('a higher minimum keeps a thin floor silent', () => {
    const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }], minLoggedIn: 3 });
    expect(tell(trigger, [{ paused: 2 }, { paused: 3 }])).toEqual([
      '1: fired countLimit:agents:atMost:ready',
    ]);
  });
});

describe('two limits of one count', () => {
  const WARN = { states: ['paused'], comparison: 'atLeast', value: 3, ...NOW };
  const CRITICAL = { ...WARN, value: 5, severity: 'critical' };
  const paused = (...counts: number[]) => counts.map((count) => ({ ready: 1, paused: count }));

  test('are one alert that escalates, and resolves below the lower', () => {
    const trigger = watch({ counts: [WARN, CRITICAL] });
    expect(tell(trigger, paused(3, 4, 5, 4, 2), { ready: 1 })).toEqual([
      '0: fired countLimit:agents:atLeast:paused',
      '2: escalated countLimit:agents:atLeast:paused',
      '4: resolved countLimit:agents:atLeast:paused leftState',
    ]);
  });

  test('must each last their own time', () => {
    const trigger = watch({
      counts: [
        { ...WARN, forMinutes: 1 },
        { ...CRITICAL, forMinutes: 2 },
      ],
    });
    expect(tell(trigger, paused(3, 5, 5, 5), { ready: 1 })).toEqual([
      '1: fired countLimit:agents:atLeast:paused',
      '3: escalated countLimit:agents:atLeast:paused',
    ]);
  });

  test('whose values change places begin their time anew', () => {
    const [warn, critical] = [
      { ...WARN, forMinutes: 1 },
      { ...CRITICAL, forMinutes: 1 },
    ];
    const trigger = watch({ counts: [warn, critical] });
    tell(trigger, paused(3), { ready: 1 });
    trigger.change({
      counts: [
        { ...warn, value: 5 },
        { ...critical, value: 3 },
      ],
    });
    expect([1, 2].map((minute) => words(trigger.look(at(minute), floor({ paused: 5 }))))).toEqual([
      [],
      ['fired countLimit:agents:atLeast:paused'],
    ]);
  });

  test('are one alert that goes on when the row it has reached is taken away', () => {
    const trigger = watch({ counts: [WARN, CRITICAL] });
    tell(trigger, paused(5), { ready: 1 });
    trigger.change({ counts: [WARN] });
    expect(words(trigger.look(at(1), floor({ ready: 1, paused: 5 })))).toEqual([]);
  });

  test('are repeated while it is sure of the higher only', () => {
    const trigger = watch({ counts: [WARN, CRITICAL], repeatMs: MINUTE });
    tell(trigger, paused(5), { ready: 1 });
    expect(words(trigger.look(at(1), floor({ ready: 1, paused: 4, unknown: 1 })))).toEqual([
      'repeated countLimit:agents:atLeast:paused',
    ]);
  });

  test('crossed at once are one alert of the higher severity, which its end has too', () => {
    const trigger = watch({ counts: [WARN, CRITICAL] });
    trigger.look(at(-1), floor({ ready: 1 }));
    const [fired] = trigger.look(at(0), floor({ ready: 1, paused: 6 })) as CountEvent[];
    expect(fired?.alert).toMatchObject({ severity: 'critical', limit: 5 });
    const [resolved] = trigger.look(at(1), floor({ ready: 1 })) as CountEvent[];
    expect(resolved?.alert.severity).toBe('critical');
  });
});

describe('after an edit', () => {
  const LIMIT = { states: ['paused'], comparison: 'atLeast', value: 3, ...NOW };
  const fire = () => {
    const trigger = watch({ counts: [LIMIT] });
    tell(trigger, [{ ready: 1, paused: 4 }], { ready: 1 });
    return trigger;
  };
  const see = (trigger: ReturnType<typeof watch>, minute: number, paused: number) =>
    words(trigger.look(at(minute), floor({ ready: 1, paused })));

  test('an alert that is still over stays without a word', () => {
    const trigger = fire();
    trigger.change({ counts: [{ ...LIMIT, value: 4 }] });
    expect(see(trigger, 1, 4)).toEqual([]);
  });

  test('one that is no longer over resolves as ruleChanged', () => {
    const trigger = fire();
    trigger.change({ counts: [{ ...LIMIT, value: 6 }] });
    expect(see(trigger, 1, 4)).toEqual(['resolved countLimit:agents:atLeast:paused ruleChanged']);
  });

  test('one that ends later ends by itself', () => {
    const trigger = fire();
    trigger.change({ counts: [{ ...LIMIT, value: 4 }] });
    see(trigger, 1, 4);
    expect(see(trigger, 2, 3)).toEqual(['resolved countLimit:agents:atLeast:paused leftState']);
  });

  test('one whose rule is gone resolves as ruleRemoved', () => {
    const trigger = fire();
    trigger.change({ counts: [{ ...LIMIT, states: ['busy'] }] });
    expect(see(trigger, 1, 4)).toEqual(['resolved countLimit:agents:atLeast:paused ruleRemoved']);
  });

  test('the time that a changed limit must last begins anew', () => {
    const lasting = { ...LIMIT, forMinutes: 2 };
    const trigger = watch({ counts: [lasting] });
    tell(trigger, [{ paused: 9 }, { paused: 9 }], { ready: 1 });
    trigger.change({ counts: [{ ...lasting, value: 5 }] });
    expect([2, 3, 4].map((minute) => see(trigger, minute, 9).length)).toEqual([0, 0, 1]);
  });
});

test('a limit that was edited while nobody was sure begins its time anew', () => {
  const lasting = { ...NO_ONE_READY, value: 1 };
  const trigger = watch({ counts: [lasting] });
  tell(trigger, [{ paused: 1 }], { ready: 2 });
  trigger.change({ counts: [{ ...lasting, value: 0 }] });
  trigger.look(at(1), floor({ unknown: 1 }));
  trigger.change({ counts: [lasting] });
  expect(words(trigger.look(at(2), floor({ paused: 1 })))).toEqual([]);
});

describe('a long gap', () => {
  test('begins the time anew that something must last', () => {
    const trigger = watch({ counts: [NO_ONE_READY] });
    tell(trigger, [{ paused: 1 }, { paused: 1 }]);
    const told = [30, 31, 32].map((minute) => trigger.look(at(minute), floor({ paused: 1 })));
    expect(told.map((events) => events.length)).toEqual([0, 0, 1]);
  });

  test('ends what is no longer so as unseen, at the last look before it', () => {
    const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }] });
    tell(trigger, [{ paused: 1 }]);
    const [resolved] = trigger.look(at(30), floor({ ready: 1 })) as CountEvent[];
    expect(resolved).toMatchObject({ event: 'resolved', reason: 'unseen', at: at(0) });
  });

  test('does not hide that it is over only by a changed limit', () => {
    const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW, value: 5 }] });
    tell(trigger, [{ ready: 1 }], { ready: 9 });
    trigger.change({ counts: [{ ...NO_ONE_READY, ...NOW }] });
    const [resolved] = trigger.look(at(30), floor({ ready: 1 })) as CountEvent[];
    expect(resolved).toMatchObject({ reason: 'ruleChanged', at: at(30) });
  });

  test('leaves what is still so as it was', () => {
    const trigger = watch({ counts: [{ ...NO_ONE_READY, ...NOW }] });
    tell(trigger, [{ paused: 1 }]);
    expect(trigger.look(at(30), floor({ paused: 1 }))).toEqual([]);
  });
});

test('failed polls neither break nor complete the time that something must last', () => {
  const trigger = watch({ counts: [NO_ONE_READY] });
  tell(trigger, [{ paused: 1 }]);
  [1, 2, 3].forEach((minute) => trigger.fail(at(minute)));
  expect(words(trigger.look(at(4), floor({ paused: 1 })))).toEqual([
    'fired countLimit:agents:atMost:ready',
  ]);
});

test('only agents in scope are counted', () => {
  const trigger = watch({
    counts: [{ ...NO_ONE_READY, ...NOW }],
    inScope: ({ agentId }) => agentId !== 'ready0',
  });
  expect(tell(trigger, [{ ready: 1, paused: 1 }], { ready: 2 })).toHaveLength(1);
});

describe('calls waiting', () => {
  const FIVE = { measure: 'callsWaiting', comparison: 'atLeast', value: 5, ...NOW };
  const see = (trigger: ReturnType<typeof watch>, minute: number, calls: number | null) =>
    words(trigger.look(at(minute), floor({ ready: 1 }), calls));

  test('fire and resolve like other counts', () => {
    const trigger = watch({ counts: [FIVE] });
    expect([4, 5, 4].map((calls, minute) => see(trigger, minute, calls))).toEqual([
      [],
      ['fired countLimit:callsWaiting:atLeast'],
      ['resolved countLimit:callsWaiting:atLeast leftState'],
    ]);
  });
});

test('it says since when, and how sure that is', () => {
  const trigger = watch({ counts: [NO_ONE_READY] });
  trigger.look(at(-1), floor({ ready: 1 }));
  trigger.look(at(0), floor({ paused: 1 }));
  trigger.look(at(1), floor({ paused: 1 }));
  const [fired] = trigger.look(at(2), floor({ paused: 1 })) as CountEvent[];
  expect(fired?.alert).toMatchObject({
    start: at(0),
    startSource: 'observed',
    uncertainty: 60,
    idStart: at(0) / 1000,
  });
});
