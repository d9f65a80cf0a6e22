import assert from 'node:assert/strict';
import { vicidial } from '../../simulator/vicidial/system.mjs';
import { NODE } from '../../e2e/lib/workflows.mjs';
import { untidy } from './mishaps.mjs';
import { settles } from './settles.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */
/** @typedef {import('../../../scripts/lib/nodePanel.mjs').NodePanel} NodePanel */
/** @typedef {import('../../simulator/editorWords.mjs').OperationForm} OperationForm */
/** @typedef {import('../../simulator/systems.mjs').System} System */

const HEAD = ['Resource', 'Operation'];

/**
 * @param {NodePanel} panel
 * @param {Pick<OperationForm, 'resource' | 'operation'>} form
 */
async function choose(panel, { resource, operation }) {
  await panel.select('resource').choose(resource);
  await panel.select('operation').choose(operation);
}

/**
 * @param {EditorStage} stage
 * @param {NodePanel} panel
 * @param {OperationForm} form
 */
async function showsForm(stage, panel, form) {
  await choose(panel, form);
  await settles(() => panel.shown(), [...HEAD, ...form.shows]);
  if (form.filters) assert.deepEqual(await panel.addable('filters'), form.filters);
  assert.deepEqual(await panel.addable('options'), form.options);
  assert.deepEqual(await untidy(stage.page), []);
}

/** n8n puts this beside the operations of whatever has a credential. */
const OF_N8N = ['Custom API Call'];

/**
 * @param {System} system
 * @returns {Record<string, (stage: EditorStage) => Promise<void>>}
 */
export const operationTests = (system) => ({
  'each operation shows its own parameters': async (stage) => {
    const panel = await stage.openNode(system, NODE);
    const forms = system.editor.operations;
    for (const resource of new Set(forms.map((form) => form.resource))) {
      const own = forms.filter((form) => form.resource === resource);
      await panel.select('resource').choose(resource);
      assert.deepEqual(await panel.select('operation').choices(), [
        ...own.map(({ operation }) => operation),
        ...OF_N8N,
      ]);
      for (const form of own) await showsForm(stage, panel, form);
    }
  },

  'Limit is there when not all are returned': async (stage) => {
    const panel = await stage.openNode(system, NODE);
    await choose(panel, { resource: 'Agent', operation: 'Get Live Info' });
    const form = system.editor.operations.find(({ operation }) => operation === 'Get Live Info');
    const shows = form?.shows ?? [];
    await settles(() => panel.shown(), [...HEAD, ...shows]);
    await panel.toggle('returnAll');
    await settles(
      () => panel.shown(),
      [...HEAD, ...shows].flatMap((name) => (name === 'Return All' ? [name, 'Limit'] : [name])),
    );
    await panel.toggle('returnAll');
    await settles(() => panel.shown(), [...HEAD, ...shows]);
  },
});

/** @type {Record<string, (stage: EditorStage) => Promise<void>>} */
export const vicidialTests = {
  'grouped by in-group, it asks for in-groups and not for filters': async (stage) => {
    const panel = await stage.openNode(vicidial, NODE);
    await choose(panel, { resource: 'Team', operation: 'Get Counts' });
    const usual = [...HEAD, 'Group By', 'Filters', 'Options'];
    for (const group of ['User Group', 'In-Group', 'Campaign', 'In-Group', 'Everyone']) {
      await panel.select('groupBy').choose(group);
      const asks = [...HEAD, 'Group By', 'In-Group IDs', 'Options'];
      await settles(() => panel.shown(), group === 'In-Group' ? asks : usual);
    }
  },
};
