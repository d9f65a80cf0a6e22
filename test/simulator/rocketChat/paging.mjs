import { changePage } from './faults.mjs';
import { error, ok, Refusal } from './replies.mjs';

/** @import { Ask } from './ask.mjs' */
/** @import { Reply } from './replies.mjs' */
/** @import { Settings } from './settings.mjs' */

/** @typedef {Record<string, any>} Row */

/** @typedef {Record<string, number>} Order   field (dotted) to 1 or -1 */

/**
 * One page of rows, sorted, with the numbers that go with it. How many were asked for is cut to
 * the limit without a word.
 *
 * @param {Ask} ask
 * @param {string} name   what the rows are called in the answer
 * @param {Row[]} rows
 * @param {Order} order   when the client asks for none
 * @returns {Reply}
 */
export function pageReply({ query, settings, faults }, name, rows, order) {
  const { offset, count } = pageAsked(query, settings);
  const sorted = sortRows(rows, readOrder(query.sort) ?? order);
  const page = changePage({ rows: sorted, offset, total: rows.length }, faults);
  const shown = page.rows.slice(page.offset, count === 0 ? undefined : page.offset + count);
  const reply = ok({ [name]: shown, count: shown.length, offset, total: page.total });
  return page.slowMs === undefined ? reply : { ...reply, slowMs: page.slowMs };
}

/**
 * @param {{ offset?: number | string, count?: number | string }} query
 * @param {Settings} settings
 */
function pageAsked({ offset, count }, { defaultCount, upperCountLimit, allowInfiniteCount }) {
  const wanted = count === undefined || count === '' ? defaultCount : Math.trunc(Number(count));
  const usable = wanted >= 0 && (wanted > 0 || allowInfiniteCount) ? wanted : defaultCount;
  return {
    offset: Math.max(0, Math.trunc(Number(offset ?? 0)) || 0),
    count: Math.min(usable, upperCountLimit),
  };
}

/**
 * @param {unknown} sort
 * @returns {Order | undefined}
 */
function readOrder(sort) {
  if (sort === undefined || sort === '') return undefined;
  try {
    const order = JSON.parse(String(sort));
    const bad = Object.values(order).some((way) => way !== 1 && way !== -1);
    if (bad || typeof order !== 'object') throw new Error('no order');
    return order;
  } catch {
    const text = `Invalid sort parameter provided: "${String(sort)}"`;
    throw new Refusal(error('error-invalid-sort', text, { helperMethod: 'parseJsonQuery' }));
  }
}

/**
 * Sorts as the database does: by bytes, capitals before small letters, nothing before something.
 *
 * @param {Row[]} rows
 * @param {Order} order
 * @returns {Row[]}
 */
export function sortRows(rows, order) {
  const fields = Object.entries(order);
  return [...rows].sort((one, other) => {
    for (const [field, way] of fields) {
      const difference = compare(valueAt(one, field), valueAt(other, field));
      if (difference !== 0) return difference * way;
    }
    return 0;
  });
}

/**
 * @param {Row} row
 * @param {string} field
 */
const valueAt = (row, field) =>
  field.split('.').reduce((/** @type {any} */ value, key) => value?.[key], row);

/**
 * @param {unknown} one
 * @param {unknown} other
 * @returns {number}
 */
function compare(one, other) {
  const [first, second] = [one ?? null, other ?? null];
  if (first === null || second === null) return Number(second === null) - Number(first === null);
  if (typeof first === 'number' && typeof second === 'number') return first - second;
  return Buffer.compare(Buffer.from(String(first)), Buffer.from(String(second)));
}
