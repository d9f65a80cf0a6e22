import { getuid } from 'node:process';
import { run } from '../../scripts/lib/command.mjs';
import { root } from '../../scripts/lib/paths.mjs';

/**
 * Something that Debian has a package of; root gets it installed where it is missing.
 * @template T
 * @param {string} name the package's
 * @param {() => Promise<T | undefined>} find undefined where it is missing
 * @param {AbortSignal} signal
 * @returns {Promise<T>} rejects with an Error that says what to install
 */
export async function fromDebian(name, find, signal) {
  const present = await find();
  if (present !== undefined) return present;
  if (getuid?.() === 0) {
    await run('apt-get', ['update'], { cwd: root, signal });
    const install = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends'];
    await run('apt-get', [...install, name], { cwd: root, signal });
  }
  const installed = await find();
  if (installed === undefined) throw new Error(`${name} is missing: apt-get install ${name}`);
  return installed;
}
