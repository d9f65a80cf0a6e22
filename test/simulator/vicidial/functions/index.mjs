import { agentStatsExport } from './agentStats.mjs';
import { agentStatus } from './agentStatus.mjs';
import { blindMonitor } from './blindMonitor.mjs';
import { callidInfo, campaignsList } from './calls.mjs';
import { inGroupStatus, userGroupStatus } from './groupStatus.mjs';
import { loggedInAgents } from './loggedInAgents.mjs';
import { agentCampaigns, agentIngroupInfo, userDetails } from './users.mjs';

/**
 * The functions of the non-agent API that need a login.
 * @type {Map<string, import('../ask.mjs').ApiFunction>}
 */
export const FUNCTIONS = new Map(
  Object.entries({
    agent_status: agentStatus,
    logged_in_agents: loggedInAgents,
    user_group_status: userGroupStatus,
    in_group_status: inGroupStatus,
    agent_stats_export: agentStatsExport,
    user_details: userDetails,
    agent_campaigns: agentCampaigns,
    agent_ingroup_info: agentIngroupInfo,
    callid_info: callidInfo,
    campaigns_list: campaignsList,
    blind_monitor: blindMonitor,
  }),
);
