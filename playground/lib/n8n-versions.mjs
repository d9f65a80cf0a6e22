/**
 * What not every n8n has: the second is that its Data Table node creates a table, and finds one by
 * its name; the third that it can be told to send nothing to internal addresses; the last that it
 * installs the packages that its environment lists.
 * @typedef {'durable scheduler' | 'nodes that create data tables'
 *   | 'protection of internal addresses' | 'packages by environment'} Feature
 */

/**
 * An n8n that the playground can run. Its package.json brings the Node.js it runs on as well.
 * @typedef {object} N8nVersion
 * @property {string} major what `--n8n` takes
 * @property {string} manifest the folder of its package.json and lockfile, under the checkout
 * @property {string} folder where it is installed, under the scripts' work folder
 * @property {number} gigabytes disk space it takes
 * @property {Record<string, string>} settings n8n's variables that no other version may be given
 * @property {Feature[]} lacks
 */

/** @type {N8nVersion} */
export const n8n2 = {
  major: '2',
  manifest: 'playground',
  folder: 'n8n',
  gigabytes: 4,
  settings: { N8N_DISABLED_MODULES: 'mcp-registry' },
  lacks: [],
};

/** @type {N8nVersion} the last 1.x */
export const n8n1 = {
  major: '1',
  manifest: 'playground/n8n-1',
  folder: 'n8n-1',
  gigabytes: 3,
  // Without, what is written at the same moment can be lost (docs/n8n.md, n8n 1).
  settings: { DB_SQLITE_POOL_SIZE: '4' },
  lacks: [
    'durable scheduler',
    'nodes that create data tables',
    'protection of internal addresses',
    'packages by environment',
  ],
};

/** All of them, the newest first. */
export const versions = [n8n2, n8n1];

/**
 * @param {string} major
 * @returns {N8nVersion} throws an Error the user can act on
 */
export function versionOf(major) {
  const found = versions.find((version) => version.major === major);
  if (found) return found;
  throw new Error(`--n8n takes ${versions.map((version) => version.major).join(' or ')}.`);
}
