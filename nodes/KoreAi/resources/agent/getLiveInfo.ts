import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { snapshotToItem } from '../../../shared/model/AgentSnapshot';
import { AGENT_STATES } from '../../../shared/model/AgentState';
import {
  requestTimeout,
  returnAllOrLimit,
  simplify,
  stateOptions,
} from '../../../shared/node/parameters/common';
import { picked } from '../../../shared/node/parameters/read';
import type { Operation } from '../../vendor';
import { queueFilterOptions } from '../parameters';

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
      ...queueFilterOptions,
      {
        displayName: 'States',
        name: 'states',
        type: 'multiOptions',
        // Kore.ai does not tell wrap-up from other work.
        options: stateOptions(AGENT_STATES.filter((state) => state !== 'wrapUp')),
        default: [],
        description: 'Only agents in these states',
      },
    ],
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show },
    options: [
      {
        displayName: 'Include Status Details',
        name: 'includeDetails',
        type: 'boolean',
        default: true,
        description:
          'Whether to ask for custom statuses and since when, which takes one more request per 50 agents who are logged in. Without them, agents in a custom status of the type Busy look busy, not paused.',
      },
      requestTimeout,
    ],
  },
];

/** Everyone, those who are offline included, in one request and one per 50 who are logged in. */
export async function execute({ source, read }: Operation): Promise<IDataObject[]> {
  const queueIds = picked(read, 'filters.queues', 'filters.queueIds');
  const detailed = read.flag('options.includeDetails', true);
  const { agents } = await source.readAgents(
    queueIds,
    detailed ? ['AVAILABLE', 'AWAY', 'BUSY'] : [],
  );
  const states = read.list('filters.states');
  const found = agents.filter(({ state }) => states.length === 0 || states.includes(state));
  const limit = read.flag('returnAll', true) ? found.length : read.number('limit', 50, 1);
  return found.slice(0, limit).map((agent) => snapshotToItem(agent, read.flag('simplify', true)));
}
