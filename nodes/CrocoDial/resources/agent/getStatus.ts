import { agentItems } from '../../../shared/node/items';
import type { OperationDefinition } from '../../../shared/node/operation';
import { optionCollection, simplify } from '../../../shared/node/parameters/common';
import { GET_STATUS } from '../../../shared/node/parameters/operations';
import { agentParameter, pausedStatuses, requiredAgentOf, type Operation } from '../parameters';

export const getStatus: OperationDefinition<Operation> = {
  choice: GET_STATUS,
  properties: [
    agentParameter({ required: true, description: 'The agent to look at' }),
    simplify,
    optionCollection([pausedStatuses]),
  ],
  /** One agent now. */
  execute: async (operation) => {
    const agent = await operation.floor.readAgent(requiredAgentOf(operation));
    return agentItems([agent], operation.read);
  },
};
