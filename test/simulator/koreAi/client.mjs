import { APPS } from './apps.mjs';
import { signToken } from './jwt.mjs';
import { defaultSettings } from './settings.mjs';

const { accountId, streamId, orgId } = defaultSettings();

/** The two families of paths, and where an organization's own are. */
export const ANALYTICS = `/agentassist/api/public/analytics/account/${accountId}`;
export const STREAM = `/agentassist/api/v1/public/${streamId}`;
export const ORGANIZATION = `${STREAM}/organizations/${orgId}`;

/**
 * How to ask other than as the app with all scopes.
 *
 * @typedef {object} Asking
 * @property {{ clientId: string, clientSecret: string }} [app]
 * @property {string | null} [token]   instead of one of the app's; null for none
 * @property {Record<string, string>} [headers]   instead of the two ids
 * @property {string} [text]   a body that is not to be written as JSON
 */

/**
 * Asks the simulated Kore.ai: GET without a body, POST with one.
 *
 * @param {{ url: string }} simulator
 * @param {string} path
 * @param {unknown} [body]
 * @param {Asking} [asking]
 * @returns {Promise<{ status: number, type: string | null, text: string, body: any }>} `body` is
 *   undefined where the text is no JSON
 */
export async function askKoreAi({ url }, path, body, asking = {}) {
  const { app = APPS.all, token = signToken(app), text } = asking;
  const { headers = { iId: streamId, accountId } } = asking;
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${url}${path}`, {
    method: sent === undefined ? 'GET' : 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...headers,
      ...(token !== null && { auth: token }),
    },
    body: sent ?? null,
  });
  const answered = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: answered,
    body: parse(answered),
  };
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
