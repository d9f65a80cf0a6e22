/** What every good request to VICIdial has. */
const LOGIN = { source: 'test', user: '6666', pass: '1234' };

/**
 * Asks the simulated VICIdial, as the recordings' good user unless told otherwise.
 *
 * @param {{ url: string }} simulator
 * @param {Record<string, string>} params
 * @param {string} [path]
 * @returns {Promise<{ status: number, body: string }>} the body with one character per byte
 */
export async function askVicidial({ url }, params, path = '/vicidial/non_agent_api.php') {
  const query = new URLSearchParams({ ...LOGIN, ...params });
  const response = await fetch(`${url}${path}?${query}`, { redirect: 'manual' });
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return { status: response.status, body };
}

/**
 * Gives an order through the simulated agent API.
 *
 * @param {{ url: string }} simulator
 * @param {Record<string, string>} params
 */
export const orderVicidial = (simulator, params) => askVicidial(simulator, params, '/agc/api.php');
