import type { IDataObject } from 'n8n-workflow';
import { toIso, type AgentSnapshot } from './AgentSnapshot';
import type { AgentState } from './AgentState';

/** How many agents are in each state. The states add up to `total`. */
export interface AgentCounts {
  ready: number;
  busy: number;
  wrapUp: number;
  paused: number;
  /** Null where the vendor only lists agents who are logged in. */
  offline: number | null;
  unknown: number;
  /** Agents known to have a session: ready, busy, wrap-up and paused. */
  loggedIn: number;
  total: number;
  /** Paused agents per hundred logged in, to one decimal; null with nobody logged in. */
  percentPaused: number | null;
  /** Null where the vendor does not tell. */
  callsWaiting: number | null;
  /** The vendor's own figures, where it has some; theirs may count otherwise than ours. */
  vendor: IDataObject | null;
}

/**
 * Counts a floor.
 *
 * @param hasRoster whether the vendor also lists agents who are offline
 */
export function countAgents(
  agents: ReadonlyArray<Pick<AgentSnapshot, 'state'>>,
  hasRoster: boolean,
): AgentCounts {
  const of = (state: AgentState) => agents.filter((agent) => agent.state === state).length;
  return countsOf({
    ready: of('ready'),
    busy: of('busy'),
    wrapUp: of('wrapUp'),
    paused: of('paused'),
    offline: hasRoster ? of('offline') : null,
    unknown: of('unknown'),
  });
}

/** Counts by state with their sums, and with nothing that only a vendor knows. */
export function countsOf(states: Pick<AgentCounts, AgentState>): AgentCounts {
  const loggedIn = states.ready + states.busy + states.wrapUp + states.paused;
  return {
    ...states,
    loggedIn,
    total: loggedIn + states.unknown + (states.offline ?? 0),
    percentPaused: percentOf(states.paused, loggedIn),
    callsWaiting: null,
    vendor: null,
  };
}

/** A part in a hundred of the whole, to one decimal; null of nothing, or where one is not known. */
export function percentOf(part: number | null, whole: number | null): number | null {
  return part === null || !whole ? null : Math.round((part / whole) * 1000) / 10;
}

/**
 * Counts as an item's JSON.
 *
 * @param group of whom they are: by what agents are grouped, and which group it is
 * @param source which server and account told them
 * @param observedAt epoch in milliseconds
 */
export function countsToItem(
  group: { by: string; id: string | null; name?: string | null },
  counts: { [Figure in keyof AgentCounts]: AgentCounts[Figure] | null },
  source: string,
  observedAt: number,
): IDataObject {
  return { group, ...counts, source, observedAt: toIso(observedAt) };
}
