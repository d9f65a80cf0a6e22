import type { IDataObject } from 'n8n-workflow';
import { attempt } from '../shared/http/failure';
import { mapLimited } from '../shared/http/mapLimited';
import { countsOf, type AgentCounts } from '../shared/model/AgentCounts';
import { ACTIONS } from './api/endpoints';
import type { CrocoDialClient } from './api/client';

const TOTALS = [ACTIONS.totalInCall, ACTIONS.totalPaused, ACTIONS.totalWaiting];

/**
 * GOautodial's own figures, under the names of their actions. They are an extra: where it fails
 * at one, there is none of it.
 */
export async function readTotals(client: CrocoDialClient): Promise<IDataObject | null> {
  const figures = await mapLimited(TOTALS, async (action) => {
    const asked = await attempt(() => client.call(action));
    if (!asked.ok && asked.failure.kind === 'loginRefused') throw asked.failure;
    return asked.ok ? [[action.name, asked.value.value.data] as const] : [];
  });
  const found = figures.flat();
  return found.length === 0 ? null : Object.fromEntries(found);
}

/**
 * CROCO-dial's own figures as counts. It has none of wrap-up, and its sums are not to be relied
 * on: sessions that are in none of its states are unknown (docs/vendors/croco-dial.md, Counts).
 */
export async function readCounts(
  client: CrocoDialClient,
): Promise<{ counts: AgentCounts; observedAt: number }> {
  const { value, receivedAt } = await client.call(ACTIONS.agentStatus);
  const { data } = value;
  const { ready_agents: ready, incall_agents: busy, paused_agents: paused } = data;
  const unknown = Math.max(0, data.total_live_agents - ready - busy - paused);
  const offline = data.offline_agents ?? null;
  const counts = {
    ...countsOf({ ready, busy, wrapUp: 0, paused, offline, unknown }),
    vendor: figuresOf(data),
  };
  return { counts, observedAt: receivedAt };
}

/** Whatever is a number, under CROCO-dial's own names. */
function figuresOf(data: object): IDataObject {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === 'number'));
}
