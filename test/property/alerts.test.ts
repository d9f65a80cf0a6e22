import fc from 'fast-check';
import type { AgentSnapshot } from '../../nodes/shared/model/AgentSnapshot';
import type { LimitEvent as TriggerEvent } from '../../nodes/shared/trigger/events';
import { agent, at, MINUTE, watch } from '../support/floor';

/** One poll: how many minutes after the last, whether it fails, and whom it sees. */
const poll = fc.record({
  minutes: fc.oneof(
    { weight: 9, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: -30, max: 30 }) },
  ),
  fails: fc.boolean(),
  floor: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3'),
      state: fc.constantFrom('ready', 'paused', 'paused', 'paused', 'wrapUp', 'unknown', 'offline'),
      reason: fc.constantFrom(null, null, 'BREAK', 'LUNCH', 'TEA'),
      callsToday: fc.constantFrom(null, 1, 1, 1, 2),
      scope: fc.constantFrom('in', 'in', 'in', 'out'),
    }),
    { selector: ({ id }) => id, maxLength: 3 },
  ),
});

const rules = fc.constantFrom(
  [{ states: ['paused'], minutes: 3 }],
  [
    { states: ['paused'], minutes: 2 },
    { states: ['paused'], minutes: 4, severity: 'critical' },
  ],
  [
    { states: ['paused'], minutes: 2 },
    { states: ['paused'], reasons: 'LUNCH', minutes: 5 },
    { states: ['paused'], reasons: 'TEA', minutes: 0 },
    { states: ['paused'], reasons: '*', minutes: 4, severity: 'critical' },
  ],
  [{ states: ['paused', 'wrapUp'], minutes: 2 }],
);

const history = fc.record({
  rules,
  polls: fc.array(poll, { minLength: 1, maxLength: 30 }),
  changed: fc.option(rules),
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** Plays a history and ends it with everyone ready. */
function play({ rules: rows, polls, changed }: History): TriggerEvent[] {
  const inScope = ({ teams }: AgentSnapshot) => teams.campaign !== 'out';
  const trigger = watch({ rows, inScope });
  const events: TriggerEvent[] = [];
  let minute = 0;
  for (const [index, { minutes, fails, floor }] of polls.entries()) {
    minute += minutes;
    if (changed !== null && index === Math.floor(polls.length / 2))
      trigger.change({ rows: changed });
    if (fails && index % 3 === 0) {
      trigger.fail(at(minute));
      continue;
    }
    const agents = floor.map(({ id, state, reason, callsToday, scope }) =>
      agent(id, state as AgentSnapshot['state'], {
        reason: state === 'paused' ? reason : null,
        callsToday,
        teams: { campaign: scope, userGroup: null, departments: [], queues: [] },
      }),
    );
    events.push(...trigger.see(at(minute), ...agents));
  }
  const everyone = ['1', '2', '3'].map((id) => agent(id, 'ready'));
  events.push(...trigger.see(at(minute + 1), ...everyone));
  events.push(...trigger.see(at(minute + 2), ...everyone));
  expect(trigger.memory.alerts).toEqual({});
  return events;
}

/** The events of each alert, by rule and agent, in order. */
function byAlert(events: TriggerEvent[]): TriggerEvent[][] {
  const groups = new Map<string, TriggerEvent[]>();
  for (const event of events) {
    const key = `${event.alert.ruleId}/${event.alert.agentId}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()];
}

test('every alert is fired once, may escalate once, and is resolved once', () => {
  fc.assert(
    fc.property(history, (each) => {
      for (const group of byAlert(play(each))) {
        const story = group.map(({ event }) => event[0]).join('');
        expect(story).toMatch(/^(fe?r)*$/);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('nothing fires before its limit, and an end has the start of its alert', () => {
  fc.assert(
    fc.property(history, (each) => {
      for (const group of byAlert(play(each))) {
        let idStart: number | undefined;
        for (const { event, alert, at: when, rule } of group) {
          if (event === 'fired') {
            idStart = alert.idStart;
            expect(when - alert.start).toBeGreaterThanOrEqual(alert.limit);
            expect(rule?.steps.map(({ limit }) => limit)).toContain(alert.limit);
          }
          expect(alert.idStart).toBe(idStart);
          expect(when - alert.start).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a pause that goes on is alerted at the first good poll after its limit, whatever fails before', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 6, maxLength: 12 }), (fails) => {
      const trigger = watch({ rows: [{ minutes: 3 }] });
      trigger.see(at(0), agent('1', 'paused'));
      let firstGood: number | undefined;
      let fired: number | undefined;
      for (const [index, failed] of fails.entries()) {
        const minute = index + 1;
        // Five failures in a row would be a long gap, which begins the time anew.
        if (failed && minute % 4 !== 0) {
          trigger.fail(at(minute));
          continue;
        }
        if (minute >= 3) firstGood ??= minute;
        if (trigger.see(at(minute), agent('1', 'paused')).length > 0) fired ??= minute;
      }
      expect(fired).toBe(firstGood);
    }),
    { numRuns: 500 },
  );
});

test('times are whole seconds on one clock, whenever within a second a poll happens', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 0, max: 999 }),
      (first, last) => {
        const trigger = watch({ rows: [{ minutes: 1 }] });
        trigger.see(at(0) + first, agent('1', 'paused'));
        const [fired] = trigger.see(at(0) + MINUTE + last, agent('1', 'paused'));
        expect(fired?.alert.start).toBe(at(0));
      },
    ),
  );
});
