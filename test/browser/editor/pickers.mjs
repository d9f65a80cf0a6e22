import { NODE, TRIGGER } from '../../e2e/lib/workflows.mjs';
import { settles } from './settles.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */
/** @typedef {import('../../../playground/lib/vendors.mjs').Vendor} Vendor */

/**
 * A list that is read from the contact center.
 * @typedef {object} Picker
 * @property {string} filter as it is added
 * @property {string} parameter
 * @property {string[]} choices
 */

const QUEUES = ['Sales Line', 'Single Agent Direct Queue', 'Support Queue'];
const GROUPS = ['AGENTS', 'NIGHT'];

/** @type {Record<'vicidial' | 'rocketChat' | 'koreAi' | 'goAutoDial', Picker[]>} */
export const pickers = {
  vicidial: [
    {
      filter: 'Campaign Names or IDs',
      parameter: 'campaigns',
      choices: ['Test Campaign, East (TESTCAMP)', 'Support (SUPPORT)', 'Old (OLDCAMP)'],
    },
    { filter: 'User Group Names or IDs', parameter: 'userGroups', choices: GROUPS },
  ],
  rocketChat: [
    {
      filter: 'Department Names or IDs',
      parameter: 'departments',
      choices: ['ADMIN', ...GROUPS, ...QUEUES],
    },
  ],
  koreAi: [{ filter: 'Queue Names or IDs', parameter: 'queues', choices: QUEUES }],
  goAutoDial: [
    {
      filter: 'Campaign Names or IDs',
      parameter: 'campaigns',
      choices: ['SUPPORT', 'TESTCAMP'],
    },
    {
      filter: 'User Group Names or IDs',
      parameter: 'userGroups',
      choices: ['ADMIN', ...GROUPS, 'SALES'],
    },
  ],
};

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
 * @param {Vendor} vendor
 * @param {Picker[]} own
 * @returns {Record<string, (stage: EditorStage) => Promise<void>>}
 */
export const pickerTests = (vendor, own) => ({
  'an agent is found by name and picked': async (stage) => {
    const panel = await stage.openNode(vendor, NODE);
    await panel.select('resource').choose('Agent');
    await panel.select('operation').choose('Get Status');
    const found = await panel.search('agent', 'hal');
    await settles(async () => (await found.allInnerTexts()).map(nameOf), ['Hal Paused']);
    await found.first().click();
    await settles(async () => nameOf(await panel.picked('agent')), 'Hal Paused');
    await stage.savedAs(
      vendor,
      NODE,
      ({ agent }) => agent?.cachedResultName,
      await panel.picked('agent'),
    );
  },

  'lists of the contact center are read, and chosen from': async (stage) => {
    const node = await stage.openNode(vendor, NODE);
    await node.select('resource').choose('Agent');
    await node.select('operation').choose('Get Live Info');
    for (const picker of own) await pick(node, picker);
    await stage.editor.closeNode();
    const trigger = await stage.editor.openNode(TRIGGER);
    for (const picker of own) await pick(trigger, picker);
    for (const { parameter } of own) {
      const count = (/** @type {Record<string, any>} */ { filters }) =>
        filters?.[parameter]?.length;
      await stage.savedAs(vendor, NODE, count, 1);
      await stage.savedAs(vendor, TRIGGER, count, 1);
    }
  },
});

/** @param {string} text a name with an ID behind it */
const nameOf = (text) => text.trim().replace(/ \(.*\)$/, '');
