import { groupBy as grouped } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { ContactCenterFailure } from '../../../shared/http/failure';
import { countAgents, countsToItem } from '../../../shared/model/AgentCounts';
import type { OperationDefinition } from '../../../shared/node/operation';
import { groupBy } from '../../../shared/node/parameters/agents';
import { filterCollection, optionCollection } from '../../../shared/node/parameters/common';
import { GET_COUNTS } from '../../../shared/node/parameters/operations';
import { readCounts, readTotals } from '../../counts';
import { groupFilters, groupsOf, type Operation } from '../parameters';
import { within } from '../within';

export const getCounts: OperationDefinition<Operation> = {
  choice: GET_COUNTS,
  properties: [
    groupBy([
      { name: 'Campaign', value: 'campaign', description: 'GOautodial: one item per campaign' },
      { name: 'Everyone', value: 'everyone', description: 'One item for all agents together' },
      {
        name: 'User Group',
        value: 'userGroup',
        description: 'GOautodial: one item per user group',
      },
    ]),
    filterCollection(groupFilters),
    optionCollection(),
  ],
  execute,
};

const GROUPINGS = ['campaign', 'userGroup'] as const;
const EVERYONE = { by: 'everyone', id: null };

/** How many agents are in each state, with the vendor's own figures beside. */
async function execute(operation: Operation): Promise<IDataObject[]> {
  const { client, floor, read } = operation;
  const groups = groupsOf(read, client.dialect);
  const by = read.text('groupBy', 'everyone');
  const grouping = GROUPINGS.find((name) => name === by);
  if (client.dialect === 'crocoDial') {
    if (grouping !== undefined) throw notGrouped();
    const { counts, observedAt } = await readCounts(client);
    return [countsToItem(EVERYONE, counts, floor.id, observedAt)];
  }
  const reading = await floor.readAgents();
  const agents = reading.agents.filter((agent) => within(groups, agent));
  if (grouping !== undefined) {
    return Object.entries(grouped(agents, ({ teams }) => teams[grouping] ?? '')).map(
      ([id, members]) => {
        const group = { by: grouping, id: id || null };
        return countsToItem(group, countAgents(members, false), floor.id, reading.observedAt);
      },
    );
  }
  // GOautodial's own figures are of everyone.
  const isEveryone = groups.campaigns.length === 0 && groups.userGroups.length === 0;
  const vendor = isEveryone ? await readTotals(client) : null;
  const counts = { ...countAgents(agents, false), vendor };
  return [countsToItem(EVERYONE, counts, floor.id, reading.observedAt)];
}

function notGrouped(): ContactCenterFailure {
  return new ContactCenterFailure(
    'badInput',
    'CROCO-dial only counts everyone together',
    'Set "Group By" to Everyone.',
  );
}
