import { allChats } from '../chats.mjs';
import { makeId, numberOf } from '../ids.mjs';
import { pageReply } from '../paging.mjs';
import { PAGED } from '../params.mjs';
import { failure, refuse, Refusal } from '../replies.mjs';
import { may } from '../users.mjs';

/** @import { Ask, Route } from '../ask.mjs' */
/** @import { Chat } from '../chats.mjs' */

/**
 * Chats, with everything that is known of the visitors: names, numbers, what they wrote, and a
 * token that lets anybody be them.
 * @type {Route}
 */
export const roomsRoute = {
  name: 'rooms',
  method: 'GET',
  pattern: 'livechat/rooms',
  checked: 'handler',
  agent: ({ query }) => [query.agents ?? []].flat().join(','),
  query: {
    properties: {
      agents: 'strings',
      roomName: 'string',
      departmentId: 'stringOrStrings',
      open: 'string',
      onhold: 'string',
      queued: 'string',
      createdAt: 'string',
      closedAt: 'string',
      tags: 'strings',
      customFields: 'string',
      units: 'strings',
      ...PAGED,
      fields: 'string',
    },
  },
  run(ask) {
    const { query, caller, settings } = ask;
    const ownOnly = query.agents?.length === 1 && query.agents[0] === caller.userId;
    if (!may(caller, 'view-livechat-rooms') && !(may(caller, 'view-l-room') && ownOnly)) {
      return refuse(settings, 'handler');
    }
    const created = periodAsked(ask, 'createdAt');
    const closed = periodAsked(ask, 'closedAt');
    const { agents = [], departmentId = [], open, onhold, queued, roomName = '' } = query;
    const chats = allChats(ask).filter(
      (chat) =>
        (agents.length === 0 || agents.includes(chat.person?._id)) &&
        (departmentId.length === 0 || departmentId.includes(chat.departmentId)) &&
        (open === undefined || (open === 'true') === (chat.closedAt === null)) &&
        (onhold !== 'true' || chat.onHold) &&
        (queued !== 'true' || (chat.person === null && chat.closedAt === null)) &&
        created(chat.startedAt) &&
        closed(chat.closedAt) &&
        visitorName(chat).toLowerCase().includes(roomName.toLowerCase()) &&
        query.tags === undefined,
    );
    return pageReply(ask, 'rooms', chats.map(roomOf), { ts: -1 });
  },
};

/**
 * A period of the query, which is JSON inside a parameter.
 *
 * @param {Ask} ask
 * @param {'createdAt' | 'closedAt'} name
 * @returns {(at: number | null) => boolean}
 */
function periodAsked({ query }, name) {
  if (!query[name]) return () => true;
  /** @type {{ start?: string, end?: string }} */
  let period;
  try {
    period = JSON.parse(query[name]) ?? {};
  } catch (thrown) {
    throw new Refusal(failure(thrown instanceof Error ? thrown.message : String(thrown)));
  }
  /** @param {'start' | 'end'} edge */
  const edgeOf = (edge) => {
    if (!period[edge]) return undefined;
    const at = Date.parse(period[edge]);
    if (!Number.isNaN(at)) return at;
    throw new Refusal(failure(`The "${name}.${edge}" query parameter must be a valid date.`));
  };
  const [start = -Infinity, end = Infinity] = [edgeOf('start'), edgeOf('end')];
  return (at) => at !== null && at >= start && at <= end;
}

/** @param {Chat} chat */
const visitorName = ({ key }) => `Visitor ${numberOf(key, 9000) + 1000}`;

/** @param {number} ms */
const iso = (ms) => new Date(ms).toISOString();

/**
 * A room as the server lists it.
 *
 * @param {Chat} chat
 */
function roomOf(chat) {
  const { key, person, departmentId, startedAt, closedAt, onHold, visitor } = chat;
  const fname = visitorName(chat);
  const token = makeId('visitorToken', key);
  const agent = person && { _id: person._id, username: person.username };
  const v = { _id: makeId('visitor', key), username: `guest-${numberOf(key, 900) + 100}` };
  const at = iso(closedAt ?? startedAt);
  return {
    _id: makeId('room', key),
    fname,
    t: 'l',
    ts: iso(startedAt),
    lm: at,
    msgs: messagesOf(chat),
    usersCount: agent ? 2 : 1,
    ...(closedAt === null && { open: true }),
    ...(onHold && { onHold }),
    ...(agent ? {} : { waitingResponse: true }),
    ...(departmentId && { departmentId }),
    ...(agent && { servedBy: { ...agent, ts: iso(startedAt) } }),
    v: {
      ...v,
      token,
      status: 'online',
      name: fname,
      phone: visitor === '' ? [] : [{ phoneNumber: visitor }],
    },
    source: { type: 'widget' },
    tags: [],
    ...(closedAt !== null && agent && closing(agent, closedAt, startedAt)),
    lastMessage: {
      _id: makeId('message', key),
      rid: makeId('room', key),
      msg: `Hello, this is ${fname}. My number is ${visitor || 'unknown'}.`,
      ts: at,
      u: v,
    },
    _updatedAt: at,
  };
}

/**
 * @param {{ _id: string, username: string }} agent
 * @param {number} closedAt
 * @param {number} startedAt
 */
function closing(agent, closedAt, startedAt) {
  const seconds = Math.round((closedAt - startedAt) / 1000);
  const metrics = { serviceTimeDuration: seconds, chatDuration: seconds };
  return { closedAt: iso(closedAt), closer: 'user', closedBy: agent, metrics };
}

/**
 * @param {Pick<Chat, 'key'>} chat
 * @returns {number}
 */
export const messagesOf = ({ key }) => numberOf(`messages/${key}`, 20) + 2;
