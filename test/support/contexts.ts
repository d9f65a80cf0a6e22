import get from 'lodash/get';
import { ExecuteContext, LoadOptionsContext, PollContext } from 'n8n-core';
import {
  createRunExecutionData,
  Workflow,
  type ICredentialDataDecryptedObject,
  type ICredentialsHelper,
  type ICredentialType,
  type IDataObject,
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  type INodeType,
  type IWorkflowExecuteAdditionalData,
  type WorkflowExecuteMode,
} from 'n8n-workflow';

/** A node to run for real, in n8n-core's own contexts. */
export interface Subject {
  nodeType: INodeType;
  credentialType: ICredentialType;
  credentials: ICredentialDataDecryptedObject;
  /** What its expressions come to for an input item, where it has any. */
  credentialsOfItem?: (itemIndex: number) => ICredentialDataDecryptedObject;
  parameters: INodeParameters;
  /** Where the node differs from an ordinary one: id, name, continueOnFail. */
  node?: Partial<INode>;
  mode?: WorkflowExecuteMode;
  /** Aborted when a person stops the execution. */
  cancelled?: AbortSignal;
  /** The workflow's zone, America/New_York where none is given. */
  timezone?: string;
}

/** n8n's credentials helper, with one credential. */
function credentialsHelper({ credentialType, credentials, credentialsOfItem }: Subject) {
  const { authenticate } = credentialType;
  return {
    getParentTypes: () => [],
    isCredentialUsableByNode: () => true,
    getDecrypted: async (...asked: Parameters<ICredentialsHelper['getDecrypted']>) =>
      credentialsOfItem?.(asked[6]?.itemIndex ?? 0) ?? credentials,
    preAuthentication: async () => undefined,
    async authenticate(data: ICredentialDataDecryptedObject, _type: string, request: IDataObject) {
      if (typeof authenticate !== 'function') throw new Error('authenticate is no function');
      return authenticate(data, request as never);
    },
  };
}

/** What n8n's server hands to an execution. */
export function additionalData(subject: Subject): IWorkflowExecuteAdditionalData {
  return {
    credentialsHelper: credentialsHelper(subject),
    executionId: '1',
    variables: {},
    currentNodeExecutionIndex: 0,
    restApiUrl: '',
    instanceBaseUrl: '',
    formWaitingBaseUrl: 'http://localhost/form-waiting',
    webhookBaseUrl: '',
    webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
    webhookTestBaseUrl: '',
    setExecutionStatus: () => undefined,
    sendDataToUI: () => undefined,
  } as unknown as IWorkflowExecuteAdditionalData;
}

/** The node as a workflow has it. */
export function nodeOf({ nodeType, credentialType, parameters, node }: Subject): INode {
  return {
    id: 'node-1',
    name: nodeType.description.displayName,
    type: `n8n-nodes-contact-center.${nodeType.description.name}`,
    typeVersion: 1,
    position: [0, 0],
    parameters,
    credentials: { [credentialType.name]: { id: '1', name: 'Test' } },
    ...node,
  };
}

/** A workflow of one node; its static data can be handed on to the next, as n8n's database does. */
export function workflowOf(subject: Subject, staticData: IDataObject = {}) {
  const { nodeType, timezone = 'America/New_York' } = subject;
  const node = nodeOf(subject);
  const nodeTypes = {
    getByName: () => nodeType,
    getByNameAndVersion: () => nodeType,
    getKnownTypes: () => ({}),
  };
  const workflow = new Workflow({
    id: 'workflow-1',
    nodes: [node],
    connections: {},
    active: false,
    nodeTypes,
    staticData,
    settings: { executionOrder: 'v1', timezone },
  });
  return { workflow, node: workflow.getNode(node.name) ?? node };
}

/** Runs execute() as n8n does, for the input items given. */
export async function execute(
  subject: Subject,
  items: IDataObject[] = [{}],
): Promise<INodeExecutionData[]> {
  const { workflow, node } = workflowOf(subject);
  const input = items.map((json, item) => ({ json, pairedItem: { item } }));
  const context = new ExecuteContext(
    workflow,
    node,
    additionalData(subject),
    subject.mode ?? 'trigger',
    createRunExecutionData(),
    0,
    input,
    { main: [input] },
    { node, data: { main: [input] }, source: null },
    [],
    subject.cancelled,
  );
  const output = await subject.nodeType.execute?.call(context);
  return (output as INodeExecutionData[][])[0] ?? [];
}

/** What a poll came to: what it returned, and the errors it reported without throwing. */
export interface PollResult {
  items: IDataObject[] | null;
  reported: Error[];
}

/** A trigger that is polled again and again, with the state n8n keeps between polls. */
export function poller(subject: Subject, staticData: IDataObject = {}) {
  const { workflow, node } = workflowOf(subject, staticData);
  const poll = async (): Promise<PollResult> => {
    const reported: Error[] = [];
    const context = new PollContext(
      workflow,
      node,
      additionalData(subject),
      subject.mode ?? 'trigger',
      'activate',
      undefined,
      (error) => void reported.push(error),
    );
    const output = await subject.nodeType.poll?.call(context);
    return { items: output?.[0]?.map(({ json }) => json) ?? null, reported };
  };
  return {
    poll,
    /** The node's static data as n8n would write it to its database. */
    saved: () => JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject,
  };
}

/** The context of a list in the editor. */
export function lookup(subject: Subject): LoadOptionsContext {
  const { workflow, node } = workflowOf(subject);
  return new LoadOptionsContext(workflow, node, additionalData(subject), 'parameters');
}

/** A field of something unknown, for expectations. */
export function at(value: unknown, path: string): unknown {
  return get(value, path);
}
