import path from 'node:path';
import { progress } from '../../../scripts/lib/progress.mjs';
import { eventually, pass } from '../../e2e/lib/wait.mjs';
import { startSimulator } from '../../simulator/index.mjs';
import { judge } from './check.mjs';
import { Cluster } from './cluster.mjs';
import { disturb, unfinished } from './disturb.mjs';
import { readExecutions } from './executions.mjs';
import { everybody, scaleFloor } from './floor.mjs';
import { Life } from './life.mjs';
import { MemoryWatch } from './memory.mjs';
import { PollCount } from './polls.mjs';
import { Receiver } from './receiver.mjs';
import { save, table } from './report.mjs';
import { RequestCount } from './requests.mjs';
import { watchersOf } from './watchers.mjs';
import { activateAll, createWorkflows } from './workflows.mjs';

/** @typedef {import('./sizes.mjs').Size} Size */
/** @typedef {import('./disturb.mjs').Kill} Kill */

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
  // Kore.ai allows 60 requests a minute; so many triggers need more.
  simulator.koreAi.settings.requestsPerMinute = null;
  const receiver = await Receiver.open();
  const requests = new RequestCount(simulator);
  const watchers = watchersOf(size.triggers);
  try {
    const cluster = await Cluster.start(folder, signal);
    const memory = new MemoryWatch(() => cluster.running);
    try {
      const polls = new PollCount();
      const stage = { size, simulator, receiver, requests, watchers, cluster, polls };
      const workflows = await createWorkflows(stage);
      await activateAll(cluster, workflows);
      const start = Date.now();
      const title = `${size.triggers} triggers watch ${everybody().length} agents`;
      const [, kills] = await progress(title, () =>
        Promise.all([new Life(stage).run(signal), disturb({ ...stage, workflows })]),
      );
      signal.throwIfAborted();
      // Whatever comes twice comes in the next poll.
      await pass(1.5 * size.everySeconds);
      const seconds = Math.round((Date.now() - start) / 1000);
      await progress('Waiting for the last executions', () =>
        eventually(
          'the end of all executions',
          SETTLED_SECONDS,
          async () => !(await unfinished(cluster)),
        ),
      );
      await polls.read(cluster.client.url);
      await memory.look();
      const executions = await readExecutions(cluster);
      const verdicts = judge(stage, simulator.truth());
      const report = {
        size: size.name,
        triggers: size.triggers,
        agents: everybody().length,
        seconds,
        alerts: { told: sum(verdicts, 'told'), expected: sum(verdicts, 'expected') },
        polls: polls.times(),
        requests: requests.byVendor,
        executions,
        cutOff: receiver.cutOff.size,
        memory: memory.seen,
        kills: kills.map(({ what, at, backAt }) => ({
          what,
          afterSeconds: Math.round((at - start) / 1000),
          backAfterSeconds: Math.round((backAt - at) / 1000),
        })),
      };
      await save(report, path.join(folder, `${size.name}.json`));
      console.log(`\n${table(report)}\n`);
      console.log(receiver.failed, receiver.cutOff, executions.failed);
      for (const { wrong } of verdicts)
        for (const { message } of wrong) console.log(`FAIL  ${message}`);
      const failed = verdicts.filter(({ wrong }) => wrong.length > 0).length;
      return { passed: verdicts.length - failed, failed };
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
 * @param {import('./check.mjs').Verdict[]} verdicts
 * @param {'told' | 'expected'} what
 */
const sum = (verdicts, what) => verdicts.reduce((all, verdict) => all + verdict[what], 0);
