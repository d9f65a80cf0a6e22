/**
 * `npm run test:scale`: n8n in queue mode with two workers, and a hundred triggers of all vendors over
 * one simulated floor of 2,000 agents for ten minutes, while a worker and n8n's main process are
 * killed. With `-- --short`, ten triggers for two minutes. Ends with "N passed, N failed".
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main } from '../../scripts/lib/main.mjs';
import { workFolder } from '../../scripts/lib/paths.mjs';
import { play } from './lib/play.mjs';
import { FULL, SHORT } from './lib/sizes.mjs';

await main(async (signal) => {
  const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
  const folder = path.join(workFolder, 'scale');
  const { passed, failed } = await play(values.short ? SHORT : FULL, folder, signal);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});

// After Ctrl-C somebody still waits for an alert.
process.exit();
