import type { Context, Observation, Watch } from './context';
import { judgeCount } from './counts';
import type { ChangeEvent, CountEvent, TriggerEvent } from './events';
import { judgeLimits } from './limits';
import type { Memory } from './memory';
import { isLongGap, onClock, wholeSeconds } from './timing';
import { followPresence } from './presence';
import { removedAlerts } from './removed';
import { isAbout } from './rules/changes';
import { wantedBy, type Rules } from './rules/rules';

/** n8n polls at most once a minute, but first at activation, whenever that is. */
const MINUTE_MS = 60_000;

/**
 * One poll: what the rules make of a floor, and what to remember. Pure; `now` is n8n's clock
 * when the floor was read, in epoch milliseconds.
 */
export function evaluate(
  rules: Rules,
  remembered: Memory,
  observation: Observation,
  watch: Watch,
  now: number,
): { memory: Memory; events: TriggerEvent[] } {
  const context = contextOf(rules, remembered, observation, watch, now);
  const limits = judgeLimits(context);
  const counts = judgeCounts(context);
  const changes = judgeChanges(context);
  return {
    memory: {
      ...context.memory,
      goodAt: context.now,
      outage: null,
      doubt: null,
      roster: [...observation.agents.keys()],
      tracks: limits.tracks,
      alerts: limits.alerts,
      counts: counts.counts,
      present: changes.present,
      apart: changes.apart,
    },
    events: [...limits.events, ...counts.events, ...changes.events, ...removedAlerts(context)],
  };
}

function contextOf(
  rules: Rules,
  remembered: Memory,
  observation: Observation,
  watch: Watch,
  time: number,
): Context {
  const now = wholeSeconds(time);
  const memory = onClock(remembered, now);
  const gap = memory.goodAt === null ? 0 : now - memory.goodAt;
  const missedPolls = memory.outage !== null || gap > 2 * Math.max(...memory.rhythm, MINUTE_MS);
  return {
    rules,
    memory,
    observation,
    watch,
    active: watch.isActive(now),
    seeding: memory.goodAt === null && !watch.alertOnActivation,
    now,
    longGap: isLongGap(memory, gap),
    unseen: missedPolls ? Math.round(gap / 1000) : 0,
    gone: observation.gone,
  };
}

function judgeCounts(context: Context): { counts: Memory['counts']; events: CountEvent[] } {
  const { rules, memory, observation, watch } = context;
  const agents = [...observation.agents.values()].filter((agent) => watch.inScope(agent));
  const counts: Memory['counts'] = {};
  const events: CountEvent[] = [];
  for (const rule of rules.counts) {
    const { track, change, value } = judgeCount(rule, memory.counts[rule.id], {
      agents,
      callsWaiting: observation.callsWaiting,
      minLoggedIn: watch.minLoggedIn,
      now: context.now,
      goodAt: memory.goodAt,
      longGap: context.longGap,
      active: context.active,
      seeding: context.seeding,
      repeatMs: watch.repeatMs,
    });
    counts[rule.id] = track;
    if (change === undefined) continue;
    const { unseen: unseenSeconds } = context;
    events.push({ ...change, type: 'countLimit', rule, value, unseenSeconds });
  }
  return { counts, events };
}

/**
 * Who is logged in is followed only while somebody wants to know of changes, and anew when states
 * are to be told apart that were read as one before.
 */
function judgeChanges(
  context: Context,
): Pick<Memory, 'present' | 'apart'> & { events: ChangeEvent[] } {
  const { rules, memory, observation, watch, now, longGap, gone } = context;
  if (rules.changes.length === 0) return { present: null, apart: [], events: [] };
  const { states: apart } = wantedBy(rules);
  const old = apart.every((state) => memory.apart.includes(state)) ? memory.present : null;
  const { present, changes } = followPresence(old, observation.agents, {
    now,
    longGap,
    gone,
    goodAt: old === null ? null : memory.goodAt,
    inScope: (agent) => watch.inScope(agent),
  });
  const told = changes.filter(({ who }) => context.active && who.inScope);
  const events = told.flatMap((change): ChangeEvent[] => {
    const rule = rules.changes.find((each) => isAbout(each, change.from, change.to));
    if (rule === undefined) return [];
    const { unseen: unseenSeconds } = context;
    return [{ ...change, type: 'stateChange', event: 'changed', rule, unseenSeconds }];
  });
  return { present, apart, events };
}
