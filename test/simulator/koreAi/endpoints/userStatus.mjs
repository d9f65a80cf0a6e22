import { customIdOf, splitName } from '../ask.mjs';
import { koreId } from '../ids.mjs';
import { found, REFUSALS } from '../replies.mjs';
import { statusSegments } from '../segments.mjs';
import { readDays } from '../times.mjs';
import { agentPage } from './statusDetails.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { Ask, Endpoint } from '../ask.mjs' */
/** @import { StatusSegment } from '../segments.mjs' */

/** @type {Record<string, number>} */
const MINUTES = {
  PT15M: 15,
  PT30M: 30,
  PT1H: 60,
  PT2H: 120,
  PT4H: 240,
  PT8H: 480,
  PT12H: 720,
  PT24H: 1440,
};

/** The types, by how each is spelled in the values: not always the same way. */
const SPELLED = /** @type {const} */ ([
  ['AVAILABLE', 'Available'],
  ['BUSY', 'Busy'],
  ['AWAY', 'Away'],
]);

/**
 * How long every agent was in which status, per stretch of so many minutes.
 *
 * @param {string} path
 * @returns {Endpoint}
 */
const endpoint = (path) => ({
  name: 'userstatus',
  method: 'POST',
  path,
  scope: 'SmartAssist Analytics',
  run(ask) {
    const { settings, body } = ask;
    const { startDate, endDate, timeZoneOffSet = 0 } = body.filter?.dateFilter ?? {};
    const days = readDays(startDate, endDate, timeZoneOffSet);
    const minutes = MINUTES[body.granularity];
    if (!days || !minutes) return REFUSALS.invalid(settings.invalidStatus);
    const page = agentPage(ask, Infinity);
    return found({
      ...page,
      data: page.data.map((agent) => ({
        userId: koreId('user', agent.id),
        ...splitName(agent),
        email: agent.email,
        customId: customIdOf(agent),
        timeInterval: intervals(ask, agent, days, minutes * 60_000),
      })),
    });
  },
});

/** The documented path has a version in it, the vendor's example has none. */
export const userStatus = [
  endpoint('/agentassist/api/public/analytics/1.1/account/:accountId/userstatus'),
  endpoint('/agentassist/api/public/analytics/account/:accountId/userstatus'),
];

/**
 * @param {Ask} ask
 * @param {Agent} agent
 * @param {{ from: number, to: number }} days
 * @param {number} step
 */
function intervals({ world, settings, now }, agent, { from, to }, step) {
  const segments = statusSegments(world, agent, settings).filter(
    (one) => overlap([one.from, one.to], from, to, now) > 0,
  );
  if (segments.length === 0) return [];
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => {
    const begins = from + index * step;
    return {
      startTime: plain(begins),
      endTime: plain(begins + step),
      status: metrics(segments, begins, begins + step, now),
    };
  });
}

/**
 * @param {StatusSegment[]} segments
 * @param {number} from
 * @param {number} to
 * @param {number} now
 */
const metrics = (segments, from, to, now) =>
  SPELLED.flatMap(([type, spelled]) => {
    const own = segments.filter(({ status }) => status.type === type);
    const all = sum(own.map((one) => overlap([one.from, one.to], from, to, now)));
    if (all === 0) return [];
    const talks = own.flatMap((one) => one.talks.map((talk) => overlap(talk, from, to, now)));
    const interacting = sum(talks);
    return [
      metric('AgentStatus', spelled, all),
      metric('AgentState', `${spelled}:Idle`, all - interacting),
      metric('AgentState', `${type}:Interacting`, interacting),
    ];
  });

/**
 * @param {string} name
 * @param {string} value
 * @param {number} ms
 */
const metric = (name, value, ms) => ({
  metric: name,
  value,
  stats: { sum: `${Math.floor(ms / 1000)} sec` },
});

/**
 * @param {[number, number | null]} stretch
 * @param {number} from
 * @param {number} to
 * @param {number} now
 */
const overlap = ([begins, ends], from, to, now) =>
  Math.max(0, Math.min(ends ?? now, to) - Math.max(begins, from));

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/** @param {number} ms */
const plain = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
