import { toMs } from './clock.mjs';
import { createRandom } from './random.mjs';

/** @import { Agent, AgentPatch, AgentSpec, Floor, State } from './types.mjs' */

/**
 * One round of an agent's day: what it does, and for how many seconds.
 * @type {[AgentPatch, number, number][]}
 */
const ROUND = [
  [{ state: 'ready' }, 5, 60],
  [{ state: 'busy' }, 30, 240],
  [{ state: 'wrapUp' }, 8, 40],
];

/** @type {[AgentPatch, number, number]} */
const LOGIN = [{ state: 'paused', reason: 'LOGIN' }, 10, 40];

/** @type {[AgentPatch, number, number]} */
const BREAK = [{ state: 'paused', reason: 'BREAK' }, 240, 720];

/**
 * What comes right before the state the floor begins with, and for how many seconds.
 * @type {Record<string, [State, number]>}
 */
const LEAD_IN = {
  ready: ['wrapUp', 15],
  busy: ['ready', 10],
  wrapUp: ['busy', 60],
  paused: ['wrapUp', 15],
};

/** A break comes once in this many calls. */
const CALLS_PER_BREAK = 15;

/**
 * Puts the agents of a floor into the world, in their order.
 *
 * @param {Floor} floor
 * @param {(id: string, patch: AgentPatch, at?: number) => Agent} apply
 * @param {number} start
 * @param {number} seed
 */
export function populate({ agents, dayBegan }, apply, start, seed) {
  for (const { id, ...spec } of agents) {
    const since = spec.since === undefined ? start : toMs(spec.since);
    if (dayBegan !== undefined && spec.state !== 'offline') {
      apply(id, { ...spec, state: 'offline' }, dayBegan);
      liveThroughDay({ id, ...spec }, { from: dayBegan, to: since, seed }, apply);
      apply(id, { ...spec, since });
    } else {
      apply(id, { callsToday: 0, ...spec, since }, start);
    }
  }
}

/**
 * Lives through an agent's day from its beginning up to what the floor says it does now, so that
 * logs, calls and the count of today's calls are there from the first second.
 *
 * @param {AgentSpec} spec
 * @param {{ from: number, to: number, seed: number }} day
 * @param {(id: string, patch: AgentPatch, at: number) => unknown} apply
 */
function liveThroughDay(spec, { from, to, seed }, apply) {
  const random = createRandom(seed, `day ${spec.id}`);
  const [state, seconds] = LEAD_IN[spec.state ?? 'ready'] ?? ['ready', 10];
  const leadIn = to - seconds * 1000;
  let at = from + random.between(0, 300) * 1000;
  for (const [patch, low, high] of steps(random)) {
    const ends = at + random.between(low, high) * 1000;
    apply(spec.id, patch, at);
    if (ends >= leadIn) break;
    at = ends;
  }
  apply(spec.id, { state }, leadIn);
}

/**
 * @param {import('./random.mjs').Random} random
 * @returns {Generator<[AgentPatch, number, number]>}
 */
function* steps(random) {
  yield LOGIN;
  for (;;) {
    yield* ROUND;
    if (random.between(1, CALLS_PER_BREAK) === 1) yield BREAK;
  }
}
