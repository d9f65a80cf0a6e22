import { agentCdr, outboundCdr } from './cdr.mjs';
import { getAgentStatus } from './agentStatus.mjs';
import { getLiveAgentInfo } from './liveAgentInfo.mjs';
import { getAllUsers, getUserInfo } from './users.mjs';

/** @import { Action } from '../ask.mjs' */

/**
 * The actions CROCO-dial adds to GOautodial's, or has in a form of its own.
 * @type {Record<string, Record<string, Action>>}
 */
const MODULES = {
  goUsers: { getLiveAgentInfo, getUserInfo, goGetAllUsers: getAllUsers },
  goDashboard: { getAgentStatus },
  goReports: { agent_cdr: agentCdr, outbound_cdr: outboundCdr },
};

/** By module. */
export const CROCO_ACTIONS = new Map(Object.entries(MODULES));
