import { departmentAsked, people, windowAsked } from '../ask.mjs';
import { allChats, isServedAndOpen } from '../chats.mjs';
import { ok } from '../replies.mjs';

/** @import { Ask, Route } from '../ask.mjs' */
/** @import { Chat } from '../chats.mjs' */
/** @import { Schema } from '../params.mjs' */
/** @import { Person } from '../people.mjs' */

const FOLDER = 'livechat/analytics/dashboards/charts';

/** @type {Pick<Route, 'method' | 'anyOf' | 'cached'>} */
const DASHBOARD = { method: 'GET', anyOf: ['view-livechat-manager'], cached: true };

/** @type {Schema} */
const PERIOD = {
  properties: { start: 'string', end: 'string', departmentId: 'string' },
  required: ['start', 'end'],
};

/**
 * What each figure counts. The toggle off is offline, whatever the presence; who has no toggle or
 * no presence is counted nowhere.
 * @type {Record<string, (person: Person) => boolean>}
 */
const FIGURES = {
  offline: ({ status, statusLivechat }) =>
    statusLivechat === 'not-available' || (statusLivechat === 'available' && status === 'offline'),
  away: isAvailableAnd('away'),
  busy: isAvailableAnd('busy'),
  available: isAvailableAnd('online'),
};

/**
 * How many agents there are of each status. Nobody at all leaves no figures either.
 * @type {Route}
 */
const agentsStatusRoute = {
  ...DASHBOARD,
  name: 'agents-status',
  pattern: `${FOLDER}/agents-status`,
  query: { properties: { departmentId: 'string' }, open: true },
  run(ask) {
    const wanted = departmentAsked(ask.query);
    const agents = people(ask).filter(({ departments }) => !wanted || departments.includes(wanted));
    if (agents.length === 0) return ok({});
    const counted = Object.entries(FIGURES).map(([key, is]) => [key, agents.filter(is).length]);
    return ok({ _id: null, ...Object.fromEntries(counted) });
  },
};

/** @type {Route} */
const chatsRoute = {
  ...DASHBOARD,
  name: 'chats',
  pattern: `${FOLDER}/chats`,
  query: PERIOD,
  run(ask) {
    const chats = chatsAsked(ask);
    return ok({
      open: chats.filter(isServedAndOpen).length,
      closed: chats.filter(({ closedAt }) => closedAt !== null).length,
      queued: chats.filter(({ person, closedAt }) => person === null && closedAt === null).length,
      onhold: chats.filter(({ onHold }) => onHold).length,
    });
  },
};

/**
 * Chats by the agents' user names, put together from three counts so that some keys are missing:
 * closed chats take `onhold` away, and only a chat on hold comes without the other two.
 * @type {Route}
 */
const chatsPerAgentRoute = {
  ...DASHBOARD,
  name: 'chats-per-agent',
  pattern: `${FOLDER}/chats-per-agent`,
  query: PERIOD,
  run(ask) {
    const chats = chatsAsked(ask);
    /** @type {Record<string, Record<string, number>>} */
    const result = {};
    for (const [name, open] of perAgent(chats.filter(isServedAndOpen))) {
      result[name] = { open, closed: 0, onhold: 0 };
    }
    for (const [name, closed] of perAgent(chats.filter(({ closedAt }) => closedAt !== null))) {
      result[name] = { open: result[name]?.open ?? 0, closed };
    }
    for (const [name, onhold] of perAgent(chats.filter(({ onHold }) => onHold))) {
      result[name] = { ...result[name], onhold };
    }
    return ok(result);
  },
};

/** The figures of the real-time page. */
export const DASHBOARD_ROUTES = [agentsStatusRoute, chatsRoute, chatsPerAgentRoute];

/**
 * The chats that began in the time asked for.
 *
 * @param {Ask} ask
 * @returns {Chat[]}
 */
function chatsAsked(ask) {
  const { start, end } = windowAsked(ask.query);
  const wanted = departmentAsked(ask.query);
  return allChats(ask).filter(
    ({ startedAt, departmentId }) =>
      startedAt >= start && startedAt <= end && (!wanted || departmentId === wanted),
  );
}

/**
 * @param {Chat[]} chats
 * @returns {Map<string, number>} by user name
 */
function perAgent(chats) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { person } of chats) {
    if (person) counts.set(person.username, (counts.get(person.username) ?? 0) + 1);
  }
  return counts;
}

/**
 * @param {string} presence
 * @returns {(person: Person) => boolean}
 */
function isAvailableAnd(presence) {
  return ({ status, statusLivechat }) => status === presence && statusLivechat === 'available';
}
