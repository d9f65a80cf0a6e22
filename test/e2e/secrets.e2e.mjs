import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { login, wrongPassword } from './lib/login.mjs';

/**
 * @param {string} folder
 * @returns {Promise<string[]>} every file in and under it, packages aside
 */
async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => name !== 'node_modules')
    .map((entry) => {
      const found = path.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(found) : [found];
    });
  return (await Promise.all(lists)).flat();
}

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'secrets',
  tests: {
    'no password is in anything n8n has written': async (stage) => {
      await stage.close();
      const files = await filesUnder(path.dirname(stage.place.userFolder));
      const contents = await Promise.all(files.map((file) => readFile(file)));
      /** @param {string} text */
      const holding = (text) => files.filter((_, index) => contents[index]?.includes(text));
      assert.ok(holding('down at start').length > 0, 'what n8n stores can be found');
      assert.deepEqual(holding(login.password), []);
      assert.deepEqual(holding(wrongPassword), []);
    },
  },
};
