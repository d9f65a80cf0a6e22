import { simulatedCredential } from '../../../playground/lib/furnish.mjs';
import { saveCredential } from '../../../playground/lib/n8n-credentials.mjs';
import {
  activate,
  createWorkflow,
  triggersRun,
  withCredentials,
} from '../../../playground/lib/n8n-workflows.mjs';
import { listing } from '../../simulator/systems.mjs';
import { readWorkflow } from '../../../scripts/lib/wallboard.mjs';
import { eventually } from '../../e2e/lib/wait.mjs';

/** @typedef {import('../../../playground/lib/n8n-client.mjs').N8nClient} N8nClient */
/** @typedef {import('../../../playground/lib/n8n-workflows.mjs').WorkflowFile} WorkflowFile */
/** @typedef {import('../../simulator/index.mjs').Simulator} Simulator */

/** Who may see the page. */
export const viewer = { user: 'wall', password: 'Board-on-the-Wall-1' };

/** The credentials that the example names, beside those of the contact centers. */
const LOGINS = [
  { name: 'Wallboard', type: 'httpBasicAuth', data: viewer },
  {
    name: 'Wallboard refresh',
    type: 'jwtAuth',
    data: { keyType: 'passphrase', secret: 'a long passphrase for tests only', algorithm: 'HS256' },
  },
];

/**
 * Gives n8n the example with all contact centers simulated by one, active.
 * @param {N8nClient} n8n
 * @param {Simulator} simulator
 * @param {object} options
 * @param {string} options.path of its page, which no two workflows may share
 * @param {Record<string, unknown>} [options.settings] other values in its Settings node
 * @param {string[]} [options.without] nodes that its user deleted
 * @returns {Promise<{id: string, url: string}>}
 */
export async function installWallboard(n8n, simulator, { path, settings = {}, without = [] }) {
  const credentials = [];
  for (const login of [
    ...LOGINS,
    ...listing.map((system) => simulatedCredential(system, simulator)),
  ]) {
    // Other tests have credentials of the same names for other simulators.
    const { id } = await saveCredential(n8n, { ...login, name: `${path} ${login.name}` });
    credentials.push({ id, name: login.name });
  }
  const workflow = deleteNodes(await readWorkflow(), without);
  for (const { name, parameters } of workflow.nodes) {
    if (parameters.path) parameters.path = path;
    if (name !== 'Settings') continue;
    for (const setting of parameters.assignments.assignments) {
      setting.value = settings[setting.name] ?? setting.value;
    }
  }
  const id = await createWorkflow(n8n, withCredentials({ ...workflow, name: path }, credentials));
  await activate(n8n, id);
  await eventually('a published page', 30, () => triggersRun(n8n, id));
  return { id, url: `${n8n.url}/webhook/${path}` };
}

/**
 * What is left when somebody selects these nodes in the editor and presses Delete.
 * @param {WorkflowFile} workflow
 * @param {string[]} names
 * @returns {WorkflowFile}
 */
function deleteNodes(workflow, names) {
  const connections = Object.entries(workflow.connections)
    .filter(([from]) => !names.includes(from))
    .map(([from, to]) => {
      const { main } = /** @type {{main: {node: string}[][]}} */ (to);
      return [from, { main: main.map((ends) => ends.filter(({ node }) => !names.includes(node))) }];
    });
  return {
    ...workflow,
    nodes: workflow.nodes.filter(({ name }) => !names.includes(name)),
    connections: Object.fromEntries(connections),
  };
}
