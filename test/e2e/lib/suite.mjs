import { elapsed } from '../../../scripts/lib/progress.mjs';

/**
 * @typedef {object} Suite
 * @property {string} title
 * @property {{folder: string, settings: Record<string, string>}} [own] an n8n of its own, with
 *   these settings of n8n; without, the one of the run
 * @property {Record<string, (stage: import('./stage.mjs').Stage) => Promise<void>>} tests by what
 *   each of them proves; run one after the other
 */

/** A test that hangs must not hang the run. */
const LIMIT_MS = 8 * 60_000;

/**
 * Runs the tests of a suite and tells each as it ends.
 * @param {Suite} suite
 * @param {import('./stage.mjs').Stage} stage
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runSuite({ title, tests }, stage) {
  const counts = { passed: 0, failed: 0 };
  for (const [name, test] of Object.entries(tests)) {
    const start = Date.now();
    try {
      await within(LIMIT_MS, test(stage));
      counts.passed += 1;
      console.log(`ok    ${title}: ${name} (${elapsed(start)})`);
    } catch (error) {
      stage.signal.throwIfAborted();
      counts.failed += 1;
      console.log(`FAIL  ${title}: ${name} (${elapsed(start)})`);
      console.log(String(error instanceof Error ? error.stack : error).replace(/^/gm, '      '));
    }
  }
  return counts;
}

/**
 * @template T
 * @param {number} ms
 * @param {Promise<T>} work
 * @returns {Promise<T>} rejects when it takes longer
 */
async function within(ms, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${ms / 1000} s`)), ms);
  });
  return /** @type {Promise<T>} */ (Promise.race([work, limit])).finally(() => clearTimeout(timer));
}
