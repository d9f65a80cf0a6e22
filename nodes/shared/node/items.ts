import type { IDataObject } from 'n8n-workflow';
import type { AgentActivity } from '../model/AgentActivity';
import { snapshotToItem, type AgentSnapshot } from '../model/AgentSnapshot';
import type { ParameterReader } from './parameters/read';

/** The agents that the parameters States, Return All and Limit leave. */
export function chosenAgents(
  agents: readonly AgentSnapshot[],
  read: ParameterReader,
): AgentSnapshot[] {
  const states = read.list('filters.states');
  const found = agents.filter(({ state }) => states.length === 0 || states.includes(state));
  const limit = read.flag('returnAll', true) ? found.length : read.number('limit', 50, 1);
  return found.slice(0, limit);
}

/** Agents as items, with the vendor's own record unless they are simplified. */
export const agentItems = (
  agents: readonly AgentSnapshot[],
  read: ParameterReader,
): IDataObject[] => agents.map((agent) => snapshotToItem(agent, read.flag('simplify', true)));

/** Activities as items, with the vendor's own record unless they are simplified. */
export const activityItems = (
  activities: readonly AgentActivity[],
  read: ParameterReader,
): IDataObject[] =>
  activities.map(({ raw, ...activity }) =>
    read.flag('simplify', true) ? activity : { ...activity, raw },
  );
