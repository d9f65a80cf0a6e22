import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { snapshotToItem } from '../../../shared/model/AgentSnapshot';
import { requestTimeout, simplify } from '../../../shared/node/parameters/common';
import { requiredEmailOf, type Operation } from '../../vendor';
import { koreAiAgent } from '../parameters';

const show = { resource: ['agent'], operation: ['getStatus'] };

export const description: INodeProperties[] = [
  koreAiAgent(show, { required: true, description: 'The agent to look at' }),
  { ...simplify, displayOptions: { show } },
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

/** One agent now, and since when, from the agent's status report. */
export async function execute(operation: Operation): Promise<IDataObject[]> {
  const agent = await operation.source.readAgent(await requiredEmailOf(operation));
  return [snapshotToItem(agent, operation.read.flag('simplify', true))];
}
