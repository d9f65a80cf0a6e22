import assert from 'node:assert/strict';
import { activateFully, started, startedTimes } from './lib/alerts.mjs';
import { wrongPassword } from './lib/login.mjs';
import { pass } from './lib/wait.mjs';
import { pauseWorkflow } from './lib/workflows.mjs';

/** Long enough for five more polls. */
const PROOF_SECONDS = 55;

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'login',
  tests: {
    'a refused login is told once and not sent again, or VICIdial would lock the user': async (
      stage,
    ) => {
      const simulator = await stage.simulate();
      const workflow = await pauseWorkflow(stage, 'refused login', simulator, {
        password: wrongPassword,
      });
      await activateFully(stage, workflow);
      await startedTimes(stage, workflow, 1, 150);
      await pass(PROOF_SECONDS);
      const told = await started(stage, workflow);
      assert.deepEqual(
        told.map(({ status, error }) => [status, error]),
        [['error', 'VICIdial does not accept the user or the password']],
      );
      assert.equal(simulator.requests().length, 1);
    },
  },
};
