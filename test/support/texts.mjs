import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A text of the project.
 *
 * @param {string} file relative to the project
 */
export function projectText(file) {
  return readFileSync(path.join(__dirname, '../..', file), 'utf8');
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
