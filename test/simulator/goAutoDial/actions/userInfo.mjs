import { ERRORS } from '../ask.mjs';
import { liveAgents } from '../liveAgents.mjs';
import { avatars } from './dashboard.mjs';
import { callsOnLine } from './realtime.mjs';
import { printWithLead } from './realtimeColumns.mjs';

/** @import { Action, Ask } from '../ask.mjs' */
/** @import { UserRow } from '../users.mjs' */

/**
 * `goGetUserInfo`: one user. What is signed in or not can be told by the shape alone: `data["0"]`
 * is the live row, while somebody who is not signed in is the whole row of the user table,
 * passwords and all. On PHP 8 it only ever tells that a user does not exist.
 * @type {Action}
 */
export const getUserInfo = {
  denied: ({ php }) => (php >= 8 ? 'crash' : 'blank'),
  run(ask) {
    const { params, users, settings } = ask;
    const { user: name = '', user_id: number = '' } = params;
    if (name === '' && number === '') return ERRORS.missingForUpdate;
    const row =
      name === '' ? users.all().find(({ userId }) => String(userId) === number) : users.find(name);
    if (!row) return ERRORS.unknownUser;
    if (settings.php >= 8) return 'crash';
    return params.filter === 'userInfo' ? offline(row) : online(ask, row);
  },
};

/**
 * @param {Ask} ask
 * @param {UserRow} row
 */
function online(ask, row) {
  const live = liveAgents(ask);
  const one = live.find(({ user }) => user.userId === row.userId);
  if (!one) return offline(row);
  if (one.status === 'MQUEUE') return 'blank';
  const inCall = one.status === 'INCALL';
  return {
    result: 'success',
    data: { 0: printWithLead(one), ...callsOf(ask, row) },
    dataGo: avatars(ask).filter(({ userid }) => userid === row.userId),
    avatar: null,
    parked: inCall ? [] : null,
    callerids: inCall ? callsOnLine(ask, live) : null,
  };
}

/**
 * @param {Ask} ask
 * @param {UserRow} row
 */
function callsOf({ world }, { agent }) {
  const calls = [...world.finishedCalls.values()].filter(({ agentId }) => agentId === agent?.id);
  /**
   * @param {'inbound' | 'outbound'} direction
   * @param {boolean} [sales]
   */
  const count = (direction, sales = false) =>
    calls.filter((call) => call.direction === direction && (!sales || call.outcome === 'SALE'))
      .length;
  return {
    insalestoday: count('inbound', true),
    outsalestoday: count('outbound', true),
    incallstoday: count('inbound'),
    outcallstoday: count('outbound'),
  };
}

/** @param {UserRow} row */
const offline = ({ userId, user, pass, passHash, fullName, level, group, phoneLogin, active }) => ({
  result: 'success',
  data: {
    user_id: userId,
    user,
    pass,
    full_name: fullName,
    user_level: level,
    user_group: group,
    phone_login: phoneLogin,
    phone_pass: pass,
    active: active ? 'Y' : 'N',
    email: '',
    pass_hash: passHash,
    failed_login_count: 0,
  },
});
