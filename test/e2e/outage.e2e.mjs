import assert from 'node:assert/strict';
import { activateFully, started, startedTimes } from './lib/alerts.mjs';
import { nobodyPaused } from './lib/floor.mjs';
import { pass } from './lib/wait.mjs';
import { pauseWorkflow } from './lib/workflows.mjs';

/** Long enough for three more bad polls. */
const PROOF_SECONDS = 35;

/**
 * A vendor that has been down since before the trigger started: told once, and survived.
 * @param {import('./lib/stage.mjs').Stage} stage
 * @param {import('./lib/stage.mjs').Simulator} simulator down
 * @param {string} workflow its trigger runs
 */
export async function survivesOutage(stage, simulator, workflow) {
  // After its start n8n 1 activates one workflow after the other, and tells nobody when.
  await startedTimes(stage, workflow, 1, 150);
  await pass(PROOF_SECONDS);
  const told = await started(stage, workflow);
  assert.deepEqual(
    told.map(({ status }) => status),
    ['error'],
    'an outage is told once',
  );
  assert.match(told[0]?.error ?? '', /HTTP 502/);

  simulator.faults.clear();
  simulator.world.setAgent('1001', { state: 'paused', reason: 'BREAK' });
  const all = await startedTimes(stage, workflow, 2, 150);
  assert.equal(all[1]?.items[0]?.event, 'fired');
}

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'outage',
  tests: {
    'a vendor that is down at activation is told once, and its trigger lives': async (stage) => {
      const simulator = await stage.simulate();
      nobodyPaused(simulator);
      simulator.faults.set('gateway502');
      const workflow = await pauseWorkflow(stage, 'down at activation', simulator);
      await activateFully(stage, workflow);
      await survivesOutage(stage, simulator, workflow);
    },
  },
};
