import type { AgentSnapshot } from '../../../nodes/shared/model/AgentSnapshot';
import type { AgentState } from '../../../nodes/shared/model/AgentState';
import type { CountEvent } from '../../../nodes/shared/trigger/events';
import { agent, at, MINUTE, watch, words } from '../../support/floor';

const NOW = { forMinutes: 0 };
const PAUSED = { states: ['paused'], comparison: 'atLeast', value: 3, ...NOW };
const ID = 'countLimit:agents:atLeast:paused';

/** So many agents of each state. */
function floor(of: Partial<Record<AgentState, number>>): AgentSnapshot[] {
  return Object.entries(of).flatMap(([state, count]) =>
    Array.from({ length: count }, (_, index) => agent(`${state}${index}`, state as AgentState)),
  );
}

const see = (trigger: ReturnType<typeof watch>, minute: number, of: Parameters<typeof floor>[0]) =>
  trigger.look(at(minute), floor(of)) as CountEvent[];

describe('at the first look', () => {
  test('what is over already is told without how long nobody looked, or how sure that is', () => {
    const trigger = watch({ counts: [PAUSED], alertOnActivation: true });
    expect(see(trigger, 0, { ready: 1, paused: 3 })).toMatchObject([
      { event: 'fired', unseenSeconds: 0, alert: { start: at(0), uncertainty: null } },
    ]);
  });
});

describe('a clear value', () => {
  const fired = (limit: object) => {
    const trigger = watch({ counts: [{ ...PAUSED, ...limit }] });
    see(trigger, -1, { ready: 1 });
    see(trigger, 0, { ready: 1, paused: 4 });
    return trigger;
  };

  test('that was edited while the alert goes on is the one that ends it', () => {
    const trigger = fired({ clearAt: '0' });
    trigger.change({ counts: [{ ...PAUSED, clearAt: '2' }] });
    see(trigger, 1, { ready: 1, paused: 4 });
    expect(words(see(trigger, 2, { ready: 1, paused: 2 }))).toEqual([`resolved ${ID} leftState`]);
  });

  test('that was edited so that the alert is over ends it as an edit', () => {
    const trigger = fired({ clearAt: '0' });
    trigger.change({ counts: [{ ...PAUSED, value: 9, clearAt: '5' }] });
    expect(words(see(trigger, 1, { ready: 1, paused: 4 }))).toEqual([`resolved ${ID} ruleChanged`]);
  });

  test('of the limit that was reached is told, not that of the other one', () => {
    const both = [
      { ...PAUSED, clearAt: '1' },
      { ...PAUSED, value: 5, clearAt: '2', severity: 'critical' },
    ];
    const trigger = watch({ counts: both, repeatMs: MINUTE });
    see(trigger, -1, { ready: 1 });
    see(trigger, 0, { ready: 1, paused: 5 });
    const [repeated] = see(trigger, 1, { ready: 1, paused: 5 });
    expect(repeated).toMatchObject({ event: 'repeated', alert: { limit: 5, clearAt: 2 } });
  });
});

describe('percent', () => {
  const HALF = { ...PAUSED, measure: 'percent', value: 50 };
  const HALF_ID = 'countLimit:percent:atLeast:paused';

  test('is of nobody when all have logged out, also where the minimum is 0', () => {
    const trigger = watch({ counts: [HALF], minLoggedIn: 0 });
    see(trigger, -1, { ready: 1 });
    see(trigger, 0, { paused: 1 });
    expect(words(see(trigger, 1, { offline: 1 }))).toEqual([`resolved ${HALF_ID} nobodyLoggedIn`]);
  });

  test('is silent with fewer than the minimum', () => {
    const trigger = watch({ counts: [HALF], minLoggedIn: 3 });
    see(trigger, -1, { ready: 3 });
    expect(see(trigger, 0, { paused: 2 })).toEqual([]);
    expect(words(see(trigger, 1, { paused: 3 }))).toEqual([`fired ${HALF_ID}`]);
  });

  test('at most so many is sure where those unknown cannot change it', () => {
    const trigger = watch({ counts: [{ ...HALF, comparison: 'atMost' }] });
    see(trigger, -1, { paused: 1 });
    const told = see(trigger, 0, { ready: 3, paused: 1, unknown: 1 });
    expect(words(told)).toEqual(['fired countLimit:percent:atMost:paused']);
  });
});

describe('calls waiting', () => {
  const FIVE = { measure: 'callsWaiting', comparison: 'atLeast', value: 5, ...NOW };
  const CALLS = 'countLimit:callsWaiting:atLeast';
  const wait = (
    trigger: ReturnType<typeof watch>,
    minute: number,
    calls: number | null,
    of: Parameters<typeof floor>[0] = { ready: 1 },
  ) => words(trigger.look(at(minute), floor(of), calls));

  test('that are not told end nothing', () => {
    const trigger = watch({ counts: [FIVE] });
    wait(trigger, -1, 0);
    expect(wait(trigger, 0, 5)).toEqual([`fired ${CALLS}`]);
    expect(wait(trigger, 1, null)).toEqual([]);
    expect(wait(trigger, 2, 0)).toEqual([`resolved ${CALLS} leftState`]);
  });

  test('are not sure while nobody is known to be logged in', () => {
    const trigger = watch({ counts: [FIVE] });
    wait(trigger, -1, 0);
    expect(wait(trigger, 0, 9, { unknown: 1 })).toEqual([]);
    expect(wait(trigger, 1, 9)).toEqual([`fired ${CALLS}`]);
  });
});
