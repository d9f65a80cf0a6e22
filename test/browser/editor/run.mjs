import { countsOf, runSuite } from '../../e2e/lib/suite.mjs';
import { firstOfNode, systems } from '../../simulator/systems.mjs';
import { vicidial } from '../../simulator/vicidial/system.mjs';
import { credentialTests } from './credentials.mjs';
import { iconTests } from './icons.mjs';
import notes from './notes.mjs';
import { operationTests, vicidialTests } from './operations.mjs';
import { pickerTests } from './pickers.mjs';
import { previewTests } from './previews.mjs';
import { ruleTests } from './rules.mjs';
import search from './search.mjs';
import { EditorStage } from './stage.mjs';
import { triggerTests } from './triggers.mjs';

/** @typedef {import('../../e2e/lib/suite.mjs').Suite<EditorStage>} Suite */

/**
 * What is tried with a node and its trigger, side by side in one workflow.
 * @param {import('../../simulator/systems.mjs').System} system
 */
const nodeTests = (system) => ({
  ...iconTests(system),
  ...operationTests(system),
  ...(system === vicidial ? vicidialTests : {}),
  ...triggerTests(system),
  ...ruleTests(system),
  ...previewTests(system),
});

/** A node of two systems is tried with the first of them. */
const ofSystems = systems.map((system) => ({
  title: system.name,
  tests: {
    ...credentialTests(system),
    ...(firstOfNode.includes(system) ? nodeTests(system) : {}),
    ...(system.editor.pickers.length > 0 ? pickerTests(system) : {}),
  },
}));

/** @type {Suite[]} */
const suites = [search, ...ofSystems, notes];

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
