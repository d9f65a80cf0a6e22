/**
 * `npm run test:e2e`: our package in a real n8n, against the simulated contact center, from a bare
 * clone on. Arguments are the titles of the suites to run. Ends with "N passed, N failed".
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { prepare } from '../../playground/lib/open.mjs';
import { main } from '../../scripts/lib/main.mjs';
import { workFolder } from '../../scripts/lib/paths.mjs';
import credential from './credential.e2e.mjs';
import durable from './durable.e2e.mjs';
import { examples } from './examples.e2e.mjs';
import kill from './kill.e2e.mjs';
import { Outside } from './lib/examples/outside.mjs';
import { Stage } from './lib/stage.mjs';
import { runSuite } from './lib/suite.mjs';
import login from './login.e2e.mjs';
import operations from './operations.e2e.mjs';
import outage from './outage.e2e.mjs';
import restart from './restart.e2e.mjs';
import secrets from './secrets.e2e.mjs';
import trigger from './trigger.e2e.mjs';
import vendors from './vendors.e2e.mjs';
import wallboard from './wallboard.e2e.mjs';

/** @typedef {import('./lib/suite.mjs').Suite} Suite */

/**
 * Most of the time is waiting for polls: what stands in one row runs side by side.
 * @param {Outside} outside
 */
const rows = (outside) => [
  [credential, operations, trigger, outage, login, ...vendors, ...examples(outside), wallboard],
  [restart, kill, ...durable],
  [secrets],
];
const folder = path.join(workFolder, 'e2e');

/**
 * The n8n that suites play on: their own, or the one that all others share.
 * @param {Suite[]} suites
 * @param {Outside} outside what the shared one takes for the internet
 * @param {AbortSignal} signal
 * @returns {Promise<Map<Suite['own'], Stage>>} not open yet
 */
async function stagesOf(suites, outside, signal) {
  const stages = new Map();
  for (const { own } of suites) {
    if (stages.has(own)) continue;
    const { folder: name, settings } = own ?? { folder: 'shared', settings: outside.settings };
    const place = { folder: path.join(folder, name), settings };
    stages.set(own, new Stage(await prepare({ ...place, signal })));
  }
  return stages;
}

await main(async (signal) => {
  const titles = process.argv.slice(2);
  const outside = await Outside.open(signal);
  const chosen = rows(outside).map((row) =>
    row.filter(({ title }) => titles.length === 0 || titles.includes(title)),
  );
  await rm(folder, { recursive: true, force: true });
  const stages = await stagesOf(chosen.flat(), outside, signal);
  const results = [];
  try {
    await stages.get(undefined)?.open();
    for (const row of chosen) {
      const running = row.map(async (suite) => {
        const stage = /** @type {Stage} */ (stages.get(suite.own));
        if (suite.own) await stage.open();
        const result = await runSuite(suite, stage);
        if (suite.own) await stage.end();
        return result;
      });
      results.push(...(await Promise.all(running)));
    }
  } finally {
    await Promise.all([...stages.values()].map((stage) => stage.end()));
    await outside.close();
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
