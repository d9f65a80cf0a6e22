import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer.
 * @template T
 * @param {string} what for the error message
 * @param {number} seconds how long at most
 * @param {() => Promise<T | undefined | false>} ask
 * @returns {Promise<T>}
 */
export async function eventually(what, seconds, ask) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(500)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`${what}: not within ${seconds} s`);
}

/** @param {number} seconds */
export const pass = (seconds) => sleep(seconds * 1000);

/**
 * Waits until there are so many.
 * @template T
 * @param {string} what
 * @param {number} count
 * @param {() => T[]} list
 */
export const arrived = (what, count, list) =>
  eventually(`${what} ${count}`, 150, async () => list().length >= count && list());
