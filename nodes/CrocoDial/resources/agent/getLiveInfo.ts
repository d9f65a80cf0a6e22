import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { snapshotToItem } from '../../../shared/model/AgentSnapshot';
import { returnAllOrLimit, simplify } from '../../../shared/node/parameters/common';
import { operationOptions } from '../../../shared/node/parameters/operations';
import { filtersOf, type Operation } from '../../vendor';
import { agentFilterOptions, pausedStatuses } from '../parameters';
import { within } from '../within';

const show = { resource: ['agent'], operation: ['getLiveInfo'] };

export const description: INodeProperties[] = [
  {
    displayName: 'Agents',
    name: 'users',
    type: 'string',
    default: '',
    placeholder: 'e.g. maria.lopez, agent1001',
    displayOptions: { show },
    description:
      'User names of the agents, separated by commas. CROCO-dial needs them, since it has no list of those who are logged in, and is asked once for each; for GOautodial, empty means everyone.',
  },
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
  operationOptions(show, [pausedStatuses]),
];

/** Everyone who is logged in, or who is named, and the call each is on. */
export async function execute({ client, source, read }: Operation): Promise<IDataObject[]> {
  const filters = filtersOf(read, client.dialect);
  const { agents } = await source.readAgents();
  const states = read.list('filters.states');
  const found = agents
    .filter((agent) => within(filters, agent))
    .filter(({ state }) => states.length === 0 || states.includes(state));
  const limit = read.flag('returnAll', true) ? found.length : read.number('limit', 50, 1);
  return found.slice(0, limit).map((agent) => snapshotToItem(agent, read.flag('simplify', true)));
}
