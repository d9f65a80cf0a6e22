import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import packageJson from '../../package.json';
import { root } from '../../scripts/lib/paths.mjs';
import { INSTALL_BLOCKS } from '../support/installBlocks.mjs';
import { markdownFiles, projectFiles } from '../support/markdown.mjs';
import { codeBlocks, projectText } from '../support/texts.mjs';

const call = promisify(execFile);

/** @type {Record<string, string>} */
const scripts = packageJson.scripts;

/** What one types to install the nodes; docsInstall.test runs all of it. */
const INSTALLING = Object.values(INSTALL_BLOCKS).flat().join('\n').split('\n');

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
  return INSTALLING.includes(command) ? undefined : 'a command that no test knows';
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
