import assert from 'node:assert/strict';
import { firstOfNode } from '../../simulator/systems.mjs';
import { vicidial } from '../../simulator/vicidial/system.mjs';
import { settles } from './settles.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */

const TRIGGERS = [
  'On agent in a state too long',
  'On count crosses a limit',
  'On agent changes state',
  'On contact center unreachable',
];

/** What people type who look for what all of them do. */
const TASKS = [
  'agent status',
  'agent state',
  'agent paused too long',
  'paused',
  'call center',
  'contact centre',
  'wallboard',
  'supervisor',
  'queue',
  'threshold',
  'not ready',
];

/** What other nodes do, too. */
const BESIDE_OTHERS = ['alert', 'monitoring'];

/**
 * @param {EditorStage} stage
 * @param {(found: string[]) => string[]} which of those found are compared
 * @param {string} words
 * @param {string[]} expected
 */
async function finds({ editor }, which, words, expected) {
  await editor.nodes.search(words, expected[0]);
  await settles(async () => which(await editor.nodes.found()), expected).catch((error) => {
    throw new Error(`"${words}": ${error.message}`);
  });
}

const nodes = firstOfNode.map(({ editor }) => editor.listed);
const all = nodes.map(({ name }) => name).sort();
const ours = (/** @type {string[]} */ found) => found.filter((name) => all.includes(name)).sort();

/** @param {EditorStage} stage */
async function findsEach(stage) {
  for (const { name, words } of nodes) {
    for (const word of words) await finds(stage, ours, word, [name]);
  }
  for (const task of TASKS)
    await finds(stage, (found) => found.slice(0, all.length).sort(), task, all);
  for (const task of BESIDE_OTHERS) await finds(stage, ours, task, all);
}

/** @type {import('../../e2e/lib/suite.mjs').Suite<EditorStage>} */
export default {
  title: 'search',
  tests: {
    'by vendor and by task, for the first node of a workflow': async (stage) => {
      await stage.editor.openWorkflow('new');
      await findsEach(stage);
    },

    'by vendor and by task, for a later node': async (stage) => {
      await stage.openWorkflow(vicidial);
      await findsEach(stage);
    },

    ...Object.fromEntries(
      nodes.map(({ name, words, actions }) => [
        `${name}: each trigger and each operation is listed, and adds what it says`,
        async (/** @type {EditorStage} */ { editor }) => {
          await editor.openWorkflow('new');
          await editor.nodes.search(words[0] ?? '', name);
          assert.deepEqual(await editor.nodes.open(name), { Triggers: TRIGGERS, Actions: actions });
          const panel = await editor.nodes.add('On count crosses a limit');
          assert.deepEqual(await panel.select('events').chosen(), ['Count Crosses a Limit']);
          await editor.closeNode();

          await editor.nodes.search(words[0] ?? '', name);
          await editor.nodes.open(name);
          const second = await editor.nodes.add('Get status of an agent');
          assert.deepEqual(await second.select('resource').chosen(), ['Agent']);
          assert.deepEqual(await second.select('operation').chosen(), ['Get Status']);
        },
      ]),
    ),
  },
};
