/**
 * The tests that find mutants, as one file: what they share is loaded once for each mutant, and not
 * once for each of them.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

// The same examples each time, for the same score; the smallest one that fails is of no interest.
fc.configureGlobal({ seed: 1, numRuns: 50, endOnFailure: true });

const unit = path.join(__dirname, '..', 'unit');
const folders = ['trigger', 'agents'].map((folder) => path.join(unit, folder));

const files = [
  ...folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name))),
  ...readdirSync(unit)
    .filter((name) => name.endsWith('Agent.test.ts'))
    .map((name) => path.join(unit, name)),
];

for (const file of files) {
  describe(path.basename(file, '.test.ts'), () => {
    require(file);
  });
}
