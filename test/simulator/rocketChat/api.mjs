import { faultOf } from './faults.mjs';
import { INFO, ROUTES } from './endpoints/index.mjs';
import { invalidParams, readBody, readQuery, validate } from './params.mjs';
import { rateLimitHeaders } from './rateLimiter.mjs';
import { error, jsonAnswer, refuse, Refusal, tooManyRequests, webClient } from './replies.mjs';
import { isUnlimited, may, nobody } from './users.mjs';

/** @import { Answer, VendorRequest } from '../types.mjs' */
/** @import { Ask, Route, Server } from './ask.mjs' */
/** @import { Params } from './params.mjs' */
/** @import { Reply } from './replies.mjs' */

/** The workspace answers here too, as one behind a proxy does. */
export const SUB_PATH = '/rocketchat';

/**
 * A request on its way through the checks.
 * @typedef {Ask & { route: Route, request: VendorRequest, headers: [string, string][] }} Visit
 */

/** @typedef {(visit: Visit) => Reply | undefined} Check */

/**
 * Answers any request to the workspace: the API, or the page of the web client.
 *
 * @param {Server} server
 * @param {VendorRequest} request
 * @returns {Answer}
 */
export function answerRequest(server, request) {
  const { path, faults } = request;
  if (faultOf(faults, 'spaHtml') || !belowSubPath(path).startsWith('/api/')) return webClient();
  const found = findRoute(request);
  if (!found) return jsonAnswer(refuse(server.settings, 'route'));

  const visit = newVisit(server, request, found);
  const reply = firstRefusal(visit) ?? run(visit);
  return jsonAnswer(reply, visit.headers);
}

/**
 * @param {Server} server
 * @param {VendorRequest} request
 * @param {{ route: Route, path: Record<string, string> }} found
 * @returns {Visit}
 */
function newVisit(server, request, { route, path }) {
  const { world, settings, users } = server;
  const prefix = request.path.startsWith(`${SUB_PATH}/`) ? SUB_PATH : '';
  return {
    server,
    world,
    settings,
    users,
    now: world.now(),
    caller: nobody(),
    path,
    query: readQuery(request.query),
    body: {},
    faults: request.faults,
    site: `http://${request.headers.host ?? 'localhost'}${prefix}`,
    route,
    request,
    headers: [],
  };
}

/**
 * The checks in the server's order.
 * @type {Check[]}
 */
const CHECKS = [checkLicense, checkLogin, checkRate, checkParams, checkPermission];

/**
 * @param {Visit} visit
 * @returns {Reply | undefined}
 */
function firstRefusal(visit) {
  for (const check of CHECKS) {
    const refusal = check(visit);
    if (refusal) return refusal;
  }
  return undefined;
}

/** @type {Check} */
function checkLicense({ route, settings, faults }) {
  if (!route.enterprise || (settings.license && !faultOf(faults, 'noLicense400'))) return undefined;
  return error('error-action-not-allowed', 'This is an enterprise feature');
}

/** @type {Check} */
function checkLogin(visit) {
  const { route, request, users, settings, faults } = visit;
  const user = users.logIn(header(request, 'x-user-id'), header(request, 'x-auth-token'));
  if (user) visit.caller = faultOf(faults, 'tokenOfOtherUser') ? users.otherThan(user) : user;
  if (route.public) return undefined;
  if (faultOf(faults, 'unauthorized401')) return refuse(settings, 'login');
  return user || settings.anonymousRead ? undefined : refuse(settings, 'login');
}

/** @type {Check} */
function checkRate(visit) {
  const { server, route, request, settings, caller, faults, now } = visit;
  const { rateLimitCalls: most } = settings;
  const fault = faultOf(faults, 'rateLimited429');
  if (fault) {
    const { retryAfter = 60 } = fault;
    const allowance = { allowed: false, left: 0, resetAt: now + retryAfter * 1000 };
    visit.headers.push(...rateLimitHeaders(allowance, most));
    return tooManyRequests(retryAfter);
  }
  if (route.unlimited || !settings.rateLimiter || isUnlimited(caller)) return undefined;

  const rule = `${route.method} ${route.pattern}`;
  const allowance = server.limiter.call(rule, request.remoteAddress, settings);
  visit.headers.push(...rateLimitHeaders(allowance, most));
  if (allowance.allowed) return undefined;
  return tooManyRequests(Math.ceil((allowance.resetAt - now) / 1000));
}

/** @type {Check} */
function checkParams(visit) {
  const { route, request, faults } = visit;
  if (faultOf(faults, 'schema400')) return invalidParams();
  const older = faultOf(faults, 'closedSchemaStrict') ? route.olderQuery : undefined;
  const query = validate(older ?? route.query ?? ANYTHING, visit.query);
  if ('refusal' in query) return query.refusal;
  visit.query = query.params;
  if (!route.body) return undefined;

  const sent = readBody(request);
  if (!sent) return error('invalid-params', 'must be object');
  const body = validate(route.body, sent);
  if ('refusal' in body) return body.refusal;
  visit.body = body.params;
  return undefined;
}

/** @type {import('./params.mjs').Schema} */
const ANYTHING = { properties: {}, open: true };

/** @type {Check} */
function checkPermission({ route, caller, settings, faults }) {
  const { anyOf, checked = 'declared' } = route;
  const permitted = !anyOf || anyOf.some((one) => may(caller, one));
  if (permitted && !faultOf(faults, 'forbidden403')) return undefined;
  return refuse(settings, checked);
}

/**
 * @param {Visit} visit
 * @returns {Reply}
 */
function run(visit) {
  const { server, route, settings, now, query } = visit;
  const key = `${route.pattern}?${JSON.stringify(query)}`;
  const said = route.cached ? server.cache.get(key) : undefined;
  if (said && now >= said.at && now - said.at < settings.cacheSeconds * 1000) return said.reply;
  try {
    const reply = route.run(visit);
    if (route.cached) remember(server, key, { at: now, reply });
    return reply;
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.reply;
    throw thrown;
  }
}

const MOST_REMEMBERED = 500;

/**
 * @param {Server} server
 * @param {string} key
 * @param {{ at: number, reply: Reply }} said
 */
function remember({ cache }, key, said) {
  if (cache.size >= MOST_REMEMBERED) cache.clear();
  cache.set(key, said);
}

/**
 * The route a request is for, and the named parts of its path.
 *
 * @param {Pick<VendorRequest, 'method' | 'path'>} request
 * @returns {{ route: Route, path: Record<string, string> } | undefined}
 */
export function findRoute({ method, path }) {
  const below = belowSubPath(path);
  if (below === '/api/info' && method === INFO.method) return { route: INFO, path: {} };
  const asked = below.split('/').slice(3).map(decode);
  for (const { route, parts } of TABLE) {
    if (route.method !== method || !below.startsWith('/api/v1/')) continue;
    const named = match(parts, asked);
    if (named) return { route, path: named };
  }
  return undefined;
}

const TABLE = ROUTES.map((route) => ({ route, parts: route.pattern.split('/') }));

/**
 * @param {string[]} parts   of the pattern
 * @param {string[]} asked   of the path
 * @returns {Record<string, string> | undefined}
 */
function match(parts, asked) {
  if (parts.length !== asked.length) return undefined;
  /** @type {Record<string, string>} */
  const named = {};
  for (const [index, part] of parts.entries()) {
    const value = asked[index] ?? '';
    if (part.startsWith(':')) named[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return named;
}

/**
 * @param {string} path
 * @returns {string} as the workspace itself sees it
 */
const belowSubPath = (path) =>
  path === SUB_PATH || path.startsWith(`${SUB_PATH}/`) ? path.slice(SUB_PATH.length) : path;

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * @param {Pick<VendorRequest, 'headers'>} request
 * @param {string} name
 * @returns {string}
 */
export const header = ({ headers }, name) => String(headers[name] ?? '');

/**
 * The agent a request asks for, as it names it.
 *
 * @param {VendorRequest} request
 * @returns {{ name: string, agent: string, query: Params, body: Params }}
 */
export function describeRequest(request) {
  const found = findRoute(request);
  const query = readQuery(request.query);
  const body = request.method === 'GET' ? {} : (readBody(request) ?? {});
  if (!found) return { name: '', agent: '', query, body };
  const { route, path } = found;
  const agent = route.agent?.({ path, query, body }) ?? '';
  return { name: route.name, agent, query, body };
}
