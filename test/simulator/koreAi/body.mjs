/** @import { VendorRequest } from '../types.mjs' */

/**
 * The body of a request: read only where its type says it is JSON; none is an empty one.
 *
 * @param {Pick<VendorRequest, 'headers' | 'body'>} request
 * @returns {Record<string, any> | undefined} undefined if it is no JSON object
 */
export function readBody({ headers, body }) {
  if (!/\bjson\b/i.test(headers['content-type'] ?? '') || body.length === 0) return {};
  try {
    const value = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
