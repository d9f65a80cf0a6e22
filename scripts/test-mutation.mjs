/**
 * `npm run test:mutation`: whether the tests notice when the trigger's engine or a vendor's table of
 * states is changed, from a bare clone on. Arguments are passed to Stryker.
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readReport } from '../test/mutation/report.mjs';
import config, { LEAST_PERCENT } from '../test/mutation/stryker.config.mjs';
import { runQuietly } from './lib/command.mjs';
import { main } from './lib/main.mjs';
import { logFile, root } from './lib/paths.mjs';
import { progress } from './lib/progress.mjs';
import { installTools } from './lib/project.mjs';

const stryker = path.join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const args = [stryker, 'run', 'test/mutation/stryker.config.mjs', ...process.argv.slice(2)];
const log = logFile('mutation');
const report = path.join(root, config.jsonReporter.fileName);
const folder = path.join(root, config.tempDirName);

/** How far Stryker is, by the last word of its log. */
async function detail() {
  const words = (await readFile(log, 'utf8')).matchAll(/(\d+)\/(\d+) tested \((\d+) survived/g);
  const [, tested, all, survived] = [...words].at(-1) ?? [];
  return all === undefined ? '' : `${tested} of ${all}, ${survived} survived`;
}

await main(async (signal) => {
  await installTools(signal);
  await rm(report, { force: true });
  const test = () => runQuietly(process.execPath, args, { cwd: root, log, signal });
  await progress('Testing mutants', test, detail).finally(() =>
    rm(folder, { recursive: true, force: true }),
  );
  const { found, all, survivors } = await readReport(report);
  const explained = await readFile(path.join(root, 'docs', 'mutation.md'), 'utf8');
  const unexplained = survivors.filter((survivor) => !explained.includes(survivor));
  if (unexplained.length > 0) {
    console.log(`\nSurvivors without a reason in docs/mutation.md:\n${unexplained.join('\n')}`);
  }
  const percent = (100 * found) / all;
  const passes = percent >= LEAST_PERCENT;
  console.log(
    `\n${found} of ${all} mutants found: ${percent.toFixed(1)} %, at least ${LEAST_PERCENT} % wanted`,
  );
  console.log(passes ? '1 passed, 0 failed' : '0 passed, 1 failed');
  if (!passes) process.exitCode = 1;
});
