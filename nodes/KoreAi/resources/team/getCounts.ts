import type { IDataObject } from 'n8n-workflow';
import { ContactCenterFailure } from '../../../shared/http/failure';
import { mapLimited } from '../../../shared/http/mapLimited';
import { countAgents, countsToItem } from '../../../shared/model/AgentCounts';
import type { AgentSnapshot } from '../../../shared/model/AgentSnapshot';
import type { OperationDefinition } from '../../../shared/node/operation';
import { groupBy } from '../../../shared/node/parameters/agents';
import { filterCollection, optionCollection } from '../../../shared/node/parameters/common';
import { GET_COUNTS } from '../../../shared/node/parameters/operations';
import { STATUSES, type KoreStatus } from '../../api/schemas';
import { readStats } from '../../queues';
import { queueFilter, queuesOf, type Operation } from '../parameters';

export const getCounts: OperationDefinition<Operation> = {
  choice: GET_COUNTS,
  properties: [
    groupBy([
      { name: 'Everyone', value: 'everyone', description: 'One item for all agents together' },
      {
        name: 'Queue',
        value: 'queue',
        description: 'One item per queue, with the contacts waiting in it',
      },
    ]),
    {
      ...filterCollection(queueFilter),
      description: 'With "Group By" set to Queue: the queues to count',
    },
    optionCollection([
      {
        displayName: 'Include Custom Busy Statuses',
        name: 'includeDetails',
        type: 'boolean',
        default: true,
        description:
          'Whether to count agents in a custom status of the type Busy as paused, which takes one more request per 50 agents who are busy. Without it they count as busy.',
      },
    ]),
  ],
  execute,
};

/** How many agents are in each state, with Kore.ai's own figures beside. */
async function execute(operation: Operation): Promise<IDataObject[]> {
  const { read } = operation;
  const queueIds = queuesOf(read);
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

function readAgents({ floor, read }: Operation, queueIds: readonly string[]) {
  const detailed: KoreStatus[] = read.flag('options.includeDetails', true) ? ['BUSY'] : [];
  return floor.readAgents(queueIds, detailed);
}

/** Kore.ai's own figures are the lengths of its lists where it has no others. */
function toItem(
  { floor }: Operation,
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
  return countsToItem(group, counts, floor.id, observedAt);
}

function noQueue(): ContactCenterFailure {
  return new ContactCenterFailure(
    'badInput',
    'No queue is chosen',
    'Under "Filters", choose the queues to count.',
  );
}
