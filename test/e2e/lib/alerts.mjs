import { executions, nodeRun } from '../../../playground/lib/n8n-executions.mjs';
import { activate, triggersRun } from '../../../playground/lib/n8n-workflows.mjs';
import { eventually } from './wait.mjs';
import { NODE } from './workflows.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * Activates a workflow and waits until n8n says that its trigger runs.
 * @param {Stage} stage
 * @param {string} workflow
 */
export async function activateFully(stage, workflow) {
  await activate(stage.client, workflow);
  await triggerAlive(stage, workflow);
}

/**
 * @param {Stage} stage
 * @param {string} workflow
 */
export const triggerAlive = (stage, workflow) =>
  eventually('a running trigger', 120, () => triggersRun(stage.client, workflow));

/**
 * What a trigger has started so far.
 * @param {Stage} stage
 * @param {string} workflow
 * @returns {Promise<{status: string, items: Record<string, any>[], error: string}[]>} oldest first
 */
export async function started(stage, workflow) {
  const ended = (await executions(stage.client, workflow)).filter(({ status }) =>
    ['success', 'error'].includes(status),
  );
  return Promise.all(
    ended.reverse().map(async ({ id, status }) => {
      const run = await nodeRun(stage.client, id, NODE);
      return { status, items: run?.outputs[0] ?? [], error: run?.error?.message ?? '' };
    }),
  );
}

/**
 * Waits for a trigger's executions.
 * @param {Stage} stage
 * @param {string} workflow
 * @param {number} count how many there must be
 * @param {number} seconds how long that may take
 */
export const startedTimes = (stage, workflow, count, seconds) =>
  eventually(`execution ${count}`, seconds, async () => {
    const all = await started(stage, workflow);
    return all.length >= count && all;
  });
