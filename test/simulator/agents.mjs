import { toMs } from './clock.mjs';

/** @import { Agent, AgentPatch, AgentSpec, NameSpec, State } from './types.mjs' */

/** @type {readonly State[]} */
export const STATES = ['ready', 'busy', 'wrapUp', 'paused', 'offline'];

/**
 * A new agent, signed out; whoever creates it moves it to its first state.
 *
 * @param {Pick<AgentSpec, 'id'>} spec
 * @param {{ campaign: string, group: string }} defaults
 * @param {number} at
 * @returns {Agent}
 */
export function newAgent({ id }, defaults, at) {
  return {
    id,
    username: id,
    name: `Agent ${id}`,
    nameEncoding: 'utf8',
    email: `${id}@example.com`,
    campaign: defaults.campaign,
    group: defaults.group,
    queues: [],
    state: 'offline',
    subState: null,
    reason: null,
    since: at,
    detailSince: at,
    call: null,
    callsToday: 0,
    extras: {},
  };
}

/**
 * Writes the part of a patch that has nothing to do with the agent's state.
 *
 * @param {Agent} agent
 * @param {AgentPatch} patch
 */
export function describeAgent(agent, patch) {
  if (patch.name !== undefined) Object.assign(agent, readName(patch.name));
  for (const key of /** @type {const} */ (['username', 'email', 'campaign', 'group'])) {
    const value = patch[key];
    if (value !== undefined) agent[key] = value;
  }
  if (patch.queues) agent.queues = [...patch.queues];
  for (const [vendor, extras] of Object.entries(patch.extras ?? {})) {
    agent.extras[vendor] = { ...agent.extras[vendor], ...extras };
  }
}

/**
 * A name is text, or bytes that go out as they are, or text marked as stored in latin1.
 *
 * @param {NameSpec} name
 * @returns {Pick<Agent, 'name' | 'nameEncoding'>}
 */
function readName(name) {
  if (typeof name === 'string') return { name, nameEncoding: 'utf8' };
  const text = name instanceof Uint8Array ? Buffer.from(name).toString('latin1') : name.latin1;
  return { name: text, nameEncoding: 'latin1' };
}

/**
 * @param {unknown} state
 * @returns {State}
 */
export function readState(state) {
  const known = STATES.find((one) => one === state);
  if (!known) throw new Error(`unknown state ${String(state)}; one of ${STATES.join(', ')}`);
  return known;
}

/**
 * @param {AgentPatch} patch
 * @returns {number | undefined}
 */
export const readSince = (patch) => (patch.since === undefined ? undefined : toMs(patch.since));

/**
 * @param {Agent} agent
 * @returns {Agent} a copy nobody can change the world through
 */
export function copyAgent(agent) {
  return {
    ...agent,
    queues: [...agent.queues],
    call: agent.call && { ...agent.call },
    extras: { ...agent.extras },
  };
}
