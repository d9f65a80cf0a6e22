import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { linksOf } from '../support/markdown.mjs';
import { projectText } from '../support/texts.mjs';

/** Folders of workflows, with the page that tells of them. */
const pages = { examples: 'examples/README.md', 'examples/recipes': 'docs/recipes.md' };

const files = Object.entries(pages).flatMap(([folder, page]) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ file: `${folder}/${name}`, page })),
);
const folder = path.join(root, 'examples');
const readme = projectText('examples/README.md');

describe.each(files)('$file', ({ file, page }) => {
  /** @type {import('../../playground/lib/n8n-workflows.mjs').WorkflowFile} */
  const { nodes, ...rest } = JSON.parse(projectText(file));

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

  test('is on its page', () => {
    expect(linksOf(page).map((link) => link.file)).toContain(file);
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
