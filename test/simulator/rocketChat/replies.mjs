import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** @import { Answer } from '../types.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * What an endpoint says: a status and a JSON object, or what goes out instead of one.
 * @typedef {{ status: number, body: Record<string, unknown>, slowMs?: number }} Reply
 */

/** A reply that ends the request from anywhere inside an endpoint. */
export class Refusal extends Error {
  /** @param {Reply} reply */
  constructor(reply) {
    super(String(reply.body.error));
    this.reply = reply;
  }
}

const LOGIN_NEEDED = 'You must be logged in to do this.';
const NO_ENDPOINT = 'API endpoint does not exist.';
const NOT_PERMITTED = 'User does not have the permissions required for this action';

/**
 * What differs from server to server: who is not logged in, who may not (when the route says so,
 * and when its code does), what is not there.
 * @type {Record<Settings['version'], Record<'login' | 'declared' | 'handler' | 'route', Record<string, unknown>>>}
 */
const BODIES = {
  6: {
    login: { status: 'error', message: LOGIN_NEEDED },
    declared: { success: false, error: `${NOT_PERMITTED} [error-unauthorized]` },
    handler: { success: false, error: 'unauthorized' },
    route: { status: 'error', message: NO_ENDPOINT },
  },
  7: {
    login: { success: false, error: LOGIN_NEEDED, status: 'error', message: LOGIN_NEEDED },
    declared: { success: false, error: `${NOT_PERMITTED} [error-unauthorized]` },
    handler: { success: false, error: 'unauthorized' },
    route: { status: 'error', message: NO_ENDPOINT },
  },
  9: {
    login: { success: false, error: LOGIN_NEEDED },
    declared: { success: false, error: `${NOT_PERMITTED} [error-forbidden]` },
    handler: { success: false, error: 'forbidden' },
    route: { success: false, error: NO_ENDPOINT },
  },
};

/** The status that goes with each of them. */
const STATUS = { login: 401, declared: 403, handler: 403, route: 404 };

/**
 * @param {Settings} settings
 * @param {keyof typeof STATUS} kind
 * @returns {Reply}
 */
export const refuse = ({ version }, kind) => ({
  status: STATUS[kind],
  body: (BODIES[version] ?? BODIES[7])[kind],
});

/**
 * @param {Record<string, unknown>} body
 * @returns {Reply}
 */
export const ok = (body) => ({ status: 200, body: { ...body, success: true } });

/**
 * @param {string} error   the text as it is
 * @returns {Reply}
 */
export const failure = (error) => ({ status: 400, body: { success: false, error } });

/**
 * An error with a code, which is repeated at the end of the text.
 *
 * @param {string} code
 * @param {string} text
 * @param {Record<string, unknown>} [details]
 * @returns {Reply}
 */
export const error = (code, text, details) => ({
  status: 400,
  body: {
    success: false,
    error: `${text} [${code}]`,
    errorType: code,
    ...(details && { details }),
  },
});

/**
 * @param {string} text
 * @returns {Reply}
 */
export const notFound = (text) => ({ status: 404, body: { success: false, error: text } });

/**
 * @param {number} seconds
 * @returns {Reply}
 */
export const tooManyRequests = (seconds) => ({
  status: 429,
  body: {
    success: false,
    error:
      `Error, too many requests. Please slow down. You must wait ${seconds} seconds before ` +
      'trying this endpoint again. [error-too-many-requests]',
  },
});

/**
 * @param {Reply} reply
 * @param {[string, string][]} [headers]
 * @returns {Answer}
 */
export function jsonAnswer({ status, body, slowMs }, headers = []) {
  const bytes = Buffer.from(JSON.stringify(body));
  return {
    status,
    headers: [
      ['Content-Type', 'application/json'],
      ['Cache-Control', 'no-store'],
      ['Pragma', 'no-cache'],
      ...headers,
    ],
    body: slowMs === undefined ? bytes : slowly(bytes, slowMs),
  };
}

/**
 * What a workspace answers where there is no API: the page of its web client, and a 200.
 *
 * @returns {Answer}
 */
export const webClient = () => ({
  status: 200,
  headers: [['Content-Type', 'text/html; charset=utf-8']],
  body: Buffer.from(
    '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8" />\n<title>Rocket.Chat</title>\n' +
      '<meta name="application-name" content="Rocket.Chat">\n</head>\n<body>\n' +
      '<div id="react-root"></div>\n</body>\n</html>\n',
  ),
});

/**
 * @param {Buffer} bytes
 * @param {number} ms   between the first half and the rest, in real time
 */
function slowly(bytes, ms) {
  const half = Math.floor(bytes.length / 2);
  return Readable.from(
    (async function* halves() {
      yield bytes.subarray(0, half);
      await sleep(ms, undefined, { ref: false });
      yield bytes.subarray(half);
    })(),
  );
}
