import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runQuietly } from '../../scripts/lib/command.mjs';
import { logFile, root, workFolder } from '../../scripts/lib/paths.mjs';
import { progress } from '../../scripts/lib/progress.mjs';

/** What the package is made from. */
const sources = [
  'nodes',
  'credentials',
  'icons',
  'package.json',
  'tsconfig.json',
  'gulpfile.js',
  'CHANGELOG.md',
];

/**
 * @returns {Promise<string>} changes with any of the sources
 */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) {
    const start = path.join(root, source);
    const below = await readdir(start, { recursive: true, withFileTypes: true }).catch(() => null);
    const files = below
      ? below
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
      : [start];
    for (const file of files.sort()) {
      hash.update(file).update(await readFile(file).catch(() => ''));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Builds our package and packs it as npm would publish it; what was packed before from the same
 * sources is taken again.
 * @param {AbortSignal} signal
 * @returns {Promise<string>} the tarball; rejects with a CommandError when it does not build
 */
export async function packPackage(signal) {
  const all = path.join(workFolder, 'package');
  const folder = path.join(all, await fingerprint());
  const packed = await readdir(folder).catch(() => []);
  if (packed[0]) return path.join(folder, packed[0]);

  await rm(all, { recursive: true, force: true });
  const options = { cwd: root, signal };
  await progress('Building the nodes', async () => {
    await runQuietly('npm', ['run', 'build'], { ...options, log: logFile('build') });
    await mkdir(folder, { recursive: true });
    const args = ['pack', '--pack-destination', folder];
    await runQuietly('npm', args, { ...options, log: logFile('pack') });
  });
  return packPackage(signal);
}

/**
 * Puts the package where n8n's "Install community node" puts it, by the same steps, so that what is
 * tried here is what a user gets. n8n must not be running on that folder.
 * @param {string} tarball
 * @param {string} userFolder N8N_USER_FOLDER
 * @param {AbortSignal} signal
 */
export async function installPackage(tarball, userFolder, signal) {
  const nodes = path.join(userFolder, '.n8n', 'nodes');
  const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const target = path.join(nodes, 'node_modules', name);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });

  const log = logFile('install-package');
  const unpack = ['-xzf', tarball, '-C', target, '--strip-components=1'];
  await runQuietly('tar', unpack, { cwd: nodes, log, signal });
  const manifest = path.join(target, 'package.json');
  const { devDependencies, peerDependencies, optionalDependencies, ...kept } = JSON.parse(
    await readFile(manifest, 'utf8'),
  );
  await writeFile(manifest, JSON.stringify(kept, null, 2));
  const install =
    'install --audit=false --fund=false --bin-links=false --install-strategy=shallow --ignore-scripts=true --package-lock=false';
  await runQuietly('npm', install.split(' '), { cwd: target, log, signal });
  const ledger = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
  await writeFile(path.join(nodes, 'package.json'), JSON.stringify(ledger, null, 2));
}
