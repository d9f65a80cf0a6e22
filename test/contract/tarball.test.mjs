import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json';

const root = path.join(__dirname, '../..');

/**
 * The files below a folder whose names end so, relative to the project.
 *
 * @param {string} folder
 * @param {string} ending
 */
function files(folder, ending) {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => [folder, ...file.split(path.sep)].join('/'))
    .filter((file) => file.endsWith(ending));
}

/** @returns {string[]} */
function packed() {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [tarball] = JSON.parse(output);
  return tarball.files.map((/** @type {{ path: string }} */ file) => file.path);
}

/** What the sources and nothing else become. */
function expected() {
  const code = [...files('nodes', '.ts'), ...files('credentials', '.ts')];
  return [
    ...code.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`),
    ...files('nodes', '.json').map((file) => `dist/${file}`),
    ...files('icons', '.svg').map((file) => `dist/${file}`),
    'CHANGELOG.md',
    'LICENSE.md',
    'README.md',
    'package.json',
  ];
}

test('the tarball holds the compiled sources, the icons and four texts, and nothing else', () => {
  expect(packed().sort()).toEqual(expected().sort());
});

test('what is packed asks for nothing but what n8n provides', () => {
  const provided = ['n8n-workflow', 'zod', 'luxon', 'lodash', 'node:crypto'];
  const asked = files('dist', '.js').flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/require\("([^".][^"]*)"\)/g)].map(
      ([, name]) => name,
    ),
  );
  expect([...new Set(asked)].filter((name) => !provided.includes(name ?? ''))).toEqual([]);
});

test('the package has no runtime dependency, and names every node and credential that is there', () => {
  expect(Object.keys(packageJson)).not.toContain('dependencies');
  expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
  expect(packageJson.n8n.strict).toBe(true);
  expect([...packageJson.n8n.nodes].sort()).toEqual(
    files('nodes', '.node.ts')
      .map((file) => `dist/${file.replace(/\.ts$/, '.js')}`)
      .sort(),
  );
  expect([...packageJson.n8n.credentials].sort()).toEqual(
    files('credentials', '.ts')
      .map((file) => `dist/${file.replace(/\.ts$/, '.js')}`)
      .sort(),
  );
});
