import { createRandom } from './random.mjs';

/** @import { Agent, AgentPatch } from './types.mjs' */
/** @import { World } from './world.mjs' */

/**
 * How long an agent stays in a state (seconds, from and to), and what comes then. The first
 * choice has whatever share the others leave.
 * @type {Record<string, { stay: [number, number], then: [AgentPatch, number?][] }>}
 */
const LIFE = {
  ready: { stay: [4, 45], then: [[{ state: 'busy', subState: 'routing' }]] },
  'busy/routing': { stay: [1, 3], then: [[{ state: 'busy', subState: null }]] },
  'busy/parked': { stay: [5, 25], then: [[{ state: 'busy', subState: null }]] },
  busy: {
    stay: [25, 200],
    then: [
      [{ state: 'wrapUp' }],
      [{ state: 'wrapUp', subState: 'hungUp' }, 0.25],
      [{ state: 'busy', subState: 'parked' }, 0.05],
    ],
  },
  'wrapUp/hungUp': { stay: [2, 8], then: [[{ state: 'wrapUp', subState: null }]] },
  wrapUp: {
    stay: [8, 40],
    then: [
      [{ state: 'ready' }],
      [{ state: 'paused', reason: 'ADMIN' }, 0.06],
      [{ state: 'offline' }, 0.01],
    ],
  },
  paused: { stay: [20, 45], then: [[{ state: 'ready' }]] },
  offline: { stay: [120, 480], then: [[{ state: 'paused', reason: 'LOGIN' }]] },
};

/** Somebody who is on a pause when the scenario starts stays this long. */
const FIRST_PAUSE = /** @type {const} */ ([235, 245]);

const BREAK = /** @type {const} */ ({
  reason: 'BREAK',
  firstAfter: [8, 16],
  stay: [150, 158],
  nextAfter: [45, 75],
  agentsPerRota: 30,
  restedAfter: 600,
  patience: 30,
});

/** How many calls wait, and for how many seconds it stays so. */
const WAITING = /** @type {const} */ ({ counts: [0, 0, 0, 1, 1, 2, 4], stay: [15, 60] });

/**
 * The seeded life of a floor. Everything happens at its own moment on the simulated clock, however
 * seldom somebody looks, so that the same seed always gives the same truth. Agents moved by hand
 * are left alone until they are released.
 *
 * @param {{ world: World, seed: number }} options
 */
export function startScenario({ world, seed }) {
  /** @type {Map<string, { random: import('./random.mjs').Random, plan: number }>} */
  const lives = new Map();

  /** @param {string} id */
  const lifeOf = (id) => {
    const life = lives.get(id) ?? { random: createRandom(seed, `agent ${id}`), plan: 0 };
    lives.set(id, life);
    return life;
  };

  /**
   * Plans one move of one agent; it is dropped if the agent's life has changed by then.
   * @param {string} id
   * @param {number} at
   * @param {AgentPatch} patch
   */
  const plan = (id, at, patch) => {
    const life = lifeOf(id);
    life.plan += 1;
    const mine = life.plan;
    world.schedule(at, (now) => {
      if (life.plan !== mine || world.isHeld(id) || !world.agent(id)) return;
      if (patch.state === 'ready' && world.pauseNext.has(id)) {
        world.moveByHand(id, { state: 'paused', reason: '' }, now);
        return;
      }
      world.apply(id, patch, now);
      live(id, now);
    });
  };

  /**
   * @param {string} id
   * @param {number} at
   */
  const live = (id, at) => {
    const agent = world.agent(id);
    if (!agent) return;
    const { random } = lifeOf(id);
    const { stay, then } = LIFE[lifeKey(agent)] ??
      LIFE[agent.state] ?? { stay: [60, 60], then: [] };
    const patch = choose(then, random.next());
    if (patch) plan(id, at + random.between(...stay) * 1000, patch);
  };

  /**
   * Sends one agent after the other on a break.
   * @param {string[]} ids
   */
  const startRota = (ids) => {
    const random = createRandom(seed, `rota ${ids[0]}`);
    /** @param {readonly [number, number]} range */
    const span = (range) => random.between(...range) * 1000;
    /**
     * @param {number} at
     * @param {number} patience   how often to look again for somebody who is rested
     */
    const nextBreak = (at, patience) => {
      const agent = whoseTurn(world, ids, random, patience > 0 ? at : null);
      if (!agent) {
        world.schedule(at + 2000, (then) => nextBreak(then, patience - 1));
        return;
      }
      world.apply(agent.id, { state: 'paused', reason: BREAK.reason }, at);
      const back = at + span(BREAK.stay);
      plan(agent.id, back, { state: 'ready' });
      world.schedule(back + span(BREAK.nextAfter), (then) => nextBreak(then, BREAK.patience));
    };
    world.schedule(world.now() + span(BREAK.firstAfter), (then) => nextBreak(then, 0));
  };

  const queue = createRandom(seed, 'waiting calls');
  /** @param {number} at */
  const changeQueue = (at) => {
    world.applyWaitingCalls(queue.pick(WAITING.counts), at);
    world.schedule(at + queue.between(...WAITING.stay) * 1000, changeQueue);
  };

  const start = world.now();
  world.schedule(start, changeQueue);
  for (const agent of world.roster()) {
    const onPause = agent.state === 'paused';
    const stay = lifeOf(agent.id).random.between(...FIRST_PAUSE) * 1000;
    if (onPause) plan(agent.id, start + stay, { state: 'ready' });
    else live(agent.id, start);
  }
  const ids = [...world.roster()].map(({ id }) => id);
  for (let from = 0; from < ids.length; from += BREAK.agentsPerRota) {
    startRota(ids.slice(from, from + BREAK.agentsPerRota));
  }

  world.hooks.released = live;
}

/** @param {Agent} agent */
const lifeKey = ({ state, subState }) => (subState ? `${state}/${subState}` : state);

/**
 * @param {[AgentPatch, number?][]} choices
 * @param {number} share   0 <= share < 1
 * @returns {AgentPatch | undefined}
 */
function choose([first, ...others], share) {
  let rest = share;
  for (const [patch, chance = 0] of others) {
    if (rest < chance) return patch;
    rest -= chance;
  }
  return first?.[0];
}

/**
 * Somebody who is free.
 *
 * @param {World} world
 * @param {string[]} ids
 * @param {import('./random.mjs').Random} random
 * @param {number | null} at   given to have only those who have not been on a pause lately
 * @returns {Agent | undefined}
 */
function whoseTurn(world, ids, random, at) {
  const pausedAfter = at === null ? Infinity : at - BREAK.restedAfter * 1000;
  const free = ids
    .filter((id) => !world.isHeld(id))
    .map((id) => world.agent(id))
    .filter((agent) => agent !== undefined)
    .filter(({ state }) => state === 'ready')
    .filter(
      ({ id }) =>
        !world.history(id).some((past) => past.state === 'paused' && past.to > pausedAfter),
    );
  return free.length > 0 ? random.pick(free) : undefined;
}
