import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { saveCredential } from './n8n-credentials.mjs';
import { activate, createWorkflow, findWorkflow, withCredentials } from './n8n-workflows.mjs';
import { systems } from '../../test/simulator/systems.mjs';

/** @typedef {import('../../test/simulator/systems.mjs').System} System */
/** @typedef {import('../../test/simulator/index.mjs').Simulator} Simulator */

/**
 * A vendor's credential for the simulated contact center.
 * @param {System} system
 * @param {Simulator} simulator
 * @param {Record<string, unknown>} [other] fields that differ from the good login
 */
export const simulatedCredential = (system, simulator, other = {}) => ({
  name: system.name,
  type: system.credentialType,
  data: { ...system.login(simulator), ...other },
});

/**
 * Gives n8n every vendor's credential and example workflow, active. The credentials follow the
 * simulator's address; a workflow that is there already stays as the user left it.
 * @param {import('./n8n-client.mjs').N8nClient} n8n
 * @param {Simulator} simulator
 * @returns {Promise<string[]>} the examples' ids, in the vendors' order
 */
export async function furnish(n8n, simulator) {
  const ids = [];
  for (const system of systems) {
    const credential = await saveCredential(n8n, simulatedCredential(system, simulator));
    const file = path.join(root, 'examples', system.example);
    const example = JSON.parse(await readFile(file, 'utf8'));
    const present = await findWorkflow(n8n, example.name);
    const id = present ?? (await createWorkflow(n8n, withCredentials(example, [credential])));
    if (present === undefined) await activate(n8n, id);
    ids.push(id);
  }
  return ids;
}
