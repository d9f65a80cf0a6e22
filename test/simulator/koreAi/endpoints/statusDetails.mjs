import { customIdOf, everybody, readList, splitName } from '../ask.mjs';
import { koreId } from '../ids.mjs';
import { pageOf, readCount } from '../paging.mjs';
import { found, REFUSALS } from '../replies.mjs';
import { statusSegments } from '../segments.mjs';
import { printDuration, readDays, zoneless } from '../times.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { Ask, Endpoint } from '../ask.mjs' */

const MOST_AGENTS = 50;

/**
 * Every status of every agent in some days. Statuses are given whole, also where they began before
 * or end after those days; who had none has no `status` at all.
 * @type {Endpoint}
 */
export const statusDetails = {
  name: 'agentstatusdetails',
  method: 'POST',
  path: '/agentassist/api/public/analytics/account/:accountId/agentstatusdetails',
  scope: 'SmartAssist Analytics',
  run(ask) {
    const { settings, body } = ask;
    const days = readFilter(ask);
    if (!days) return REFUSALS.invalid(settings.invalidStatus);
    const page = agentPage(ask, MOST_AGENTS);
    const shift = settings.zonelessIn === 'offset' ? body.filter.dateFilter.timeZoneOffSet : 0;
    return found({ ...page, data: page.data.map((agent) => entry(ask, agent, days, shift)) });
  },
};

/**
 * The days a request is about: one `date`, or `startDate` and `endDate`, as the installation takes
 * it; never both.
 *
 * @param {Ask} ask
 */
function readFilter({ settings, body }) {
  const { date, startDate, endDate, timeZoneOffSet: offset } = body.filter?.dateFilter ?? {};
  const isRange = date === undefined;
  if (!isRange && (startDate !== undefined || endDate !== undefined)) return undefined;
  if (settings.dateFilter === (isRange ? 'date' : 'range')) return undefined;
  return isRange ? readDays(startDate, endDate, offset) : readDays(date, date, offset);
}

/**
 * The agents of one page, and what the answer says about the page.
 *
 * @param {Ask} ask
 * @param {number} most
 * @returns {{ hasMore: boolean, limit: number, offset: number, data: Agent[] }}
 */
export function agentPage(ask, most) {
  const { settings, query, body, faults } = ask;
  const wanted = readList(body.filter?.agents)?.map((email) => email.toLowerCase());
  const agents = everybody(ask).filter(
    ({ email }) => !wanted || wanted.includes(email.toLowerCase()),
  );
  const limit = readCount(query.get('limit'), { least: 1, most, otherwise: MOST_AGENTS });
  const offset = readCount(query.get('offset'), { otherwise: 0 });
  const start = settings.offsetCounts === 'pages' ? offset * limit : offset;
  const { items, hasMore } = pageOf(agents, { start, limit, faults });
  return { hasMore, limit, offset, data: items };
}

/**
 * @param {Ask} ask
 * @param {Agent} agent
 * @param {{ from: number, to: number }} days
 * @param {number} shift   what the times are shifted by, in minutes
 */
function entry({ world, settings, now }, agent, { from, to }, shift) {
  const status = statusSegments(world, agent, settings)
    .filter((one) => one.from < to && (one.to ?? now) > from)
    .map((one) => ({
      primaryStatus: one.status.type,
      secondaryStatus: one.status.name ?? one.status.type,
      startTime: zoneless(one.from, shift),
      endTime: one.to === null ? '-' : zoneless(one.to, shift),
      duration: one.to === null ? '-' : printDuration(one.to - one.from),
    }));
  const customId = customIdOf(agent);
  return {
    userId: koreId('user', agent.id),
    ...splitName(agent),
    email: agent.email,
    ...(customId && { customId }),
    ...(status.length > 0 && { status }),
  };
}
