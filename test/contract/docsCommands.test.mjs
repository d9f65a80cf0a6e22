import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import packageJson from '../../package.json';
import { root } from '../../scripts/lib/paths.mjs';
import { markdownFiles, projectFiles } from '../support/markdown.mjs';
import { startServer } from '../support/servers.mjs';
import { codeBlocks, projectText } from '../support/texts.mjs';

const call = promisify(execFile);

/** @type {Record<string, string>} */
const scripts = packageJson.scripts;

/** What an administrator types to install the nodes by hand, here or in another version. */
const BY_HAND =
  /^(mkdir -p ~\/\.n8n\/nodes && )?cd ~\/\.n8n\/nodes && npm install --omit=peer n8n-nodes-contact-center(@(latest|[\d.]+))?$/;

/** @param {string} file @returns {string[]} the commands of a page, in blocks and between words */
function commandsOf(file) {
  const text = projectText(file);
  const blocks = codeBlocks(text.replace(/^ +/gm, ''), 'bash').join('\n').split('\n');
  const inline = [...text.matchAll(/`((?:\w+=\S+ )?(?:npm|npx|node) [^`]+)`/g)];
  return [...blocks, ...inline.map(([, command = '']) => command)].filter(Boolean);
}

const commands = [...new Set(markdownFiles().flatMap(commandsOf))];

/**
 * What is wrong with a command.
 * @param {string} command
 * @returns {string | undefined}
 */
function problemOf(command) {
  const [, name, given = ''] = /^npm (?:run )?([\w:]+)(?: -- (.+))?$/.exec(command) ?? [];
  if (name !== undefined) return problemOfScript(name, given);
  const [, tests] = /^(?:UPDATE_DOCS=1 )?npx jest (\S+)$/.exec(command) ?? [];
  if (tests !== undefined)
    return projectFiles('test', /\.test\./).some((file) => file.includes(tests))
      ? undefined
      : 'no such test';
  const [, file] = /^node (\S+\.mjs)/.exec(command) ?? [];
  if (file !== undefined) return existsSync(path.join(root, file)) ? undefined : 'no such file';
  return BY_HAND.test(command) ? undefined : 'a command that no test knows';
}

/**
 * @param {string} name
 * @param {string} given what stands behind --
 */
function problemOfScript(name, given) {
  const [, file] = /^node (\S+)$/.exec(scripts[name] ?? '') ?? [];
  if (scripts[name] === undefined) return 'no such script';
  const unknown = [...given.matchAll(/--([\w-]+)/g)]
    .map(([, option = '']) => option)
    .filter((option) => file === undefined || !projectText(file).includes(` ${option}: {`));
  return unknown.length === 0 ? undefined : `unknown: ${unknown.join(', ')}`;
}

test.each(commands)('%s is a command that there is', (command) => {
  expect(problemOf(command)).toBeUndefined();
});

test.each([
  ['npm run nonsense', 'no such script'],
  ['npm start -- --nonsense', 'unknown: nonsense'],
  ['npx jest nonsense', 'no such test'],
  ['node nonsense.mjs', 'no such file'],
  ['curl https://example.com', 'a command that no test knows'],
])('%s would be noticed', (command, problem) => {
  expect(problemOf(command)).toBe(problem);
});

test('npm start tells its options', async () => {
  const help = ['playground/start.mjs', '--help'];
  const { stdout: usage } = await call(process.execPath, help, { cwd: root });
  const named = commands.flatMap((command) => /^npm start -- (--\w+)/.exec(command)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((option) => !usage.includes(option))).toEqual([]);
});

/** What npm reads of a package before it decides to leave it out: n8n has this one already. */
const PEER = JSON.stringify({
  name: 'n8n-workflow',
  'dist-tags': { latest: '1.0.0' },
  versions: { '1.0.0': { name: 'n8n-workflow', version: '1.0.0', dist: { tarball: '/none' } } },
});

// npm packs once and installs twice, which takes a busy machine a while.
describe('by hand', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'by-hand-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test('the package is installed where n8n looks for it, with nothing beside', async () => {
    const registry = await startServer({ body: PEER });
    // Of this machine's npm, neither the settings nor the cache count.
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      npm_config_globalconfig: path.join(home, 'npmrc'),
      npm_config_registry: registry.url,
      npm_config_audit: 'false',
      npm_config_update_notifier: 'false',
    };
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', home];
    try {
      const { stdout: tarball } = await call('npm', pack, { cwd: root, env });
      const local = commands
        .filter((command) => BY_HAND.test(command))
        .map((command) => command.replace(/\S+$/, `"$HOME/${tarball.trim()}"`));
      for (const command of new Set(local))
        await call('sh', ['-c', `mkdir -p ~/.n8n/nodes && ${command}`], { cwd: home, env });
    } finally {
      await registry.close();
    }
    const asked = registry.requests.map(({ url }) => url);
    expect([...new Set(asked)]).toEqual(['/n8n-workflow']);
    const modules = path.join(home, '.n8n', 'nodes', 'node_modules');
    const installed = readdirSync(modules).filter((name) => !name.startsWith('.'));
    expect(installed).toEqual([packageJson.name]);
    for (const node of packageJson.n8n.nodes)
      expect([node, existsSync(path.join(modules, packageJson.name, node))]).toEqual([node, true]);
  }, 180_000);
});
