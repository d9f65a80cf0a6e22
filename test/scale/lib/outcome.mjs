import { judge } from './check.mjs';

/**
 * Something that had to be so, and what was not.
 * @typedef {object} Check
 * @property {string} title
 * @property {string[]} wrong
 */

/**
 * @param {import('./play.mjs').Stage} stage
 * @param {import('./executions.mjs').Executions} executions
 * @returns {{alerts: {told: number, expected: number}, checks: Check[]}}
 */
export function outcome(stage, executions) {
  const verdicts = judge(stage, stage.simulator.truth());
  const { sent, cutOff, failed } = stage.receiver;
  const twice = [...sent].filter(([, times]) => times !== 1).map(([execution]) => execution);
  const unexplained = executions.failed.filter((execution) => !cutOff.has(execution));
  const silent = executions.failed.filter((execution) => !failed.includes(execution));
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
        title: 'only executions in the killed worker did not end well',
        wrong: unexplained.map((execution) => `execution ${execution} did not end well`),
      },
      {
        title: 'n8n started the error workflow for each of those',
        wrong: silent.map((execution) => `nobody was told of execution ${execution}`),
      },
    ],
  };
}
