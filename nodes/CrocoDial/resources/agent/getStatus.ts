import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { snapshotToItem } from '../../../shared/model/AgentSnapshot';
import { simplify } from '../../../shared/node/parameters/common';
import { operationOptions } from '../../../shared/node/parameters/operations';
import { requiredAgentOf, type Operation } from '../../vendor';
import { crocoDialAgent, pausedStatuses } from '../parameters';

const show = { resource: ['agent'], operation: ['getStatus'] };

export const description: INodeProperties[] = [
  crocoDialAgent(show, { required: true, description: 'The agent to look at' }),
  { ...simplify, displayOptions: { show } },
  operationOptions(show, [pausedStatuses]),
];

/** One agent now. */
export async function execute(operation: Operation): Promise<IDataObject[]> {
  const agent = await operation.source.readAgent(requiredAgentOf(operation));
  return [snapshotToItem(agent, operation.read.flag('simplify', true))];
}
