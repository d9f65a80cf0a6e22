import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
  Workflow,
  type IDataObject,
  type INode,
  type INodeExecutionData,
  type INodeType,
  type INodeTypes,
} from 'n8n-workflow';
import { additionalData, nodeOf, type Subject } from './contexts';

const START = 'Items';

/** A node whose output is pinned, so that it is never run. */
const start: INode = {
  id: 'start',
  name: START,
  type: START,
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};
const startType = {
  description: { displayName: START, inputs: [], outputs: ['main'], properties: [] },
} as unknown as INodeType;

/**
 * The outputs of a node that n8n-core runs within a workflow, for the input items given: with
 * `onError: 'continueErrorOutput'` those who succeed and those who fail, as n8n sorts them.
 */
export async function outputsOf(
  subject: Subject,
  items: IDataObject[],
): Promise<INodeExecutionData[][]> {
  const node = nodeOf(subject);
  const byType = (type: string) => (type === START ? startType : subject.nodeType);
  const workflow = new Workflow({
    id: 'workflow-1',
    nodes: [start, node],
    connections: { [START]: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
    active: false,
    nodeTypes: { getByName: byType, getByNameAndVersion: byType } as unknown as INodeTypes,
    settings: { executionOrder: 'v1', timezone: 'America/New_York' },
  });
  const mode = subject.mode ?? 'trigger';
  const hooks = new ExecutionLifecycleHooks(mode, '1', { id: 'workflow-1' } as never);
  const { data } = await new WorkflowExecute({ ...additionalData(subject), hooks }, mode).run({
    workflow,
    startNode: start,
    pinData: { [START]: items.map((json) => ({ json })) },
  });
  const [run] = data.resultData.runData[node.name] ?? [];
  return (run?.data?.main ?? []).map((output) => output ?? []);
}
