import { AGENT_STATES } from '../../../shared/model/AgentState';
import { agentItems, chosenAgents } from '../../../shared/node/items';
import type { OperationDefinition } from '../../../shared/node/operation';
import {
  filterCollection,
  optionCollection,
  returnAllOrLimit,
  simplify,
} from '../../../shared/node/parameters/common';
import * as choices from '../../../shared/node/parameters/operations';
import { departmentFilter, departmentsOf, states, type Operation } from '../parameters';

export const getLiveInfo: OperationDefinition<Operation> = {
  choice: choices.getLiveInfo('All omnichannel agents now, and how many chats each has open'),
  properties: [
    ...returnAllOrLimit,
    simplify,
    filterCollection([...departmentFilter, states]),
    optionCollection(),
  ],
  /** All omnichannel agents, also those who are offline, with the chats each has open. */
  execute: async ({ floor, read }) => {
    const { agents } = await floor.readAgents(AGENT_STATES);
    const departments = departmentsOf(read);
    const found = agents.filter(
      ({ teams }) =>
        departments.length === 0 || teams.departments.some((id) => departments.includes(id)),
    );
    return agentItems(chosenAgents(found, read), read);
  },
};
