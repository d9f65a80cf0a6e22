/** @typedef {import('./n8n-client.mjs').N8nClient} N8nClient */
/** @typedef {import('./n8n-credentials.mjs').CredentialReference} CredentialReference */

/**
 * A workflow as n8n exports it.
 * @typedef {object} WorkflowFile
 * @property {string} name
 * @property {WorkflowNode[]} nodes
 * @property {Record<string, unknown>} connections
 * @property {Record<string, unknown>} [settings]
 */

/**
 * @typedef {object} WorkflowNode
 * @property {string} id
 * @property {string} name
 * @property {string} type
 * @property {number} typeVersion
 * @property {[number, number]} position
 * @property {Record<string, any>} parameters
 * @property {Record<string, {id?: string, name: string}>} [credentials] by credential type
 * @property {boolean} [executeOnce] for all items together
 */

/**
 * The same workflow with its credentials, which a file names only, pointing at existing ones.
 * @param {WorkflowFile} workflow
 * @param {CredentialReference[]} credentials
 * @returns {WorkflowFile}
 */
export function withCredentials(workflow, credentials) {
  const nodes = workflow.nodes.map((node) => ({
    ...node,
    ...(node.credentials && {
      credentials: Object.fromEntries(
        Object.entries(node.credentials).map(([type, { name }]) => [
          type,
          credentials.find((credential) => credential.name === name) ?? { name },
        ]),
      ),
    }),
  }));
  return { ...workflow, nodes };
}

/**
 * @param {N8nClient} n8n
 * @param {string} name
 * @returns {Promise<string | undefined>} its id
 */
export async function findWorkflow(n8n, name) {
  /** @type {{id: string, name: string}[]} */
  const all = await n8n.call('GET', '/rest/workflows');
  return all.find((workflow) => workflow.name === name)?.id;
}

/**
 * @param {N8nClient} n8n
 * @param {WorkflowFile} workflow
 * @returns {Promise<string>} its id
 */
export async function createWorkflow(n8n, workflow) {
  const settings = { executionOrder: 'v1', ...workflow.settings };
  const created = await n8n.call('POST', '/rest/workflows', {
    ...workflow,
    settings,
    active: false,
  });
  return created.id;
}

/**
 * Saves a workflow's nodes with changes; a running workflow goes on as it was published before.
 * @param {N8nClient} n8n
 * @param {string} id
 * @param {(node: WorkflowNode) => WorkflowNode} change of nodes without connections
 */
export async function changeNodes(n8n, id, change) {
  const { nodes, connections } = await n8n.call('GET', `/rest/workflows/${id}`);
  await n8n.call('PATCH', `/rest/workflows/${id}`, { nodes: nodes.map(change), connections });
}

/**
 * Activates what was saved last. n8n 1 does it at once and refuses where a trigger does not start;
 * n8n 2 carries it out afterwards (see triggersRun).
 * @param {N8nClient} n8n
 * @param {string} id
 */
export async function activate(n8n, id) {
  const { versionId } = await n8n.call('GET', `/rest/workflows/${id}`);
  await n8n.call('POST', `/rest/workflows/${id}/activate`, { versionId });
}

/**
 * @param {N8nClient} n8n
 * @param {string} id
 */
export const deactivate = (n8n, id) => n8n.call('POST', `/rest/workflows/${id}/deactivate`, {});

/**
 * Do the triggers of an active workflow really run?
 * @param {N8nClient} n8n
 * @param {string} id
 * @returns {Promise<boolean>} false: not yet; rejects with an Error that says why they never will
 */
export const triggersRun = (n8n, id) =>
  n8n.version.startsWith('1.') ? isActive(n8n, id) : isPublished(n8n, id);

/**
 * n8n 1: a workflow that it tries to activate again after its own start counts as not active.
 * @param {N8nClient} n8n
 * @param {string} id
 */
const isActive = async (n8n, id) => (await n8n.call('GET', '/rest/active-workflows')).includes(id);

/**
 * n8n 2
 * @param {N8nClient} n8n
 * @param {string} id
 */
async function isPublished(n8n, id) {
  /** @type {{status: string, triggers: {status: string, errorMessage?: string}[]}} */
  const publication = await n8n.call('GET', `/rest/workflows/${id}/publication-status`);
  const { status, triggers } = publication;
  if (status === 'failed') throw new Error(`the trigger failed: ${JSON.stringify(triggers)}`);
  return status === 'published' && triggers.every((trigger) => trigger.status === 'activated');
}

/**
 * Starts a workflow by hand from one of its triggers, as the editor's buttons do.
 * @param {N8nClient} n8n
 * @param {string} id
 * @param {string} trigger the trigger node's name
 * @returns {Promise<string>} the execution's id
 */
export async function runByHand(n8n, id, trigger) {
  const workflowData = await n8n.call('GET', `/rest/workflows/${id}`);
  const { executionId } = await n8n.call('POST', `/rest/workflows/${id}/run`, {
    workflowData,
    triggerToStartFrom: { name: trigger },
  });
  return executionId;
}
