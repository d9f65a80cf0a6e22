import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cleanInstall, installPackages, isCurrent, packagesOf } from './install.mjs';
import { root, workFolder } from './paths.mjs';

/** The tools that build the package, what it is compiled against, and what the simulator needs. */
export const BUILDERS = [
  '@types/lodash',
  '@types/luxon',
  '@types/node',
  'gulp',
  'jose',
  'luxon',
  'n8n-workflow',
  'svgo',
  'typescript',
  'zod',
];

/**
 * All the tools that build and check the project, installed where they are missing or outdated.
 * @param {AbortSignal} signal
 * @returns {Promise<void>} rejects with an Error the user can act on
 */
export const installTools = (signal) =>
  installPackages(root, { title: "Installing the project's tools", gigabytes: 1, signal });

/**
 * The same with no more tools than the package is built with, and those that are there already.
 * @param {AbortSignal} signal
 * @returns {Promise<void>} rejects with an Error the user can act on
 */
export async function installBuilders(signal) {
  const { wanted, present } = await packagesOf(root);
  /** @param {string} name */
  const isPresent = (name) => `node_modules/${name}` in present;
  if (isCurrent(wanted, present) && BUILDERS.every(isPresent)) return;

  const folder = path.join(workFolder, 'tools');
  const { devDependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const chosen = Object.entries(devDependencies).filter(
    ([name]) => BUILDERS.includes(name) || isPresent(name),
  );
  const manifest = { private: true, devDependencies: Object.fromEntries(chosen) };
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  for (const name of ['package-lock.json', '.npmrc']) {
    await copyFile(path.join(root, name), path.join(folder, name));
  }
  const title = 'Installing the tools that build the nodes';
  await cleanInstall(folder, { title, gigabytes: 1, signal });
  // npm installs no part of a package.json in its own place.
  const modules = path.join(root, 'node_modules');
  await rm(modules, { recursive: true, force: true });
  await rename(path.join(folder, 'node_modules'), modules);
}
