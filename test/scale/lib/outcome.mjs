import { judge } from './check.mjs';

/**
 * Something that had to be so, and what was not.
 * @typedef {object} Check
 * @property {string} title
 * @property {string[]} wrong
 */

/** No execution takes longer, also where the receiver lets it wait. */
const LONGEST_MS = 2 * 60_000;

/**
 * @param {import('./play.mjs').Stage} stage
 * @param {import('./executions.mjs').Executions} executions
 * @param {import('./disturb.mjs').Kill} worker
 * @returns {{alerts: {told: number, expected: number}, checks: Check[]}}
 */
export function outcome(stage, executions, worker) {
  const verdicts = judge(stage, stage.simulator.truth());
  const { sent, failed } = stage.receiver;
  const twice = [...sent].filter(([, times]) => times !== 1).map(([execution]) => execution);
  const cutOff = executions.failed.filter(
    ({ writtenAt }) => writtenAt <= worker.at && writtenAt >= worker.at - LONGEST_MS,
  );
  // n8n takes one for crashed now and then that has sent and ended.
  const lost = executions.failed.filter((one) => !cutOff.includes(one) && !sent.has(one.id));
  const silent = cutOff.filter(({ id }) => !failed.includes(id));
  return {
    alerts: {
      told: verdicts.reduce((sum, { told }) => sum + told, 0),
      expected: verdicts.reduce((sum, { expected }) => sum + expected, 0),
    },
    checks: [
      ...verdicts.map(({ wrong }, index) => ({
        title: `trigger ${stage.watchers[index]?.title}: told what happened, each once`,
        wrong: wrong.map(({ message }) => message),
      })),
      {
        title: `${sent.size} executions: each has sent once`,
        wrong: twice.map((execution) => `execution ${execution} has sent more than once`),
      },
      {
        title: 'only what ran when the worker was killed may not have sent',
        wrong: lost.map(({ id }) => `execution ${id} did not end well and has not sent`),
      },
      {
        title: 'n8n started the error workflow for each of those',
        wrong: silent.map(({ id }) => `nobody was told of execution ${id}`),
      },
    ],
  };
}
