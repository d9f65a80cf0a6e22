import { simulatedCredential } from '../../../playground/lib/furnish.mjs';
import { saveCredential } from '../../../playground/lib/n8n-credentials.mjs';
import { activate, createWorkflow, triggersRun } from '../../../playground/lib/n8n-workflows.mjs';
import { systems } from '../../simulator/systems.mjs';
import { progress } from '../../../scripts/lib/progress.mjs';
import { eventually } from '../../e2e/lib/wait.mjs';
import { pollTimes } from './sizes.mjs';

/** @typedef {import('../../../playground/lib/n8n-workflows.mjs').WorkflowNode} WorkflowNode */
/** @typedef {import('./watchers.mjs').Watcher} Watcher */
/** @typedef {import('./cluster.mjs').Cluster} Cluster */

/** The node whose items are sent. */
export const TRIGGER = 'Contact Center';

/** The node that sends them. */
const SEND = 'Send';

/**
 * A workflow per trigger that sends what it tells, and one that n8n starts where such a one fails.
 * @param {object} stage
 * @param {Cluster} stage.cluster
 * @param {import('./sizes.mjs').Size} stage.size
 * @param {import('../../simulator/index.mjs').Simulator} stage.simulator
 * @param {import('./receiver.mjs').Receiver} stage.receiver
 * @param {Watcher[]} stage.watchers
 * @returns {Promise<string[]>} the ids, in the watchers' order; not active yet
 */
export async function createWorkflows({ cluster, size, simulator, receiver, watchers }) {
  const { client } = cluster;
  const credentials = new Map();
  for (const system of systems) {
    credentials.set(system, await saveCredential(client, simulatedCredential(system, simulator)));
  }
  const failed = '{{ JSON.stringify({ execution: $json.execution.id }) }}';
  const errorWorkflow = await create(client, 'Failed', [
    node('Failed', 'n8n-nodes-base.errorTrigger', {}),
    send(`${receiver.url}/failed`, failed),
  ]);
  await activate(client, errorWorkflow);

  const ids = [];
  for (const watcher of watchers) {
    const { index, title, system } = watcher;
    const trigger = {
      ...node(TRIGGER, `n8n-nodes-contact-center.${system.node}Trigger`, {
        ...watcher.kind.parameters(size.limitMinutes, watcher.never),
        sendResolved: true,
        ...watcher.scope,
        pollTimes: pollTimes(size, index),
      }),
      credentials: { [system.credentialType]: credentials.get(system) },
    };
    const sender = send(`${receiver.url}/${index}`, ALL_ITEMS);
    ids.push(await create(client, title, [trigger, sender], { errorWorkflow }));
  }
  return ids;
}

/** One request for all that one poll has told. */
const ALL_ITEMS =
  '{{ JSON.stringify({ execution: $execution.id, items: $input.all().map(({ json }) => json) }) }}';

/**
 * Activates them one after the other and waits until all triggers run.
 * @param {Cluster} cluster
 * @param {string[]} workflows
 */
export async function activateAll(cluster, workflows) {
  await progress(`Activating ${workflows.length} workflows`, async () => {
    for (const id of workflows) {
      // A busy n8n may have no connection to its database free.
      await activate(cluster.client, id).catch(() => activate(cluster.client, id));
    }
    await activeTriggers(cluster, workflows);
  });
}

/**
 * @param {Cluster} cluster
 * @param {string[]} workflows
 */
export async function activeTriggers({ client }, workflows) {
  for (const id of workflows) {
    await eventually(`the trigger of ${id}`, 120, () => triggersRun(client, id));
  }
}

/**
 * @param {import('../../../playground/lib/n8n-client.mjs').N8nClient} client
 * @param {string} name
 * @param {[WorkflowNode, WorkflowNode]} nodes the second follows the first
 * @param {Record<string, unknown>} [settings]
 */
const create = (client, name, [first, second], settings) =>
  createWorkflow(client, {
    name,
    nodes: [first, second],
    connections: { [first.name]: { main: [[{ node: second.name, type: 'main', index: 0 }]] } },
    settings,
  });

/**
 * @param {string} url
 * @param {string} body an expression
 */
const send = (url, body) => ({
  ...node(SEND, 'n8n-nodes-base.httpRequest', {
    method: 'POST',
    url,
    sendBody: true,
    specifyBody: 'json',
    jsonBody: `=${body}`,
    options: {},
  }),
  typeVersion: 4.2,
  executeOnce: true,
});

/**
 * @param {string} name
 * @param {string} type
 * @param {Record<string, any>} parameters
 * @returns {WorkflowNode}
 */
const node = (name, type, parameters) => ({
  id: name,
  name,
  type,
  typeVersion: 1,
  position: [0, 0],
  parameters,
});
