import { ENDPOINTS } from './endpoints/index.mjs';

/** @import { Endpoint } from './ask.mjs' */

/** @typedef {{ endpoint: Endpoint, path: Record<string, string> }} Route */

const PATTERNS = ENDPOINTS.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`, 'i'),
}));

/**
 * What a request is for: an endpoint with the named parts of its path; `method` if there is one on
 * this path for another method only.
 *
 * @param {string} method
 * @param {string} path
 * @returns {Route | 'method' | undefined}
 */
export function findRoute(method, path) {
  let known = false;
  for (const { endpoint, pattern } of PATTERNS) {
    const match = pattern.exec(path);
    if (match && endpoint.method === method) return { endpoint, path: decodeAll(match.groups) };
    known ||= match !== null;
  }
  return known ? 'method' : undefined;
}

/** @param {Record<string, string>} [groups] */
const decodeAll = (groups = {}) =>
  Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decode(text)]));

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
