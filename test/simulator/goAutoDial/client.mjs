import { passHash } from './passHash.mjs';

/** What every good request to GOautodial has. */
const LOGIN = {
  goUser: 'apiuser',
  goPass: passHash('MyPass1'),
  session_user: 'apiuser',
  log_ip: '127.0.0.1',
  responsetype: 'json',
};

/** What CROCO-dial's documentation says is enough. */
const CROCO_LOGIN = { goUser: 'apiuser', goPass: 'MyPass1', responsetype: 'json' };

/**
 * Asks the simulated GOautodial, as the recordings' good user unless told otherwise.
 *
 * @param {{ url: string }} simulator
 * @param {string} action   `goModule/goAction`
 * @param {Record<string, string>} [params]
 */
export const askGoAutoDial = (simulator, action, params) =>
  post(`${simulator.url}/goAPIv2`, action, { ...LOGIN, ...params });

/**
 * Asks the simulated CROCO-dial in the way of its documentation.
 *
 * @param {{ url: string }} simulator
 * @param {string} action
 * @param {Record<string, string>} [params]
 */
export const askCroco = (simulator, action, params) =>
  post(`${simulator.url}/croco/goAPIv2`, action, { ...CROCO_LOGIN, ...params });

/**
 * @param {string} base
 * @param {string} action
 * @param {Record<string, string>} params
 * @returns {Promise<{ status: number, type: string | null, body: string, json: any }>}
 */
async function post(base, action, params) {
  const [module, goAction = ''] = action.split('/');
  const body = new URLSearchParams({ goAction, ...params });
  const response = await fetch(`${base}/${module}/goAPI.php`, { method: 'POST', body });
  const text = await response.text();
  const type = response.headers.get('content-type');
  return { status: response.status, type, body: text, json: parse(text) };
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
