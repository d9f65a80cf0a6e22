import { groupBy as grouped, uniq } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { attempt, ContactCenterFailure } from '../../../shared/http/failure';
import { mapLimited } from '../../../shared/http/mapLimited';
import { countAgents, countsToItem, type AgentCounts } from '../../../shared/model/AgentCounts';
import type { AgentSnapshot } from '../../../shared/model/AgentSnapshot';
import type { OperationDefinition } from '../../../shared/node/operation';
import { groupBy } from '../../../shared/node/parameters/agents';
import { filterCollection, optionCollection } from '../../../shared/node/parameters/common';
import { GET_COUNTS } from '../../../shared/node/parameters/operations';
import { countsOfInGroup, groupFigures, readCallsWaiting } from '../../counts';
import { groupFilters, groupsOf, type Operation } from '../parameters';

export const getCounts: OperationDefinition<Operation> = {
  choice: GET_COUNTS,
  properties: [
    groupBy([
      { name: 'Campaign', value: 'campaign', description: 'One item per campaign' },
      { name: 'Everyone', value: 'everyone', description: 'One item for all agents together' },
      {
        name: 'In-Group',
        value: 'inGroup',
        description: "One item per in-group, in VICIdial's own figures",
      },
      { name: 'User Group', value: 'userGroup', description: 'One item per user group' },
    ]),
    {
      displayName: 'In-Group IDs',
      name: 'inGroups',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. SALESLINE, SUPPORTQ',
      displayOptions: { show: { groupBy: ['inGroup'] } },
      description: "In-groups to count, separated by commas. VICIdial's API has no list of them.",
    },
    {
      ...filterCollection(groupFilters),
      displayOptions: { hide: { groupBy: ['inGroup'] } },
    },
    optionCollection(),
  ],
  execute,
};

type Grouping = 'everyone' | 'campaign' | 'userGroup';

/** How many agents are in each state, with VICIdial's own figures beside where it has some. */
async function execute(operation: Operation): Promise<IDataObject[]> {
  const { floor, read } = operation;
  const by = read.text('groupBy', 'everyone');
  if (by === 'inGroup') return countInGroups(operation);
  const grouping: Grouping = by === 'campaign' || by === 'userGroup' ? by : 'everyone';
  const reading = await floor.readAgents(groupsOf(read));
  const groups =
    grouping === 'everyone'
      ? [{ id: null, agents: reading.agents }]
      : Object.entries(grouped(reading.agents, ({ teams }) => teams[grouping] ?? '')).map(
          ([id, agents]) => ({ id: id || null, agents }),
        );
  return mapLimited(groups, async ({ id, agents }) => {
    const counts = await countGroup(operation, grouping, agents);
    return countsToItem({ by: grouping, id }, counts, floor.id, reading.observedAt);
  });
}

/**
 * Our counts of agents, with VICIdial's own figures where it has some of the same agents. They
 * are an extra: where VICIdial fails at them, there are none.
 */
async function countGroup(
  { client, read }: Operation,
  grouping: Grouping,
  agents: AgentSnapshot[],
): Promise<AgentCounts> {
  const counts = countAgents(agents, false);
  const userGroups = uniq(agents.map(({ teams }) => teams.userGroup)).filter((id) => id !== null);
  const asked = groupsOf(read);
  if (grouping === 'campaign' || asked.campaigns.length > 0) return counts;
  // Calls waiting are those of the whole system, whatever group was asked for.
  const ofEveryone = grouping === 'everyone' && asked.userGroups.length === 0;
  if (userGroups.length === 0) {
    const waiting = ofEveryone ? await extra(() => readCallsWaiting(client)) : null;
    return { ...counts, callsWaiting: waiting };
  }
  const status = await extra(() =>
    client.call('user_group_status', { user_groups: userGroups.join('|') }),
  );
  const record = status?.records[0];
  if (record === undefined) return counts;
  return {
    ...counts,
    callsWaiting: ofEveryone ? record.calls_waiting : null,
    vendor: groupFigures(record),
  };
}

/** What is told beside our own counts; null where VICIdial fails at it. */
async function extra<T>(ask: () => Promise<T>): Promise<T | null> {
  const asked = await attempt(ask);
  if (asked.ok) return asked.value;
  if (asked.failure.kind === 'loginRefused') throw asked.failure;
  return null;
}

async function countInGroups({ client, floor, read }: Operation): Promise<IDataObject[]> {
  const ids = uniq(read.list('inGroups'));
  if (ids.length === 0) {
    throw new ContactCenterFailure(
      'badInput',
      'No in-group is named',
      'Enter at least one in-group ID, as the in-group list of VICIdial shows it.',
    );
  }
  return mapLimited(ids, async (id) => {
    const { records, receivedAt } = await client.call('in_group_status', { in_groups: id });
    return countsToItem({ by: 'inGroup', id }, countsOfInGroup(records[0]), floor.id, receivedAt);
  });
}
