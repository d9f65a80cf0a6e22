import type { AgentSnapshot } from '../model/AgentSnapshot';
import { advance, type Moment, type Progress } from './episodes';
import { judgeAlert, type AlertChange, type AlertView } from './alerts';
import { alertKeyOf, isLongGap, onClock, type Alert, type Memory, type Track } from './memory';
import { statesKey, type StateTooLongRule } from './rules';

/** n8n polls at most once a minute, but first at activation, whenever that is. */
const MINUTE_MS = 60_000;

/** A floor that is believed. */
export interface Observation {
  agents: ReadonlyMap<string, AgentSnapshot>;
  inScope(agent: AgentSnapshot): boolean;
  /** Whether alerts are sent for agents who are over a limit when the trigger is switched on. */
  alertOnActivation: boolean;
}

/** Something to tell. */
export interface TriggerEvent extends AlertChange {
  rule: StateTooLongRule | undefined;
  alert: Alert;
  /** The agent as just seen, since-when included; undefined when not on the floor. */
  agent: AgentSnapshot | undefined;
  unseenSeconds: number;
}

/**
 * One poll: what the rules make of a floor, and what to remember. Pure; `now` is n8n's clock
 * when the floor was read, in epoch milliseconds.
 */
export function evaluate(
  rules: readonly StateTooLongRule[],
  remembered: Memory,
  observation: Observation,
  now: number,
): { memory: Memory; events: TriggerEvent[] } {
  const at = Math.floor(now / 1000) * 1000;
  const memory = onClock(remembered, at);
  const gap = memory.goodAt === null ? 0 : at - memory.goodAt;
  const missedPolls = memory.badPolls > 0 || gap > 2 * Math.max(...memory.rhythm, MINUTE_MS);
  const context: Context = {
    rules,
    memory,
    observation,
    base: {
      now: at,
      longGap: isLongGap(memory, gap),
      unseen: missedPolls ? Math.round(gap / 1000) : 0,
      goneSince: memory.doubt?.since ?? null,
    },
  };
  const sets = new Map(rules.map(({ states }) => [statesKey(states), states]));
  const tracks: Memory['tracks'] = {};
  const progress = new Map<string, ReadonlyMap<string, Progress>>();
  for (const [key, states] of sets) {
    const steps = follow(context, key, states);
    progress.set(key, steps);
    tracks[key] = tracksOf(steps);
  }
  const { alerts, events } = alertsOf(context, progress);
  return {
    memory: {
      ...memory,
      goodAt: at,
      badPolls: 0,
      outageTold: false,
      doubt: null,
      roster: [...observation.agents.keys()],
      tracks,
      alerts,
    },
    events,
  };
}

interface Context {
  rules: readonly StateTooLongRule[];
  memory: Memory;
  observation: Observation;
  base: Pick<Moment, 'now' | 'longGap' | 'unseen' | 'goneSince'>;
}

/** Every agent's track for one set of states, a step further. */
function follow(
  { rules, memory, observation, base }: Context,
  setKey: string,
  states: readonly string[],
): Map<string, Progress> {
  const old = memory.tracks[setKey];
  const codes = new Set(
    rules.filter((rule) => statesKey(rule.states) === setKey).map(({ code }) => code),
  );
  const moment: Moment = {
    ...base,
    goodAt: old === undefined ? null : memory.goodAt,
    hasOwnRule: (code) => code !== '' && codes.has(code),
    inStates: ({ state }) => states.includes(state),
  };
  const steps = new Map<string, Progress>();
  for (const key of new Set([...Object.keys(old ?? {}), ...observation.agents.keys()])) {
    steps.set(key, advance(old?.[key], observation.agents.get(key), moment));
  }
  return steps;
}

function tracksOf(steps: ReadonlyMap<string, Progress>): Record<string, Track> {
  const tracks: Record<string, Track> = {};
  for (const [key, { track }] of steps) if (track !== undefined) tracks[key] = track;
  return tracks;
}

function alertsOf(
  { rules, memory, observation, base }: Context,
  progress: ReadonlyMap<string, ReadonlyMap<string, Progress>>,
): { alerts: Record<string, Alert>; events: TriggerEvent[] } {
  const alerts: Record<string, Alert> = {};
  const events: TriggerEvent[] = [];
  const left = new Map(Object.entries(memory.alerts));
  for (const rule of rules) {
    for (const [agentKey, step] of progress.get(statesKey(rule.states)) ?? []) {
      const key = alertKeyOf(rule.id, agentKey);
      const alert = left.get(key);
      left.delete(key);
      const seen = observation.agents.get(agentKey);
      const view: AlertView = {
        rule,
        alert,
        step,
        agent: seen,
        clock: clockOf(rule, step.track),
        inScope: seen === undefined || observation.inScope(seen),
        silent: memory.goodAt === null && !observation.alertOnActivation,
        now: base.now,
      };
      const verdict = judgeAlert(view);
      if (verdict.alert !== undefined) alerts[key] = verdict.alert;
      for (const { alert: told, ...change } of verdict.changes) {
        events.push({
          ...change,
          rule,
          alert: told,
          agent: seen && (step.certain ? timed(seen, step.track) : seen),
          unseenSeconds: step.track?.unseen ?? 0,
        });
      }
    }
  }
  const known = new Set(rules.map(({ id }) => id));
  for (const alert of left.values()) {
    if (alert.silent) continue;
    const agent = [...observation.agents.values()].find(({ agentId }) => agentId === alert.agentId);
    events.push({
      event: 'resolved',
      reason: known.has(alert.ruleId) ? 'loggedOut' : 'ruleRemoved',
      at: base.now,
      rule: undefined,
      alert,
      agent,
      unseenSeconds: 0,
    });
  }
  return { alerts, events };
}

/** Since when the time runs that a rule limits; null where the rule is not about this pause. */
export function clockOf(rule: StateTooLongRule, track: Track | undefined): number | null {
  if (track === undefined) return null;
  if (rule.code === '*') return track.start;
  if (rule.code === '') return track.otherStart;
  return track.code === rule.code ? track.codeStart : null;
}

/** The agent with since when, as far as it is known to the trigger. */
export function timed(agent: AgentSnapshot, track: Track | undefined): AgentSnapshot {
  if (track === undefined) return agent;
  return {
    ...agent,
    stateSince: track.start,
    stateSinceSource: track.startSource,
    stateSinceUncertaintySeconds: track.uncertainty,
  };
}
