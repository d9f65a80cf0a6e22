import { departmentAsked } from '../ask.mjs';
import { allChats } from '../chats.mjs';
import { numberOf } from '../ids.mjs';
import { failure, ok } from '../replies.mjs';
import { messagesOf } from './rooms.mjs';

/** @import { Route } from '../ask.mjs' */
/** @import { Chat } from '../chats.mjs' */

/**
 * What a table of the agents' overview says of one agent's chats. `share` is how many of all chats
 * they are.
 *
 * @typedef {object} Chart
 * @property {string} head   of the second column
 * @property {(chats: Chat[], share: number) => number} value
 * @property {(value: number) => string} print
 */

const DAY = 24 * 3600 * 1000;

/** @type {Record<string, Chart>} */
const CHARTS = {
  Total_conversations: {
    head: '%_of_conversations',
    value: (_, share) => share * 100,
    print: (value) => `${value.toFixed(2)}%`,
  },
  Total_messages: {
    head: 'Total_messages',
    value: (chats) => chats.reduce((sum, chat) => sum + messagesOf(chat), 0),
    print: String,
  },
  ...Object.fromEntries(
    ['Avg_chat_duration', 'Avg_first_response_time', 'Avg_response_time', 'Avg_reaction_time'].map(
      (name) => [name, { head: name, value: average(name), print: asClock }],
    ),
  ),
  Best_first_response_time: {
    head: 'Best_first_response_time',
    value: (chats) => Math.min(...chats.map((chat) => secondsOf('Avg_first_response_time', chat))),
    print: asClock,
  },
};

/**
 * One figure per agent, as text, by user name.
 * @type {Route}
 */
export const overviewRoute = {
  name: 'agent-overview',
  method: 'GET',
  pattern: 'livechat/analytics/agent-overview',
  anyOf: ['view-livechat-manager'],
  cached: true,
  query: {
    properties: { name: 'string', from: 'string', to: 'string', departmentId: 'string' },
    required: ['from', 'to'],
  },
  run(ask) {
    const { name = '', from, to } = ask.query;
    const chart = Object.hasOwn(CHARTS, name) ? CHARTS[name] : undefined;
    if (!chart) return failure('invalid-chart-name');
    const [start, end] = [Date.parse(from), Date.parse(to)];
    if (Number.isNaN(start) || Number.isNaN(end)) return ok({});

    const wanted = departmentAsked(ask.query);
    const chats = allChats(ask).filter(
      ({ person, startedAt, departmentId }) =>
        person !== null &&
        startedAt >= start &&
        startedAt < lastMoment(to, end) &&
        (!wanted || departmentId === wanted),
    );
    const data = [...byUsername(chats)]
      .map(([username, own]) => ({
        name: username,
        value: chart.value(own, own.length / chats.length),
      }))
      .sort((one, other) => other.value - one.value)
      .map((row) => ({ name: row.name, value: chart.print(row.value) }));
    return ok({ head: [{ name: 'Agent' }, { name: chart.head }], data });
  },
};

/**
 * @param {Chat[]} chats
 * @returns {Map<string, Chat[]>}
 */
function byUsername(chats) {
  /** @type {Map<string, Chat[]>} */
  const groups = new Map();
  for (const chat of chats) {
    const name = chat.person?.username ?? '';
    const group = groups.get(name);
    if (group) group.push(chat);
    else groups.set(name, [chat]);
  }
  return groups;
}

/**
 * A day without a time is meant whole.
 *
 * @param {string} text
 * @param {number} at
 */
const lastMoment = (text, at) => (/^\d{4}-\d\d-\d\d$/.test(text) ? at + DAY : at + 1);

/**
 * @param {string} name
 * @returns {Chart['value']}
 */
function average(name) {
  return (chats) =>
    chats.reduce((sum, chat) => sum + secondsOf(name, chat), 0) / Math.max(1, chats.length);
}

/**
 * How long a chat was; how fast the agent was in it the world does not know, so that is made up.
 *
 * @param {string} name
 * @param {Chat} chat
 * @returns {number}
 */
function secondsOf(name, { key, startedAt, closedAt }) {
  if (name !== 'Avg_chat_duration') return numberOf(`${name}/${key}`, 55) + 5;
  return closedAt === null ? 0 : (closedAt - startedAt) / 1000;
}

/**
 * @param {number} seconds
 * @returns {string} HH:MM:SS
 */
function asClock(seconds) {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
