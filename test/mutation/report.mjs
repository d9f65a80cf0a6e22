import { readFile } from 'node:fs/promises';

/** @typedef {import('mutation-testing-report-schema').FileResult} FileResult */
/** @typedef {FileResult['mutants'][number]} Mutant */

const FOUND = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];
const LONGEST = 100;

/**
 * What a run came to. Mutants that are ignored, or that nothing can be run with, do not count.
 * @param {string} file the report as Stryker wrote it
 * @returns {Promise<{found: number, all: number, survivors: string[]}>} survivors as
 *   docs/mutation.md lists them
 */
export async function readReport(file) {
  const { files } = JSON.parse(await readFile(file, 'utf8'));
  const results = /** @type {[string, FileResult][]} */ (Object.entries(files));
  const counts = (/** @type {string[]} */ statuses) =>
    results.flatMap(([name, { source, mutants }]) =>
      mutants
        .filter(({ status }) => statuses.includes(status))
        .map((mutant) => told(name, source, mutant)),
    );
  const [found, survivors] = [counts(FOUND).length, counts(MISSED)];
  return { found, all: found + survivors.length, survivors: [...new Set(survivors)].sort() };
}

/**
 * @param {string} name of the file
 * @param {string} source
 * @param {Mutant} mutant
 */
function told(name, source, { location: { start, end }, replacement = '' }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push((lines.pop() ?? '').slice(0, end.column - 1));
  const original = [lines[0]?.slice(start.column - 1), ...lines.slice(1)].join(' ');
  return `\`${name}\` ${code(original)} → ${code(replacement)}`;
}

/** @param {string} text */
function code(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}
