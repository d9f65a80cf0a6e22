import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Reads until it is as expected; after half a minute it is a failure that shows the difference.
 * @template T
 * @param {() => Promise<T>} read
 * @param {T} expected
 */
export async function settles(read, expected) {
  for (const end = Date.now() + 30_000; ; await sleep(100)) {
    const actual = await read();
    try {
      return assert.deepEqual(actual, expected);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
