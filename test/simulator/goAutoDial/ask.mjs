/** @import { World } from '../world.mjs' */
/** @import { Result } from './print.mjs' */
/** @import { Settings } from './settings.mjs' */
/** @import { UserRow, Users } from './users.mjs' */

/**
 * One request as an action sees it, after the login.
 *
 * @typedef {object} Ask
 * @property {Record<string, string>} params   '' is the same as not sent
 * @property {Record<string, string[]>} lists   the ones sent as `name[]`
 * @property {UserRow} user
 * @property {Session} session
 * @property {World} world
 * @property {Users} users
 * @property {Settings} settings
 * @property {number} now
 */

/**
 * Whoever `session_user` names decides what is seen; nobody checks that it is the caller.
 *
 * @typedef {object} Session
 * @property {boolean} given
 * @property {string | null} group   null for a name there is not
 * @property {string[] | null} campaigns   null is all of them
 */

/** What an action comes to: an answer, a script that died, or one that printed nothing. */
/** @typedef {Result | 'crash' | 'blank'} Found */

/**
 * @typedef {object} Action
 * @property {(ask: Ask) => Found} run
 * @property {boolean} [anyLogin]   whether any valid login will do, without a session
 * @property {(settings: Settings) => Found} [denied]   what somebody gets who may not, if it is not
 *   the usual error
 * @property {number} [blankLines]   printed before the answer
 */

/** The group that sees everything. */
export const ADMIN = 'ADMIN';

/** GOautodial's errors, in their three shapes. */
export const ERRORS = {
  login: { result: 'error', message: 'Invalid Username/Password' },
  action: { result: 'error', message: 'Command Not Found' },
  permission: { code: '10001', result: 'Error: You do not have permission to view this page ' },
  session: { result: 'Error: Session User Not Defined.' },
  missing: { code: '40001', result: 'Error: Missing required parameters ' },
  missingForUpdate: {
    code: '40002',
    result: 'Error: Missing required parameter needed for update ',
  },
  unknownUser: { code: '41004', result: "Invalid value in user. Doesn't exist" },
  nobody: { result: 'Error: No data to show.' },
};

/**
 * @param {Users} users
 * @param {string} name
 * @returns {Session}
 */
export function sessionOf(users, name) {
  const row = name === '' ? undefined : users.find(name);
  if (!row) return { given: name !== '', group: null, campaigns: [] };
  return { given: true, group: row.group, campaigns: row.group === ADMIN ? null : row.campaigns };
}

/**
 * @param {Session} session
 * @param {string} campaign
 * @returns {boolean}
 */
export const seesCampaign = ({ campaigns }, campaign) =>
  campaigns === null || campaigns.includes(campaign);
