import { everybody } from '../ask.mjs';
import { digest, koreId } from '../ids.mjs';
import { found, REFUSALS } from '../replies.mjs';
import { statusSegments } from '../segments.mjs';
import { printEventTime, readMoment } from '../times.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { Ask, Endpoint } from '../ask.mjs' */
/** @import { KoreStatus } from '../status.mjs' */

/**
 * What each type is called by the workforce management, and its code. Only `notready` is
 * documented, and no code's meaning.
 * @type {Record<string, [string, string]>}
 */
const WORDS = {
  AVAILABLE: ['ready', '0'],
  BUSY: ['notready', '1'],
  AWAY: ['notready', '2'],
  OFFLINE: ['logout', '0'],
};

/** The code of a custom status, of whatever type. */
const CUSTOM = '3';

/** @type {KoreStatus} */
const OFFLINE = { type: 'OFFLINE', name: null };

/** @typedef {{ agent: Agent, at: number, status: KoreStatus }} Change */

/**
 * The changes of status in a stretch of time, in no order; who did not change is not in it.
 * @type {Endpoint}
 */
export const agentActivity = {
  name: 'agentactivity',
  method: 'GET',
  path: '/agentassist/api/public/analytics/account/:accountId/agentactivity',
  scope: 'WFM Integration',
  run(ask) {
    const { settings, query, now } = ask;
    const from = readMoment(query.get('fromTimeStamp'));
    const to = readMoment(query.get('toTimeStamp'));
    if (Number.isNaN(from) || Number.isNaN(to)) return REFUSALS.invalid(settings.invalidStatus);

    const lot = settings.activityBatchSeconds * 1000;
    const known = lot > 0 ? Math.floor(now / lot) * lot : now;
    const updates = everybody(ask)
      .flatMap((agent) => changesOf(ask, agent))
      .filter(({ at }) => at >= from && at <= Math.min(to, known))
      .map(({ agent, at, status }) => ({
        order: digest('event', `${agent.id} ${at}`),
        agent,
        at,
        status,
      }))
      .sort((one, other) => (one.order < other.order ? -1 : 1));
    const { accountId } = settings;
    if (settings.wfmCase === 'sample') {
      return found({ accountId, AgentUpdates: updates.map(asInSample) });
    }
    return found({ accountId, agentUpdates: updates.map(asInTable) });
  },
};

/**
 * @param {Ask} ask
 * @param {Agent} agent
 * @returns {Change[]}
 */
function changesOf({ world, settings }, agent) {
  const segments = statusSegments(world, agent, { ...settings, gapSeconds: 0 });
  return segments.flatMap(({ status, from, to }, index) => {
    const begins = { agent, at: from, status };
    const goes = to !== null && segments[index + 1]?.from !== to;
    return goes ? [begins, { agent, at: to, status: OFFLINE }] : [begins];
  });
}

/** @param {Change} change */
function asInSample(change) {
  const { agentId, eventTime, activity, reasonCode } = asInTable(change);
  return { AgentId: agentId, EventTime: eventTime, Activity: activity, ReasonCode: reasonCode };
}

/** @param {Change} change */
function asInTable({ agent, at, status }) {
  const [activity, code] = WORDS[status.type] ?? ['notready', CUSTOM];
  return {
    agentId: koreId('agent', agent.id),
    eventTime: printEventTime(at),
    activity,
    reasonCode: status.name === null ? code : CUSTOM,
  };
}
