import { groupBy } from 'lodash';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { ContactCenterFailure } from '../../../shared/http/failure';
import { countAgents, countsToItem } from '../../../shared/model/AgentCounts';
import { operationOptions } from '../../../shared/node/parameters/operations';
import { readCounts, readTotals } from '../../counts';
import { filtersOf, type Operation } from '../../vendor';
import { agentFilterOptions } from '../parameters';
import { within } from '../within';

const show = { resource: ['team'], operation: ['getCounts'] };

export const description: INodeProperties[] = [
  {
    displayName: 'Group By',
    name: 'groupBy',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show },
    options: [
      { name: 'Campaign', value: 'campaign', description: 'GOautodial: one item per campaign' },
      { name: 'Everyone', value: 'everyone', description: 'One item for all agents together' },
      {
        name: 'User Group',
        value: 'userGroup',
        description: 'GOautodial: one item per user group',
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
    options: agentFilterOptions.filter(({ name }) => name !== 'states'),
  },
  operationOptions(show),
];

const GROUPINGS = ['campaign', 'userGroup'] as const;
const EVERYONE = { by: 'everyone', id: null };

/** How many agents are in each state, with the vendor's own figures beside. */
export async function execute(operation: Operation): Promise<IDataObject[]> {
  const { client, source, read } = operation;
  const filters = filtersOf(read, client.dialect);
  const by = read.text('groupBy', 'everyone');
  const grouping = GROUPINGS.find((name) => name === by);
  if (client.dialect === 'crocoDial') {
    if (grouping !== undefined) throw notGrouped();
    const { counts, observedAt } = await readCounts(client);
    return [countsToItem(EVERYONE, counts, source.id, observedAt)];
  }
  const reading = await source.readAgents();
  const agents = reading.agents.filter((agent) => within(filters, agent));
  if (grouping !== undefined) {
    return Object.entries(groupBy(agents, ({ teams }) => teams[grouping] ?? '')).map(
      ([id, members]) => {
        const group = { by: grouping, id: id || null };
        return countsToItem(group, countAgents(members, false), source.id, reading.observedAt);
      },
    );
  }
  // GOautodial's own figures are of everyone.
  const isEveryone = filters.campaigns.length === 0 && filters.userGroups.length === 0;
  const vendor = isEveryone ? await readTotals(client) : null;
  const counts = { ...countAgents(agents, false), vendor };
  return [countsToItem(EVERYONE, counts, source.id, reading.observedAt)];
}

function notGrouped(): ContactCenterFailure {
  return new ContactCenterFailure(
    'badInput',
    'CROCO-dial only counts everyone together',
    'Set "Group By" to Everyone.',
  );
}
