import { asBinary } from '../../http/phpParams.mjs';
import { pauseCode } from '../agentLog.mjs';
import { campaignsOf, inList, liveRowsOf, readNames, RIGHTS } from '../ask.mjs';
import { fullName, userLevel } from '../liveAgents.mjs';
import { leadsInCall, leadShown, subStatusOf } from '../subStatus.mjs';

/** @import { ApiFunction } from '../ask.mjs' */

const COLUMNS = [
  'user',
  'campaign_id',
  'session_id',
  'status',
  'lead_id',
  'callerid',
  'calls_today',
  'full_name',
  'user_group',
  'user_level',
];

/**
 * `logged_in_agents`: everybody who is signed in and visible. Nobody is an error, and so is a
 * filter that matches nobody.
 * @type {ApiFunction}
 */
export const loggedInAgents = {
  may: RIGHTS.reports,
  denial: 'GET AGENT INFO',
  run(ask) {
    const { params, user, userSent, world } = ask;
    const withSub = params.show_sub_status === 'YES';
    const all = liveRowsOf(ask);
    const campaigns = wanted(params.campaigns);
    const groups = wanted(params.user_groups);
    const allowed = campaignsOf(user);

    const rows = all.filter(
      ({ agent, campaign }) =>
        inList(campaigns, campaign) &&
        inList(groups, agent.group.replace(/\s/g, '')) &&
        inList(allowed, campaign) &&
        inList(user.viewableGroups, agent.group),
    );
    if (rows.length === 0) {
      return { error: `logged_in_agents NO LOGGED IN AGENTS: ${userSent}|${params.agent_user}` };
    }

    const leads = leadsInCall(all);
    return {
      columns: withSub ? [...COLUMNS, 'pause_code', 'sub_status'] : COLUMNS,
      rows: rows.map((row) => [
        row.user,
        row.campaign,
        row.session,
        row.status,
        withSub ? leadShown(row) : row.lead,
        row.callerId,
        row.callsToday,
        fullName(row.agent),
        asBinary(row.agent.group),
        userLevel(row.agent),
        ...(withSub ? [pauseCode(world, row.agent), subStatusOf(row, leads)] : []),
      ]),
    };
  },
};

/**
 * @param {string | undefined} list
 * @returns {string[] | null} null when it does not filter
 */
function wanted(list = '') {
  const names = readNames(list);
  return names.length > 0 ? names : null;
}
