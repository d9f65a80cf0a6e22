import { visibleUsers } from '../actions/users.mjs';
import { ERRORS } from '../ask.mjs';

/** @import { Action, Ask } from '../ask.mjs' */
/** @import { UserRow } from '../users.mjs' */

/** The one profile there is. */
export const PROFILE = 1;

/**
 * `goGetAllUsers` in CROCO-dial's form: a list of objects; with `only_inactives=1` the ones that are
 * switched off, else the others.
 * @type {Action}
 */
export const getAllUsers = {
  run(ask) {
    const active = ask.params.only_inactives !== '1';
    const rows = visibleUsers(ask).filter((row) => row.active === active);
    return { result: 'success', data: { user_list: rows.map((row) => listed(ask, row)) } };
  },
};

/**
 * `getUserInfo`: one user with its passwords.
 * @type {Action}
 */
export const getUserInfo = {
  run(ask) {
    const { params, users } = ask;
    if (!params.user) return ERRORS.missing;
    const row = users.find(params.user);
    if (!row) return ERRORS.unknownUser;
    const { user_id, user, ...rest } = listed(ask, row);
    const secrets = { pass: row.pass, pass_hash: row.passHash };
    const info = { user_id, user, ...secrets, ...rest, tenant: row.group };
    return { result: 'success', data: { user_info: info } };
  },
};

/**
 * @param {Ask} ask
 * @param {UserRow} row
 */
function listed({ world }, { userId, user, fullName, phoneLogin, level, active, agent }) {
  const campaign = agent?.campaign ?? '';
  return {
    user_id: userId,
    user,
    name: fullName,
    exten: phoneLogin,
    level,
    active: active ? 'Y' : 'N',
    campaign_id: campaign,
    campaign_name: world.campaigns.get(campaign)?.name ?? '',
    rank: 0,
    profile_id: PROFILE,
    allowed_companys: '',
  };
}
