import pLimit from 'p-limit';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { groupBy, uniq } from 'lodash';
import { ContactCenterFailure } from '../../../shared/failure';
import { countAgents, type AgentCounts } from '../../../shared/model/AgentCounts';
import { toIso, type AgentSnapshot } from '../../../shared/model/AgentSnapshot';
import { requestTimeout } from '../../../shared/parameters/common';
import { countsOfInGroup, figuresOf } from '../../counts';
import { picked, type Operation } from '../../operation';
import { agentFilterOptions } from '../filters';

const show = { resource: ['team'], operation: ['getCounts'] };
const REQUESTS_AT_ONCE = 5;

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
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show },
    options: [requestTimeout],
  },
];

type Grouping = 'everyone' | 'campaign' | 'userGroup';

/** How many agents are in each state, with VICIdial's own figures beside where it has some. */
export async function execute(operation: Operation): Promise<IDataObject[]> {
  const { source, read } = operation;
  const by = read.text('groupBy', 'everyone');
  if (by === 'inGroup') return countInGroups(operation);
  const grouping: Grouping = by === 'campaign' || by === 'userGroup' ? by : 'everyone';
  const reading = await source.readAgents({
    campaigns: picked(operation, 'filters.campaigns', 'filters.campaignIds'),
    userGroups: picked(operation, 'filters.userGroups', 'filters.userGroupIds'),
  });
  const groups =
    grouping === 'everyone'
      ? [{ id: null, agents: reading.agents }]
      : Object.entries(groupBy(reading.agents, ({ teams }) => teams[grouping] ?? '')).map(
          ([id, agents]) => ({ id, agents }),
        );
  const limit = pLimit(REQUESTS_AT_ONCE);
  const counts = await Promise.all(
    groups.map(({ agents }) => limit(() => countGroup(operation, grouping, agents))),
  );
  return groups.map(({ id }, index) =>
    toItem(source.id, { by: grouping, id }, counts[index], reading.observedAt),
  );
}

/** Our counts of agents, and for user groups VICIdial's own figures, calls waiting among them. */
async function countGroup(
  { client }: Operation,
  grouping: Grouping,
  agents: AgentSnapshot[],
): Promise<AgentCounts> {
  const counts = countAgents(agents, false);
  const userGroups = uniq(agents.map(({ teams }) => teams.userGroup)).filter((id) => id !== null);
  if (grouping === 'campaign' || userGroups.length === 0) return counts;
  const { records } = await client.call('user_group_status', { user_groups: userGroups.join('|') });
  const [record] = records;
  return record === undefined
    ? counts
    : { ...counts, callsWaiting: record.calls_waiting, vendor: figuresOf(record) };
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
  const limit = pLimit(REQUESTS_AT_ONCE);
  return Promise.all(
    ids.map((id) =>
      limit(async () => {
        const { records, receivedAt } = await client.call('in_group_status', { in_groups: id });
        const counts = countsOfInGroup(records[0]);
        return toItem(source.id, { by: 'inGroup', id }, counts, receivedAt);
      }),
    ),
  );
}

function toItem(
  source: string,
  group: { by: string; id: string | null },
  counts: AgentCounts | undefined,
  observedAt: number,
): IDataObject {
  return { source, group, ...counts, observedAt: toIso(observedAt) };
}
