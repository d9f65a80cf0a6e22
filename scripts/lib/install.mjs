import { access, readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import { CommandError, runQuietly } from './command.mjs';
import { explain } from './explain.mjs';
import { logFile } from './paths.mjs';
import { progress } from './progress.mjs';

/** @typedef {Record<string, {version?: string, integrity?: string, optional?: boolean}>} Packages */

/**
 * What to read meanwhile, what it takes, and what ends it.
 * @typedef {object} InstallOptions
 * @property {string} title
 * @property {number} gigabytes disk space
 * @property {AbortSignal} [signal]
 */

/**
 * @param {string} file a package-lock.json or npm's own record in node_modules
 * @returns {Promise<Packages>} empty where there is no such file
 */
async function lockedPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * What a folder's package-lock.json asks for, and what lies in its node_modules. npm writes its
 * record of an installation as the last thing, so that an interrupted one has none.
 * @param {string} folder
 * @returns {Promise<{wanted: Packages, present: Packages}>} by their places in the folder
 */
export const packagesOf = async (folder) => ({
  wanted: await lockedPackages(path.join(folder, 'package-lock.json')),
  present: await lockedPackages(path.join(folder, 'node_modules', '.package-lock.json')),
});

/**
 * Is everything that lies in node_modules as package-lock.json has it?
 * @param {Packages} wanted
 * @param {Packages} present
 * @returns {boolean}
 */
export const isCurrent = (wanted, present) =>
  Object.entries(present).every(
    ([name, { version, integrity }]) =>
      wanted[name]?.version === version && wanted[name]?.integrity === integrity,
  );

/**
 * Does everything that package-lock.json asks for lie in node_modules?
 * @param {Packages} wanted
 * @param {Packages} present
 */
const isComplete = (wanted, present) =>
  Object.entries(wanted).every(
    ([name, { optional }]) => name === '' || optional || name in present,
  );

/**
 * Brings a folder's node_modules to what its package-lock.json says. Does nothing where that is so
 * already.
 * @param {string} folder holds package.json and package-lock.json
 * @param {InstallOptions} options
 * @returns {Promise<void>} rejects with an Error the user can act on
 */
export async function installPackages(folder, options) {
  const { wanted, present } = await packagesOf(folder);
  if (isCurrent(wanted, present) && isComplete(wanted, present)) return;
  const names = Object.keys(wanted).filter(Boolean);
  await cleanInstall(folder, options, async () => {
    const found = await Promise.allSettled(
      names.map((name) => access(path.join(folder, name, 'package.json'))),
    );
    const count = found.filter(({ status }) => status === 'fulfilled').length;
    return `${count} of about ${names.length} packages`;
  });
}

/**
 * Installs what a folder's package.json asks for, in the versions of its package-lock.json, which
 * may have more. The packages' own install scripts do not run.
 * @param {string} folder
 * @param {InstallOptions} options
 * @param {() => Promise<string>} [detail] how far it is, in a few words
 * @returns {Promise<void>} rejects with an Error the user can act on
 */
export async function cleanInstall(folder, { title, gigabytes, signal }, detail) {
  const { bavail, bsize } = await statfs(folder);
  if ((bavail * bsize) / 1e9 < gigabytes) {
    throw new Error(`${title} takes about ${gigabytes} GB, which ${folder} has not left.`);
  }
  const log = logFile(`install-${path.basename(folder)}`);
  const install = () => runQuietly('npm', ['ci', '--ignore-scripts'], { cwd: folder, log, signal });
  await progress(title, install, detail).catch((error) => {
    throw error instanceof CommandError ? explain(title, error, log) : error;
  });
}
