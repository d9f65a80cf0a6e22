import { asBinary } from '../http/phpParams.mjs';
import { liveRows } from './liveAgents.mjs';

/** @import { Agent } from '../types.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { ApiUser } from './users.mjs' */
/** @import { Settings } from './settings.mjs' */
/** @import { Table } from './format.mjs' */

/**
 * One request as a function of the non-agent API sees it, after the login.
 *
 * @typedef {object} Ask
 * @property {Record<string, string>} params   filtered; '' where none was sent
 * @property {ApiUser} user
 * @property {string} userSent
 * @property {World} world
 * @property {Settings} settings
 * @property {number} now
 * @property {boolean} crashed   a table of the database is broken, and PHP is too old to tell
 * @property {Map<string, unknown>} memory   what a function keeps from call to call
 */

/**
 * What a function finds: a table, a text of its own, an error (without `ERROR: ` and the newline),
 * or a crash of the script.
 * @typedef {Table | { text: string } | { error: string } | 'crash'} Found
 */

/**
 * @typedef {object} ApiFunction
 * @property {(user: ApiUser) => boolean} may
 * @property {string} denial   what the user has no permission to do
 * @property {(ask: Ask) => Found} run
 */

/** Rights, by what the functions ask for. */
export const RIGHTS = {
  /** @param {ApiUser} user */
  reports: (user) => user.apiAccess && user.viewReports && user.level >= 7,
  /** @param {ApiUser} user */
  api: (user) => user.apiAccess && user.level >= 7,
  /** @param {ApiUser} user */
  campaigns: (user) => user.apiAccess && user.viewReports && user.level >= 8,
  /** @param {ApiUser} user */
  users: (user) => user.apiAccess && user.viewReports && user.modifyUsers && user.level >= 8,
};

/**
 * @param {string[] | null} list   null is everything
 * @param {string} name
 * @returns {boolean} compared without case
 */
export const inList = (list, name) =>
  list === null || list.some((one) => one.toLowerCase() === name.toLowerCase());

/**
 * @param {Ask} ask
 * @returns {import('./liveAgents.mjs').LiveRow[]} the live rows whose user has a row of its own
 */
export function liveRowsOf({ world, crashed }) {
  return crashed ? [] : liveRows(world).filter(({ agent }) => hasUserRow(agent));
}

/**
 * The user a client names, if the API user may see it.
 *
 * @param {Ask} ask
 * @param {string} id
 * @returns {Agent | undefined}
 */
export function visibleAgent({ world, user, crashed }, id) {
  if (crashed || id === '') return undefined;
  const agent = world.agent(id) ?? anyCase(world, id);
  const visible = agent && hasUserRow(agent) && inList(user.viewableGroups, agent.group);
  return visible ? agent : undefined;
}

/**
 * @param {World} world
 * @param {string} id
 * @returns {Agent | undefined}
 */
function anyCase(world, id) {
  const wanted = id.toLowerCase();
  for (const agent of world.roster()) {
    if (asBinary(agent.id).toLowerCase() === wanted) return agent;
  }
  return undefined;
}

/** @param {Agent} agent */
const hasUserRow = (agent) => agent.extras.vicidial?.userRow !== false;

/**
 * The campaigns the API user may see.
 *
 * @param {ApiUser} user
 * @returns {string[] | null} null is all
 */
export const campaignsOf = (user) => (user.groupExists ? user.allowedCampaigns : []);

/**
 * A list of names as the API takes it: only `|` separates, blanks are gone, and a list that is too
 * long is not looked at.
 *
 * @param {string} list
 * @returns {string[]}
 */
export const readNames = (list) =>
  list.length > 9999 ? [] : list.split('|').filter((name) => name !== '');
