import { error } from './replies.mjs';

/** @import { VendorRequest } from '../types.mjs' */
/** @import { Reply } from './replies.mjs' */

/** @typedef {Record<string, any>} Params */

/**
 * @typedef {'string' | 'number' | 'boolean' | 'strings' | 'stringOrStrings' | 'anything'
 *   | readonly string[]} ParamType   a list: one of these words
 */

/**
 * Which parameters a route takes. `open` lets others pass.
 * @typedef {{ properties: Record<string, ParamType>, required?: string[], open?: boolean }} Schema
 */

/** The parameters of everything that comes in pages. */
export const PAGED = /** @type {const} */ ({
  count: 'number',
  offset: 'number',
  sort: 'string',
  query: 'string',
});

/**
 * A query string: a name that ends in [] is a list, and so is one that comes twice.
 *
 * @param {string} query
 * @returns {Params}
 */
export function readQuery(query) {
  /** @type {Params} */
  const params = {};
  for (const [key, value] of new URLSearchParams(query)) {
    const name = key.replace(/\[\]$/, '');
    const before = params[name];
    if (before !== undefined) params[name] = [before, value].flat();
    else params[name] = name === key ? value : [value];
  }
  return params;
}

/**
 * @param {Pick<VendorRequest, 'headers' | 'body'>} request
 * @returns {Params | undefined} undefined when it is not what it claims to be
 */
export function readBody({ headers, body }) {
  const text = body.toString('utf8');
  if (text === '') return {};
  if (/^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '')) {
    return readQuery(text);
  }
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks the parameters as the server does, one complaint at a time: what is missing first, then
 * what is too much, then what is of the wrong kind. Texts become numbers and booleans where the
 * schema wants them; an empty one is none.
 *
 * @param {Schema} schema
 * @param {Params} given
 * @returns {{ params: Params } | { refusal: Reply }}
 */
export function validate({ properties, required = [], open = false }, given) {
  const missing = required.find((name) => given[name] === undefined);
  if (missing !== undefined) {
    return { refusal: invalidParams(`must have required property '${missing}'`) };
  }
  if (!open && Object.keys(given).some((name) => !Object.hasOwn(properties, name))) {
    return { refusal: invalidParams(TOO_MUCH) };
  }

  /** @type {Params} */
  const params = { ...given };
  for (const [name, type] of Object.entries(properties)) {
    const value = given[name];
    if (value === undefined) continue;
    const read = typeof type === 'string' ? READERS[type](value) : oneOf(type, value);
    if ('wrong' in read) return { refusal: invalidParams(read.wrong) };
    params[name] = read.value;
  }
  return { params };
}

const TOO_MUCH = 'must NOT have additional properties';

/**
 * @param {string} [text]   what is wrong with the parameters
 * @returns {Reply}
 */
export const invalidParams = (text = TOO_MUCH) => error('invalid-params', text);

/** @typedef {{ value: unknown } | { wrong: string }} Read */

/** @type {Record<Extract<ParamType, string>, (value: unknown) => Read>} */
const READERS = {
  string: (value) => (isPlain(value) ? { value: String(value) } : { wrong: 'must be string' }),
  number(value) {
    if (value === '') return { value: undefined };
    const number = isPlain(value) ? Number(value) : NaN;
    return Number.isNaN(number) ? { wrong: 'must be number' } : { value: number };
  },
  boolean(value) {
    if (value === '') return { value: undefined };
    const text = String(value);
    return ['true', 'false'].includes(text)
      ? { value: text === 'true' }
      : { wrong: 'must be boolean' };
  },
  strings: (value) => (Array.isArray(value) ? { value } : { wrong: 'must be array' }),
  stringOrStrings: (value) => ({ value: [value].flat() }),
  anything: (value) => ({ value }),
};

/** @param {unknown} value */
const isPlain = (value) => ['string', 'number', 'boolean'].includes(typeof value);

/**
 * @param {readonly string[]} words
 * @param {unknown} value
 * @returns {Read}
 */
const oneOf = (words, value) =>
  typeof value === 'string' && words.includes(value)
    ? { value }
    : { wrong: 'must be equal to one of the allowed values' };
