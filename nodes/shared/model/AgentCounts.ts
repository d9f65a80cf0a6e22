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
  const [ready, busy, wrapUp, paused] = [of('ready'), of('busy'), of('wrapUp'), of('paused')];
  const [offline, unknown] = [of('offline'), of('unknown')];
  const loggedIn = ready + busy + wrapUp + paused;
  return {
    ready,
    busy,
    wrapUp,
    paused,
    offline: hasRoster ? offline : null,
    unknown,
    loggedIn,
    total: loggedIn + unknown + (hasRoster ? offline : 0),
    percentPaused: loggedIn === 0 ? null : Math.round((paused / loggedIn) * 1000) / 10,
    callsWaiting: null,
    vendor: null,
  };
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
