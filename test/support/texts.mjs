import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A text of the project.
 *
 * @param {string} file relative to the project
 */
export function projectText(file) {
  return readFileSync(pathOf(file), 'utf8');
}

/** @param {string} file */
const pathOf = (file) => path.join(__dirname, '../..', file);

/**
 * Writes a text of the project where `UPDATE_DOCS=1` asks for it, a new one too.
 *
 * @param {string} file relative to the project
 * @param {(text: string) => string} change
 */
export function updateText(file, change) {
  if (!process.env.UPDATE_DOCS) return;
  mkdirSync(path.dirname(pathOf(file)), { recursive: true });
  writeFileSync(pathOf(file), change(existsSync(pathOf(file)) ? projectText(file) : ''));
}

/**
 * Items on a page, each to unfold, between a beginning that tells how they are made anew and an end.
 *
 * @param {string} file relative to the project
 * @param {string} suite the test that makes them
 * @param {Map<string, unknown>} items by what their line says
 * @returns {string} what has to be on the page; written to it where `UPDATE_DOCS=1` asks for it
 */
export function itemsOnPage(file, suite, items) {
  const begin = `<!-- items: \`UPDATE_DOCS=1 npx jest ${suite}\` makes them anew -->`;
  const end = '<!-- end of items -->';
  const blocks = [...items].map(([line, item]) => {
    const json = JSON.stringify(item, null, 2);
    return `<details>\n<summary>${line}</summary>\n\n\`\`\`json\n${json}\n\`\`\`\n\n</details>\n`;
  });
  const made = `${begin}\n\n${blocks.join('\n')}\n${end}`;
  updateText(file, (text) => {
    const [before = '', rest = ''] = text.split(begin);
    return `${before}${made}${rest.split(end)[1] ?? ''}`;
  });
  return made;
}

/**
 * The code blocks of a text in one language, as they stand there.
 *
 * @param {string} text
 * @param {string} language
 * @returns {string[]}
 */
export function codeBlocks(text, language) {
  return [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter(([, written]) => written === language)
    .map(([, , block]) => block ?? '');
}
