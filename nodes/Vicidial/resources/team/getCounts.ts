import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { operationOptions } from '../../../shared/node/parameters/operations';
import { groupBy, uniq } from 'lodash';
import { attempt, ContactCenterFailure } from '../../../shared/http/failure';
import { mapLimited } from '../../../shared/http/mapLimited';
import { countAgents, countsToItem, type AgentCounts } from '../../../shared/model/AgentCounts';
import type { AgentSnapshot } from '../../../shared/model/AgentSnapshot';
import { readCallsWaiting } from '../../callsWaiting';
import { countsOfInGroup, figuresOf } from '../../counts';
import { picked } from '../../../shared/node/parameters/read';
import type { Operation } from '../../vendor';
import { agentFilterOptions } from '../parameters';

const show = { resource: ['team'], operation: ['getCounts'] };

export const description: INodeProperties[] = [
  {
    displayName: 'Group By',
    name: 'groupBy',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show },
    options: [
      { name: 'Campaign', value: 'campaign', description: 'One item per campaign' },
      { name: 'Everyone', value: 'everyone', description: 'One item for all agents together' },
      {
        name: 'In-Group',
        value: 'inGroup',
        description: "One item per in-group, in VICIdial's own figures",
      },
      { name: 'User Group', value: 'userGroup', description: 'One item per user group' },
    ],
    default: 'everyone',
  },
  {
    displayName: 'In-Group IDs',
    name: 'inGroups',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. SALESLINE, SUPPORTQ',
    displayOptions: { show: { ...show, groupBy: ['inGroup'] } },
    description: "In-groups to count, separated by commas. VICIdial's API has no list of them.",
  },
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add filter',
    default: {},
    displayOptions: { show, hide: { groupBy: ['inGroup'] } },
    options: agentFilterOptions.filter(({ name }) => name !== 'states'),
  },
  operationOptions(show),
];

type Grouping = 'everyone' | 'campaign' | 'userGroup';

/** How many agents are in each state, with VICIdial's own figures beside where it has some. */
export async function execute(operation: Operation): Promise<IDataObject[]> {
  const { source, read } = operation;
  const by = read.text('groupBy', 'everyone');
  if (by === 'inGroup') return countInGroups(operation);
  const grouping: Grouping = by === 'campaign' || by === 'userGroup' ? by : 'everyone';
  const reading = await source.readAgents({
    campaigns: picked(read, 'filters.campaigns', 'filters.campaignIds'),
    userGroups: picked(read, 'filters.userGroups', 'filters.userGroupIds'),
  });
  const groups =
    grouping === 'everyone'
      ? [{ id: null, agents: reading.agents }]
      : Object.entries(groupBy(reading.agents, ({ teams }) => teams[grouping] ?? '')).map(
          ([id, agents]) => ({ id: id || null, agents }),
        );
  return mapLimited(groups, async ({ id, agents }) => {
    const counts = await countGroup(operation, grouping, agents);
    return countsToItem({ by: grouping, id }, counts, source.id, reading.observedAt);
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
  const ofCampaigns = picked(read, 'filters.campaigns', 'filters.campaignIds').length > 0;
  if (grouping === 'campaign' || ofCampaigns) return counts;
  // Calls waiting are those of the whole system, whatever group was asked for.
  const ofEveryone =
    grouping === 'everyone' &&
    picked(read, 'filters.userGroups', 'filters.userGroupIds').length === 0;
  if (userGroups.length === 0) {
    const waiting = ofEveryone ? await extra(() => readCallsWaiting(client)) : null;
    return { ...counts, callsWaiting: waiting };
  }
  const asked = await extra(() =>
    client.call('user_group_status', { user_groups: userGroups.join('|') }),
  );
  const record = asked?.records[0];
  if (record === undefined) return counts;
  return {
    ...counts,
    callsWaiting: ofEveryone ? record.calls_waiting : null,
    vendor: figuresOf(record),
  };
}

/** What is told beside our own counts; null where VICIdial fails at it. */
async function extra<T>(ask: () => Promise<T>): Promise<T | null> {
  const asked = await attempt(ask);
  if (asked.ok) return asked.value;
  if (asked.failure.kind === 'loginRefused') throw asked.failure;
  return null;
}

async function countInGroups({ client, source, read }: Operation): Promise<IDataObject[]> {
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
    return countsToItem({ by: 'inGroup', id }, countsOfInGroup(records[0]), source.id, receivedAt);
  });
}
