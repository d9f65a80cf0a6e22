import { getAgentsOnCall } from './barging.mjs';
import { BROKEN, getOfflineActiveAgents, TOTALS } from './dashboard.mjs';
import { getAgentLog } from './agentLog.mjs';
import { getAgentTimeDetails } from './agentTime.mjs';
import { getRealtimeAgentsMonitoring } from './realtime.mjs';
import { getUserInfo } from './userInfo.mjs';
import { getAllUsers } from './users.mjs';

/** @import { Action } from '../ask.mjs' */

/**
 * The actions of each module. The script looks for a file of the action's name, so that case
 * counts, and an action of another module is not found.
 * @type {Record<string, Record<string, Action>>}
 */
const MODULES = {
  goDashboard: {
    goGetRealtimeAgentsMonitoring: getRealtimeAgentsMonitoring,
    goGetOfflineActiveAgents: getOfflineActiveAgents,
    ...TOTALS,
    ...BROKEN,
  },
  goBarging: { goGetAgentsOnCall: getAgentsOnCall },
  goUsers: {
    goGetAllUsers: getAllUsers,
    goGetUserInfo: getUserInfo,
    goGetAgentLog: getAgentLog,
  },
  goReports: { goGetAgentTimeDetails: getAgentTimeDetails },
};

/** By module. */
export const ACTIONS = new Map(Object.entries(MODULES));
