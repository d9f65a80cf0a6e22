import { installPackages } from './install.mjs';
import { root } from './paths.mjs';

/**
 * The tools that build and check the project, installed where they are missing or outdated.
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether anything was installed
 */
export const installTools = (signal) =>
  installPackages(root, { title: "Installing the project's tools", gigabytes: 1, signal });
