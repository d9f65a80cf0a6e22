import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Everything the scripts make that is no part of the project; git, lint and build pass it by. */
export const workFolder = path.join(root, '.playground');

/**
 * Where a long command's output goes.
 * @param {string} name without ending
 * @returns {string}
 */
export const logFile = (name) => path.join(workFolder, 'logs', `${name}.log`);
