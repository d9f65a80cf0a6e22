import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { operationOptions } from '../../../shared/node/parameters/operations';
import { AGENT_STATES } from '../../../shared/model/AgentState';
import { snapshotToItem } from '../../../shared/model/AgentSnapshot';
import { returnAllOrLimit, simplify, stateOptions } from '../../../shared/node/parameters/common';
import { picked } from '../../../shared/node/parameters/read';
import type { Operation } from '../../vendor';
import { departmentFilters } from '../parameters';

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
    options: [
      ...departmentFilters,
      {
        displayName: 'States',
        name: 'states',
        type: 'multiOptions',
        options: stateOptions(AGENT_STATES.filter((state) => state !== 'wrapUp')),
        default: [],
        description: 'Only agents in these states',
      },
    ],
  },
  operationOptions(show),
];

/** All omnichannel agents, the offline ones as well, with the chats each has open. */
export async function execute({ source, read }: Operation): Promise<IDataObject[]> {
  const { agents } = await source.readAgents(AGENT_STATES);
  const departments = picked(read, 'filters.departments', 'filters.departmentIds');
  const states = read.list('filters.states');
  const found = agents.filter(
    ({ state, teams }) =>
      (states.length === 0 || states.includes(state)) &&
      (departments.length === 0 || teams.departments.some((id) => departments.includes(id))),
  );
  const limit = read.flag('returnAll', true) ? found.length : read.number('limit', 50, 1);
  return found.slice(0, limit).map((agent) => snapshotToItem(agent, read.flag('simplify', true)));
}
