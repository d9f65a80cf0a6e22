import { liveAgents } from '../liveAgents.mjs';
import { REMOTE, SYSTEM } from '../users.mjs';
import { kindOf } from './status.mjs';

/** @import { Action } from '../ask.mjs' */
/** @import { Kind } from './status.mjs' */

/**
 * `getAgentStatus`: the totals of the floor. Wrap-up counts as a pause. Sessions are counted on one
 * side and users on the other, so that the sums are not to be relied on.
 * @type {Action}
 */
export const getAgentStatus = {
  run(ask) {
    const live = liveAgents(ask);
    const kinds = live.map(kindOf);
    /** @param {Kind[]} wanted */
    const count = (...wanted) => kinds.filter((kind) => wanted.includes(kind)).length;
    const signedIn = new Set(live.map(({ user }) => user.userId));
    const active = ask.users
      .all()
      .filter((row) => row.active && row.level !== REMOTE && !SYSTEM.has(row.user));
    return {
      result: 'success',
      data: {
        total_live_agents: live.length,
        paused_agents: count('pause', 'disposition'),
        ready_agents: count('ready'),
        incall_agents: count('inCall'),
        offline_agents: active.filter(({ userId }) => !signedIn.has(userId)).length,
        total_active_agents: active.length,
      },
    };
  },
};
