/**
 * Reads parameters the way PHP does. Text is kept as PHP keeps it: a row of bytes, here one
 * character per byte ("binary string"), so that nothing is lost that is not valid UTF-8.
 *
 * @typedef {Map<string, string | string[]>} Params   a list where the name ended in []
 */

/**
 * A query string or an urlencoded body. Of a name that comes twice the last one counts.
 *
 * @param {string} encoded
 * @returns {Params}
 */
export function parseUrlencoded(encoded) {
  /** @type {Params} */
  const params = new Map();
  for (const pair of encoded.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const name = decode(cut < 0 ? pair : pair.slice(0, cut));
    put(params, name, cut < 0 ? '' : decode(pair.slice(cut + 1)));
  }
  return params;
}

/**
 * A multipart/form-data body; files are taken for fields.
 *
 * @param {Buffer} body
 * @param {string} contentType
 * @returns {Params}
 */
export function parseMultipart(body, contentType) {
  /** @type {Params} */
  const params = new Map();
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) return params;
  for (const part of body.toString('latin1').split(`--${boundary}`)) {
    const end = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/i.exec(part.slice(0, end))?.[1];
    if (end > 0 && name) put(params, name, part.slice(end + 4).replace(/\r\n$/, ''));
  }
  return params;
}

/**
 * All parameters of a request: the body only of a POST, only if it is a form, and the query string
 * wins for each name.
 *
 * @param {Pick<import('../types.mjs').VendorRequest, 'method' | 'query' | 'headers' | 'body'>} request
 * @returns {{ all: Params, query: Params, form: Params }}
 */
export function readParams({ method, query: encoded, headers, body }) {
  const query = parseUrlencoded(encoded);
  const type = method === 'POST' ? (headers['content-type'] ?? '') : '';
  /** @type {Params} */
  let form = new Map();
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    form = parseUrlencoded(body.toString('latin1'));
  } else if (/^multipart\/form-data/i.test(type)) form = parseMultipart(body, type);
  return { all: new Map([...form, ...query]), query, form };
}

/**
 * @param {Params} params
 * @param {string} name
 * @param {string} value
 */
function put(params, name, value) {
  const list = /^([^[]+)\[.*\]$/s.exec(name)?.[1];
  if (list === undefined) {
    params.set(name, value);
    return;
  }
  const before = params.get(list);
  params.set(list, [...(Array.isArray(before) ? before : []), value]);
}

/** @param {string} text */
function decode(text) {
  const bytes = Buffer.from(text.replace(/\+/g, ' '), 'utf8').toString('latin1');
  return bytes.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * @param {string} binary
 * @returns {string} the same bytes read as UTF-8
 */
export const asText = (binary) => Buffer.from(binary, 'latin1').toString('utf8');

/**
 * @param {string} text
 * @returns {string} a binary string of its UTF-8 bytes
 */
export const asBinary = (text) =>
  /^[\x00-\x7f]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
