import { access, copyFile, mkdir, readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { CommandError, runQuietly } from '../../scripts/lib/command.mjs';
import { explain } from '../../scripts/lib/explain.mjs';
import { installPackages } from '../../scripts/lib/install.mjs';
import { logFile, root, workFolder } from '../../scripts/lib/paths.mjs';
import { progress } from '../../scripts/lib/progress.mjs';

/** @typedef {import('./n8n-versions.mjs').N8nVersion} N8nVersion */

/**
 * An n8n ready to be started.
 * @typedef {object} N8nInstallation
 * @property {string} node the Node.js it runs on, which comes with it
 * @property {string} bin a folder to put first on PATH: n8n starts its helpers as plain `node`
 * @property {string} script n8n's own entry
 * @property {N8nVersion} version
 */

/**
 * Installs n8n as its package-lock.json has it, or finds it installed. A first time takes four to
 * nine minutes, and 2 to 3 GB beside what npm keeps in its cache.
 * @param {N8nVersion} version
 * @param {AbortSignal} signal
 * @returns {Promise<N8nInstallation>} rejects with an Error the user can act on
 */
export async function installN8n(version, signal) {
  const folder = path.join(workFolder, version.folder);
  const manifest = path.join(version.manifest, 'package.json');
  await mkdir(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    await copyFile(path.join(root, version.manifest, name), path.join(folder, name));
  }
  const { dependencies } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const title = `Installing n8n ${dependencies.n8n} (once)`;
  await installPackages(folder, { title, gigabytes: version.gigabytes, signal });
  const modules = path.join(folder, 'node_modules');
  const bin = path.join(modules, '.bin');
  const node = path.join(bin, 'node');
  await access(node).catch(() => {
    throw new Error(`There is no Node.js for ${process.platform} ${process.arch} in ${manifest}.`);
  });
  if (!(await loadsSqlite(node, folder, signal))) await buildSqlite(node, folder, signal);
  return { node, bin, script: path.join(modules, 'n8n', 'bin', 'n8n'), version };
}

/**
 * @param {string} node
 * @param {string} folder n8n's
 * @param {AbortSignal} signal
 */
async function loadsSqlite(node, folder, signal) {
  const log = logFile('sqlite3-load');
  const check = runQuietly(node, ['-e', 'require("sqlite3")'], { cwd: folder, log, signal });
  return check.then(
    () => true,
    (error) => {
      if (error instanceof CommandError) return false;
      throw error;
    },
  );
}

/**
 * sqlite3 is the one package of n8n that must be fetched or compiled for this machine. The headers
 * are those of the Node.js that will run it, so that none have to be downloaded.
 * @param {string} node
 * @param {string} folder n8n's
 * @param {AbortSignal} signal
 */
async function buildSqlite(node, folder, signal) {
  const log = logFile(`sqlite3-${path.basename(folder)}`);
  const title = 'Building sqlite3 for n8n (once)';
  // This node-gyp does not know Python 3.12; without it npm takes its own.
  await rm(path.join(path.dirname(node), 'node-gyp'), { force: true });
  const env = { npm_config_nodedir: path.resolve(await realpath(node), '..', '..') };
  const build = () =>
    runQuietly('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'], {
      cwd: folder,
      env,
      log,
      signal,
    });
  await progress(title, build).catch((error) => {
    throw error instanceof CommandError ? explain(title, error, log) : error;
  });
}
