import { agentActivity } from './activity.mjs';
import { agentList, agentsByCustomId, oneAgent } from './agents.mjs';
import { availability } from './availability.mjs';
import { conversations } from './conversations.mjs';
import { queuePerformance } from './queuePerformance.mjs';
import { queueAgents, queueList, queueStats } from './queues.mjs';
import { statusDetails } from './statusDetails.mjs';
import { userStatus } from './userStatus.mjs';
import { wfmAgents, wfmQueues } from './wfmLists.mjs';

/** @import { Endpoint } from '../ask.mjs' */

/** @type {Endpoint[]} */
export const ENDPOINTS = [
  statusDetails,
  ...userStatus,
  agentActivity,
  wfmAgents,
  wfmQueues,
  availability,
  agentList,
  oneAgent,
  agentsByCustomId,
  queueList,
  queueStats,
  queueAgents,
  queuePerformance,
  conversations,
];
