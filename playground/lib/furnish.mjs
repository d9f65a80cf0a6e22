import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { saveCredential } from './n8n-credentials.mjs';
import { activate, createWorkflow, findWorkflow, withCredentials } from './n8n-workflows.mjs';

/**
 * @param {string} simulator its address
 * @param {{user: string, password: string}} [login] the simulated VICIdial's own API user
 * @returns the VICIdial credential of the simulated contact centre
 */
export const simulatedVicidial = (simulator, login = { user: '6666', password: '1234' }) => ({
  name: 'VICIdial',
  type: 'vicidialApi',
  data: { baseUrl: simulator, source: 'n8n', ...login },
});

/**
 * Gives n8n the credential and the example workflow, active. The credential follows the
 * simulator's address; a workflow that is there already stays as the user left it.
 * @param {import('./n8n-client.mjs').N8nClient} n8n
 * @param {string} simulator its address
 * @returns {Promise<string>} the example's id
 */
export async function furnish(n8n, simulator) {
  const credential = await saveCredential(n8n, simulatedVicidial(simulator));
  const file = path.join(root, 'examples', 'agent-paused-too-long.json');
  const example = JSON.parse(await readFile(file, 'utf8'));
  const present = await findWorkflow(n8n, example.name);
  if (present) return present;
  const id = await createWorkflow(n8n, withCredentials(example, [credential]));
  await activate(n8n, id);
  return id;
}
