/** @import { Agent } from '../types.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Fault } from '../faults.mjs' */
/** @import { Scope } from './apps.mjs' */
/** @import { Settings } from './settings.mjs' */
/** @import { Reply } from './replies.mjs' */

/**
 * One request as an endpoint sees it, when everything about who asks is in order.
 *
 * @typedef {object} Ask
 * @property {World} world
 * @property {Settings} settings
 * @property {Fault[]} faults
 * @property {number} now
 * @property {Record<string, string>} path   the parts of the path that have a name
 * @property {URLSearchParams} query
 * @property {Record<string, any>} body
 */

/**
 * @typedef {object} Endpoint
 * @property {string} name   for the request log
 * @property {'GET' | 'POST'} method
 * @property {string} path   `:accountId` or `:streamId` in it also says which header goes with it
 * @property {Scope} scope
 * @property {(ask: Ask) => Reply} run
 */

/**
 * @param {Ask} ask
 * @returns {Agent[]} everybody, in the order they were made
 */
export const everybody = ({ world }) => [...world.roster()];

/**
 * @param {unknown} list   a list, one name, or nothing
 * @returns {string[] | null} null if it does not filter
 */
export function readList(list) {
  const names = Array.isArray(list) ? list : [list];
  const given = names.filter((name) => typeof name === 'string' && name !== '');
  return given.length > 0 ? given : null;
}

/**
 * A name as Kore.ai keeps it.
 *
 * @param {Agent} agent
 * @returns {{ firstName: string, lastName: string }}
 */
export function splitName({ name }) {
  const [firstName = '', ...rest] = name.trim().split(/\s+/);
  return { firstName, lastName: rest.join(' ') };
}

/**
 * The agent's number in the customer's own system: the world's id, unless `extras.koreAi.customId`
 * says otherwise ('' for none).
 *
 * @param {Agent} agent
 * @returns {string}
 */
export const customIdOf = ({ id, extras }) => String(extras.koreAi?.customId ?? id);

/**
 * @param {World} world
 * @returns {{ id: string, name: string }[]} every queue, by the world's own id
 */
export const queuesOf = (world) => [...world.queues.values()];

/**
 * @param {World} world
 * @param {string} id
 */
export const queueName = (world, id) => world.queues.get(id)?.name ?? id;
