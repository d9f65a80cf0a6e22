import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { AgentState } from '../model/AgentState';
import { startOf } from './clocks';
import type { Moment } from './episodes';
import type { Presence } from './memory';

/** An agent's going from one state to another; `offline` is no session. */
export interface StateChange {
  from: AgentState;
  to: AgentState;
  at: number;
  /** Who it was, since when in the new state. */
  who: Presence;
  /** Since when in the old state; null where nobody was watching. */
  before: Presence | null;
  agent: AgentSnapshot | undefined;
}

/** What one observation says about who is logged in. */
interface PresenceMoment extends Pick<Moment, 'now' | 'goodAt' | 'longGap' | 'gone'> {
  inScope(agent: AgentSnapshot): boolean;
}

/**
 * Takes who is logged in one believed observation further. Pure.
 *
 * @param old null when changes were not watched before: then nothing has changed
 */
export function followPresence(
  old: ReadonlyMap<string, Presence> | null,
  agents: ReadonlyMap<string, AgentSnapshot>,
  moment: PresenceMoment,
): { present: Map<string, Presence>; changes: StateChange[] } {
  const present = new Map<string, Presence>();
  const changes: StateChange[] = [];
  for (const key of new Set([...(old?.keys() ?? []), ...agents.keys()])) {
    const [before, agent] = [old?.get(key), agents.get(key)];
    const now =
      agent === undefined ? missing(before, moment) : seen(before, agent, moment, old === null);
    if (now !== undefined) present.set(key, now);
    const change = old === null ? undefined : changeOf(before, now, agent, moment);
    if (change !== undefined) changes.push(change);
  }
  return { present, changes };
}

/** Undefined once it is believed that the agent is gone. */
function missing(
  before: Presence | undefined,
  { now, gone, longGap }: PresenceMoment,
): Presence | undefined {
  if (before === undefined || before.absentSince !== null || gone !== null) return undefined;
  return { ...before, absentSince: now, isStale: before.isStale || longGap };
}

function seen(
  before: Presence | undefined,
  agent: AgentSnapshot,
  moment: PresenceMoment,
  isFirst: boolean,
): Presence | undefined {
  const inScope = moment.inScope(agent);
  const { agentId, agentName, state } = agent;
  const isStale = moment.longGap || before?.isStale === true;
  if (state === 'offline') return undefined;
  // Who is unknown from the first is remembered as that, so as not to have logged in later.
  if (state === 'unknown' && !(before === undefined && isFirst)) {
    return before && { ...before, inScope, absentSince: null, isStale };
  }
  const goesOn = before?.state === state && !(isStale && before.startSource === 'observed');
  const start = goesOn ? before : startOf(agent, moment);
  return {
    agentId,
    agentName,
    state,
    inScope,
    start: start.start,
    startSource: start.startSource,
    uncertainty: start.uncertainty,
    absentSince: null,
    isStale: false,
  };
}

function changeOf(
  before: Presence | undefined,
  now: Presence | undefined,
  agent: AgentSnapshot | undefined,
  moment: PresenceMoment,
): StateChange | undefined {
  const { now: at } = moment;
  if (before === undefined) {
    return now && { from: 'offline', to: now.state, at, who: now, before: null, agent };
  }
  if (now === undefined) {
    if (before.state === 'unknown') return undefined;
    const gone = before.absentSince ?? moment.gone?.since ?? at;
    const start = agent === undefined ? { ...OBSERVED, start: gone } : startOf(agent, moment);
    const who: Presence = { ...before, ...start, state: 'offline' };
    return { from: before.state, to: 'offline', at: agent ? at : gone, who, before, agent };
  }
  return before.state === now.state || before.state === 'unknown'
    ? undefined
    : { from: before.state, to: now.state, at, who: now, before, agent };
}

const OBSERVED = { startSource: 'observed', uncertainty: null } as const;
