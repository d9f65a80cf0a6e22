import { ADMIN, seesCampaign } from '../ask.mjs';
import { isRemote, liveAgents } from '../liveAgents.mjs';
import { REMOTE, SYSTEM } from '../users.mjs';

/** @import { Action, Ask } from '../ask.mjs' */

/**
 * A count of the live agents whose status is one of these, in the campaigns of the session's user.
 *
 * @param {string[]} statuses
 * @param {boolean} [withRemote]
 * @returns {Action}
 */
const total = (statuses, withRemote = false) => ({
  run: (ask) => ({
    result: 'success',
    data: liveAgents(ask).filter(
      (row) =>
        statuses.includes(row.status) &&
        (withRemote || !isRemote(row)) &&
        seesCampaign(ask.session, row.campaign),
    ).length,
  }),
});

/**
 * The counts of the dashboard. They look at the status alone, so that an agent in wrap-up counts as
 * paused or waiting, and MQUEUE as nothing.
 * @type {Record<string, Action>}
 */
export const TOTALS = {
  goGetTotalAgentsCall: total(['INCALL', 'QUEUE', '3-WAY', 'PARK']),
  goGetTotalAgentsPaused: total(['PAUSED'], true),
  goGetTotalAgentsWaitCalls: total(['READY', 'CLOSER']),
};

/** @type {Action} */
const broken = { anyLogin: true, run: () => 'crash' };

/**
 * Counts that are there but never work: their SQL is not SQL.
 * @type {Record<string, Action>}
 */
export const BROKEN = {
  goGetTotalActiveAgents: broken,
  goGetTotalAgentsOnline: broken,
  goGetOnlineAgents: broken,
};

/**
 * `goGetOfflineActiveAgents`: the active users without a session, managers among them. It takes
 * any login, and without a session user shows everybody.
 * @type {Action}
 */
export const getOfflineActiveAgents = {
  anyLogin: true,
  run(ask) {
    const { session, users } = ask;
    const everybody = session.group === null || session.group === ADMIN;
    const signedIn = new Set(liveAgents(ask).map(({ user }) => user.userId));
    const rows = users
      .all()
      .filter(({ user, active, level }) => active && level !== REMOTE && !SYSTEM.has(user))
      .filter(
        ({ userId, group }) => !signedIn.has(userId) && (everybody || group === session.group),
      )
      .map(({ userId, user, fullName, group, level }) => ({
        vu_user_id: userId,
        vu_user: user,
        vu_full_name: fullName,
        vu_user_group: group,
        vu_user_level: level,
        vu_status: 'Y',
      }));
    return { result: 'success', data: rows, dataGo: avatars(ask) };
  },
};

/**
 * The users of the web interface, which has a table of its own.
 *
 * @param {Pick<Ask, 'users'>} ask
 */
export const avatars = ({ users }) =>
  users.all().map(({ userId }) => ({ userid: userId, avatar: null }));
