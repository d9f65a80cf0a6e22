/**
 * `npm run test:property`: the property tests of the trigger at full length. `--runs N` small
 * histories (100,000) and `--worlds N` big ones (200); `--only NAME --seed N --path P` plays one
 * that failed once more.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './lib/command.mjs';
import { main } from './lib/main.mjs';
import { root } from './lib/paths.mjs';
import { section } from './lib/progress.mjs';
import { installTools } from './lib/project.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    worlds: { type: 'string', default: '200' },
    only: { type: 'string', default: '' },
    seed: { type: 'string' },
    path: { type: 'string' },
  },
});

/** @param {string | undefined} text */
const number = (text) => (text === undefined ? undefined : Number(text));

const propertyRun = {
  runs: number(values.runs),
  worlds: number(values.worlds),
  seed: number(values.seed),
  path: values.path,
};

const jest = [
  path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  `test/property/${values.only}`,
  '--maxWorkers=100%',
  '--reporters=default',
  '--reporters=<rootDir>/scripts/lib/jest-summary.mjs',
  '--globals',
  JSON.stringify({ propertyRun }),
];

await main(async (signal) => {
  await section('Install', () => installTools(signal));
  await section('Property tests', () => run(process.execPath, jest, { cwd: root, signal }));
});
