/**
 * `npm test`: everything that needs no n8n, from a bare clone on. Arguments are passed to jest.
 */
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CommandError, run, runQuietly } from './lib/command.mjs';
import { main } from './lib/main.mjs';
import { logFile, root } from './lib/paths.mjs';
import { section } from './lib/progress.mjs';
import { installTools } from './lib/project.mjs';

const jest = [
  path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  '--maxWorkers=100%',
  '--reporters=default',
  '--reporters=<rootDir>/scripts/lib/jest-summary.mjs',
  ...process.argv.slice(2),
];

await main(async (signal) => {
  /** @param {string} script */
  const npm = (script) =>
    runQuietly('npm', ['run', '--silent', script], { cwd: root, signal, log: logFile(script) });

  await section('Install', () => installTools(signal));
  await section('Build', () => npm('build'));
  await section('Lint', async () => {
    const output = await npm('lint');
    // The stock lint lets warnings pass; here they count.
    const warned = /\(0 errors, [1-9]/.test(stripVTControlCharacters(output));
    if (warned) throw new CommandError('npm run lint (warnings)', 1, output);
  });
  await section('Types', () => npm('typecheck'));
  await section('Tests', () => run(process.execPath, jest, { cwd: root, signal }));
});
