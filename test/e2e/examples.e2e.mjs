import alerts from './lib/examples/alerts.mjs';
import recipes from './lib/examples/recipes.mjs';
import records from './lib/examples/records.mjs';
import reports from './lib/examples/reports.mjs';
import vendors from './lib/examples/vendors.mjs';

/** @typedef {import('./lib/examples/outside.mjs').Outside} Outside */
/** @typedef {(stage: import('./lib/stage.mjs').Stage, outside: Outside) => Promise<string | void>} Test */

/** @type {Record<string, Test>} by what each of them proves */
const tests = { ...alerts, ...vendors, ...records, ...reports };

/** @type {[string, Record<string, Test>][]} by the title of their suites */
const groups = [
  ['examples', tests],
  ['recipes', recipes],
];

/**
 * Each file of examples/ and examples/recipes/ does what it says, from import to what arrives.
 * @param {Outside} outside where n8n's requests to the services go
 * @returns {import('./lib/suite.mjs').Suite[]} one each, so that they run side by side
 */
export const examples = (outside) =>
  groups.flatMap(([title, all]) =>
    Object.entries(all).map(([name, test]) => ({
      title,
      tests: { [name]: (stage) => test(stage, outside) },
    })),
  );
