import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import packageJson from '../../package.json';
import { root } from '../../scripts/lib/paths.mjs';
import { refuseUnbuilt } from '../../scripts/lib/release.mjs';

const { name, version } = packageJson;
/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string[]} given */
function release(...given) {
  const summary = path.join(folder, 'summary.md');
  const result = spawnSync(process.execPath, ['scripts/release.mjs', ...given], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_STEP_SUMMARY: summary },
  });
  return { ...result, summary };
}

test("a release is the package, and the line has npm's own checksum of it", () => {
  const target = path.join(folder, 'release');
  const { status, stdout, summary } = release(version, target);
  expect(status).toBe(0);
  const [tarball = '', ...others] = readdirSync(target);
  expect(others).toEqual([]);

  const line = stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(readFileSync(summary, 'utf8')).toContain(line);
  const look = ['pack', '--dry-run', '--json', '--ignore-scripts', path.join(target, tarball)];
  const [{ integrity }] = JSON.parse(spawnSync('npm', look, { encoding: 'utf8' }).stdout);
  expect(JSON.parse(line)).toEqual({ name, version, checksum: integrity });
});

test.each([`v${version}`, '9.9.9', `${version}-rc.1`])('the tag %s is refused', (tag) => {
  const { status, stderr } = release(tag, path.join(folder, 'release'));
  expect(status).toBe(1);
  expect(stderr).toContain(`The tag ${tag} is not the version in package.json, ${version}.`);
  expect(readdirSync(folder)).toEqual([]);
});

test('without a tag or a folder it says what to give', () => {
  expect(release().stderr).toContain('Give the tag and a folder');
  expect(release(version).stderr).toContain('Give the tag and a folder');
});

test('a package that is not built is no release', () => {
  expect(() => refuseUnbuilt(root, packageJson)).not.toThrow();
  expect(() => refuseUnbuilt(folder, packageJson)).toThrow(/Build the package first/);
});
