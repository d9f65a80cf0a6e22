import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { kill } from '../../scripts/lib/command.mjs';
import { n8nEnvironment } from './n8n-environment.mjs';

/** @typedef {import('./n8n-install.mjs').N8nInstallation} N8nInstallation */

/**
 * A running n8n.
 * @typedef {object} N8n
 * @property {string} url
 * @property {number} pid
 * @property {string} log the file with all it prints
 * @property {Promise<string>} ended resolves to "exit code 1" or "SIGKILL" when its process is gone
 * @property {() => Promise<void>} stop ends it and its helpers; resolves when they are gone
 * @property {() => Promise<void>} crash the same with kill -9, so that it can finish nothing
 */

/**
 * What an n8n process can be: all of n8n, or in queue mode one of those that run the executions.
 * The health check of the first is green before the REST routes exist; its settings are not.
 */
const ROLES = {
  main: { command: 'start', sign: '/rest/settings', says: 'settingsMode' },
  worker: { command: 'worker', sign: '/healthz/readiness', says: '"ok"' },
};

/**
 * Starts n8n and waits until it takes requests (about 12 seconds on a new folder, 9 on an old one).
 * @param {object} options
 * @param {keyof typeof ROLES} [options.role] a worker's port is that of its health check
 * @param {N8nInstallation} options.installation
 * @param {string} options.userFolder its database and packages
 * @param {number} options.port
 * @param {number} options.brokerPort for its task runner; no two n8n may share one
 * @param {Record<string, string>} [options.settings] n8n's own variables, on top of ours
 * @param {string} options.log appended to
 * @param {AbortSignal} options.signal an abort while it starts ends it
 * @returns {Promise<N8n>} rejects with an Error showing the end of its log where it does not start
 */
export async function startN8n(options) {
  const { installation, userFolder, port, log, signal, role = 'main' } = options;
  const settings = { ...installation.version.settings, ...options.settings };
  signal.throwIfAborted();
  await mkdir(userFolder, { recursive: true });
  await mkdir(path.dirname(log), { recursive: true });
  const file = await open(log, 'a');
  const child = spawn(installation.node, [installation.script, ROLES[role].command], {
    cwd: userFolder,
    env: n8nEnvironment({ ...options, bin: installation.bin, settings }),
    stdio: ['ignore', file.fd, file.fd],
    detached: true,
  });
  const pid = Number(child.pid);
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('exit', (code, name) => resolve(name ?? `exit code ${code}`));
  });
  void ended.then(() => file.close());
  const stop = async () => {
    kill(pid, 'SIGTERM');
    await Promise.race([ended, sleep(15_000, undefined, { ref: false })]);
    kill(-pid, 'SIGKILL');
    await ended;
  };
  const crash = async () => {
    kill(pid, 'SIGKILL');
    await ended;
    kill(-pid, 'SIGKILL');
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(url, ROLES[role], ended, signal);
  } catch (error) {
    await stop();
    if (signal.aborted) throw signal.reason;
    throw new Error(`${/** @type {Error} */ (error).message}\n${await logTail(log)}`);
  }
  return { url, pid, log, ended, stop, crash };
}

/**
 * @param {string} url
 * @param {{sign: string, says: string}} role
 * @param {Promise<string>} ended
 * @param {AbortSignal} signal
 */
async function ready(url, { sign, says }, ended, signal) {
  let end = '';
  void ended.then((how) => (end = how));
  for (const start = Date.now(); Date.now() - start < 180_000; await sleep(250)) {
    signal.throwIfAborted();
    if (end) throw new Error(`n8n ended while starting (${end}).`);
    const told = await fetch(url + sign).then((answer) => answer.text(), String);
    if (told.includes(says)) return;
  }
  throw new Error('n8n did not come up within 3 minutes.');
}

/**
 * @param {string} log
 * @returns {Promise<string>} its last lines
 */
export async function logTail(log) {
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n');
  return [...lines.slice(-20), `All of it: ${log}`].join('\n');
}
