import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { simulatedCredential } from '../../../../playground/lib/furnish.mjs';
import { saveCredential } from '../../../../playground/lib/n8n-credentials.mjs';
import { finished } from '../../../../playground/lib/n8n-executions.mjs';
import {
  createWorkflow,
  runByHand,
  withCredentials,
} from '../../../../playground/lib/n8n-workflows.mjs';
import { vicidial } from '../../../simulator/vicidial/system.mjs';
import { root } from '../../../../scripts/lib/paths.mjs';
import { activateFully } from '../alerts.mjs';
import { nobodyPaused } from '../floor.mjs';
import { login } from '../login.mjs';
import { howTables, tablesByHand } from './tablesByHand.mjs';

/** @typedef {import('../stage.mjs').Stage} Stage */
/** @typedef {import('../../../simulator/systems.mjs').System} System */
/** @typedef {import('../../../../playground/lib/n8n-workflows.mjs').WorkflowNode} WorkflowNode */

/** So many times shorter than in the file are the limits in a test: ten minutes are 15 seconds. */
export const FASTER = 40;

/**
 * A floor on which nobody is paused.
 * @param {Stage} stage
 */
export async function calmFloor(stage) {
  const simulator = await stage.simulate();
  nobodyPaused(simulator);
  return simulator;
}

/**
 * @typedef {object} Example
 * @property {string} file in examples/
 * @property {import('../stage.mjs').Simulator} simulator
 * @property {System} [system] whose it is; VICIdial
 * @property {{name: string, type: string, data: Record<string, unknown>}[]} [credentials] beside
 *   the vendor's, under the names that the file has
 * @property {Record<string, Record<string, unknown>[]>} [pinned] items that a node gives instead
 *   of running, by node
 */

/**
 * An example from its file, as a user would set it up, with shorter limits and more polls.
 * @param {Stage} stage
 * @param {Example} example
 * @returns {Promise<string>} the workflow's id
 */
export async function importExample(stage, example) {
  const { file, simulator, system = vicidial, credentials = [], pinned = {} } = example;
  const imported = JSON.parse(await readFile(path.join(root, 'examples', file), 'utf8'));
  const workflow = howTables(stage) ? await tablesByHand(stage.client, imported) : imported;
  const own = simulatedCredential(system, simulator, system === vicidial ? login : {});
  const saved = [];
  for (const one of [own, ...credentials]) {
    const reference = await saveCredential(stage.client, { ...one, name: `${file}: ${one.name}` });
    saved.push({ ...reference, name: one.name });
  }
  const named = withCredentials(workflow, saved);
  const pins = Object.entries(pinned).map(([node, items]) => [
    node,
    items.map((json) => ({ json })),
  ]);
  const pinData = Object.fromEntries(pins);
  return createWorkflow(stage.client, {
    ...named,
    nodes: named.nodes.map(hurried),
    ...{ pinData },
  });
}

/**
 * The same, activated; returns when its trigger runs.
 * @param {Stage} stage
 * @param {Example} example
 * @returns {Promise<string>} the workflow's id
 */
export async function runExample(stage, example) {
  const workflow = await importExample(stage, example);
  await activateFully(stage, workflow);
  return workflow;
}

/**
 * Runs the branch that sets an example up, as its note says, and then activates it.
 * @param {Stage} stage
 * @param {string} workflow
 */
export async function setUp(stage, workflow) {
  const { client } = stage;
  const { status } = await finished(client, await runByHand(client, workflow, 'Run This Once'));
  assert.equal(status, 'success', 'the branch that sets it up');
}

/**
 * @param {WorkflowNode} node
 * @returns {WorkflowNode} a trigger of ours that looks every ten seconds and has shorter limits
 */
function hurried(node) {
  if (!/^n8n-nodes-contact-center\..*Trigger$/.test(node.type)) return node;
  const { timeLimits, countLimits, options } = node.parameters;
  const parameters = {
    ...node.parameters,
    // n8n polls a single item once a minute at most.
    pollTimes: {
      item: [0, 10, 20, 30, 40, 50].map((second) => ({
        mode: 'custom',
        cronExpression: `${second} * * * * *`,
      })),
    },
    ...(timeLimits && { timeLimits: shorter(timeLimits, 'minutes') }),
    ...(countLimits && { countLimits: shorter(countLimits, 'forMinutes') }),
    ...(options?.repeatEvery && {
      options: { ...options, repeatEvery: options.repeatEvery / FASTER },
    }),
  };
  return { ...node, parameters };
}

/**
 * @param {{rows: Record<string, any>[]}} limits
 * @param {string} field in minutes
 */
const shorter = ({ rows }, field) => ({
  rows: rows.map((row) => ({ ...row, [field]: row[field] / FASTER })),
});
