import path from 'node:path';
import { progress } from '../../../scripts/lib/progress.mjs';
import { eventually, pass } from '../../e2e/lib/wait.mjs';
import { startSimulator } from '../../simulator/index.mjs';
import { systems } from '../../simulator/systems.mjs';
import { Cluster } from './cluster.mjs';
import { disturb, unfinished } from './disturb.mjs';
import { readExecutions } from './executions.mjs';
import { everybody, scaleFloor } from './floor.mjs';
import { Life } from './life.mjs';
import { MemoryWatch } from './memory.mjs';
import { outcome } from './outcome.mjs';
import { PollCount } from './polls.mjs';
import { Receiver } from './receiver.mjs';
import { reportOf, save, table } from './report.mjs';
import { RequestCount } from './requests.mjs';
import { watchersOf } from './watchers.mjs';
import { activateAll, createWorkflows } from './workflows.mjs';

/** @typedef {import('./sizes.mjs').Size} Size */

/**
 * All that takes part.
 * @typedef {object} Stage
 * @property {Size} size
 * @property {Cluster} cluster
 * @property {import('../../simulator/index.mjs').Simulator} simulator
 * @property {import('./watchers.mjs').Watcher[]} watchers
 * @property {Receiver} receiver
 * @property {RequestCount} requests
 * @property {PollCount} polls
 * @property {MemoryWatch} memory
 * @property {AbortSignal} signal
 */

/** n8n takes up to two minutes to find that an execution's worker is gone. */
const SETTLED_SECONDS = 240;

/**
 * @param {Size} size
 * @param {string} folder for n8n's data and the report
 * @param {AbortSignal} signal
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function play(size, folder, signal) {
  const simulator = await startSimulator({ floor: scaleFloor() });
  // So many triggers need more requests than some systems allow.
  for (const { unlimited } of systems) unlimited?.(simulator);
  const receiver = await Receiver.open();
  const requests = new RequestCount(simulator);
  try {
    const cluster = await Cluster.start(folder, signal);
    const memory = new MemoryWatch(() => cluster.running);
    try {
      const parts = { size, cluster, simulator, receiver, requests, memory, signal };
      const watchers = watchersOf(size.triggers);
      const stage = { ...parts, watchers, polls: new PollCount() };
      return await Promise.race([watch(stage, folder), aborted(signal)]);
    } finally {
      memory.stop();
      await cluster.stop();
    }
  } finally {
    requests.stop();
    await receiver.close();
    await simulator.close();
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<never>} rejects as soon as the user wants it to end
 */
const aborted = (signal) =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });

/**
 * @param {Stage} stage
 * @param {string} folder
 */
async function watch(stage, folder) {
  const { size, cluster } = stage;
  const workflows = await createWorkflows(stage);
  await activateAll(cluster, workflows);
  const start = Date.now();
  const title = `${size.triggers} triggers watch ${everybody().length} agents`;
  const [, [worker, main]] = await progress(title, () =>
    Promise.all([new Life(stage).run(stage.signal), disturb({ ...stage, workflows })]),
  );
  // Whatever comes twice comes in the next poll.
  await pass(1.5 * size.everySeconds);
  const end = Date.now();
  await progress('Waiting for the last executions', () =>
    eventually('their end', SETTLED_SECONDS, async () => (await unfinished(cluster)) === 0),
  );
  await stage.polls.read(cluster.client.url);
  await stage.memory.look();
  stage.requests.count();

  const executions = await readExecutions(cluster);
  const { alerts, checks } = outcome(stage, executions, worker);
  const report = reportOf(stage, { start, end, kills: [worker, main], alerts, executions });
  await save(report, path.join(folder, `${size.name}.json`));
  console.log(`\n${table(report)}\n`);
  for (const { title: what, wrong } of checks) {
    console.log(`${wrong.length > 0 ? 'FAIL' : 'ok  '}  ${what}`);
    for (const message of wrong) console.log(message.replace(/^/gm, '      '));
  }
  const failed = checks.filter(({ wrong }) => wrong.length > 0).length;
  return { passed: checks.length - failed, failed };
}
