import type { OperationDefinition } from '../../../shared/node/operation';
import { agentItems } from '../../../shared/node/items';
import { optionCollection, simplify } from '../../../shared/node/parameters/common';
import { GET_STATUS } from '../../../shared/node/parameters/operations';
import { agentParameter, requiredAgentOf, type Operation } from '../parameters';

export const getStatus: OperationDefinition<Operation> = {
  choice: GET_STATUS,
  properties: [
    agentParameter({ required: true, description: 'The agent to look at' }),
    simplify,
    optionCollection(),
  ],
  /** One agent now, with the chats that are open. */
  execute: async (operation) => {
    const agent = await operation.floor.readAgent(requiredAgentOf(operation));
    return agentItems([agent], operation.read);
  },
};
