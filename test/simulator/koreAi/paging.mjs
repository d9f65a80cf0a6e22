/** @import { Fault } from '../faults.mjs' */

/**
 * @template T
 * @typedef {{ items: T[], hasMore: boolean, total: number }} Page
 */

/**
 * A part of a list, and what the answer says about the rest, under the active faults: a page that
 * comes again and again, another page that never comes, a total that is too big.
 *
 * @template T
 * @param {T[]} list
 * @param {{ start: number, limit: number, faults: Fault[] }} where
 * @returns {Page<T>}
 */
export function pageOf(list, { start, limit, faults }) {
  /** @param {string} wanted */
  const has = (wanted) => faults.some(({ type }) => type === wanted);
  const from = has('pageRepeats') ? 0 : start;
  return {
    items: list.slice(from, from + limit),
    hasMore: has('pageRepeats') || has('hasMoreLies') || from + limit < list.length,
    total: has('totalLies') ? list.length * 2 + limit : list.length,
  };
}

/**
 * The envelope of the lists under /v1/public.
 *
 * @template T
 * @param {T[]} list
 * @param {{ start: number, limit: number, faults: Fault[] }} where
 */
export function envelope(list, where) {
  const { items, hasMore, total } = pageOf(list, where);
  return {
    results: items,
    skip: where.start,
    limit: where.limit,
    hasMore,
    totalPages: Math.ceil(total / where.limit),
    totalResults: total,
  };
}

/**
 * @param {unknown} value
 * @param {{ least?: number, most?: number, otherwise: number }} range
 * @returns {number} what was asked for, held to the range; or the usual, if that is no number
 */
export function readCount(value, { least = 0, most = Infinity, otherwise }) {
  const number = value === null || value === undefined || value === '' ? NaN : Number(value);
  if (!Number.isInteger(number)) return otherwise;
  return Math.min(most, Math.max(least, number));
}
