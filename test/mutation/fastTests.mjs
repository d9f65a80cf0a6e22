/**
 * The tests that find mutants, as one file: what they share is loaded once for each mutant, and not
 * once for each of them.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

// The same examples each time, for the same score; the smallest one that fails is of no interest.
fc.configureGlobal({ seed: 1, numRuns: 20, endOnFailure: true });

const unit = path.join(__dirname, '..', 'unit');
const folders = ['trigger', 'agents'].map((folder) => path.join(unit, folder));

/** Those that take longest come last: most mutants are found before. */
const SLOW = [
  'activeHours',
  'vendorTimes',
  'counts',
  'sample',
  'repeats',
  'countItems',
  'rules',
  'limitItems',
  'vicidialAgent',
  'poll',
  'episodes',
  'memory',
];

const files = [
  ...folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name))),
  ...readdirSync(unit)
    .filter((name) => name.endsWith('Agent.test.ts'))
    .map((name) => path.join(unit, name)),
];

/** @param {string} file */
const nameOf = (file) => path.basename(file, '.test.ts');

files.sort((a, b) => SLOW.indexOf(nameOf(a)) - SLOW.indexOf(nameOf(b)));

for (const file of files) {
  describe(nameOf(file), () => {
    require(file);
  });
}
