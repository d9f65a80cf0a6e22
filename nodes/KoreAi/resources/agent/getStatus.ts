import type { OperationDefinition } from '../../../shared/node/operation';
import { agentItems } from '../../../shared/node/items';
import { optionCollection, simplify } from '../../../shared/node/parameters/common';
import { GET_STATUS } from '../../../shared/node/parameters/operations';
import { agentParameter, requiredEmailOf, type Operation } from '../parameters';

export const getStatus: OperationDefinition<Operation> = {
  choice: GET_STATUS,
  properties: [
    agentParameter({ required: true, description: 'The agent to look at' }),
    simplify,
    optionCollection(),
  ],
  /** One agent now, and since when, from the agent's status report. */
  execute: async (operation) => {
    const agent = await operation.floor.readAgent(await requiredEmailOf(operation));
    return agentItems([agent], operation.read);
  },
};
