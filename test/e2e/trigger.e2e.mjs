import assert from 'node:assert/strict';
import { activateFully, started, startedTimes } from './lib/alerts.mjs';
import { nobodyPaused } from './lib/floor.mjs';
import { pass } from './lib/wait.mjs';
import { pauseWorkflow } from './lib/workflows.mjs';

/** Two polls and a bit: what would come twice would have come by then. */
const PROOF_SECONDS = 25;

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'trigger',
  tests: {
    'starts one execution when a pause is too long, one when it ends, none between': async (
      stage,
    ) => {
      const simulator = await stage.simulate();
      nobodyPaused(simulator);
      const workflow = await pauseWorkflow(stage, 'pause too long', simulator);
      await activateFully(stage, workflow);
      await pass(PROOF_SECONDS);
      assert.deepEqual(await started(stage, workflow), [], 'a calm floor is silent');

      simulator.world.setAgent('1001', { state: 'paused', reason: 'BREAK' });
      await startedTimes(stage, workflow, 1, 150);
      await pass(PROOF_SECONDS);
      assert.equal((await started(stage, workflow)).length, 1, 'told once while it lasts');

      simulator.world.setAgent('1001', { state: 'ready' });
      await startedTimes(stage, workflow, 2, 150);
      await pass(PROOF_SECONDS);
      const all = await started(stage, workflow);
      assert.deepEqual(
        all.map(({ status, items }) => [status, ...items.map(({ event }) => event)]),
        [
          ['success', 'fired'],
          ['success', 'resolved'],
        ],
      );
      const [fired, resolved] = all.flatMap(({ items }) => items);
      assert.ok(fired?.alertId);
      assert.equal(resolved?.alertId, fired?.alertId);
      assert.match(fired.message, /Ann Ready.*BREAK/);
    },
  },
};
