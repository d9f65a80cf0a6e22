import { readBody } from './body.mjs';
import { claimedApp } from './jwt.mjs';
import { findRoute } from './router.mjs';

/** @import { RequestFacts, VendorRequest } from '../types.mjs' */
/** @import { Apps } from './apps.mjs' */

const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const HIDDEN = '[hidden]';

/**
 * What the request log keeps: the endpoint, whom it is about, the client id the token names, and
 * what was sent without tokens and secrets. `...HadPassword` tells that one was there.
 *
 * @param {Apps} apps
 * @param {VendorRequest} request
 * @returns {RequestFacts}
 */
export function describe(apps, request) {
  const route = findRoute(request.method, request.path);
  const { name, path } =
    typeof route === 'object'
      ? { name: route.endpoint.name, path: route.path }
      : { name: '', path: /** @type {Record<string, string>} */ ({}) };
  const query = Object.fromEntries(new URLSearchParams(request.query));
  const body = readBody(request) ?? {};
  const sent = request.body.toString('utf8');
  const asked = path.agentId ?? path.customId ?? body.filter?.agents ?? body.agentIds ?? '';
  return {
    function: name,
    agentUser: String(asked),
    user: claimedApp(String(request.headers.auth ?? '')),
    params: clean(apps, { ...query, ...body }),
    queryHadPassword: hasSecret(apps, JSON.stringify(query)),
    bodyHadPassword: hasSecret(apps, sent),
  };
}

/**
 * @param {Apps} apps
 * @param {string} text
 */
const hasSecret = (apps, text) => text.search(TOKEN) >= 0 || apps.secretsIn(text).length > 0;

/**
 * @param {Apps} apps
 * @param {Record<string, unknown>} params
 * @returns {Record<string, unknown>}
 */
function clean(apps, params) {
  const text = JSON.stringify(params).replace(TOKEN, HIDDEN);
  const secrets = apps.secretsIn(text);
  return JSON.parse(secrets.reduce((one, secret) => one.replaceAll(secret, HIDDEN), text));
}
