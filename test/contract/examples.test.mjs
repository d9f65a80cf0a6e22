import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

const folder = path.join(root, 'examples');
const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** @param {string} file @returns {import('../../playground/lib/n8n-workflows.mjs').WorkflowFile} */
const workflow = (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

describe.each(files)('%s', (file) => {
  const { nodes, ...rest } = workflow(file);

  test('is a workflow and nothing of the n8n it was made in', () => {
    expect(Object.keys(rest).sort()).toEqual(['connections', 'name', 'settings']);
    for (const { credentials = {} } of nodes) {
      for (const reference of Object.values(credentials))
        expect(reference).not.toHaveProperty('id');
    }
  });

  test('says on a note what to set up, step by step', () => {
    const note = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
    expect(note?.parameters.content).toMatch(/^## .+\n[^]+\n1\. [^]+\n2\. /);
  });

  test('connects nodes that it has, and leaves none alone', () => {
    const [sources, links] = [Object.keys(rest.connections), JSON.stringify(rest.connections)];
    for (const name of sources) expect(nodes.map((node) => node.name)).toContain(name);
    for (const { name, type } of nodes) {
      const linked = sources.includes(name) || links.includes(`"node":${JSON.stringify(name)}`);
      expect([name, linked]).toEqual([name, !type.endsWith('stickyNote')]);
    }
  });

  test('is in the README', () => {
    expect(readme).toContain(`](${file})`);
  });
});

test('the README shows pictures that are there, and all of them', () => {
  const shown = [...readme.matchAll(/\((images\/[\w-]+\.png)\)/g)].map(
    ([, picture = '']) => picture,
  );
  for (const picture of shown)
    expect([picture, existsSync(path.join(folder, picture))]).toEqual([picture, true]);
  const present = readdirSync(path.join(folder, 'images')).map((name) => `images/${name}`);
  expect(present.sort()).toEqual(shown.sort());
});
