import assert from 'node:assert/strict';
import { settles } from './settles.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */
/** @typedef {import('../../simulator/systems.mjs').System} System */

/**
 * @param {System} system
 * @returns {Record<string, (stage: EditorStage) => Promise<void>>}
 */
export const iconTests = (system) => ({
  'its icon is a dark one in the dark': async (stage) => {
    await stage.openWorkflow(system);
    const folder = '/icons/n8n-nodes-contact-center/dist/icons';
    const { icon } = system.editor;
    const light = `${folder}/${icon}.svg`;
    const dark = `${folder}/${icon}.dark.svg`;
    for (const [colorScheme, file] of /** @type {const} */ ([
      ['light', light],
      ['dark', dark],
      ['light', light],
    ])) {
      await stage.page.emulateMedia({ colorScheme });
      await settles(
        () => stage.editor.icons(),
        [
          { file, isDrawn: true },
          { file, isDrawn: true },
        ],
      );
    }
    const served = await Promise.all(
      [light, dark].map((file) => stage.page.request.get(stage.client.url + file)),
    );
    for (const answer of served) assert.match(answer.headers()['content-type'] ?? '', /image\/svg/);
    const [one, other] = await Promise.all(served.map((answer) => answer.text()));
    assert.notEqual(one, other);
  },
});
