import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { operationOptions } from '../../../shared/node/parameters/operations';
import { attempt } from '../../../shared/http/failure';
import { mapLimited } from '../../../shared/http/mapLimited';
import { snapshotToItem, type AgentSnapshot } from '../../../shared/model/AgentSnapshot';
import { returnAllOrLimit, simplify } from '../../../shared/node/parameters/common';
import { picked } from '../../../shared/node/parameters/read';
import type { Operation } from '../../vendor';
import type { VicidialSource } from '../../floor';
import { agentFilterOptions } from '../parameters';

const show = { resource: ['agent'], operation: ['getLiveInfo'] };

export const description: INodeProperties[] = [
  ...returnAllOrLimit(show),
  { ...simplify, displayOptions: { show } },
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add filter',
    default: {},
    displayOptions: { show },
    options: agentFilterOptions,
  },
  operationOptions(show, [
    {
      displayName: 'Include Call Details',
      name: 'includeCallDetails',
      type: 'boolean',
      default: false,
      description:
        'Whether to add phone number and lead code of the call each agent is on. Takes one request per agent on a call, at most as many as "Max Detail Requests".',
    },
    {
      displayName: 'Max Detail Requests',
      name: 'maxDetailRequests',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 1000 },
      default: 100,
      description: 'How many agents to ask call details of, at most',
    },
  ]),
];

/** Everyone who is logged in, in one request; call details only when asked for. */
export async function execute(operation: Operation): Promise<IDataObject[]> {
  const { source, read } = operation;
  const reading = await source.readAgents({
    campaigns: picked(read, 'filters.campaigns', 'filters.campaignIds'),
    userGroups: picked(read, 'filters.userGroups', 'filters.userGroupIds'),
  });
  const states = read.list('filters.states');
  const found = reading.agents.filter(({ state }) => states.length === 0 || states.includes(state));
  const limit = read.flag('returnAll', true) ? found.length : read.number('limit', 50, 1);
  const agents = found.slice(0, limit);
  const detailed = read.flag('options.includeCallDetails', false)
    ? await withCallDetails(source, agents, read.number('options.maxDetailRequests', 100, 1))
    : agents;
  return detailed.map((agent) => snapshotToItem(agent, read.flag('simplify', true)));
}

/** Adds phone and lead code where the agent is still on the call that the list showed. */
async function withCallDetails(
  source: VicidialSource,
  agents: AgentSnapshot[],
  most: number,
): Promise<AgentSnapshot[]> {
  const asked = new Set(agents.filter(({ call }) => call !== null).slice(0, most));
  return mapLimited(agents, async (agent) => {
    if (!asked.has(agent)) return agent;
    const read = await attempt(() => source.readAgent(agent.agentId, false));
    if (!read.ok && read.failure.kind !== 'notFound') throw read.failure;
    const call = read.ok ? read.value.call : null;
    return call?.callId === agent.call?.callId ? { ...agent, call } : agent;
  });
}
