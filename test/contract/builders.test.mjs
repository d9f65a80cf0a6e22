import packageJson from '../../package.json';
import { BUILDERS } from '../../scripts/lib/project.mjs';
import { projectFiles } from '../support/markdown.mjs';
import { projectText } from '../support/texts.mjs';

/** What `npm start` builds and runs. */
const files = [
  'gulpfile.js',
  ...['nodes', 'credentials', 'playground', 'test/simulator'].flatMap((folder) =>
    projectFiles(folder, /\.(ts|mjs)$/),
  ),
];

/**
 * @param {string} file
 * @returns {string[]} the packages that it loads
 */
const packagesIn = (file) =>
  [
    ...projectText(file).matchAll(
      /(?:from |import |\bimport\(|require(?:\.resolve)?\()'([^'.][^']*)'/g,
    ),
  ]
    .map(([, name = '']) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '')
    .filter((name) => !name.startsWith('node:'));

test('npm start installs every package that it builds and runs with', () => {
  const loaded = [...new Set(files.flatMap(packagesIn))];
  expect(loaded).toEqual(expect.arrayContaining(['gulp', 'n8n-workflow', 'typescript', 'zod']));
  // Of what n8n brings at run time, the types alone are enough.
  const missing = loaded.filter(
    (name) => ![name, `@types/${name}`].some((one) => BUILDERS.includes(one)),
  );
  expect(missing).toEqual([]);
});

test('each of them has its version in package.json', () => {
  expect(Object.keys(packageJson.devDependencies)).toEqual(expect.arrayContaining(BUILDERS));
});
