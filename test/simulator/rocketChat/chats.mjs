import { departmentId as departmentIdOf } from './departments.mjs';
import { people } from './ask.mjs';

/** @import { Call } from '../types.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Ask } from './ask.mjs' */
/** @import { Person } from './people.mjs' */

/**
 * A livechat room. A call of the world is a chat here.
 *
 * @typedef {object} Chat
 * @property {string} key   the world's name for it
 * @property {Person | null} person   who serves it; null: it is queued
 * @property {string | undefined} departmentId
 * @property {number} startedAt
 * @property {number | null} closedAt
 * @property {boolean} onHold
 * @property {string} visitor   a phone number, if there is one
 */

/**
 * @param {Pick<Ask, 'world' | 'settings'>} ask
 * @returns {Chat[]} open and served, in the order of the roster
 */
export const openChats = (ask) => people(ask).flatMap(chatsOf);

/**
 * Every chat there is: open, queued and closed.
 *
 * @param {Pick<Ask, 'world' | 'settings'>} ask
 * @returns {Chat[]}
 */
export function allChats(ask) {
  const everybody = people(ask);
  return [
    ...everybody.flatMap(chatsOf),
    ...queuedChats(ask.world),
    ...closedChats(ask.world, everybody),
  ];
}

/**
 * The agent's open chats. The first is the call of the world; what there is more goes round the
 * agent's departments.
 *
 * @param {Person} person
 * @returns {Chat[]}
 */
function chatsOf(person) {
  const { agent, departments, chats, onHold } = person;
  const call = agent.state === 'busy' ? agent.call : null;
  const first = Math.max(0, departments.indexOf(queueDepartment(call?.queue) ?? ''));
  return Array.from({ length: chats }, (_, index) => ({
    key: index === 0 && call ? callKey(call) : `${agent.id}/${agent.since}/${index}`,
    person,
    departmentId: departments[(first + index) % departments.length],
    startedAt: index === 0 && call ? call.startedAt : agent.since,
    closedAt: null,
    onHold: index >= chats - onHold,
    visitor: index === 0 && call ? call.phone : '',
  }));
}

/**
 * @param {World} world
 * @returns {Chat[]}
 */
function queuedChats(world) {
  return world.waitingCalls().map(({ id, queue, phone, since }) => ({
    key: id,
    person: null,
    departmentId: queueDepartment(queue),
    startedAt: since,
    closedAt: null,
    onHold: false,
    visitor: phone,
  }));
}

/**
 * Calls are over in the world when the agent is through with the wrap-up; a chat is over when the
 * talking is.
 *
 * @param {World} world
 * @param {Person[]} everybody
 * @returns {Chat[]}
 */
function closedChats(world, everybody) {
  const byAgent = new Map(everybody.map((person) => [person.agent.id, person]));
  /** @type {Map<string, number>} */
  const ends = new Map();
  for (const id of byAgent.keys()) {
    for (const { callId, state, to } of world.history(id)) {
      if (callId !== null && state === 'busy') ends.set(callId, to);
    }
  }
  /**
   * @param {Call} call
   * @param {string} agentId
   * @param {number} end
   */
  const closed = (call, agentId, end) => {
    const person = byAgent.get(agentId);
    return person ? [closedChat(call, person, Math.max(call.startedAt, end))] : [];
  };

  const wrapping = everybody.flatMap(({ agent: { id, state, call, since } }) =>
    state === 'wrapUp' && call ? closed(call, id, ends.get(call.id) ?? since) : [],
  );
  const finished = [...world.finishedCalls.values()].flatMap((call) =>
    closed(call, call.agentId, ends.get(call.id) ?? call.startedAt + call.seconds * 1000),
  );
  return [...wrapping, ...finished];
}

/**
 * @param {Call} call
 * @param {Person} person
 * @param {number} closedAt
 * @returns {Chat}
 */
const closedChat = (call, person, closedAt) => ({
  key: callKey(call),
  person,
  departmentId: queueDepartment(call.queue) ?? person.departments[0],
  startedAt: call.startedAt,
  closedAt,
  onHold: false,
  visitor: call.phone,
});

/**
 * A call that was never dialled has no id, but a lead.
 *
 * @param {Call} call
 */
const callKey = ({ id, leadId, startedAt }) => (id === '' ? `${leadId}/${startedAt}` : id);

/** @param {string | null | undefined} queue */
const queueDepartment = (queue) => (queue ? departmentIdOf('queue', queue) : undefined);

/**
 * @param {Chat} chat
 * @returns {boolean}
 */
export const isServedAndOpen = ({ person, closedAt, onHold }) =>
  person !== null && closedAt === null && !onHold;
