/** @import { Agent, AgentPatch } from '../types.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { LiveRow } from './liveAgents.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * @typedef {object} OrderTo
 * @property {World} world
 * @property {Settings} settings
 * @property {Agent} agent
 * @property {LiveRow} row
 * @property {string} id   the agent as named in the request
 * @property {string} value
 * @property {number} now
 */

/**
 * @typedef {object} Order
 * @property {(value: string) => boolean} valid
 * @property {(to: OrderTo) => string} run
 */

/** @param {string} value */
const notEmpty = (value) => value !== '';

/**
 * The functions of the agent API that act on the world. SUCCESS only says that the order is
 * written down: the agent's screen carries it out, at once or after `screenDelaySeconds`.
 * @type {Record<string, Order>}
 */
export const ORDERS = {
  external_pause: {
    valid: (value) => /PAUSE|RESUME/.test(value),
    run(to) {
      const { agent, row, id, value, now } = to;
      const resume = value.includes('RESUME');
      if (resume && row.status !== 'PAUSED') {
        return `ERROR: external_pause agent is not paused - ${value}|${id}\n`;
      }
      if (resume) {
        onScreen(to, (at) => {
          to.world.moveByHand(agent.id, { state: 'ready', release: true }, at);
        });
      } else onScreen(to, (at) => pause(to, at));
      return `SUCCESS: external_pause function set - ${value}|${Math.floor(now / 1000)}|${id}\n`;
    },
  },

  logout: {
    valid: (value) => value === 'LOGOUT',
    run(to) {
      onScreen(to, (at) => to.world.moveByHand(to.agent.id, { state: 'offline' }, at));
      return `SUCCESS: logout function set - LOGOUT|${Math.floor(to.now / 1000)}|${to.id}\n`;
    },
  },

  pause_code: {
    valid: (value) => value.length >= 1 && value.length <= 6,
    run(to) {
      const { agent, row, id, value } = to;
      if (row.status !== 'PAUSED') {
        return `ERROR: pause_code error - agent is not paused - ${id}\n`;
      }
      onScreen(to, (at) => {
        if (agent.state === 'paused') to.world.moveByHand(agent.id, { reason: value }, at);
      });
      return `SUCCESS: pause_code function sent - ${id}\n`;
    },
  },

  external_hangup: {
    valid: notEmpty,
    run(to) {
      onScreen(to, (at) => {
        if (to.agent.state === 'busy') act(to, { state: 'wrapUp' }, at);
      });
      return `SUCCESS: external_hangup function set - ${to.value}|${to.id}\n`;
    },
  },

  external_status: {
    valid: notEmpty,
    run(to) {
      const { agent, world, value, id } = to;
      onScreen(to, (at) => {
        if (agent.call) agent.call.outcome = value;
        const pausing = world.pauseNext.delete(agent.id);
        if (agent.state === 'wrapUp') {
          act(to, pausing ? { state: 'paused', reason: '' } : { state: 'ready' }, at);
        }
      });
      return `SUCCESS: external_status function set - ${value}|${id}\n`;
    },
  },

  calls_in_queue_count: {
    valid: (value) => value === 'DISPLAY',
    run({ world, agent }) {
      const own = [...agent.queues, ...(world.campaigns.get(agent.campaign)?.queues ?? [])];
      const waiting = world
        .waitingCalls()
        .filter(({ queue, campaign }) =>
          queue === null ? campaign === agent.campaign : own.includes(queue),
        );
      return `SUCCESS: calls_in_queue_count - ${waiting.length}`;
    },
  },

  recording: {
    valid: (value) => value === 'STATUS',
    run: ({ id, settings, row }) =>
      `NOTICE: not recording - ${id}|||||${settings.serverIp}|${row.session}|${row.status}\n`,
  },

  external_dial: {
    valid: notEmpty,
    run({ row, id }) {
      if (row.status !== 'PAUSED') return `ERROR: agent_user is not paused - ${id}\n`;
      return 'ERROR: external_dial is not simulated\n';
    },
  },
};

/**
 * Lets the agent's screen do something, when it gets to it.
 *
 * @param {OrderTo} to
 * @param {(at: number) => void} what
 */
function onScreen({ world, settings, now }, what) {
  const delay = settings.screenDelaySeconds;
  if (delay === null) return;
  if (delay === 0) what(now);
  else world.schedule(now + delay * 1000, what);
}

/**
 * Pauses an agent who is free; one who is on a call is paused when through with it.
 *
 * @param {OrderTo} to
 * @param {number} at
 */
function pause({ world, agent }, at) {
  if (agent.state === 'ready') world.moveByHand(agent.id, { state: 'paused', reason: '' }, at);
  else if (agent.state !== 'paused' && agent.state !== 'offline') world.pauseNext.add(agent.id);
}

/**
 * Moves an agent on in its call; if the scenario has it, the scenario goes on from there.
 *
 * @param {OrderTo} to
 * @param {AgentPatch} patch
 * @param {number} at
 */
function act({ world, agent }, patch, at) {
  const release = !world.isHeld(agent.id) && patch.state !== 'paused';
  world.moveByHand(agent.id, { ...patch, release }, at);
}
