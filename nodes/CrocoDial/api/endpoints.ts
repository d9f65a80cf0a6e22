import { z, type ZodType, type ZodTypeDef } from 'zod';
import {
  callOnLine,
  count,
  liveColumns,
  liveInfo,
  liveRow,
  nobody,
  offlineUser,
  pauseRow,
  records,
  timeColumns,
  total,
  userColumns,
  userList,
} from './schemas';

/** An action of goAPIv2: the module it is in, its name, and the shape of a successful answer. */
export interface Action<T> {
  module: string;
  name: string;
  shape: ZodType<T, ZodTypeDef, unknown>;
}

const action = <T>(
  module: string,
  name: string,
  shape: ZodType<T, ZodTypeDef, unknown>,
): Action<T> => ({ module, name, shape });

/**
 * The actions this package calls. Users with their passwords are what `goGetUserInfo` and
 * `getUserInfo` answer, so those are never called (docs/vendors/croco-dial.md, Secrets).
 */
export const ACTIONS = {
  floor: action(
    'goDashboard',
    'goGetRealtimeAgentsMonitoring',
    z.object({
      data: z.union([z.array(liveRow), nobody]),
      callerids: z.array(callOnLine).nullish().catch(null),
    }),
  ),
  /** Everybody with a live row, those included whom the floor leaves out, as columns. */
  liveRows: action('goBarging', 'goGetAgentsOnCall', liveColumns),
  offlineUsers: action(
    'goDashboard',
    'goGetOfflineActiveAgents',
    z.object({ data: z.union([z.array(offlineUser), nobody]) }),
  ),
  totalInCall: action('goDashboard', 'goGetTotalAgentsCall', total),
  totalPaused: action('goDashboard', 'goGetTotalAgentsPaused', total),
  totalWaiting: action('goDashboard', 'goGetTotalAgentsWaitCalls', total),
  users: action('goUsers', 'goGetAllUsers', z.union([userColumns, userList])),
  timeDetails: action(
    'goReports',
    'goGetAgentTimeDetails',
    z.object({
      TOPsorted_output: timeColumns.nullable(),
      PC_statuses: z.array(pauseRow).nullish().catch(null),
    }),
  ),
  /** CROCO-dial's own. What it says of somebody who is not there is not documented. */
  liveInfo: action(
    'goUsers',
    'getLiveAgentInfo',
    z.object({ data: liveInfo.nullable().catch(null) }),
  ),
  agentStatus: action(
    'goDashboard',
    'getAgentStatus',
    z.object({
      data: z
        .object({
          ready_agents: count,
          incall_agents: count,
          paused_agents: count,
          total_live_agents: count,
          offline_agents: count.nullish(),
        })
        .passthrough(),
    }),
  ),
  /** One record per call; where the list stands in the answer is not documented. */
  callRecords: action(
    'goReports',
    'agent_cdr',
    z
      .object({ data: z.union([records, z.record(records), nobody]) })
      .transform(({ data }) => (Array.isArray(data) ? data : Object.values(data).flat())),
  ),
} as const;
