import { countsOf, runSuite } from '../../e2e/lib/suite.mjs';
import * as vendors from '../../../playground/lib/vendors.mjs';
import { credentialTests, credentialWords } from './credentials.mjs';
import { iconTests } from './icons.mjs';
import notes from './notes.mjs';
import { operationForms } from './operationForms.mjs';
import { operationTests, vicidialTests } from './operations.mjs';
import { pickers, pickerTests } from './pickers.mjs';
import { previewTests } from './previews.mjs';
import { ruleTests } from './rules.mjs';
import search from './search.mjs';
import { EditorStage } from './stage.mjs';
import { triggerWords } from './triggerForms.mjs';
import { triggerTests } from './triggers.mjs';

/** @typedef {import('../../e2e/lib/suite.mjs').Suite<EditorStage>} Suite */

/** What is tried with each vendor's node and trigger, side by side in one workflow. */
const ofVendors = /** @type {const} */ (['vicidial', 'rocketChat', 'koreAi', 'crocoDial']).map(
  (name) => ({
    title: vendors[name].name,
    tests: {
      ...credentialTests(vendors[name], credentialWords[name]),
      ...iconTests(vendors[name], name),
      ...operationTests(vendors[name], operationForms[name]),
      ...(name === 'vicidial' ? vicidialTests : {}),
      ...triggerTests(vendors[name], triggerWords[name]),
      ...(name === 'crocoDial' ? {} : pickerTests(vendors[name], pickers[name])),
      ...ruleTests(vendors[name]),
      ...previewTests(vendors[name]),
    },
  }),
);

/** CROCO-dial has few lists; the same node has those of GOautodial. */
const goAutoDial = {
  title: vendors.goAutoDial.name,
  tests: {
    ...credentialTests(vendors.goAutoDial, credentialWords.goAutoDial),
    ...pickerTests(vendors.goAutoDial, pickers.goAutoDial),
  },
};

/** @type {Suite[]} */
const suites = [search, ...ofVendors, goAutoDial, notes];

export const titles = suites.map(({ title }) => title);

/**
 * Runs suites of the editor, in one n8n and one browser.
 * @param {string[]} asked their titles
 * @param {AbortSignal} signal
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runEditor(asked, signal) {
  const stage = await EditorStage.prepare(signal);
  const results = [];
  try {
    await stage.open();
    for (const { title, tests } of suites.filter((suite) => asked.includes(suite.title))) {
      const watched = Object.entries(tests).map(([name, test]) => [
        name,
        () => stage.watched(`${title} ${name}`, test),
      ]);
      const suite = { title, tests: Object.fromEntries(watched) };
      results.push(...(await runSuite(suite, stage)));
    }
  } finally {
    await stage.end();
  }
  return countsOf(results);
}
