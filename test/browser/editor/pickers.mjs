import { NODE, TRIGGER } from '../../e2e/lib/workflows.mjs';
import { settles } from './settles.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */
/** @typedef {import('../../simulator/systems.mjs').System} System */
/** @typedef {import('../../simulator/editorWords.mjs').Picker} Picker */

/**
 * @param {import('../../../scripts/lib/nodePanel.mjs').NodePanel} panel
 * @param {Picker} picker
 */
async function pick(panel, { filter, parameter, choices }) {
  await panel.add('filters', filter);
  await settles(() => panel.select(parameter).choices(), choices);
  const [first = ''] = choices;
  await panel.select(parameter).choose(first);
  await settles(() => panel.select(parameter).chosen(), [first]);
}

/**
 * @param {System} system
 * @returns {Record<string, (stage: EditorStage) => Promise<void>>}
 */
export const pickerTests = (system) => ({
  'an agent is found by name and picked': async (stage) => {
    const panel = await stage.openNode(system, NODE);
    await panel.select('resource').choose('Agent');
    await panel.select('operation').choose('Get Status');
    const found = await panel.search('agent', 'hal');
    await settles(async () => (await found.allInnerTexts()).map(nameOf), ['Hal Paused']);
    await found.first().click();
    await settles(async () => nameOf(await panel.picked('agent')), 'Hal Paused');
    await stage.savedAs(
      system,
      NODE,
      ({ agent }) => agent?.cachedResultName,
      await panel.picked('agent'),
    );
  },

  'lists of the contact center are read, and chosen from': async (stage) => {
    const node = await stage.openNode(system, NODE);
    await node.select('resource').choose('Agent');
    await node.select('operation').choose('Get Live Info');
    for (const picker of system.editor.pickers) await pick(node, picker);
    await stage.editor.closeNode();
    const trigger = await stage.editor.openNode(TRIGGER);
    for (const picker of system.editor.pickers) await pick(trigger, picker);
    for (const { parameter } of system.editor.pickers) {
      const count = (/** @type {Record<string, any>} */ { filters }) =>
        filters?.[parameter]?.length;
      await stage.savedAs(system, NODE, count, 1);
      await stage.savedAs(system, TRIGGER, count, 1);
    }
  },
});

/** @param {string} text a name with an ID behind it */
const nameOf = (text) => text.trim().replace(/ \(.*\)$/, '');
