import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { systems } from '../../simulator/systems.mjs';
import { vicidial } from '../../simulator/vicidial/system.mjs';

/** @typedef {import('./report.mjs').Report} Report */
/** @typedef {import('./suite.mjs').TestResult} TestResult */

/** Whose names are those of their suites. */
const others = systems.filter((system) => system !== vicidial).map(({ name }) => name);

/** @type {[what: string, ...suites: string[]][]} what a user can rely on, and what proves it */
const ROWS = [
  ['All nodes with their icons; pickers', 'pickers'],
  ['VICIdial: credential test, operations, trigger', 'credential', 'operations', 'trigger'],
  [`${others.join(', ')}: the same`, ...others],
  ['All [examples](examples/README.md) and [recipes](docs/recipes.md)', 'examples', 'recipes'],
  ['The wallboard', 'wallboard'],
  ['Down when a workflow or n8n starts: told once, the trigger lives', 'outage', 'restart'],
  ['A refused login is not sent again', 'login'],
  ['n8n is killed: no alert lost, none twice', 'kill'],
  ['The same with the durable scheduler', 'durable'],
  ['No password in anything n8n writes', 'secrets'],
  ['Installed by environment, with a checksum, where unverified packages are refused', 'install'],
  ['A trigger that cannot be right says why', 'set-up'],
  ['Nothing is sent to internal addresses, where n8n is told so', 'walled'],
];

const README = path.join(root, 'README.md');

/** Where the table stands in the README. */
export const PLACE =
  /(?<=<!-- compatibility: made by npm run test:e2e -->\n).*?(?=<!-- \/compatibility -->)/s;

/**
 * @param {Report[]} reports
 * @returns {string} the README's table
 */
export function compatibilityTable(reports) {
  // The Node.js that comes with n8n is not of the same patch level on every platform.
  const head = reports.map(({ n8n, node }) => `n8n ${n8n}, Node ${node.split('.')[0]}`);
  const suites = ROWS.flatMap(([, ...names]) => names);
  for (const { suite } of reports.flatMap(({ results }) => results)) {
    assert.ok(suites.includes(suite), `the suite ${suite} has no row in the compatibility table`);
  }
  const rows = ROWS.map(([what, ...names]) => [
    what,
    ...reports.map(({ results }) => cell(results.filter(({ suite }) => names.includes(suite)))),
  ]);
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...head]),
    `|---|${head.map(() => '---|').join('')}`,
    ...rows.map(line),
    '',
  ].join('\n');
}

/**
 * @param {TestResult[]} results
 * @returns {string}
 */
function cell(results) {
  const passed = results.filter(({ outcome }) => outcome === 'passed');
  const absent = results.filter(({ outcome }) => outcome === 'absent');
  if (absent.length > 0 && absent.length === results.length) return 'n8n does not have it';
  if (results.length === 0 || passed.length < results.length) {
    return `no: ${passed.length} of ${results.length}`;
  }
  return ['yes', ...new Set(passed.flatMap((result) => result.how ?? []))].join('; ');
}

/**
 * Holds the README's table against what the runs found.
 * @param {Report[]} reports
 * @param {boolean} write the table into the README first
 */
export async function provesReadme(reports, write) {
  const table = compatibilityTable(reports);
  const readme = await readFile(README, 'utf8');
  assert.match(readme, PLACE, 'the README has the marks of the table');
  const corrected = readme.replace(PLACE, () => table);
  if (write) await writeFile(README, corrected);
  else
    assert.equal(readme, corrected, `npm run test:e2e -- --write corrects the table to\n${table}`);
}
