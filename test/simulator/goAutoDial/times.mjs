/** @import { Agent, Segment } from '../types.mjs' */
/** @import { World } from '../world.mjs' */

/**
 * The clocks of a live row, in epoch seconds.
 *
 * @typedef {object} Times
 * @property {number} callTime   when the call began; without one, the last call; else the sign-in
 * @property {number} callFinish   when the customer of the last call was gone
 * @property {number} stateChange   when the status changed last
 */

/** @param {number} ms */
const seconds = (ms) => Math.floor(ms / 1000);

/**
 * @param {World} world
 * @param {Agent} agent
 * @returns {Times}
 */
export function timesOf(world, agent) {
  const { call, state, subState, since, detailSince } = agent;
  const history = world.history(agent.id);
  const onCall = state === 'busy' || subState === 'hungUp';
  const last = lastTalk(history, onCall ? call?.id : undefined);
  const signedIn = signInTime(history, since);
  const began = call?.startedAt ?? callStart(world, last) ?? signedIn;
  return {
    callTime: seconds(began),
    callFinish: seconds(last?.to ?? (state === 'wrapUp' && !onCall ? detailSince : signedIn)),
    stateChange: seconds(state === 'wrapUp' ? detailSince : since),
  };
}

/**
 * The latest stretch of the session in which a customer was there, or had just gone.
 *
 * @param {readonly Segment[]} history
 * @param {string} [current]   the call that does not count, since it is not over
 * @returns {Segment | undefined}
 */
function lastTalk(history, current) {
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const segment = history[index];
    if (!segment || segment.state === 'offline') return undefined;
    const talk = segment.state === 'busy' || segment.subState === 'hungUp';
    if (talk && segment.callId !== null && segment.callId !== current) return segment;
  }
  return undefined;
}

/**
 * @param {World} world
 * @param {Segment | undefined} talk
 * @returns {number | undefined}
 */
const callStart = (world, talk) =>
  talk && (world.finishedCalls.get(talk.callId ?? '')?.startedAt ?? talk.from);

/**
 * @param {readonly Segment[]} history
 * @param {number} since   when the present state began
 * @returns {number}
 */
function signInTime(history, since) {
  let at = since;
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const segment = history[index];
    if (!segment || segment.state === 'offline') break;
    at = Math.min(at, segment.from);
  }
  return at;
}
