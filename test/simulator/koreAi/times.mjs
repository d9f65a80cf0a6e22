const DAY = 86_400_000;
/** In minutes: no zone is further from Greenwich than a day. */
const MOST_OFFSET = 1440;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The days a filter asks for, as moments. The offset counts as in JavaScript: minutes, and east of
 * Greenwich is negative.
 *
 * @param {unknown} first   YYYY-MM-DD
 * @param {unknown} last   the same day or a later one, which is in it
 * @param {unknown} offset
 * @returns {{ from: number, to: number } | undefined} undefined if they are no such days, or that is
 *   no offset
 */
export function readDays(first, last, offset) {
  if (typeof offset !== 'number' || !(Math.abs(offset) <= MOST_OFFSET)) return undefined;
  const from = readDate(first);
  const to = readDate(last);
  if (!(from <= to)) return undefined;
  return { from: from + offset * 60_000, to: to + DAY + offset * 60_000 };
}

/** @param {unknown} text */
const readDate = (text) =>
  typeof text === 'string' && DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;

/**
 * @param {unknown} text
 * @returns {number} NaN unless it is an ISO moment with a zone
 */
export const readMoment = (text) =>
  typeof text === 'string' && /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : NaN;

/**
 * @param {number} ms
 * @param {number} offset   in minutes, as JavaScript counts
 * @returns {string} without a zone, to the second
 */
export const zoneless = (ms, offset) => new Date(ms - offset * 60_000).toISOString().slice(0, 19);

/**
 * @param {number} ms
 * @returns {string} hours, minutes and seconds; more than a day is still hours
 */
export function printDuration(ms) {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/**
 * @param {number} ms
 * @returns {string} month first, and the hour without a leading zero
 */
export function printEventTime(ms) {
  const [date = '', time = ''] = new Date(ms).toISOString().slice(0, 19).split('T');
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year} ${time.replace(/^0/, '')}`;
}

/** @param {number} ms */
export const iso = (ms) => new Date(ms).toISOString();
