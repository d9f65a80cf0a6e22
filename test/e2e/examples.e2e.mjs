import alerts from './lib/examples/alerts.mjs';
import recipeTests from './lib/examples/recipes.mjs';
import records from './lib/examples/records.mjs';
import reports from './lib/examples/reports.mjs';
import vendors from './lib/examples/vendors.mjs';

/** @typedef {import('./lib/examples/outside.mjs').Outside} Outside */
/** @typedef {(stage: import('./lib/stage.mjs').Stage, outside: Outside) => Promise<string | void>} Test */

/**
 * Each file of examples/ and examples/recipes/ does what it says, from import to what arrives.
 * @param {string} title
 * @param {Record<string, Test>} tests by what each of them proves
 * @returns {(outside: Outside) => import('./lib/suite.mjs').Suite[]} one each, so that they run side
 *   by side; outside is where n8n's requests to the services go
 */
const suites = (title, tests) => (outside) =>
  Object.entries(tests).map(([name, test]) => ({
    title,
    tests: { [name]: (stage) => test(stage, outside) },
  }));

export const examples = suites('examples', { ...alerts, ...vendors, ...records, ...reports });
export const recipes = suites('recipes', recipeTests);
