import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A command that ended badly. */
export class CommandError extends Error {
  /**
   * @param {string} command
   * @param {number} code its exit code; 1 where a signal ended it
   * @param {string} [output] all it printed, where that was kept
   */
  constructor(command, code, output = '') {
    super(`${command} ended with exit code ${code}`);
    this.name = 'CommandError';
    this.code = code;
    this.output = output;
  }
}

/**
 * @typedef {object} CommandOptions
 * @property {string} cwd
 * @property {Record<string, string>} [env] on top of this process's own
 * @property {AbortSignal} [signal] ends the command
 */

/**
 * Runs a command that talks to the user's terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {CommandOptions} options
 * @returns {Promise<void>} rejects with a CommandError
 */
export async function run(command, args, options) {
  const code = await exitCode(command, args, options, { stdio: 'inherit' });
  if (code !== 0) throw new CommandError([command, ...args].join(' '), code);
}

/**
 * Runs a command whose output matters only when it fails, in a process group of its own: an abort
 * ends it at once, with the compilers and helpers it started.
 * @param {string} command
 * @param {string[]} args
 * @param {CommandOptions & {log: string}} options log: the file that receives what it prints
 * @returns {Promise<string>} what it printed; rejects with a CommandError
 */
export async function runQuietly(command, args, { log, cwd, env, signal }) {
  await mkdir(path.dirname(log), { recursive: true });
  const file = await open(log, 'w');
  // With CI set, tools draw no spinners.
  const options = { cwd, env: { CI: 'true', ...env }, signal };
  const code = await exitCode(command, args, options, {
    stdio: ['ignore', file.fd, file.fd],
    detached: true,
  }).finally(() => file.close());
  const output = await readFile(log, 'utf8');
  if (code !== 0) throw new CommandError([command, ...args].join(' '), code, output);
  return output;
}

/**
 * Sends a signal to a process, or to a whole group (a negative id); one that is gone is no error.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {CommandOptions} options
 * @param {import('node:child_process').SpawnOptions} how
 * @returns {Promise<number>} rejects with the signal's reason once an aborted command has ended
 */
function exitCode(command, args, { cwd, env, signal }, how) {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, ...how });
    const stop = () => (how.detached ? kill(-Number(child.pid), 'SIGKILL') : child.kill('SIGTERM'));
    signal?.addEventListener('abort', stop);
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted) reject(signal.reason);
      else resolve(code ?? 1);
    });
  });
}
