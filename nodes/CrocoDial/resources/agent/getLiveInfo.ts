import { agentItems, chosenAgents } from '../../../shared/node/items';
import type { OperationDefinition } from '../../../shared/node/operation';
import {
  filterCollection,
  optionCollection,
  returnAllOrLimit,
  simplify,
} from '../../../shared/node/parameters/common';
import * as choices from '../../../shared/node/parameters/operations';
import { groupFilters, groupsOf, pausedStatuses, states, type Operation } from '../parameters';
import { within } from '../within';

export const getLiveInfo: OperationDefinition<Operation> = {
  choice: choices.getLiveInfo('What agents are doing now, and the call each is on'),
  properties: [
    {
      displayName: 'Agents',
      name: 'users',
      type: 'string',
      default: '',
      placeholder: 'e.g. maria.lopez, agent1001',
      description:
        'User names of the agents, separated by commas. CROCO-dial needs them, since it has no list of those who are logged in, and is asked once for each; for GOautodial, empty means everyone.',
    },
    ...returnAllOrLimit,
    simplify,
    filterCollection([...groupFilters, states]),
    optionCollection([pausedStatuses]),
  ],
  /** Everyone who is logged in, or who is named, and the call each is on. */
  execute: async ({ client, floor, read }) => {
    const groups = groupsOf(read, client.dialect);
    const { agents } = await floor.readAgents();
    const found = agents.filter((agent) => within(groups, agent));
    return agentItems(chosenAgents(found, read), read);
  },
};
