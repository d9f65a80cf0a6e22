import { stripVTControlCharacters } from 'node:util';
import { CommandError } from './command.mjs';

/**
 * Runs a script's work. Ctrl-C, a closed terminal and a plain `kill` abort the signal, and whoever
 * holds it stops what it started. A failure is told without our own stack; a failed command with
 * the end of what it printed, and its exit code becomes ours.
 * @param {(signal: AbortSignal) => Promise<void>} work
 */
export async function main(work) {
  const controller = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => controller.abort());
  }
  try {
    await work(controller.signal);
  } catch (error) {
    process.exitCode = error instanceof CommandError ? error.code : 1;
    if (!controller.signal.aborted) console.error(`\n${told(error)}`);
  }
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function told(error) {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof CommandError)) return error.message;
  const lines = stripVTControlCharacters(error.output).trimEnd().split('\n').slice(-60);
  return [...lines, error.message].join('\n');
}
