import { elapsed } from '../../../scripts/lib/progress.mjs';

/**
 * @template {{signal: AbortSignal}} [S=import('./stage.mjs').Stage]
 * @typedef {object} Suite
 * @property {string} title
 * @property {import('../../../playground/lib/n8n-versions.mjs').Feature} [needs]
 * @property {{folder: string, settings: Record<string, string>}} [own] an n8n of its own, with
 *   these settings of n8n; without, the one of the run
 * @property {Record<string, (stage: S) => Promise<string | void>>} tests by what each of them
 *   proves; run one after the other. What one returns is how this n8n does it, for the README
 */

/**
 * @typedef {object} TestResult
 * @property {string} suite its title
 * @property {string} test
 * @property {'passed' | 'failed' | 'absent'} outcome absent: this n8n has not what it needs
 * @property {string} [how] how this n8n does it, where that is not the same everywhere
 */

/** A test that hangs must not hang the run. */
const LIMIT_MS = 8 * 60_000;

/**
 * Runs the tests of a suite and tells each as it ends.
 * @template {{signal: AbortSignal}} S
 * @param {Suite<S>} suite
 * @param {S} stage
 * @returns {Promise<TestResult[]>}
 */
export async function runSuite({ title, tests }, stage) {
  const results = [];
  for (const [name, prove] of Object.entries(tests)) {
    results.push(await runTest(title, name, () => prove(stage), stage.signal));
  }
  return results;
}

/**
 * @param {string} suite
 * @param {string} test
 * @param {() => Promise<string | void>} prove
 * @param {AbortSignal} signal
 * @returns {Promise<TestResult>}
 */
export async function runTest(suite, test, prove, signal) {
  const start = Date.now();
  try {
    const how = (await within(LIMIT_MS, prove())) ?? undefined;
    console.log(`ok    ${suite}: ${test} (${elapsed(start)})`);
    return { suite, test, outcome: 'passed', how };
  } catch (error) {
    signal.throwIfAborted();
    console.log(`FAIL  ${suite}: ${test} (${elapsed(start)})`);
    console.log(String(error instanceof Error ? error.stack : error).replace(/^/gm, '      '));
    return { suite, test, outcome: 'failed' };
  }
}

/**
 * @param {TestResult[]} results
 * @returns {{passed: number, failed: number}}
 */
export function countsOf(results) {
  /** @param {TestResult['outcome']} wanted */
  const count = (wanted) => results.filter(({ outcome }) => outcome === wanted).length;
  return { passed: count('passed'), failed: count('failed') };
}

/**
 * Passes over the tests of a suite that needs what this n8n does not have.
 * @param {Suite} suite
 * @returns {TestResult[]}
 */
export const absentSuite = ({ title: suite, needs, tests }) =>
  Object.keys(tests).map((test) => {
    console.log(`-     ${suite}: ${test} (this n8n has no ${needs})`);
    return { suite, test, outcome: 'absent' };
  });

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
