import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** @param {string} folder */
const note = (folder) => path.join(folder, 'running.json');

/**
 * Two n8n on one folder would both run its workflows.
 * @param {string} folder
 * @returns {Promise<void>} rejects with an Error where an n8n runs on the folder
 */
export async function refuseSecond(folder) {
  const text = await readFile(note(folder), 'utf8').catch(() => null);
  if (!text) return;
  const { url, pid } = JSON.parse(text);
  const answers = await fetch(`${url}/rest/settings`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers) {
    throw new Error(
      `The playground is running already, at ${url}.\nStop it with Ctrl-C in its window, or: kill ${pid}`,
    );
  }
}

/**
 * @param {string} folder
 * @param {import('./n8n-process.mjs').N8n} n8n what runs on it
 */
export const rememberRunning = (folder, { url, pid }) =>
  writeFile(note(folder), JSON.stringify({ url, pid }));

/** @param {string} folder where nothing runs any more */
export const forgetRunning = (folder) => rm(note(folder), { force: true });
