import { departmentAsked, departments } from '../ask.mjs';
import { openChats } from '../chats.mjs';
import { PAGED } from '../params.mjs';
import { pageReply } from '../paging.mjs';

/** @import { Route } from '../ask.mjs' */
/** @import { Person } from '../people.mjs' */

/**
 * How many chats are open, per agent and department. Who has none is not in it, and who is not
 * online with the toggle on only if asked for.
 * @type {Route}
 */
export const queueRoute = {
  name: 'queue',
  method: 'GET',
  pattern: 'livechat/queue',
  anyOf: ['view-l-room'],
  agent: ({ query }) => String(query.agentId ?? ''),
  query: {
    properties: {
      agentId: 'string',
      includeOfflineAgents: 'string',
      departmentId: 'string',
      ...PAGED,
    },
  },
  run(ask) {
    const { agentId, includeOfflineAgents } = ask.query;
    const wanted = departmentAsked(ask.query);
    const all = departments(ask);
    /** @type {Map<string, { chats: number, user: object, department: object }>} */
    const rows = new Map();
    for (const { person, departmentId } of openChats(ask)) {
      if (!person || (wanted && departmentId !== wanted)) continue;
      if (agentId && person._id !== agentId) continue;
      if (includeOfflineAgents !== 'true' && !isThere(person)) continue;
      const key = `${person._id}/${departmentId}`;
      const row = rows.get(key) ?? { chats: 0, user: userOf(person), department: {} };
      const name = departmentId && all.get(departmentId)?.name;
      if (departmentId) row.department = { _id: departmentId, ...(name && { name }) };
      row.chats += 1;
      rows.set(key, row);
    }
    return pageReply(ask, 'queue', [...rows.values()], { chats: -1 });
  },
};

/** @param {Person} person */
const isThere = ({ status, statusLivechat }) =>
  status !== 'offline' && statusLivechat === 'available';

/** @param {Person} person */
const userOf = ({ _id, username, status }) => ({ _id, username, status });
