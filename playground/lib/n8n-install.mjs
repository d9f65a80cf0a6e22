import { access, copyFile, mkdir, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { CommandError, runQuietly } from '../../scripts/lib/command.mjs';
import { explain } from '../../scripts/lib/explain.mjs';
import { installPackages } from '../../scripts/lib/install.mjs';
import { logFile, root, workFolder } from '../../scripts/lib/paths.mjs';
import { progress } from '../../scripts/lib/progress.mjs';

const folder = path.join(workFolder, 'n8n');
const modules = path.join(folder, 'node_modules');

/**
 * An n8n ready to be started.
 * @typedef {object} N8nInstallation
 * @property {string} node the Node.js it runs on, which comes with it
 * @property {string} bin a folder to put first on PATH: n8n starts its helpers as plain `node`
 * @property {string} script n8n's own entry
 */

/**
 * Installs n8n as playground/package-lock.json has it, or finds it installed. A first time takes
 * three to six minutes and 3 GB. It lives in a dot folder, because `n8n-node build` would copy
 * the pictures of every other one.
 * @param {AbortSignal} signal
 * @returns {Promise<N8nInstallation>} rejects with an Error the user can act on
 */
export async function installN8n(signal) {
  await mkdir(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    await copyFile(path.join(root, 'playground', name), path.join(folder, name));
  }
  await installPackages(folder, { title: 'Installing n8n (once)', gigabytes: 4, signal });
  const bin = path.join(modules, '.bin');
  const node = path.join(bin, 'node');
  await access(node).catch(() => {
    throw new Error(
      `There is no Node.js 24 for ${process.platform} ${process.arch} in playground/package.json.`,
    );
  });
  if (!(await loadsSqlite(node, signal))) await buildSqlite(node, signal);
  return { node, bin, script: path.join(modules, 'n8n', 'bin', 'n8n') };
}

/**
 * @param {string} node
 * @param {AbortSignal} signal
 */
async function loadsSqlite(node, signal) {
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
 * @param {AbortSignal} signal
 */
async function buildSqlite(node, signal) {
  const log = logFile('sqlite3');
  const title = 'Building sqlite3 for n8n (once)';
  // This node-gyp does not know Python 3.12; without it npm takes its own.
  await rm(path.join(modules, '.bin', 'node-gyp'), { force: true });
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
