import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectText } from './texts.mjs';

const root = path.join(__dirname, '../..');

/**
 * The files of one kind in a folder of the project and below.
 * @param {string} folder
 * @param {RegExp} name
 * @returns {string[]} relative to the project
 */
export const projectFiles = (folder, name) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, ...file.split(path.sep)))
    .filter((file) => name.test(file));

/** All markdown of the project. */
export const markdownFiles = () => [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...['docs', 'examples', 'test'].flatMap((folder) => projectFiles(folder, /\.md$/)),
];

/**
 * A text without its code blocks: what stands in them is no link, heading or emphasis.
 * @param {string} text
 */
export const prose = (text) => text.replace(/^```[^]*?^```$/gm, '').replace(/<!--[^]*?-->/g, '');

/**
 * The headings of a text.
 * @param {string} text
 * @returns {{level: number, title: string}[]}
 */
export const headings = (text) =>
  [...prose(text).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', title = '']) => ({
    level: marks.length,
    title,
  }));

/**
 * The anchors of a page, as GitHub makes them: letters, digits, - and _ stay, spaces become -.
 * @param {string} text
 * @returns {Set<string>}
 */
export function anchors(text) {
  const found = new Set();
  for (const { title } of headings(text)) {
    const plain = title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '').replace(/ /g, '-');
    for (let count = 0, name = anchor; ; name = `${anchor}-${count}`) {
      if (!found.has(name)) {
        found.add(name);
        break;
      }
      count += 1;
    }
  }
  return found;
}

/**
 * The links and pictures of a text that lead to the project itself.
 * @param {string} file whose text it is
 * @returns {{link: string, file: string, anchor: string}[]} file relative to the project
 */
export function linksOf(file) {
  const text = prose(projectText(file)).replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/i.test(link))
    .map((link) => {
      const [target = '', anchor = ''] = link.split('#');
      const to = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
      return { link, file: to, anchor };
    });
}
