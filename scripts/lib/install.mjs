import { access, readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import { CommandError, runQuietly } from './command.mjs';
import { explain } from './explain.mjs';
import { logFile } from './paths.mjs';
import { progress } from './progress.mjs';

/** @typedef {Record<string, {version?: string, integrity?: string, optional?: boolean}>} Packages */

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
 * Is what lies in node_modules what package-lock.json asks for? npm writes its record of an
 * installation as the last thing, so that an interrupted one has none.
 * @param {Packages} wanted
 * @param {Packages} present
 * @returns {boolean}
 */
export function isInstalled(wanted, present) {
  return (
    Object.entries(present).every(
      ([name, { version, integrity }]) =>
        wanted[name]?.version === version && wanted[name]?.integrity === integrity,
    ) &&
    Object.entries(wanted).every(
      ([name, { optional }]) => name === '' || optional || name in present,
    )
  );
}

/**
 * Brings a folder's node_modules to what its package-lock.json says, without running the packages'
 * install scripts. Does nothing where that is so already.
 * @param {string} folder holds package.json and package-lock.json
 * @param {object} options
 * @param {string} options.title what the user reads meanwhile
 * @param {number} options.gigabytes disk space it takes
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<boolean>} whether it installed; rejects with an Error the user can act on
 */
export async function installPackages(folder, { title, gigabytes, signal }) {
  const wanted = await lockedPackages(path.join(folder, 'package-lock.json'));
  const record = path.join(folder, 'node_modules', '.package-lock.json');
  if (isInstalled(wanted, await lockedPackages(record))) return false;

  const { bavail, bsize } = await statfs(folder);
  if ((bavail * bsize) / 1e9 < gigabytes) {
    throw new Error(`${title} takes about ${gigabytes} GB, which ${folder} has not left.`);
  }
  const log = logFile(`install-${path.basename(folder)}`);
  const names = Object.keys(wanted).filter(Boolean);
  const unpacked = async () => {
    const found = await Promise.allSettled(
      names.map((name) => access(path.join(folder, name, 'package.json'))),
    );
    const count = found.filter(({ status }) => status === 'fulfilled').length;
    return `${count} of about ${names.length} packages`;
  };
  const install = () => runQuietly('npm', ['ci', '--ignore-scripts'], { cwd: folder, log, signal });
  await progress(title, install, unpacked).catch((error) => {
    throw error instanceof CommandError ? explain(title, error, log) : error;
  });
  return true;
}
