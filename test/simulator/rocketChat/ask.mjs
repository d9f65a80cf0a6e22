import { departmentsOf } from './departments.mjs';
import { peopleOf } from './people.mjs';
import { failure, Refusal } from './replies.mjs';

/** @import { Fault } from '../faults.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Params, Schema } from './params.mjs' */
/** @import { Person } from './people.mjs' */
/** @import { RateLimiter } from './rateLimiter.mjs' */
/** @import { Reply } from './replies.mjs' */
/** @import { Settings } from './settings.mjs' */
/** @import { ApiUser, Users } from './users.mjs' */

/**
 * The simulated workspace.
 *
 * @typedef {object} Server
 * @property {World} world
 * @property {Settings} settings
 * @property {Users} users
 * @property {RateLimiter} limiter
 * @property {Map<string, { at: number, reply: Reply }>} cache   what dashboards said
 */

/**
 * One request as an endpoint sees it, after all checks.
 *
 * @typedef {object} Ask
 * @property {Server} server
 * @property {World} world
 * @property {Settings} settings
 * @property {Users} users
 * @property {number} now
 * @property {ApiUser} caller
 * @property {Record<string, string>} path   the named parts of the path
 * @property {Params} query
 * @property {Params} body
 * @property {Fault[]} faults
 * @property {string} site   the workspace's own address
 */

/**
 * @typedef {object} Route
 * @property {string} name   for the log
 * @property {string} method
 * @property {string} pattern   below /api/v1/, parts with a colon are named
 * @property {boolean} [public]   needs no login
 * @property {boolean} [enterprise]
 * @property {Schema} [query]   none: nothing is checked
 * @property {Schema} [olderQuery]   what an older server takes
 * @property {Schema} [body]
 * @property {string[]} [anyOf]   permissions, one of which is enough
 * @property {'handler'} [checked]   the route's code looks at the permission, not the route
 * @property {boolean} [cached]   says the same for some seconds
 * @property {boolean} [unlimited]
 * @property {(params: { path: Record<string, string>, query: Params, body: Params }) => string} [agent]
 *   which agent is asked for
 * @property {(ask: Ask) => Reply} run
 */

/**
 * @param {Pick<Ask, 'world' | 'settings'>} ask
 * @returns {Person[]} everybody with the agent's role
 */
export const people = ({ world, settings }) => peopleOf(world, settings);

/** @param {Pick<Ask, 'world' | 'settings'>} ask */
export const departments = ({ world, settings }) => departmentsOf(world, settings);

/**
 * The department asked for. Older web clients send the text `undefined`, which is none.
 *
 * @param {Params} query
 * @returns {string | undefined}
 */
export function departmentAsked({ departmentId }) {
  return departmentId && departmentId !== 'undefined' ? String(departmentId) : undefined;
}

/**
 * A time of the query; one that is no date ends the request.
 *
 * @param {Params} query
 * @param {string} name
 * @returns {number}
 */
export function dateAsked(query, name) {
  const at = Date.parse(query[name]);
  if (!Number.isNaN(at)) return at;
  throw new Refusal(failure(`The "${name}" query parameter must be a valid date.`));
}

/**
 * @param {Params} query
 * @returns {{ start: number, end: number }}
 */
export const windowAsked = (query) => ({
  start: dateAsked(query, 'start'),
  end: dateAsked(query, 'end'),
});
