import { verifyToken } from './jwt.mjs';
import { REFUSALS } from './replies.mjs';

/** @import { IncomingHttpHeaders } from 'node:http' */
/** @import { World } from '../world.mjs' */
/** @import { Apps } from './apps.mjs' */
/** @import { Reply } from './replies.mjs' */
/** @import { Route } from './router.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * @typedef {object} Platform
 * @property {World} world
 * @property {Settings} settings
 * @property {Apps} apps
 * @property {ReturnType<import('./rateLimit.mjs').createRateLimit>} rateLimit
 */

/**
 * Lets a request in, or says why not: first the token, then the account's limit, then the ids, at
 * last the scope. An app of another account or bot has no scope here, so it hears the same as one
 * whose scope is missing or has not been published.
 *
 * @param {Platform} platform
 * @param {Route} route
 * @param {IncomingHttpHeaders} headers
 * @returns {Promise<Reply | undefined>} undefined if nothing is wrong
 */
export async function refusalOf({ world, settings, apps, rateLimit }, { endpoint, path }, headers) {
  const token = headers.auth;
  if (typeof token !== 'string') return REFUSALS.token();
  const now = settings.jwtClock === 'world' ? world.now() : Date.now();
  const verdict = await verifyToken(token, { apps, now });
  if (verdict === 'garbled') return REFUSALS.garbled();
  if (verdict === 'refused') return REFUSALS.token();

  const { app } = verdict;
  if (!rateLimit.take(app.accountId, settings.requestsPerMinute, world.now())) {
    return REFUSALS.limit();
  }
  const accountId = path.accountId ?? headers.accountid;
  const streamId = path.streamId ?? headers.iid;
  if (typeof accountId !== 'string' || typeof streamId !== 'string') {
    return REFUSALS.invalid(settings.invalidStatus);
  }
  if (streamId !== settings.streamId && !apps.hasStream(streamId)) return REFUSALS.stream();
  const mine = app.accountId === accountId && app.streamId === streamId;
  const allowed = mine && app.published && app.scopes.includes(endpoint.scope);
  return allowed ? undefined : REFUSALS.scope(settings.scopeStatus);
}
