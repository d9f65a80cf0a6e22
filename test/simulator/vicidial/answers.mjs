import { phpHeaders } from '../http/phpHeaders.mjs';

/** @import { Answer } from '../types.mjs' */

/** @type {[string, string]} */
const TYPE = ['Content-type', 'text/html; charset=utf-8'];

/** @type {[string, string][]} */
const NO_CACHE = [
  ['Cache-Control', 'no-cache, must-revalidate'],
  ['Pragma', 'no-cache'],
];

/**
 * The headers that depend on where the script stopped: after its own headers, in the login (which
 * sends its type a second time, so that it comes last), or before it sent any.
 * @type {Record<'normal' | 'login' | 'early', [string, string][]>}
 */
const HEADERS = {
  normal: [TYPE, ...NO_CACHE],
  login: [...NO_CACHE, TYPE],
  early: [['Content-type', 'text/html; charset=UTF-8']],
};

/**
 * An answer as PHP's own web server sends it.
 *
 * @param {{ status?: number, body: string, kind?: keyof typeof HEADERS, host?: string, now: number }} answer
 *   the body as a binary string
 * @returns {Answer}
 */
export function phpAnswer({ status = 200, body, kind = 'normal', host = '', now }) {
  return {
    status,
    headers: [...phpHeaders(host, now), ...HEADERS[kind]],
    body: Buffer.from(body, 'latin1'),
  };
}
