import { sortBy } from 'lodash';
import type { AgentSnapshot } from '../model/AgentSnapshot';
import { judgeAlert } from './alerts';
import type { Context } from './context';
import { advance, type Moment, type Progress } from './episodes';
import type { LimitEvent } from './events';
import { alertKeyOf, type AgentAlert, type Memory, type Track } from './memory';
import { statesKey } from './rules/rows';
import type { StateTooLongRule } from './rules/timeLimits';

/** What an observation makes of the rules about agents who are in a state too long. */
export function judgeLimits(context: Context): {
  tracks: Memory['tracks'];
  alerts: Record<string, AgentAlert>;
  events: LimitEvent[];
} {
  const sets = new Map(context.rules.limits.map(({ states }) => [statesKey(states), states]));
  const tracks: Memory['tracks'] = {};
  const alerts: Record<string, AgentAlert> = {};
  const events: LimitEvent[] = [];
  const progress = new Map<string, ReadonlyMap<string, Progress>>();
  for (const [key, states] of sets) {
    const steps = follow(context, key, states);
    progress.set(key, steps);
    tracks[key] = tracksOf(steps);
  }
  for (const rule of context.rules.limits) {
    const told: LimitEvent[] = [];
    for (const [agentKey, step] of progress.get(statesKey(rule.states)) ?? []) {
      const key = alertKeyOf(rule.id, agentKey);
      const judged = judge(context, rule, agentKey, step);
      if (judged.alert !== undefined) alerts[key] = judged.alert;
      told.push(...judged.events);
    }
    events.push(...sortBy(told, ({ event }) => event !== 'resolved'));
  }
  return { tracks, alerts, events };
}

/** Every agent's track for one set of states, a step further. */
function follow(
  context: Context,
  setKey: string,
  states: readonly string[],
): Map<string, Progress> {
  const { rules, memory, observation } = context;
  const old = memory.tracks[setKey];
  const codes = new Set(
    rules.limits.filter((rule) => statesKey(rule.states) === setKey).map(({ code }) => code),
  );
  const moment: Moment = {
    now: context.now,
    longGap: context.longGap,
    unseen: context.unseen,
    gone: context.gone,
    goodAt: old === undefined ? null : memory.goodAt,
    hasOwnRule: (code) => code !== '' && codes.has(code),
    inStates: ({ state }) => states.includes(state),
  };
  const steps = new Map<string, Progress>();
  for (const key of new Set([...(old?.keys() ?? []), ...observation.agents.keys()])) {
    steps.set(key, advance(old?.get(key), observation.agents.get(key), moment));
  }
  return steps;
}

function tracksOf(steps: ReadonlyMap<string, Progress>): Map<string, Track> {
  const tracks = new Map<string, Track>();
  for (const [key, { track }] of steps) if (track !== undefined) tracks.set(key, track);
  return tracks;
}

function judge(
  { memory, observation, watch, active, seeding, now }: Context,
  rule: StateTooLongRule,
  agentKey: string,
  step: Progress,
): { alert: AgentAlert | undefined; events: LimitEvent[] } {
  const agent = observation.agents.get(agentKey);
  const before = memory.tracks[statesKey(rule.states)]?.get(agentKey);
  const verdict = judgeAlert({
    rule,
    alert: memory.alerts[alertKeyOf(rule.id, agentKey)],
    step,
    agent,
    clock: clockOf(rule, step.track),
    inScope: active && (agent === undefined || watch.inScope(agent)),
    silent: seeding,
    repeatMs: watch.repeatMs,
    now,
  });
  const events = verdict.changes.map(
    (change): LimitEvent => ({
      ...change,
      type: 'stateTooLong',
      rule,
      agent: agent && (step.certain ? timed(agent, step.track) : agent),
      unseenSeconds: (step.track ?? before)?.unseen ?? 0,
    }),
  );
  return { alert: verdict.alert, events };
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
