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
import credential from './credential.e2e.mjs';
import durable from './durable.e2e.mjs';
import { examples, recipes } from './examples.e2e.mjs';
import kill from './kill.e2e.mjs';
import { provesReadme } from './lib/compatibility.mjs';
import { play } from './lib/play.mjs';
import { keepReport, keptReports } from './lib/report.mjs';
import { countsOf, runTest } from './lib/suite.mjs';
import login from './login.e2e.mjs';
import operations from './operations.e2e.mjs';
import outage from './outage.e2e.mjs';
import restart from './restart.e2e.mjs';
import pickers from './pickers.e2e.mjs';
import secrets from './secrets.e2e.mjs';
import setUp from './setUp.e2e.mjs';
import trigger from './trigger.e2e.mjs';
import vendors from './vendors.e2e.mjs';
import walled from './walled.e2e.mjs';
import wallboard from './wallboard.e2e.mjs';

/** @typedef {import('./lib/examples/outside.mjs').Outside} Outside */

/**
 * Most of the time is waiting for polls: what stands in one row runs side by side.
 * @param {Outside} outside
 */
const rows = (outside) => [
  [
    ...[credential, pickers, operations, setUp, trigger, outage, login, ...vendors],
    ...[...examples(outside), wallboard],
  ],
  recipes(outside),
  [restart, kill, ...durable],
  [secrets, walled],
];

/**
 * @param {string[]} titles of suites; none: all
 * @returns {(outside: Outside) => ReturnType<typeof rows>}
 */
const chosenRows = (titles) => (outside) => {
  const all = rows(outside);
  const known = all.flat().map(({ title }) => title);
  const unknown = titles.find((title) => !known.includes(title));
  if (unknown) throw new Error(`No suite ${unknown}; there are ${[...new Set(known)].join(', ')}.`);
  return all.map((row) => row.filter(({ title }) => titles.length === 0 || titles.includes(title)));
};

await main(async (signal) => {
  const { values, positionals: titles } = parseArgs({
    allowPositionals: true,
    options: { n8n: { type: 'string' }, write: { type: 'boolean', default: false } },
  });
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
