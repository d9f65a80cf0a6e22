/** @typedef {Pick<import('./settings.mjs').Settings, 'utcOffsetMinutes'>} Zone */

/**
 * A date as a client sends it, on the server's clock.
 *
 * @param {string} text   `Y-m-d H:i:s`, or only `Y-m-d`
 * @param {Zone} zone
 * @param {string} [time]   the time of a date that has none
 * @returns {number} NaN if it is no such date
 */
export function readDate(text, { utcOffsetMinutes }, time = '00:00:00') {
  const [day = '', clock = time] = text.trim().split(/[ T]/);
  return Date.parse(`${day}T${clock}Z`) - utcOffsetMinutes * 60_000;
}

/**
 * @param {number} ms
 * @param {Zone} zone
 * @returns {string} a date as MySQL writes it
 */
export const printDate = (ms, { utcOffsetMinutes }) =>
  new Date(ms + utcOffsetMinutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');

/**
 * The window a client asks for, both ends included.
 *
 * @param {string} from
 * @param {string} to
 * @param {Zone} zone
 * @returns {{ from: number, to: number, holds: (at: number) => boolean }}
 */
export function readWindow(from, to, zone) {
  const [first, last] = [readDate(from, zone), readDate(to, zone, '23:59:59')];
  return { from: first, to: last, holds: (at) => at >= first && at < last + 1000 };
}
