import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { versions } from '../../../playground/lib/n8n-versions.mjs';
import { runQuietly } from '../../../scripts/lib/command.mjs';
import { logFile, root, workFolder } from '../../../scripts/lib/paths.mjs';

/** @typedef {import('../../../playground/lib/n8n-versions.mjs').N8nVersion} N8nVersion */
/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('./suite.mjs').TestResult} TestResult */

/**
 * What a run found, and about what.
 * @typedef {object} Report
 * @property {string} n8n its version
 * @property {string} node the version of the Node.js it ran on
 * @property {string} tarball checksum of our package
 * @property {TestResult[]} results
 */

/**
 * Where everything of a version's last run lies, from n8n's data to the report.
 * @param {N8nVersion} version
 */
export const folderOf = ({ major }) => path.join(workFolder, 'e2e', `n8n-${major}`);

/** @param {N8nVersion} version */
const fileOf = (version) => path.join(folderOf(version), 'report.json');

/**
 * @param {Stage[]} stages where it was played: the same n8n and the same package on each
 * @param {TestResult[]} results
 * @returns {Promise<Report>}
 */
export async function report([stage], results) {
  if (!stage) return { n8n: '', node: '', tarball: '', results };
  const { installation, tarball, signal } = stage.place;
  const how = { cwd: root, log: logFile(`node-${installation.version.folder}`), signal };
  const node = (await runQuietly(installation.node, ['--version'], how)).trim().slice(1);
  const checksum = createHash('sha256').update(await readFile(tarball));
  return { n8n: stage.n8n, node, tarball: checksum.digest('hex'), results };
}

/**
 * Keeps the report of a run of all suites.
 * @param {N8nVersion} version
 * @param {Report} found
 */
export const keepReport = (version, found) =>
  writeFile(fileOf(version), JSON.stringify(found, null, 2));

/**
 * @param {string} tarball checksum of the package they must be about
 * @returns {Promise<Report[]>} of the last runs of all suites, in the versions' order
 */
export async function keptReports(tarball) {
  const texts = await Promise.all(
    versions.map((version) => readFile(fileOf(version), 'utf8').catch(() => 'null')),
  );
  /** @type {Report[]} */
  const reports = texts.flatMap((text) => JSON.parse(text) ?? []);
  return reports.filter((found) => found.tarball === tarball);
}
