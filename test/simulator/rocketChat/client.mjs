/**
 * Asks the simulated workspace for a path below /api/v1/, as its administrator unless told
 * otherwise.
 *
 * @param {Asked} simulator
 * @param {string} path
 * @param {Options} [options]
 * @returns {Promise<{ status: number, body: any, headers: Headers }>} the body parsed, if it is JSON
 */
export async function askRocketChat(simulator, path, options = {}) {
  const { as = 'admin', query = {}, body, root = '/rocketchat', headers = {} } = options;
  const { userId, token } = loginOf(simulator, as);
  const search = typeof query === 'string' ? query : String(new URLSearchParams(query));
  const response = await fetch(`${simulator.url}${root}/api/v1/${path}?${search}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'X-User-Id': userId, 'X-Auth-Token': token, ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json');
  return {
    status: response.status,
    body: json ? JSON.parse(text) : text,
    headers: response.headers,
  };
}

/**
 * What a user logs in with.
 *
 * @param {Pick<Asked, 'rocketChat'>} simulator
 * @param {string} user
 * @returns {{ userId: string, token: string }}
 */
export const loginOf = ({ rocketChat }, user) =>
  /** @type {import('./users.mjs').ApiUser} */ (rocketChat.setUser(user, {}));

/**
 * @typedef {object} Asked
 * @property {string} url
 * @property {{ setUser: (login: string, patch: Record<string, unknown>) => object }} rocketChat
 */

/**
 * @typedef {object} Options
 * @property {string} [as]   whose id and token are sent
 * @property {string | Record<string, string>} [query]
 * @property {unknown} [body]   makes it a POST
 * @property {string} [root]   where the workspace is
 * @property {Record<string, string>} [headers]
 */
