import { eventually, pass } from '../../e2e/lib/wait.mjs';
import { sleeps } from './processes.mjs';
import { activeTriggers } from './workflows.mjs';

/** @typedef {import('./cluster.mjs').Cluster} Cluster */

/**
 * When something was killed and worked again, epoch milliseconds.
 * @typedef {object} Kill
 * @property {string} what
 * @property {number} at
 * @property {number} backAt
 */

/** How much of the time has passed when they are killed. */
const WORKER_AT = 0.2;
const MAIN_AT = 0.55;

/** What n8n has been answered already gets so long. */
const IN_HAND_SECONDS = 3;

/** An answer that comes after the kill, whenever that is. */
const HELD_BACK_MS = 60_000;

/** Three polls in a row without an answer would be told as an outage. */
const IDLE_WITHIN_SECONDS = 15;

/** A process that sleeps each time it is looked at, for a second, has nothing to do. */
const LOOKS = 10;

/**
 * Kills a worker while it works, and n8n's main process while its polls wait for answers; each is
 * started again. What n8n loses that is killed while it starts executions is no matter of this test
 * (docs/trigger.md, What survives what).
 * @param {object} stage
 * @param {import('./sizes.mjs').Size} stage.size
 * @param {Cluster} stage.cluster
 * @param {import('./receiver.mjs').Receiver} stage.receiver
 * @param {import('../../simulator/index.mjs').Simulator} stage.simulator
 * @param {import('./polls.mjs').PollCount} stage.polls
 * @param {string[]} stage.workflows
 * @returns {Promise<[worker: Kill, main: Kill]>}
 */
export async function disturb({ size, cluster, receiver, simulator, polls, workflows }) {
  const start = Date.now();
  const until = (/** @type {number} */ share) =>
    pass(Math.max(0, (start + share * size.minutes * 60_000 - Date.now()) / 1000));

  await until(WORKER_AT);
  receiver.hold();
  // Enough of them that both workers have some.
  await eventually('executions', 2 * size.everySeconds, async () => receiver.waiting >= 6).catch(
    () => undefined,
  );
  const worker = await killed('worker 1', () => cluster.startWorker('worker 1'), {
    cluster,
    then: () => receiver.release(),
  });

  await until(MAIN_AT);
  simulator.faults.set({ type: 'delay', ms: HELD_BACK_MS });
  await pass(IN_HAND_SECONDS);
  const cutOff = [...receiver.cutOff];
  await eventually('idleness', IDLE_WITHIN_SECONDS, () => isIdle(cluster, cutOff)).catch(
    () => undefined,
  );
  await polls.read(cluster.client.url);
  polls.keep();
  const main = await killed('main', () => cluster.startMain(), {
    cluster,
    then: () => simulator.faults.clear(),
  });
  await activeTriggers(cluster, workflows);
  return [worker, main];
}

/**
 * @param {string} what
 * @param {() => Promise<void>} start
 * @param {{cluster: Cluster, then: () => void}} more
 * @returns {Promise<Kill>}
 */
async function killed(what, start, { cluster, then }) {
  const at = Date.now();
  await cluster.kill(what);
  then();
  await start();
  return { what, at, backAt: Date.now() };
}

/**
 * @param {Cluster} cluster
 * @param {string[]} cutOff executions of the killed worker, which n8n takes for running a while
 * @returns {Promise<boolean>} whether n8n's main process has nothing to do
 */
async function isIdle(cluster, cutOff) {
  const pid = cluster.running.get('main')?.pid ?? 0;
  for (let look = 0; look < LOOKS; look += 1) {
    if (!(await sleeps(pid))) return false;
    await pass(1 / LOOKS);
  }
  return (await unfinished(cluster, cutOff)) === 0;
}

/**
 * @param {Cluster} cluster
 * @param {string[]} [except] these
 * @returns {Promise<number>} executions that a worker still has or will get
 */
export async function unfinished({ postgres }, except = []) {
  const open = await postgres.rows(
    `SELECT id::text FROM execution_entity WHERE status IN ('new', 'running', 'waiting')`,
  );
  return open.filter(({ id }) => !except.includes(id)).length;
}
