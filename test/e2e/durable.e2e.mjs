import { survivesKills } from './lib/killing.mjs';

const scheduler = {
  N8N_SCHEDULER_ENABLED: 'true',
  N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
};

/** @type {import('./lib/suite.mjs').Suite[]} the durable scheduler without and with its cursors */
export default [
  {
    title: 'durable',
    needs: 'durable scheduler',
    own: { folder: 'durable', settings: scheduler },
    tests: {
      'kill -9 without durable cursors: no alert is lost, none comes twice': (stage) =>
        survivesKills(stage, { keepsClocks: false }),
    },
  },
  {
    title: 'durable',
    needs: 'durable scheduler',
    own: {
      folder: 'durable-cursors',
      settings: { ...scheduler, N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true' },
    },
    tests: {
      'kill -9 with durable cursors: the same, and clocks go on': (stage) =>
        survivesKills(stage, { keepsClocks: true }),
    },
  },
];
