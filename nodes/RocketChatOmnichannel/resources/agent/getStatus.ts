import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { operationOptions } from '../../../shared/node/parameters/operations';
import { snapshotToItem } from '../../../shared/model/AgentSnapshot';
import { simplify } from '../../../shared/node/parameters/common';
import { requiredAgentOf, type Operation } from '../../vendor';
import { rocketChatAgent } from '../parameters';

const show = { resource: ['agent'], operation: ['getStatus'] };

export const description: INodeProperties[] = [
  rocketChatAgent(show, { required: true, description: 'The agent to look at' }),
  { ...simplify, displayOptions: { show } },
  operationOptions(show),
];

/** One agent now, with the chats that are open. */
export async function execute(operation: Operation): Promise<IDataObject[]> {
  const agent = await operation.source.readAgent(requiredAgentOf(operation));
  return [snapshotToItem(agent, operation.read.flag('simplify', true))];
}
