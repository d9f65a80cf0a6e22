import { activateFully, triggerAlive } from './lib/alerts.mjs';
import { nobodyPaused } from './lib/floor.mjs';
import { pauseWorkflow } from './lib/workflows.mjs';
import { survivesOutage } from './outage.e2e.mjs';

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'restart',
  tests: {
    'a vendor that is down when n8n starts is told once, and its trigger lives': async (stage) => {
      const simulator = await stage.simulate();
      nobodyPaused(simulator);
      const workflow = await pauseWorkflow(stage, 'down at start', simulator);
      await activateFully(stage, workflow);
      await stage.close();
      simulator.faults.set('gateway502');
      await stage.open();
      await triggerAlive(stage, workflow);
      await survivesOutage(stage, simulator, workflow);
    },
  },
};
