/** @import { Answer } from '../types.mjs' */

/**
 * What an endpoint says, before it is written down.
 * @typedef {{ status: number, value: unknown }} Reply
 */

/** @type {(value: unknown) => Reply} */
export const found = (value) => ({ status: 200, value });

/**
 * @param {number} status
 * @param {string} msg
 * @param {number} [code]   the platform's own number
 * @returns {Reply}
 */
export const refuse = (status, msg, code = status) => ({
  status,
  value: { errors: [{ msg, code }] },
});

/** The code the platform gives to everything that is wrong with a token or with its rights. */
const DENIED = 4002;

/** The refusals that do not depend on the endpoint. */
export const REFUSALS = {
  token: (status = 401) => refuse(status, 'Invalid SDK credentials', DENIED),
  garbled: () => refuse(401, 'Invalid JWT token', DENIED),
  scope: (/** @type {number} */ status) =>
    refuse(status, 'Permission denied. Scope is incorrect!', DENIED),
  stream: () => refuse(400, 'Invalid StreamId'),
  method: () => refuse(405, 'Method Not Allowed'),
  path: () => refuse(404, 'Resource not found'),
  limit: (status = 429) =>
    refuse(
      status,
      "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
    ),
  invalid: (/** @type {number} */ status) => refuse(status, 'Validation errors/ Invalid arguments'),
};

/**
 * @param {Reply} reply
 * @returns {Answer}
 */
export const jsonAnswer = ({ status, value }) =>
  written(status, 'application/json; charset=utf-8', JSON.stringify(value));

/**
 * @param {number} status
 * @param {string} type
 * @param {string} text
 * @returns {Answer}
 */
export function written(status, type, text) {
  const body = Buffer.from(text);
  return {
    status,
    headers: [
      ['Content-Type', type],
      ['Content-Length', String(body.length)],
    ],
    body,
  };
}
