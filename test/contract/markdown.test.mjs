import { existsSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json';
import { root } from '../../scripts/lib/paths.mjs';
import { anchors, headings, linksOf, markdownFiles, projectFiles } from '../support/markdown.mjs';
import { projectText } from '../support/texts.mjs';

describe.each(markdownFiles())('%s', (page) => {
  const links = linksOf(page);

  test('leads to files that are there', () => {
    const missing = links.filter(({ file }) => !existsSync(path.join(root, file)));
    expect(missing.map(({ link }) => link)).toEqual([]);
  });

  test('leads to headings that are there', () => {
    const missing = links.filter(
      ({ file, anchor }) => anchor !== '' && !anchors(projectText(file)).has(anchor),
    );
    expect(missing.map(({ link }) => link)).toEqual([]);
  });
});

const pages = markdownFiles().filter((file) => file.startsWith('docs/vendors/'));

test.each(pages)('%s has what a user needs first, as all vendors have', (page) => {
  const sections = headings(projectText(page)).filter(({ level }) => level === 2);
  expect(sections.map(({ title }) => title)).toEqual([
    'Set-up with the least rights',
    'The credential',
    'Operations',
    'The trigger',
    'What it cannot tell',
    'What the server really answers',
  ]);
});

const CODE = ['nodes', 'credentials', 'playground', 'scripts', 'test'];

test('what the code cites is there', () => {
  const cited = CODE.flatMap((folder) => projectFiles(folder, /\.(ts|mjs)$/)).flatMap((file) =>
    [...projectText(file).matchAll(/\(?(docs\/[\w/.-]+\.md)(?:, ([\w\s*/-]+?))?[).]/g)].map(
      ([, page = '', title = '']) => ({ file, page, title: title.replace(/[\s*/]+/g, ' ') }),
    ),
  );
  const missing = cited.filter(
    ({ page, title }) =>
      !existsSync(path.join(root, page)) ||
      (title !== '' && !headings(projectText(page)).some((heading) => heading.title === title)),
  );
  expect(cited.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});

test('the page on upgrading tells the form of what this version remembers', () => {
  const [, form] =
    /^const SCHEMA = (\d+);/m.exec(projectText('nodes/shared/trigger/store.ts')) ?? [];
  const rows = [...projectText('docs/upgrading.md').matchAll(/^\| ([\d.]+) \| (\d+) \|$/gm)];
  expect(rows.at(-1)?.slice(1)).toEqual([packageJson.version, form]);
});
