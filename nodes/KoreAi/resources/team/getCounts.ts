import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { ContactCenterFailure } from '../../../shared/http/failure';
import { mapLimited } from '../../../shared/http/mapLimited';
import { countAgents, countsToItem } from '../../../shared/model/AgentCounts';
import type { AgentSnapshot } from '../../../shared/model/AgentSnapshot';
import { requestTimeout } from '../../../shared/node/parameters/common';
import { picked } from '../../../shared/node/parameters/read';
import type { Operation } from '../../vendor';
import { readStats } from '../../queues';
import { STATUSES, type KoreStatus } from '../../api/schemas';
import { queueFilterOptions } from '../parameters';

const show = { resource: ['team'], operation: ['getCounts'] };

export const description: INodeProperties[] = [
  {
    displayName: 'Group By',
    name: 'groupBy',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show },
    options: [
      { name: 'Everyone', value: 'everyone', description: 'One item for all agents together' },
      {
        name: 'Queue',
        value: 'queue',
        description: 'One item per queue, with the contacts waiting in it',
      },
    ],
    default: 'everyone',
  },
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add filter',
    default: {},
    displayOptions: { show },
    options: queueFilterOptions,
    description: 'With "Group By" set to Queue: the queues to count',
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
        displayName: 'Include Custom Busy Statuses',
        name: 'includeDetails',
        type: 'boolean',
        default: true,
        description:
          'Whether to count agents in a custom status of the type Busy as paused, which takes one more request per 50 agents who are busy. Without it they count as busy.',
      },
      requestTimeout,
    ],
  },
];

/** How many agents are in each state, with Kore.ai's own figures beside. */
export async function execute(operation: Operation): Promise<IDataObject[]> {
  const { read } = operation;
  const queueIds = picked(read, 'filters.queues', 'filters.queueIds');
  if (read.text('groupBy', 'everyone') !== 'queue') {
    const { agents, observedAt } = await readAgents(operation, queueIds);
    return [toItem(operation, { by: 'everyone', id: null }, agents, observedAt, null)];
  }
  if (queueIds.length === 0) throw noQueue();
  return mapLimited(queueIds, (queueId) => countQueue(operation, queueId));
}

async function countQueue(operation: Operation, queueId: string): Promise<IDataObject> {
  const stats = await readStats(operation.client, queueId);
  const { agents, observedAt } = await readAgents(operation, [queueId]);
  const group = { by: 'queue', id: queueId, name: stats?.queueName ?? null };
  return toItem(operation, group, agents, observedAt, {
    callsWaiting: stats?.waiting ?? null,
    vendor: { ...stats },
  });
}

function readAgents({ source, read }: Operation, queueIds: readonly string[]) {
  const detailed: KoreStatus[] = read.flag('options.includeDetails', true) ? ['BUSY'] : [];
  return source.readAgents(queueIds, detailed);
}

/** Kore.ai's own figures are the lengths of its lists where it has no others. */
function toItem(
  { source }: Operation,
  group: Parameters<typeof countsToItem>[0],
  agents: readonly AgentSnapshot[],
  observedAt: number,
  own: { callsWaiting: number | null; vendor: IDataObject } | null,
): IDataObject {
  const lists = Object.fromEntries(
    STATUSES.map((status) => [
      status.toLowerCase(),
      agents.filter(({ vendorStatus }) => vendorStatus === status).length,
    ]),
  );
  const counts = { ...countAgents(agents, true), ...(own ?? { vendor: lists }) };
  return countsToItem(group, counts, source.id, observedAt);
}

function noQueue(): ContactCenterFailure {
  return new ContactCenterFailure(
    'badInput',
    'No queue is chosen',
    'Under "Filters", choose the queues to count.',
  );
}
