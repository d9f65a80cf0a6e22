import { readdir, readFile } from 'node:fs/promises';

/** @returns {Promise<Map<number, number>>} of each process group all its processes' memory, MB */
export async function megabytesByGroup() {
  const groups = new Map();
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const group = Number((await statOf(pid))[2]);
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(await read(pid, 'status'))?.[1] ?? 0);
    if (group > 0) groups.set(group, (groups.get(group) ?? 0) + kilobytes / 1024);
  }
  return groups;
}

/**
 * @param {number} pid
 * @returns {Promise<boolean>} whether it waits for something to do
 */
export const sleeps = async (pid) => (await statOf(String(pid)))[0] === 'S';

/**
 * @param {string} pid
 * @returns {Promise<string[]>} its state and what follows, see proc(5)
 */
const statOf = async (pid) => (await read(pid, 'stat')).replace(/^.*\) /s, '').split(' ');

/**
 * @param {string} pid
 * @param {string} file
 * @returns {Promise<string>} empty where the process has ended
 */
const read = (pid, file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
