/** @import { Agent, Segment } from '../types.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * A status as Kore.ai knows it: a type with a meaning, and a name where the customer made it.
 * @typedef {{ type: string, name: string | null }} KoreStatus
 */

/** The built-in status of each state. Wrap-up is part of being busy. */
const BUILT_IN = {
  ready: 'AVAILABLE',
  busy: 'BUSY',
  wrapUp: 'BUSY',
  paused: 'AWAY',
  offline: 'OFFLINE',
};

/**
 * The status of a stretch of an agent's day. A reason to pause is a custom status, of type Away, or
 * Busy if `extras.koreAi.customType` says so; `extras.koreAi.wrapUp` (`{ type, name }`) gives
 * wrapping up a status of its own.
 *
 * @param {Pick<Segment, 'state' | 'reason'>} stretch
 * @param {Agent['extras']} extras
 * @returns {KoreStatus}
 */
export function statusOf({ state, reason }, extras) {
  const { customType = 'AWAY', wrapUp } = extras.koreAi ?? {};
  if (state === 'paused' && reason) return { type: customType, name: reason };
  if (state === 'wrapUp' && wrapUp) return { type: 'BUSY', name: null, ...wrapUp };
  return { type: BUILT_IN[state], name: null };
}

/**
 * What an agent is now. `extras.koreAi.status` (`{ type, name }`) overrules the world, for values
 * nobody expects.
 *
 * @param {Agent} agent
 * @returns {KoreStatus}
 */
export const statusNow = (agent) => ({
  ...statusOf(agent, agent.extras),
  ...agent.extras.koreAi?.status,
});

/**
 * @param {KoreStatus} status
 * @param {Settings} settings
 * @returns {string} what people see
 */
export const labelOf = ({ type, name }, { statusLabels }) => name ?? statusLabels[type] ?? type;

/**
 * How many agents there are of each type; the types are those of the counts.
 *
 * @param {Agent[]} agents
 * @returns {{ available: number, offline: number, busy: number, away: number }}
 */
export function countTypes(agents) {
  const types = agents.map((agent) => statusNow(agent).type);
  /** @param {string} wanted */
  const count = (wanted) => types.filter((type) => type === wanted).length;
  return {
    available: count('AVAILABLE'),
    offline: count('OFFLINE'),
    busy: count('BUSY'),
    away: count('AWAY'),
  };
}
