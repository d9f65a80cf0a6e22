import { parse } from 'yaml';
import packageJson from '../../package.json';
import { projectFiles } from '../support/markdown.mjs';
import { projectText } from '../support/texts.mjs';

/**
 * @typedef {object} Job
 * @property {Record<string, string>} [permissions]
 * @property {number} [timeout-minutes]
 * @property {string | string[]} [needs]
 * @property {string} [environment]
 * @property {{uses?: string, run?: string, with?: Record<string, unknown>}[]} steps
 */

/** @typedef {{permissions?: Record<string, string>, jobs: Record<string, Job>}} Workflow */

const FILES = projectFiles('.github/workflows', /\.ya?ml$/);
/** @param {string} file @returns {Workflow} */
const workflow = (file) => parse(projectText(file));
const jobs = FILES.flatMap((file) =>
  Object.entries(workflow(file).jobs).map(([name, job]) => ({ title: `${file} ${name}`, job })),
);

test('there are two workflows and their jobs', () => {
  expect(FILES.length).toBeGreaterThan(1);
  expect(jobs.length).toBeGreaterThan(3);
});

describe.each(FILES)('%s', (file) => {
  test('names every action by commit, and its version beside it', () => {
    const lines = projectText(file).match(/^.*\buses:.*$/gm) ?? [];
    expect(lines.length).toBeGreaterThan(1);
    const PINNED = /^ +- uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(lines.filter((line) => !PINNED.test(line))).toEqual([]);
  });

  test('may do nothing but read the code, where a job does not ask for more', () => {
    expect(workflow(file).permissions).toEqual({ contents: 'read' });
  });
});

test('an action has one commit everywhere', () => {
  const used = new Set(jobs.flatMap(({ job }) => job.steps.flatMap(({ uses }) => uses ?? [])));
  const actions = [...used].map((uses) => uses.split('@')[0]);
  expect(actions).toEqual([...new Set(actions)]);
});

describe.each(jobs)('$title', ({ job }) => {
  test('is over some time', () => {
    expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  test('leaves no token of GitHub in the checkout', () => {
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  test('puts nothing into a shell that somebody outside may have written', () => {
    expect(job.steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('runs scripts that there are', () => {
    const runs = job.steps.flatMap(({ run }) => run ?? []).join('\n');
    const named = [...runs.matchAll(/\bnpm (?:run )?(test(?::\w+)?)\b/g)].map(([, name]) => name);
    expect(named.filter((name) => !Object.keys(packageJson.scripts).includes(`${name}`))).toEqual(
      [],
    );
  });
});

test('one job may ask for an identity, and it runs npm alone, after all others', () => {
  const trusted = jobs.filter(({ job }) => job.permissions !== undefined);
  const [{ title, job } = { title: '', job: { steps: [] } }] = trusted;
  expect(trusted.map(({ title: one }) => one)).toEqual([title]);
  expect(title).toMatch(/publish\.yml publish$/);
  expect(job.permissions).toEqual({ 'id-token': 'write' });
  expect(job.environment).toBe('npm');
  const others = Object.keys(workflow('.github/workflows/publish.yml').jobs);
  expect([job.needs].flat()).toEqual(others.filter((name) => name !== 'publish'));
  expect(job.steps.flatMap(({ run }) => run ?? [])).toEqual([
    expect.stringMatching(/^npm publish \.\/release\/\*\.tgz --provenance .*--ignore-scripts$/),
  ]);
  expect(job.steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))).toBe(false);
});

test('what is published is on main, was tested, and is packed as the release of its tag', () => {
  const { pack } = workflow('.github/workflows/publish.yml').jobs;
  expect(pack?.steps.flatMap(({ run }) => run ?? [])).toEqual([
    'git merge-base --is-ancestor "$GITHUB_SHA" origin/main',
    'npm test',
    'node scripts/release.mjs "$GITHUB_REF_NAME" release',
  ]);
});
