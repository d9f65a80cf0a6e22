/** @import { Agent, Call, FinishedCall, WaitingCall } from './types.mjs' */

const MOST_FINISHED = 20_000;

/** How a call's id begins, by who started it. */
const ID_PREFIX = { inbound: 'Y', outbound: 'V' };

/**
 * Makes calls and keeps the finished ones. Numbers are from the range reserved for fiction.
 *
 * @param {FinishedCall[]} [finished]   calls of before the simulation
 */
export function createCallBook(finished = []) {
  /** @type {Map<string, FinishedCall>} */
  const book = new Map(finished.map((call) => [call.id, call]));
  let count = 1000;

  return {
    finished: book,

    /**
     * @param {Agent} agent
     * @param {'inbound' | 'outbound'} direction
     * @param {number} at
     * @param {Partial<Call>} [known]
     * @returns {Call}
     */
    open(agent, direction, at, known = {}) {
      count += 1;
      return {
        id: callId(direction, at, count),
        leadId: String(count),
        phone: fictionalPhone(count),
        leadCode: `CRM-${count}`,
        campaign: agent.campaign,
        queue: direction === 'inbound' ? (agent.queues[0] ?? null) : null,
        direction,
        startedAt: at,
        list: '101',
        outcome: '',
        ...known,
      };
    },

    /**
     * @param {Agent} agent
     * @param {Call} call
     * @param {number} at
     */
    close(agent, call, at) {
      const seconds = Math.max(0, Math.round((at - call.startedAt) / 1000));
      book.set(call.id, { ...call, outcome: call.outcome || 'N', agentId: agent.id, seconds });
      if (book.size > MOST_FINISHED) book.delete(String(book.keys().next().value));
    },
  };
}

/**
 * @param {number} number
 * @returns {string} ten digits of which the last seven are 555-01xx
 */
export function fictionalPhone(number) {
  return `31255501${String(number % 100).padStart(2, '0')}`;
}

/**
 * @param {'inbound' | 'outbound'} direction
 * @param {number} at
 * @param {number} number
 * @returns {string} a letter, month to second, and nine digits
 */
export function callId(direction, at, number) {
  const stamp = new Date(at).toISOString().replace(/\D/g, '').slice(4, 14);
  return `${ID_PREFIX[direction]}${stamp}${String(number).padStart(9, '0')}`;
}

/**
 * Calls nobody has answered yet, spread over the queues.
 *
 * @param {number} count
 * @param {string[]} queues
 * @param {number} since
 * @returns {WaitingCall[]}
 */
export function someWaitingCalls(count, queues, since) {
  return Array.from({ length: count }, (_, index) => ({
    id: callId('inbound', since, 900_000 + index),
    phone: fictionalPhone(index),
    campaign: null,
    queue: queues[index % Math.max(1, queues.length)] ?? null,
    since,
  }));
}
