import { createRandom } from '../random.mjs';

/** @import { AgentSpec, Campaign, Floor, State } from '../types.mjs' */

const MINUTE = 60_000;

/** @type {Campaign[]} */
const CAMPAIGNS = [
  { id: 'SALES', name: 'Spring Offer', active: true, direction: 'outbound', queues: ['SALESLINE'] },
  { id: 'SUPPORT', name: 'Support', active: true, direction: 'inbound', queues: ['HELPDESK'] },
  { id: 'COLLECT', name: 'Collections', active: true, direction: 'outbound', queues: ['PAYMENTS'] },
];

/**
 * Name, campaign, user group, state at the start, pause code.
 * @type {[string, string, string, State, string?][]}
 */
const PEOPLE = [
  ['Maria Lopez', 'SALES', 'DAYSHIFT', 'ready'],
  ['Kwame Mensah', 'SALES', 'DAYSHIFT', 'busy'],
  ['Aiko Tanaka', 'SUPPORT', 'DAYSHIFT', 'ready'],
  ['Jonas Lindqvist', 'SALES', 'DAYSHIFT', 'wrapUp'],
  ['Fatima Haddad', 'SUPPORT', 'DAYSHIFT', 'busy'],
  ['Priya Raman', 'COLLECT', 'DAYSHIFT', 'paused', 'LUNCH'],
  ['Tomasz Zielinski', 'COLLECT', 'LATE', 'ready'],
  ['Chidi Okafor', 'SALES', 'LATE', 'busy'],
  ['Grace Whitfield', 'SUPPORT', 'LATE', 'ready'],
  ['Liam Byrne', 'COLLECT', 'DAYSHIFT', 'busy'],
  ['Zoë Müller', 'SUPPORT', 'DAYSHIFT', 'wrapUp'],
  ['Mateus Carvalho', 'SALES', 'LATE', 'ready'],
  ['Nguyen Thi Lan', 'COLLECT', 'LATE', 'busy'],
  ['Sefa Taufa', 'SUPPORT', 'LATE', 'offline'],
];

/**
 * The floor of `npm start`: fourteen people in three campaigns and two user groups, three hours
 * into their day, so that there is something to read in the logs at once.
 *
 * With the scenario running (`life: true`) this happens, with any seed, in simulated time:
 * - at the start one agent (Priya Raman, 1106) is already on a LUNCH pause, which ends after about
 *   four minutes;
 * - within the first 20 seconds a free agent begins a pause with code BREAK, stays for about two
 *   and a half minutes and goes back to ready; about a minute later the next one does the same,
 *   and so on;
 * - everybody else waits, takes calls and wraps up at a natural rhythm, with a pause of less than
 *   a minute now and then (code ADMIN); sometimes somebody leaves for a few minutes.
 *
 * So a rule "paused longer than one minute", polled each minute, fires within three minutes and
 * resolves shortly after, again and again.
 *
 * @param {number} seed
 * @param {number} start
 * @returns {Floor}
 */
export function demoFloor(seed, start) {
  const random = createRandom(seed, 'demo');
  return {
    agents: PEOPLE.map((person, index) => demoAgent(person, index, random, start)),
    campaigns: CAMPAIGNS,
    groups: ['DAYSHIFT', 'LATE', 'ADMIN'],
    queues: [
      { id: 'SALESLINE', name: 'Sales Line' },
      { id: 'HELPDESK', name: 'Help Desk' },
      { id: 'PAYMENTS', name: 'Payments' },
    ],
    dayBegan: start - 180 * MINUTE,
  };
}

/**
 * @param {[string, string, string, State, string?]} person
 * @param {number} index
 * @param {import('../random.mjs').Random} random
 * @param {number} start
 * @returns {AgentSpec}
 */
function demoAgent([name, campaign, group, state, reason], index, random, start) {
  const username = mailName(name);
  return {
    id: String(1101 + index),
    username,
    name,
    email: `${username}@example.com`,
    campaign,
    group,
    queues: [...(CAMPAIGNS.find(({ id }) => id === campaign)?.queues ?? [])],
    state,
    reason: reason ?? null,
    since: start - random.between(5, 50) * 1000,
  };
}

/** @param {string} name */
function mailName(name) {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain.toLowerCase().replace(/\s+/g, '.');
}
