import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import packageJson from '../../package.json';
import { root } from '../../scripts/lib/paths.mjs';
import { INSTALL_BLOCKS, section } from '../support/installBlocks.mjs';
import { markdownFiles, projectFiles } from '../support/markdown.mjs';
import { startNpmRegistry } from '../support/npmRegistry.mjs';
import { codeBlocks, projectText } from '../support/texts.mjs';

const call = promisify(execFile);
const { name, version } = packageJson;
const PAGE = 'docs/getting-started.md';
const { readme, byHand, fromClone, byEnvironment, upgrading } = INSTALL_BLOCKS;

/**
 * Stands in for Docker: a container is a folder, in which the commands run that Docker would run.
 * @param {string} container
 */
const docker = (container) => `#!/bin/sh
set -eu
given=$1; shift
case $given in
  exec)
    dir=/
    if [ "$1" = -w ]; then dir=$2; shift 2; fi
    [ "$1" = n8n ] || exit 9
    shift
    mkdir -p "${container}$dir/.." && cd "${container}$dir"
    for word do
      shift
      case $word in /*) word=${container}$word ;; esac
      set -- "$@" "$word"
    done
    exec "$@" ;;
  cp) exec cp "$1" "${container}\${2#n8n:}" ;;
  restart) [ "$*" = n8n ] ;;
  *) exit 9 ;;
esac
`;

/** @type {string} */
let home;
/** @type {Awaited<ReturnType<typeof startNpmRegistry>>} */
let registry;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'install-'));
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', home];
  await call('npm', pack, { cwd: root });
  const named = upgrading.flatMap((block) => /@([\d.]+)$/m.exec(block)?.[1] ?? []);
  registry = await startNpmRegistry(path.join(home, `${name}-${version}.tgz`), named);
});
afterAll(async () => {
  await registry.close();
  rmSync(home, { recursive: true, force: true });
});

/**
 * A machine with nothing but a registry: an empty home, none of this one's npm settings, a Docker
 * with one container, and a clone that is built.
 * @returns {{container: string, user: string, run: (commands: string) => Promise<string>}}
 */
function machine() {
  const place = mkdtempSync(path.join(home, 'machine-'));
  const [bin, clone, user, container] = ['bin', 'clone', 'home', 'container'].map((folder) => {
    const made = path.join(place, folder);
    mkdirSync(made);
    return made;
  });
  if (!bin || !clone || !user || !container) throw new Error('no folders');
  mkdirSync(path.join(container, 'home', 'node', '.n8n'), { recursive: true });
  writeFileSync(path.join(bin, 'docker'), docker(container), { mode: 0o755 });
  for (const file of ['dist', 'package.json', 'README.md', 'LICENSE.md', 'CHANGELOG.md'])
    cpSync(path.join(root, file), path.join(clone, file), { recursive: true });
  const env = {
    PATH: [bin, process.env.PATH].join(path.delimiter),
    HOME: user,
    npm_config_globalconfig: path.join(place, 'npmrc'),
    npm_config_registry: registry.url,
    npm_config_audit: 'false',
    npm_config_update_notifier: 'false',
  };
  return {
    container,
    user,
    run: async (commands) =>
      (await call('sh', ['-euc', commands], { cwd: clone, env })).stdout.trim(),
  };
}

/**
 * @param {string} n8n its folder
 * @returns {string[]} the packages it would load, and whose nodes are there
 */
function packagesIn(n8n) {
  const modules = path.join(n8n, '.n8n', 'nodes', 'node_modules');
  const missing = packageJson.n8n.nodes.filter(
    (node) => !existsSync(path.join(modules, name, node)),
  );
  expect(missing).toEqual([]);
  return readdirSync(modules).filter((one) => !one.startsWith('.'));
}

/** `npm test` has installed and built before it runs this. */
const BEFORE = 'npm ci && npm run build && ';

test('from npm, here and in Docker', async () => {
  const [here = '', inDocker = ''] = byHand;
  expect(readme).toEqual([here]);
  const { container, user, run } = machine();
  await run(here);
  expect(packagesIn(user)).toEqual([name]);
  await run(inDocker);
  expect(packagesIn(path.join(container, 'home', 'node'))).toEqual([name]);
});

test('from a clone, here and in Docker, without a package from anywhere', async () => {
  const [here = '', inDocker = ''] = fromClone;
  expect(here.startsWith(`${BEFORE}npm pack\n`)).toBe(true);
  const { container, user, run } = machine();
  const asked = registry.requests.length;
  await run(here.slice(BEFORE.length));
  expect(packagesIn(user)).toEqual([name]);
  await run(inDocker);
  expect(packagesIn(path.join(container, 'home', 'node'))).toEqual([name]);
  expect(registry.requests.slice(asked).filter((url) => url !== '/n8n-workflow')).toEqual([]);
});

test('another version, and back', async () => {
  const [first = ''] = byHand;
  const { user, run } = machine();
  await run(first);
  for (const update of upgrading) await run(update);
  expect(upgrading.length).toBe(2);
  expect(packagesIn(user)).toEqual([name]);
});

describe('by environment', () => {
  test('npm tells the checksum', async () => {
    const [view = ''] = byEnvironment;
    expect(await machine().run(view)).toBe(registry.checksum);
  });

  test('what n8n is given names this package and version, and is the JSON that it reads', () => {
    const [text = ''] = codeBlocks(section(PAGE, '#### By environment, with a checksum'), 'dotenv');
    const settings = Object.fromEntries(
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
    expect(settings.N8N_COMMUNITY_PACKAGES_MANAGED_BY_ENV).toBe('true');
    expect(JSON.parse(settings.N8N_COMMUNITY_PACKAGES)).toEqual([
      { name, version, checksum: 'sha512-...' },
    ]);
  });
});

test('every version that is named is this one', () => {
  const named = [...projectText(PAGE).matchAll(/n8n-nodes-contact-center[-@](\d[\d.]*\d)/g)];
  expect(named.length).toBeGreaterThan(3);
  expect(new Set(named.map(([, found]) => found))).toEqual(new Set([version]));
});

const TEXTS = [...markdownFiles(), ...projectFiles('examples', /\.json$/)].filter((file) =>
  projectText(file).includes('WEBHOOK_URL'),
);
test.each(TEXTS)("%s names n8n's address as n8n 1 and as n8n 2 call it", (file) => {
  const named = new Set(projectText(file).match(/\b\w*WEBHOOK_URL\b/g));
  expect(named).toEqual(new Set(['N8N_WEBHOOK_URL', 'WEBHOOK_URL']));
});
