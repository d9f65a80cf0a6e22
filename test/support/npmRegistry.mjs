import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

/**
 * A registry on this machine that has two packages: ours, as it was packed, and n8n-workflow without
 * its file: npm reads about a peer dependency also where it leaves it out.
 *
 * @param {string} tarball
 * @param {string[]} [versions] ours that there are beside it, with the same file
 * @returns {Promise<{url: string, requests: string[], checksum: string, close: () => Promise<void>}>}
 *   the paths it was asked for, and our package's `dist.integrity`
 */
export async function startNpmRegistry(tarball, versions = []) {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const file = await readFile(tarball);
  const checksum = `sha512-${createHash('sha512').update(file).digest('base64')}`;
  /** @type {string[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const asked = request.url ?? '';
    requests.push(asked);
    const origin = `http://${request.headers.host}`;
    const own = { ...manifest, dist: { integrity: checksum, tarball: `${origin}/package.tgz` } };
    const peer = {
      name: 'n8n-workflow',
      version: '1.0.0',
      dist: { tarball: `${origin}/none.tgz` },
    };
    /** @type {Record<string, () => string | Buffer>} */
    const answers = {
      [`/${own.name}`]: () => JSON.stringify(packument(own, versions)),
      [`/${peer.name}`]: () => JSON.stringify(packument(peer)),
      '/package.tgz': () => file,
    };
    const answer = Object.hasOwn(answers, asked) ? answers[asked] : undefined;
    response.writeHead(answer ? 200 : 404).end(answer?.() ?? '{}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    checksum,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * @param {{name: string, version: string}} manifest the newest
 * @param {string[]} [others]
 */
const packument = (manifest, others = []) => ({
  name: manifest.name,
  'dist-tags': { latest: manifest.version },
  versions: Object.fromEntries(
    [...others, manifest.version].map((version) => [version, { ...manifest, version }]),
  ),
});
