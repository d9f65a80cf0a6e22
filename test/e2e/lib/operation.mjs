import assert from 'node:assert/strict';
import { finished, nodeRun } from '../../../playground/lib/n8n-executions.mjs';
import { runByHand } from '../../../playground/lib/n8n-workflows.mjs';
import { NODE, START, operationWorkflow } from './workflows.mjs';

/**
 * Runs a vendor's node once, by hand, in a workflow of its own.
 * @param {Parameters<typeof operationWorkflow>} given
 * @returns {Promise<import('../../../playground/lib/n8n-executions.mjs').NodeRun>}
 */
export async function runOperation(...given) {
  const [{ client }] = given;
  const workflow = await operationWorkflow(...given);
  const { id } = await finished(client, await runByHand(client, workflow, START));
  const run = await nodeRun(client, id, NODE);
  assert.ok(run, 'the node ran');
  return run;
}
