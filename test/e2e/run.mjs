/**
 * `npm run test:e2e`: our package in a real n8n, against the simulated contact center, from a bare
 * clone on. Arguments are the titles of the suites to run. Ends with "N passed, N failed".
 */
import path from 'node:path';
import { prepare } from '../../playground/lib/open.mjs';
import { main } from '../../scripts/lib/main.mjs';
import { workFolder } from '../../scripts/lib/paths.mjs';
import credential from './credential.e2e.mjs';
import { Stage } from './lib/stage.mjs';
import { runSuite } from './lib/suite.mjs';
import login from './login.e2e.mjs';
import operations from './operations.e2e.mjs';
import outage from './outage.e2e.mjs';
import restart from './restart.e2e.mjs';
import secrets from './secrets.e2e.mjs';
import trigger from './trigger.e2e.mjs';
import vendors from './vendors.e2e.mjs';

/** Most of the time is waiting for polls: what stands in one row runs side by side. */
const rows = [[credential, operations, trigger, outage, login, ...vendors], [restart], [secrets]];

await main(async (signal) => {
  const titles = process.argv.slice(2);
  const folder = path.join(workFolder, 'e2e');
  const stage = new Stage(await prepare({ folder, afresh: true, signal }));
  const results = [];
  try {
    await stage.open();
    for (const row of rows) {
      const suites = row.filter(({ title }) => titles.length === 0 || titles.includes(title));
      results.push(...(await Promise.all(suites.map((suite) => runSuite(suite, stage)))));
    }
  } finally {
    await stage.end();
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
