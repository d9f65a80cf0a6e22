import { answerRequest, describeRequest, header, SUB_PATH } from './api.mjs';
import { ROCKET_CHAT_FAULTS } from './faults.mjs';
import { createRateLimiter } from './rateLimiter.mjs';
import { defaultSettings } from './settings.mjs';
import { createUsers } from './users.mjs';

/** @import { Dialect } from '../types.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Params } from './params.mjs' */

/** Where the workspace has its API: at the root, or below a path of its own. */
const PATHS = [`${SUB_PATH}/`, '/api/v1/', '/api/info'];

/** Parameters whose value is never kept. */
const SECRET = /token|password|^pass$|code$/i;

/**
 * Rocket.Chat's way to speak about the world: the omnichannel part of the REST API, version 1.
 *
 * @param {World} world
 * @returns {Dialect<'rocketChat'>}
 */
export function createRocketChat(world) {
  const settings = defaultSettings();
  const users = createUsers(world);
  const limiter = createRateLimiter(world.now);
  const server = { world, settings, users, limiter, cache: new Map() };

  return {
    name: 'rocketChat',
    faultTypes: ROCKET_CHAT_FAULTS,
    settings: /** @type {Record<string, any>} */ (settings),
    setUser: (login, patch) => users.set(login, patch),
    handles: (path) => path === SUB_PATH || PATHS.some((one) => path.startsWith(one)),

    describe(request) {
      const { name, agent, query, body } = describeRequest(request);
      const userId = header(request, 'x-user-id');
      const token = header(request, 'x-auth-token');
      return {
        function: name,
        agentUser: agent,
        user: users.findById(userId)?.login ?? userId,
        params: { ...withoutSecrets(query, token), ...withoutSecrets(body, token) },
        queryHadPassword: hasSecret(query, token),
        bodyHadPassword: hasSecret(body, token),
      };
    },

    answer: (request) => answerRequest(server, request),
  };
}

/**
 * @param {Params} params
 * @param {string} token   the one the request came with
 */
const withoutSecrets = (params, token) =>
  Object.fromEntries(Object.entries(params).filter((one) => !isSecret(one, token)));

/**
 * @param {Params} params
 * @param {string} token
 */
const hasSecret = (params, token) => Object.entries(params).some((one) => isSecret(one, token));

/**
 * @param {[string, unknown]} param
 * @param {string} token
 */
const isSecret = ([name, value], token) =>
  SECRET.test(name) || (token !== '' && String(value).includes(token));
