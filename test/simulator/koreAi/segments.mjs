import { statusNow, statusOf } from './status.mjs';

/** @import { Agent } from '../types.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Settings } from './settings.mjs' */
/** @import { KoreStatus } from './status.mjs' */

/**
 * A stretch of time in one status. `to` is null as long as it lasts; `talks` is when the agent was
 * with a customer in it.
 * @typedef {{ status: KoreStatus, from: number, to: number | null, talks: [number, number | null][] }} StatusSegment
 */

/**
 * An agent's statuses, oldest first: only what Kore.ai takes for a change begins a new one, and
 * being offline is none.
 *
 * @param {World} world
 * @param {Agent} agent
 * @param {Settings} settings
 * @returns {StatusSegment[]}
 */
export function statusSegments(world, agent, { mergeSegments, gapSeconds }) {
  /** @type {StatusSegment[]} */
  const segments = [];
  for (const { status, from, to, talking } of stretches(world, agent)) {
    const last = segments.at(-1);
    /** @type {StatusSegment['talks']} */
    const talks = talking ? [[from, to]] : [];
    if (mergeSegments && last?.to === from && isSame(last.status, status)) {
      Object.assign(last, { to, talks: [...last.talks, ...talks] });
    } else segments.push({ status, from, to, talks });
  }
  return segments
    .filter(({ status }) => status.type !== 'OFFLINE')
    .map((one) => ({ ...one, to: cutShort(one, gapSeconds * 1000) }));
}

/**
 * The world's own stretches with the one that lasts, put right where an agent was moved to a state
 * that began before the last one ended.
 *
 * @param {World} world
 * @param {Agent} agent
 */
function stretches(world, agent) {
  const past = world.history(agent.id);
  const began = beginning(agent, past.at(-1)?.to ?? -Infinity);
  const closed = past
    .map((one) => ({
      status: statusOf(one, agent.extras),
      from: one.from,
      to: Math.min(one.to, began),
      talking: one.state === 'busy',
    }))
    .filter(({ from, to }) => to > from);
  const open = { status: statusNow(agent), from: began, to: null, talking: agent.state === 'busy' };
  return [...closed, open];
}

/**
 * @param {Agent} agent
 * @param {number} lastEnd   of the stretches before
 * @returns {number} when what the agent does now began
 */
function beginning({ since, detailSince }, lastEnd) {
  const corrected = since > detailSince || (since < detailSince && lastEnd <= since);
  return corrected ? since : detailSince;
}

/**
 * @param {KoreStatus} one
 * @param {KoreStatus} other
 */
const isSame = (one, other) => one.type === other.type && one.name === other.name;

/**
 * @param {StatusSegment} segment
 * @param {number} gap
 * @returns {number | null}
 */
const cutShort = ({ from, to }, gap) => (to !== null && to - gap > from ? to - gap : to);
