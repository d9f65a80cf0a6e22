/**
 * `npm run test:e2e`: our package in real n8n, 2.x and then 1.x, against the simulated contact
 * center, from a bare clone on. `--n8n 1` or `--n8n 2` takes only that one, arguments are the titles
 * of the suites to run. When all have run on both, what they found is held against the README's
 * compatibility table; `--write` writes it. Ends with "N passed, N failed".
 */
import { parseArgs } from 'node:util';
import { versionOf, versions } from '../../playground/lib/n8n-versions.mjs';
import { main } from '../../scripts/lib/main.mjs';
import { section } from '../../scripts/lib/progress.mjs';
import { installTools } from '../../scripts/lib/project.mjs';
import { provesReadme } from './lib/compatibility.mjs';
import { play } from './lib/play.mjs';
import { keepReport, keptReports } from './lib/report.mjs';
import { countsOf, runTest } from './lib/suite.mjs';

await main(async (signal) => {
  const { values, positionals: titles } = parseArgs({
    allowPositionals: true,
    options: { n8n: { type: 'string' }, write: { type: 'boolean', default: false } },
  });
  await installTools(signal);
  // Some suites play with these tools.
  const { chosenRows } = await import('./suites.mjs');
  const chosen = values.n8n === undefined ? versions : [versionOf(values.n8n)];
  const results = [];
  let tarball = '';
  for (const version of chosen) {
    const report = await section(`n8n ${version.major}`, () =>
      play(version, chosenRows(titles), signal),
    );
    results.push(...report.results);
    if (titles.length === 0) await keepReport(version, report);
    tarball = report.tarball;
  }
  const reports = titles.length === 0 ? await keptReports(tarball) : [];
  if (reports.length === versions.length) {
    const prove = () => provesReadme(reports, values.write);
    results.push(await runTest('README', 'the compatibility table is true', prove, signal));
  } else {
    console.log("The README's table is held against runs of all suites on both, of one package.");
  }
  const { passed, failed } = countsOf(results);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
