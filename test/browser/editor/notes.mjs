import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createWorkflow } from '../../../playground/lib/n8n-workflows.mjs';
import { root } from '../../../scripts/lib/paths.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */

const folder = path.join(root, 'examples');

/** The workflows to import, as a person sees them. */
export default {
  title: 'Examples',
  tests: {
    'every note can be read to its end': async (/** @type {EditorStage} */ stage) => {
      const names = await readdir(folder, { recursive: true });
      const files = names.filter((name) => name.endsWith('.json'));
      assert.ok(files.length > 0);
      const cut = [];
      for (const file of files) {
        const workflow = JSON.parse(await readFile(path.join(folder, file), 'utf8'));
        const id = await createWorkflow(stage.client, workflow);
        await stage.editor.openWorkflow(id);
        if ((await stage.editor.cutNotes()).length > 0) cut.push(file);
      }
      assert.deepEqual(cut, []);
    },
  },
};
