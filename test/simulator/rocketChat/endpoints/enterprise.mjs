import { dateAsked, people, windowAsked } from '../ask.mjs';
import { dayOf, serviceDays } from '../availability.mjs';
import { allChats } from '../chats.mjs';
import { pageReply } from '../paging.mjs';

/** @import { Ask, Route } from '../ask.mjs' */
/** @import { Schema } from '../params.mjs' */
/** @import { Person } from '../people.mjs' */

/**
 * The documentation has count and offset; the server has not.
 * @type {Schema}
 */
const PERIOD = { properties: { start: 'string', end: 'string' }, required: ['start', 'end'] };

/** @type {Pick<Route, 'method' | 'anyOf' | 'enterprise' | 'query'>} */
const ENTERPRISE = {
  method: 'GET',
  anyOf: ['view-livechat-manager'],
  enterprise: true,
  query: PERIOD,
};

/**
 * When agents were available for service, by whole days of the server. Of several days only the
 * first one's stretches come, but the time of all.
 * @type {Route}
 */
const historyRoute = {
  ...ENTERPRISE,
  name: 'available-for-service-history',
  pattern: 'livechat/analytics/agents/available-for-service-history',
  query: { ...PERIOD, properties: { ...PERIOD.properties, fullReport: 'string' } },
  run(ask) {
    const first = dayOf(dateAsked(ask.query, 'start'), ask.settings);
    const last = dayOf(dateAsked(ask.query, 'end'), ask.settings);
    const full = ask.query.fullReport === 'true';
    const rows = people(ask).flatMap((person) => {
      const days = serviceDays(ask.world, person, ask.settings).filter(
        ({ day }) => day >= first && day <= last,
      );
      if (days.length === 0) return [];
      return [
        {
          ...(full && { serviceHistory: days[0]?.history ?? null }),
          availableTimeInSeconds: days.reduce((sum, { seconds }) => sum + seconds, 0),
          username: person.username,
        },
      ];
    });
    return pageReply(ask, 'agents', rows, { username: 1 });
  },
};

/**
 * The time of the chats that were closed, and not, as the documentation has it, of being there.
 * @type {Route}
 */
const totalRoute = {
  ...ENTERPRISE,
  name: 'total-service-time',
  pattern: 'livechat/analytics/agents/total-service-time',
  run: (ask) =>
    serviceTimes(ask, ({ _id, username }, chats, serviceTimeDuration) => ({
      _id,
      username,
      chats,
      serviceTimeDuration,
    })),
};

/** @type {Route} */
const averageRoute = {
  ...ENTERPRISE,
  name: 'average-service-time',
  pattern: 'livechat/analytics/agents/average-service-time',
  run: (ask) =>
    serviceTimes(ask, ({ _id, username }, chats, seconds) => ({
      _id,
      username,
      averageServiceTimeInSeconds: Math.ceil(seconds / chats),
    })),
};

/** What needs a license. */
export const ENTERPRISE_ROUTES = [historyRoute, totalRoute, averageRoute];

/**
 * A row for each agent with chats that began in the time asked for and are over, whenever that was.
 *
 * @param {Ask} ask
 * @param {(person: Person, chats: number, seconds: number) => object} row
 */
function serviceTimes(ask, row) {
  const { start, end } = windowAsked(ask.query);
  /** @type {Map<Person, { chats: number, ms: number }>} */
  const sums = new Map();
  for (const { person, startedAt, closedAt } of allChats(ask)) {
    if (!person || closedAt === null || startedAt < start || startedAt > end) continue;
    const { chats, ms } = sums.get(person) ?? { chats: 0, ms: 0 };
    sums.set(person, { chats: chats + 1, ms: ms + closedAt - startedAt });
  }
  const rows = [...sums].map(([person, { chats, ms }]) => row(person, chats, Math.ceil(ms / 1000)));
  return pageReply(ask, 'agents', rows, { username: 1 });
}
