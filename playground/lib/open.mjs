import { rm } from 'node:fs/promises';
import path from 'node:path';
import { progress } from '../../scripts/lib/progress.mjs';
import { installBuilders } from '../../scripts/lib/project.mjs';
import { N8nClient } from './n8n-client.mjs';
import { installN8n } from './n8n-install.mjs';
import { startN8n } from './n8n-process.mjs';
import { n8n2 } from './n8n-versions.mjs';
import { installPackage, packPackage } from './package.mjs';
import { freePort } from './ports.mjs';

/** Who the playground's n8n belongs to. It listens on this machine only. */
export const owner = { email: 'owner@example.com', password: 'Contact-Center-1' };

/**
 * An n8n with our nodes, not running yet.
 * @typedef {object} Place
 * @property {import('./n8n-install.mjs').N8nInstallation} installation
 * @property {string} tarball our package as n8n has it
 * @property {string} userFolder
 * @property {number} port
 * @property {number} brokerPort
 * @property {Record<string, string>} [settings] n8n's own variables, on top of ours
 * @property {string} log
 * @property {AbortSignal} signal
 */

/**
 * Installs, builds and packs whatever is missing or outdated, and puts our package into n8n.
 * @param {object} options
 * @param {string} options.folder where this n8n's data and log live
 * @param {import('./n8n-versions.mjs').N8nVersion} [options.version] which n8n; without it 2.x
 * @param {number} [options.port] where it will listen; without it any free one
 * @param {boolean} [options.afresh] forget the folder's earlier contents
 * @param {Record<string, string>} [options.settings] n8n's own variables, on top of ours
 * @param {AbortSignal} options.signal
 * @returns {Promise<Place>} rejects with an Error the user can act on
 */
export async function prepare(options) {
  const { folder, version = n8n2, port, afresh = false, settings, signal } = options;
  await installBuilders(signal);
  const installation = await installN8n(version, signal);
  const tarball = await packPackage(signal);
  if (afresh) await rm(folder, { recursive: true, force: true });
  await installPackage(tarball, folder, signal);
  const chosen = port ?? (await freePort());
  return {
    installation,
    tarball,
    userFolder: folder,
    port: chosen,
    brokerPort: await freePort(chosen + 1),
    settings,
    log: path.join(folder, 'n8n.log'),
    signal,
  };
}

/**
 * Starts n8n at a place and signs in as its owner.
 * @param {Place} place
 * @returns {Promise<{n8n: import('./n8n-process.mjs').N8n, client: N8nClient}>}
 */
export async function open(place) {
  const n8n = await progress('Starting n8n', () => startN8n(place));
  try {
    return { n8n, client: await N8nClient.signIn(n8n.url, owner) };
  } catch (error) {
    await n8n.stop();
    throw error;
  }
}
