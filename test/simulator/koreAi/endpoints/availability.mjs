import { customIdOf, everybody, readList, splitName } from '../ask.mjs';
import { koreId } from '../ids.mjs';
import { found } from '../replies.mjs';
import { statusNow } from '../status.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { Ask, Endpoint } from '../ask.mjs' */
/** @import { Settings } from '../settings.mjs' */

const TYPES = ['AVAILABLE', 'BUSY', 'OFFLINE', 'AWAY'];

/** How much of each kind one agent can take at a time. */
const CAPACITY = { liveChat: 3, messaging: 3, email: 3, voice: 1, voiceMail: 5 };

/**
 * The kind of what an agent is busy with, where it is not a call.
 * @type {Record<string, string>}
 */
const CHANNELS = { chat: 'liveChat', email: 'email' };

/**
 * Who is what now. Filters that are given must all match; ids nobody has match nobody.
 * @type {Endpoint}
 */
export const availability = {
  name: 'agents/availability',
  method: 'POST',
  path: '/agentassist/api/v1/public/:streamId/agents/availability',
  scope: 'Configuration',
  run(ask) {
    const agents = everybody(ask).filter(isWanted(ask));
    /** @param {string} type */
    const inType = (type) => agents.filter((agent) => statusNow(agent).type === type);
    return found(
      Object.fromEntries(
        TYPES.map((type) => [type, inType(type).map((agent) => entry(agent, ask.settings))]),
      ),
    );
  },
};

/**
 * @param {Ask} ask
 * @returns {(agent: Agent) => boolean}
 */
function isWanted({ settings, body }) {
  const ids = readList(body.agentIds);
  const queues = readList(body.queueIds);
  const skills = readList(body.skillIds);
  if (!ids && !queues && !skills) return () => settings.emptyAvailability === 'all';
  return (agent) =>
    (!ids || ids.includes(koreId('agent', agent.id))) &&
    (!queues || agent.queues.some((id) => queues.includes(koreId('queue', id)))) &&
    (!skills || skillsOf(agent).some(({ id }) => skills.includes(id)));
}

/**
 * The world has no skills; an agent's are in `extras.koreAi.skills`.
 *
 * @param {Agent} agent
 * @returns {{ id: string, name: string }[]}
 */
export const skillsOf = ({ extras }) => extras.koreAi?.skills ?? [];

/**
 * @param {Agent} agent
 * @param {Settings} settings
 */
function entry(agent, { channelCapacity }) {
  return {
    _id: koreId('agent', agent.id),
    userId: koreId('user', agent.id),
    ...splitName(agent),
    emailId: agent.email,
    customId: customIdOf(agent),
    phoneNumber: '',
    isDigitalEnabled: true,
    ...(channelCapacity && { channelCapacity: capacity(agent) }),
  };
}

/** @param {Agent} agent */
function capacity({ state, subState, extras }) {
  const working = state === 'busy' || (state === 'wrapUp' && !extras.koreAi?.wrapUp);
  const busyWith = working ? (CHANNELS[subState ?? ''] ?? 'voice') : null;
  return Object.fromEntries(
    Object.entries(CAPACITY).map(([channel, total]) => {
      const used = channel === busyWith ? 1 : 0;
      return [
        channel,
        {
          isEnabled: true,
          totalCapacity: total,
          usedCapacity: used,
          availableCapacity: total - used,
        },
      ];
    }),
  );
}
