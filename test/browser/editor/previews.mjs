import { AFTER, NODE } from '../../e2e/lib/workflows.mjs';
import { settles } from './settles.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */

/** What the list of fields begins with. */
const SHOWN = {
  'Get Live Info': ['agentId', 'agentName', 'state'],
  'Get Activity': ['agentId', 'agentName', 'from'],
};

/**
 * @param {import('../../simulator/systems.mjs').System} system
 * @returns {Record<string, (stage: EditorStage) => Promise<void>>}
 */
export const previewTests = (system) => ({
  'the next node lists what it will be given before anything has run': async (stage) => {
    for (const [operation, fields] of Object.entries(SHOWN)) {
      const panel = await stage.openNode(system, NODE);
      await panel.select('resource').choose('Agent');
      await panel.select('operation').choose(operation);
      await stage.editor.closeNode();
      await stage.editor.openNode(AFTER);
      await settles(() => stage.editor.inputFields(fields.length), fields);
    }
  },
});
