/**
 * What a function of the API found: rows under named columns. Cells are binary strings.
 *
 * @typedef {object} Table
 * @property {string[]} columns
 * @property {string[][]} rows
 */

/** @type {Record<string, string>} */
const DELIMITERS = { pipe: '|', csv: ',', tab: '\t' };

/**
 * Prints a table as VICIdial does: nothing is quoted, whatever the stage; an unknown stage is pipe;
 * the names come first only for exactly `header=YES`.
 *
 * @param {Table} table
 * @param {{ stage: string, header: string }} params
 * @returns {string}
 */
export function printTable({ columns, rows }, { stage, header }) {
  const delimiter = DELIMITERS[stage] ?? '|';
  const lines = header === 'YES' ? [columns, ...rows] : rows;
  return lines.map((cells) => `${cells.join(delimiter)}\n`).join('');
}

/**
 * Durations in the four formats of agent_stats_export.
 *
 * @param {number} seconds
 * @param {string} format   H, HF, M or S
 * @returns {string}
 */
export function printSeconds(seconds, format) {
  const whole = Math.round(seconds);
  if (format === 'S') return String(whole);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  if (format === 'M') return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
