import { agentItems, chosenAgents } from '../../../shared/node/items';
import type { OperationDefinition } from '../../../shared/node/operation';
import {
  filterCollection,
  optionCollection,
  returnAllOrLimit,
  simplify,
} from '../../../shared/node/parameters/common';
import * as choices from '../../../shared/node/parameters/operations';
import { queueFilter, queuesOf, states, type Operation } from '../parameters';

export const getLiveInfo: OperationDefinition<Operation> = {
  choice: choices.getLiveInfo('Every agent now, those who are offline included'),
  properties: [
    ...returnAllOrLimit,
    simplify,
    filterCollection([...queueFilter, states]),
    optionCollection([
      {
        displayName: 'Include Status Details',
        name: 'includeDetails',
        type: 'boolean',
        default: true,
        description:
          'Whether to ask for custom statuses and since when, which takes one more request per 50 agents who are logged in. Without them, agents in a custom status of the type Busy look busy, not paused.',
      },
    ]),
  ],
  /** Everyone, those who are offline included, in one request and one per 50 who are logged in. */
  execute: async ({ floor, read }) => {
    const detailed = read.flag('options.includeDetails', true);
    const { agents } = await floor.readAgents(
      queuesOf(read),
      detailed ? ['AVAILABLE', 'AWAY', 'BUSY'] : [],
    );
    return agentItems(chosenAgents(agents, read), read);
  },
};
