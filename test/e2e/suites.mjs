import credential from './credential.e2e.mjs';
import durable from './durable.e2e.mjs';
import { examples, recipes } from './examples.e2e.mjs';
import install from './install.e2e.mjs';
import kill from './kill.e2e.mjs';
import login from './login.e2e.mjs';
import operations from './operations.e2e.mjs';
import outage from './outage.e2e.mjs';
import restart from './restart.e2e.mjs';
import pickers from './pickers.e2e.mjs';
import secrets from './secrets.e2e.mjs';
import setUp from './setUp.e2e.mjs';
import trigger from './trigger.e2e.mjs';
import vendors from './vendors.e2e.mjs';
import walled from './walled.e2e.mjs';
import wallboard from './wallboard.e2e.mjs';

/** @typedef {import('./lib/examples/outside.mjs').Outside} Outside */

/**
 * Most of the time is waiting for polls: what stands in one row runs side by side.
 * @param {Outside} outside
 */
const rows = (outside) => [
  [
    ...[credential, pickers, operations, setUp, trigger, outage, login, ...vendors],
    ...[...examples(outside), wallboard],
  ],
  recipes(outside),
  [restart, kill, ...durable],
  [secrets, walled, install],
];

/**
 * @param {string[]} titles of suites; none: all
 * @returns {(outside: Outside) => ReturnType<typeof rows>}
 */
export const chosenRows = (titles) => (outside) => {
  const all = rows(outside);
  const known = all.flat().map(({ title }) => title);
  const unknown = titles.find((title) => !known.includes(title));
  if (unknown) throw new Error(`No suite ${unknown}; there are ${[...new Set(known)].join(', ')}.`);
  return all.map((row) => row.filter(({ title }) => titles.length === 0 || titles.includes(title)));
};
