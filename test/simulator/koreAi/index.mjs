import { createApps } from './apps.mjs';
import { readBody } from './body.mjs';
import { describe } from './describe.mjs';
import { forcedRefusal, KORE_FAULTS, spoil } from './faults.mjs';
import { refusalOf } from './gate.mjs';
import { createRateLimit } from './rateLimit.mjs';
import { jsonAnswer, REFUSALS } from './replies.mjs';
import { findRoute } from './router.mjs';
import { defaultSettings } from './settings.mjs';

/** @import { Dialect, VendorRequest } from '../types.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Platform } from './gate.mjs' */
/** @import { Reply } from './replies.mjs' */

/**
 * Kore.ai's way to speak about the world: the public analytics, agents and WFM APIs. Its users are
 * apps, known by their client id.
 *
 * @param {World} world
 * @returns {Dialect<'koreAi'>}
 */
export function createKoreAi(world) {
  const settings = defaultSettings();
  const apps = createApps(settings);
  const platform = { world, settings, apps, rateLimit: createRateLimit() };

  return {
    name: 'koreAi',
    faultTypes: KORE_FAULTS,
    settings: /** @type {Record<string, any>} */ (settings),
    setUser: (clientId, patch) => apps.set(clientId, patch),
    handles: (path) => path.startsWith('/agentassist/'),
    describe: (request) => describe(apps, request),
    async answer(request) {
      const { faults } = request;
      return spoil(jsonAnswer(forcedRefusal(faults) ?? (await reply(platform, request))), faults);
    },
  };
}

/**
 * @param {Platform} platform
 * @param {VendorRequest} request
 * @returns {Promise<Reply>}
 */
async function reply(platform, request) {
  const { world, settings } = platform;
  const route = findRoute(request.method, request.path);
  if (route === undefined) return REFUSALS.path();
  if (route === 'method') return REFUSALS.method();
  const refusal = await refusalOf(platform, route, request.headers);
  if (refusal) return refusal;
  const body = readBody(request);
  if (!body) return REFUSALS.invalid(settings.invalidStatus);
  return route.endpoint.run({
    world,
    settings,
    faults: request.faults,
    now: world.now(),
    path: route.path,
    query: new URLSearchParams(request.query),
    body,
  });
}
