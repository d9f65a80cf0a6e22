import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { anchors, linksOf, markdownFiles } from '../support/markdown.mjs';
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
