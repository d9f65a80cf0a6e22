import { survivesKills } from './lib/killing.mjs';

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'kill',
  own: { folder: 'kill', settings: {} },
  tests: {
    'kill -9 between polls and in mid-poll: no alert is lost, none comes twice': (stage) =>
      survivesKills(stage, { keepsClocks: false }),
  },
};
