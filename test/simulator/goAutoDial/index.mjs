import { phpHeaders } from '../http/phpHeaders.mjs';
import { asText, readParams } from '../http/phpParams.mjs';
import { ACTIONS } from './actions/index.mjs';
import { GOAUTODIAL_FAULTS, runWithFaults } from './faults.mjs';
import { goApi, sortParams } from './goApi.mjs';
import { defaultSettings } from './settings.mjs';
import { createUsers } from './users.mjs';

/** @import { Answer, Dialect } from '../types.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Printed } from './goApi.mjs' */

/** Where goAPIv2 is, and which of its modules; below /croco it is always CROCO-dial's. */
const SCRIPT = /^(\/croco)?\/goAPIv2\/(\w+)\/goAPI\.php$/;

const SECRETS = /pass/i;

/** @param {string} path */
function readPath(path) {
  const [whole, prefix, module = ''] = SCRIPT.exec(path) ?? [];
  return whole !== undefined && ACTIONS.has(module) ? { module, crocoPath: !!prefix } : undefined;
}

/**
 * GOautodial's way to speak about the world, and CROCO-dial's, which derives from it: goAPIv2.
 *
 * @param {World} world
 * @returns {Dialect<'goautodial'>}
 */
export function createGoAutoDial(world) {
  const settings = defaultSettings();
  const users = createUsers(world);
  const server = { world, users, settings };

  return {
    name: 'goautodial',
    faultTypes: GOAUTODIAL_FAULTS,
    settings: /** @type {Record<string, any>} */ (settings),
    setUser: (user, patch) => ({ ...users.set(user, patch), agent: undefined }),
    handles: (path) => readPath(path) !== undefined,

    describe(request) {
      const { query, form } = readParams(request);
      const { action, params, lists } = sortParams({ query, form });
      const shown = Object.entries({ ...params, ...lists }).filter(([name]) => !SECRETS.test(name));
      /** @param {Map<string, unknown>} from */
      const hasSecret = (from) => [...from.keys()].some((name) => SECRETS.test(asText(name)));
      return {
        function: action,
        agentUser: params.user ?? '',
        user: params.goUser ?? '',
        params: Object.fromEntries(shown),
        queryHadPassword: hasSecret(query),
        bodyHadPassword: hasSecret(form),
      };
    },

    answer(request) {
      const { path, faults, headers } = request;
      const { module = '', crocoPath = false } = readPath(path) ?? {};
      const sent = sortParams(readParams(request));
      const croco = crocoPath || settings.dialect === 'croco';
      const logIp = sent.params.log_ip !== undefined;
      const printed = runWithFaults(faults, { logIp }, () =>
        goApi(server, { ...sent, module, croco }, faults),
      );
      return answer(printed, headers.host ?? '', world.now());
    },
  };
}

/**
 * An answer as PHP's own web server sends it: text/html, whatever is in it.
 *
 * @param {Printed} printed
 * @param {string} host
 * @param {number} now
 * @returns {Answer}
 */
function answer({ body, status = 200, early = false }, host, now) {
  /** @type {[string, string][]} */
  const own = early ? [] : [['Access-Control-Allow-Origin', '*']];
  return {
    status,
    headers: [...phpHeaders(host, now), ...own, ['Content-type', 'text/html; charset=UTF-8']],
    body: Buffer.from(body, 'utf8'),
  };
}
