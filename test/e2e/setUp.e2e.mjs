import assert from 'node:assert/strict';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { activateFully, started } from './lib/alerts.mjs';
import { pauseWorkflow } from './lib/workflows.mjs';

const NO_LIMIT = { timeLimits: { rows: [] } };

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'set-up',
  tests: {
    'a trigger that cannot be right does not run, and n8n says why': async (stage) => {
      const simulator = await stage.simulate();
      const name = 'no limit';
      const workflow = await pauseWorkflow(stage, name, simulator, {}, vicidial, NO_LIMIT);
      await assert.rejects(activateFully(stage, workflow), /has no row under/);
      assert.equal(simulator.requests().length, 0, 'the contact center is not asked');
      assert.deepEqual(await started(stage, workflow), []);
      const { active } = await stage.client.call('GET', `/rest/workflows/${workflow}`);
      return active ? 'published, but it does not run' : 'not activated';
    },
  },
};
