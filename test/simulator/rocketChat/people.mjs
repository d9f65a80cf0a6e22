import { departmentsOf, departmentsOfAgent } from './departments.mjs';
import { idOf, numberOf } from './ids.mjs';

/** @import { Agent } from '../types.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Department } from './departments.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * An agent as Rocket.Chat's users collection has it. What is null is not in the record at all.
 *
 * @typedef {object} Person
 * @property {Agent} agent
 * @property {string} _id
 * @property {string} username
 * @property {string} name
 * @property {string | null} status   presence: online, away, busy, offline
 * @property {string | null} statusLivechat   the omnichannel toggle: available, not-available
 * @property {number} chats   open chats, those on hold included
 * @property {number} onHold   how many of them are on hold
 * @property {boolean} active
 * @property {{ address: string, verified: boolean }[]} emails
 * @property {{ maxNumberSimultaneousChat: number | string } | null} livechat
 * @property {string[]} departments   ids
 */

/** @typedef {Pick<Person, 'status' | 'statusLivechat' | 'chats'>} Presence */

/** @type {Presence} */
const FREE = { status: 'online', statusLivechat: 'available', chats: 0 };

/**
 * What the world's states are in Rocket.Chat: the state, or `state/reason`. It has no wrap-up, so
 * that looks like being free.
 * @type {Record<string, Presence>}
 */
const PRESENCE = {
  ready: FREE,
  busy: { ...FREE, chats: 1 },
  wrapUp: FREE,
  paused: { ...FREE, statusLivechat: 'not-available' },
  'paused/away': { ...FREE, status: 'away' },
  'paused/busy': { ...FREE, status: 'busy' },
  offline: { ...FREE, status: 'offline' },
};

/**
 * The limits of simultaneous chats, in the forms that the field has in real workspaces.
 * @type {Person['livechat'][]}
 */
const LIMITS = [
  null,
  { maxNumberSimultaneousChat: '' },
  { maxNumberSimultaneousChat: 5 },
  { maxNumberSimultaneousChat: '3' },
];

/**
 * Everybody with the agent's role.
 *
 * @param {World} world
 * @param {Settings} settings
 * @param {Map<string, Department>} [departments]
 * @returns {Person[]}
 */
export function peopleOf(world, settings, departments = departmentsOf(world, settings)) {
  return [...world.roster()].map((agent) => personOf(agent, departments));
}

/**
 * @param {Agent} agent
 * @param {Map<string, Department>} departments
 * @returns {Person}
 */
function personOf(agent, departments) {
  const extras = agent.extras.rocketChat ?? {};
  const presence = presenceOf(agent);
  const { status = presence.status, statusLivechat = presence.statusLivechat } = given(extras);
  const { chats = presence.chats, onHold = 0, active = true, livechat } = given(extras);
  return {
    agent,
    _id: userIdOf(agent),
    username: agent.username,
    name: agent.name,
    status: extras.noStatus ? null : status,
    statusLivechat: extras.noStatusLivechat ? null : statusLivechat,
    chats: Math.max(chats, onHold),
    onHold,
    active,
    emails: agent.email === '' ? [] : [{ address: agent.email, verified: true }],
    livechat: livechat ?? LIMITS[numberOf(agent.id, LIMITS.length)] ?? null,
    departments: departmentsOfAgent(agent, departments),
  };
}

/**
 * What the agent's state alone says. Who is deactivated has been signed out.
 *
 * @param {Agent} agent
 * @returns {Presence}
 */
export function presenceOf({ state, reason, extras }) {
  const found = PRESENCE[`${state}/${reason?.toLowerCase()}`] ?? PRESENCE[state] ?? FREE;
  return extras.rocketChat?.active === false ? { ...found, status: 'offline', chats: 0 } : found;
}

/**
 * @param {Pick<Agent, 'id' | 'extras'>} agent
 * @returns {string}
 */
export const userIdOf = ({ id, extras }) => extras.rocketChat?._id ?? idOf('user', id);

/**
 * The overrides that are set; null takes one back.
 *
 * @param {Record<string, any>} extras
 * @returns {Record<string, any>}
 */
const given = (extras) =>
  Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== null));
