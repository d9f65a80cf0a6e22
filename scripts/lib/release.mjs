import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} tag what was pushed
 * @param {string} version package.json's
 * @returns {void} throws an Error where the tag stands for something else
 */
export function refuseOtherTag(tag, version) {
  if (tag === version) return;
  throw new Error(
    `The tag ${tag} is not the version in package.json, ${version}.\n` +
      'Delete the tag, set the version, and push a tag of the same name.',
  );
}

/**
 * @param {string} folder the project's
 * @param {{n8n: {nodes: string[], credentials: string[]}}} manifest its package.json
 * @returns {void} throws an Error where a node or credential that it names is not there
 */
export function refuseUnbuilt(folder, { n8n }) {
  const missing = [...n8n.nodes, ...n8n.credentials].find(
    (file) => !existsSync(path.join(folder, file)),
  );
  if (!missing) return;
  throw new Error(`${missing} is not there.\nBuild the package first: npm run build`);
}

/**
 * An entry of the list in n8n's N8N_COMMUNITY_PACKAGES.
 * @param {string} name
 * @param {string} version
 * @param {Buffer} tarball what is published; npm serves it as it is
 * @returns {string} JSON in one line; the checksum is the same as npm's `dist.integrity`
 */
export function installLine(name, version, tarball) {
  const checksum = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  return JSON.stringify({ name, version, checksum });
}
