import assert from 'node:assert/strict';
import { executions, nodeRun } from '../../../../playground/lib/n8n-executions.mjs';
import { systems } from '../../../simulator/systems.mjs';
import { startedTimes } from '../alerts.mjs';
import { calmFloor, runExample } from './example.mjs';

/** @typedef {import('../../../simulator/systems.mjs').System} System */

/**
 * The vendor's first example: one branch for a pause too long, another for its end.
 * @param {import('../stage.mjs').Stage} stage
 * @param {System} system
 */
async function takesBothBranches(stage, system) {
  const simulator = await calmFloor(stage);
  // The ID is on the list of whom to watch, where an example has one; not every system has the name.
  const [id, name] = ['1101', 'Ada Example'];
  simulator.world.setAgent(id, { name, state: 'ready', campaign: 'TESTCAMP', group: 'AGENTS' });
  const workflow = await runExample(stage, { file: system.example, simulator, system });
  simulator.world.setAgent(id, { state: 'paused' });
  await branchOf(1, 'Alert', 'All Clear', /^WARNING: (Ada Example|1101)/);
  simulator.world.setAgent(id, { state: 'ready' });
  await branchOf(2, 'All Clear', 'Alert', /^Over: (Ada Example|1101)/);

  /**
   * @param {number} count of executions
   * @param {string} taken the node that ran
   * @param {string} other the one that did not
   * @param {RegExp} text
   */
  async function branchOf(count, taken, other, text) {
    await startedTimes(stage, workflow, count, 150);
    const [latest] = await executions(stage.client, workflow);
    const execution = String(latest?.id);
    const run = await nodeRun(stage.client, execution, taken);
    assert.match(run?.outputs[0]?.[0]?.text, text);
    assert.equal(await nodeRun(stage.client, execution, other), undefined);
  }
}

/** @type {Record<string, import('../../examples.e2e.mjs').Test>} */
export default Object.fromEntries(
  systems.map((system) => [
    `paused too long, ${system.name}: a branch for the alert, one for its end`,
    (stage) => takesBothBranches(stage, system),
  ]),
);
