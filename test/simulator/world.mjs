import { createAgenda } from './agenda.mjs';
import { copyAgent, newAgent } from './agents.mjs';
import { createCallBook, someWaitingCalls } from './calls.mjs';
import { populate } from './prehistory.mjs';
import { moveAgent } from './transitions.mjs';
import { createTruth } from './truth.mjs';

/** @import { Agent, AgentPatch, Campaign, Floor, Segment, WaitingCall } from './types.mjs' */

/**
 * What the transitions work on.
 * @typedef {object} WorldParts
 * @property {ReturnType<typeof createTruth>} truth
 * @property {ReturnType<typeof createCallBook>} calls
 * @property {Map<string, Segment[]>} segments
 * @property {Set<string>} signedIn
 * @property {(campaign: string) => 'inbound' | 'outbound'} directionOf
 */

/** @typedef {ReturnType<typeof createWorld>} World */

/**
 * One contact centre: who is signed in and doing what, since when, on which call. It knows no
 * vendor; the dialects read it and say it in their own words.
 *
 * What happens later is on an agenda that is worked off whenever somebody looks, so no timer runs.
 * `setAgent` is the hand from outside: it also takes the agent out of the scenario, so that an
 * agent a test has moved stays where it was put, until `{ release: true }`.
 *
 * @param {{ floor: Floor, clock: import('./clock.mjs').Clock, seed?: number }} options
 */
export function createWorld({ floor, clock, seed = 1 }) {
  const start = clock.now();
  /** @type {Map<string, Agent>} */
  const agents = new Map();
  const campaigns = new Map((floor.campaigns ?? []).map((campaign) => [campaign.id, campaign]));
  const groups = new Set(floor.groups ?? []);
  const queues = new Map((floor.queues ?? []).map((queue) => [queue.id, queue]));
  /** @type {WaitingCall[]} */
  let waiting = [...(floor.waitingCalls ?? [])];
  let waitingHeld = false;
  /** @type {Set<string>} */
  const held = new Set();
  /** @type {Set<string>} agents told to pause while on a call: they do when they are through */
  const pauseNext = new Set();
  /** @type {ReturnType<typeof createAgenda<(at: number) => void>>} */
  const agenda = createAgenda();
  const hooks = {
    /** @type {(id: string, at: number) => void} what the scenario does with an agent it gets back */
    released: () => {},
  };

  /** @type {WorldParts} */
  const parts = {
    truth: createTruth(),
    calls: createCallBook(floor.finishedCalls),
    segments: new Map(),
    signedIn: new Set(),
    directionOf: (id) => campaigns.get(id)?.direction ?? 'outbound',
  };
  const defaults = {
    campaign: campaigns.keys().next().value ?? 'TESTCAMP',
    group: groups.values().next().value ?? 'AGENTS',
  };

  /**
   * @param {number} count
   * @param {number} at
   */
  const someCalls = (count, at) => someWaitingCalls(count, [...queues.keys()], at);

  let settling = false;
  /** Does everything that is due by now, each thing at its own moment. */
  const settle = () => {
    if (settling) return;
    settling = true;
    const now = clock.now();
    try {
      for (let due = agenda.next(now); due; due = agenda.next(now)) due.what(due.at);
    } finally {
      settling = false;
    }
  };

  /**
   * Moves an agent at a given moment, without taking it out of the scenario.
   * @param {string} id
   * @param {AgentPatch} patch
   * @param {number} [at]
   */
  const apply = (id, patch, at = clock.now()) => {
    const agent = agents.get(id) ?? newAgent({ id }, defaults, at);
    moveAgent(parts, agent, patch, at);
    agents.set(id, agent);
    if (agent.campaign && !campaigns.has(agent.campaign)) {
      campaigns.set(agent.campaign, plainCampaign(agent));
    }
    if (agent.group) groups.add(agent.group);
    if (!agent.call) pauseNext.delete(id);
    return agent;
  };

  /**
   * Moves an agent from outside the scenario, which then leaves it alone until it is released.
   * @param {string} id
   * @param {AgentPatch} patch
   * @param {number} at
   */
  const moveByHand = (id, patch, at) => {
    const agent = apply(id, patch, at);
    held.add(id);
    if (patch.release) {
      held.delete(id);
      hooks.released(id, at);
    }
    return agent;
  };

  populate(floor, apply, start, seed);
  parts.truth = createTruth();

  return {
    hooks,
    apply,
    settle,
    /** @type {(at: number, what: (at: number) => void) => void} */
    schedule: (at, what) => agenda.add(at, what),
    now: () => clock.now(),
    /** @param {number} ms */
    setClock(ms) {
      clock.set(ms);
      settle();
    },
    /** @param {number} seconds */
    advance(seconds) {
      clock.advance(seconds);
      settle();
    },
    agents() {
      settle();
      return [...agents.values()].map(copyAgent);
    },
    /**
     * @param {string} id
     * @param {AgentPatch} patch
     */
    setAgent(id, patch) {
      settle();
      return copyAgent(moveByHand(id, patch, clock.now()));
    },
    /**
     * @param {string} id
     * @returns {boolean} whether there was such an agent
     */
    removeAgent(id) {
      settle();
      if (!agents.has(id)) return false;
      apply(id, { state: 'offline' });
      held.delete(id);
      return agents.delete(id);
    },
    moveByHand,
    pauseNext,
    /** @param {string} id */
    isHeld: (id) => held.has(id),
    /**
     * Sets how many calls wait, or which; the scenario then leaves them alone.
     * @param {number | WaitingCall[]} calls
     */
    setWaitingCalls(calls) {
      waitingHeld = true;
      waiting = typeof calls === 'number' ? someCalls(calls, clock.now()) : calls;
    },
    /**
     * The scenario's way to do the same.
     * @param {number} count
     * @param {number} at
     */
    applyWaitingCalls(count, at) {
      if (!waitingHeld) waiting = someCalls(count, at);
    },

    // For the dialects: the agents themselves, which nobody but the world changes.
    /** @param {string} id */
    agent(id) {
      settle();
      return agents.get(id);
    },
    roster() {
      settle();
      return agents.values();
    },
    /** Who is signed in, in the order of logging in. */
    signedIn() {
      settle();
      return [...parts.signedIn].map((id) => agents.get(id)).filter((one) => one !== undefined);
    },
    size: () => agents.size,
    /**
     * @param {string} id
     * @returns {readonly Segment[]} the closed stretches of the agent's day
     */
    history: (id) => parts.segments.get(id) ?? [],
    waitingCalls() {
      settle();
      return waiting;
    },
    finishedCalls: parts.calls.finished,
    campaigns,
    groups,
    queues,
    truth() {
      settle();
      return parts.truth.entries();
    },
  };
}

/**
 * @param {Agent} agent   the first one seen in it
 * @returns {Campaign}
 */
const plainCampaign = ({ campaign: id, queues }) => ({
  id,
  name: id,
  active: true,
  direction: 'outbound',
  queues,
});
