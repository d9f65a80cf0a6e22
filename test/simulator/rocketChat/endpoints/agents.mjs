import { departments, people } from '../ask.mjs';
import { idOf } from '../ids.mjs';
import { PAGED } from '../params.mjs';
import { pageReply } from '../paging.mjs';
import { failure, ok, refuse } from '../replies.mjs';
import { may } from '../users.mjs';
import { accountOf } from './users.mjs';

/** @import { Ask, Route } from '../ask.mjs' */
/** @import { Department } from '../departments.mjs' */
/** @import { Schema } from '../params.mjs' */
/** @import { Person } from '../people.mjs' */

/** @type {Schema['properties']} */
const LIST = { text: 'string', ...PAGED, fields: 'string' };

/**
 * Everybody with the agent's role, a page at a time. There is no filter by department, and no
 * time of anything.
 * @type {Route}
 */
const listRoute = {
  name: 'users/agent',
  method: 'GET',
  pattern: 'livechat/users/agent',
  checked: 'handler',
  anyOf: ['transfer-livechat-guest', 'edit-omnichannel-contact'],
  olderQuery: { properties: LIST },
  query: {
    properties: {
      ...LIST,
      onlyAvailable: 'boolean',
      excludeId: 'string',
      showIdleAgents: 'boolean',
    },
  },
  run(ask) {
    const { settings, caller, query } = ask;
    if (settings.agentListNeedsManage && !may(caller, 'manage-livechat-agents')) {
      return refuse(settings, 'declared');
    }
    const { text = '', onlyAvailable = false, excludeId, showIdleAgents = true } = query;
    const rows = people(ask).filter(
      (person) =>
        mentions(person, text.toLowerCase()) &&
        (!onlyAvailable || person.statusLivechat === 'available') &&
        person._id !== excludeId &&
        (showIdleAgents || (person.status !== null && person.status !== 'offline')),
    );
    return pageReply(ask, 'users', rows.map(listed), { name: 1 });
  },
};

/**
 * One agent. Somebody who is none is null, somebody unknown is a 400.
 * @type {Route}
 */
const oneRoute = {
  name: 'users/agent/:_id',
  method: 'GET',
  pattern: 'livechat/users/agent/:_id',
  anyOf: ['view-livechat-manager'],
  agent: ({ path }) => path._id ?? '',
  run(ask) {
    const account = accountOf(ask, { userId: ask.path._id ?? '' });
    if (!account) return failure('User not found');
    return ok({ user: account.person ? present(account.person) : null });
  },
};

/** @type {Route} */
const departmentsRoute = {
  name: 'agents/:agentId/departments',
  method: 'GET',
  pattern: 'livechat/agents/:agentId/departments',
  anyOf: ['view-l-room'],
  agent: ({ path }) => path.agentId ?? '',
  query: { properties: { enabledDepartmentsOnly: 'string' } },
  run(ask) {
    const all = departments(ask);
    const wanted = ask.query.enabledDepartmentsOnly === 'true';
    const links = people(ask)
      .filter(({ _id }) => _id === ask.path.agentId)
      .flatMap((person) => linksOf(ask, person, all))
      .filter(({ departmentEnabled }) => !wanted || departmentEnabled);
    return ok({ departments: links });
  },
};

/** The list of agents, and one of them. */
export const AGENT_ROUTES = [listRoute, oneRoute, departmentsRoute];

/**
 * The rows that tie an agent to departments. They know nothing of status.
 *
 * @param {Pick<Ask, 'world'>} ask
 * @param {Person} person
 * @param {Map<string, Department>} all
 */
export function linksOf({ world }, { _id: agentId, username, agent, departments: ids }, all) {
  const _updatedAt = new Date(world.history(agent.id)[0]?.from ?? agent.since).toISOString();
  return ids.map((departmentId) => ({
    _id: idOf('link', `${agentId}/${departmentId}`),
    agentId,
    departmentId,
    _updatedAt,
    count: 0,
    departmentEnabled: all.get(departmentId)?.enabled ?? false,
    order: 0,
    username,
  }));
}

/**
 * @param {Person} person
 * @param {string} text   in small letters
 */
const mentions = ({ username, name, emails }, text) =>
  [username, name, ...emails.map(({ address }) => address)].some((one) =>
    one.toLowerCase().includes(text),
  );

/** @param {Person} person */
const listed = ({
  _id,
  username,
  status,
  statusLivechat,
  name,
  emails,
  livechat,
  departments,
}) => ({ _id, username, status, statusLivechat, name, emails, livechat, departments });

/**
 * The fields the record has.
 *
 * @param {Person} person
 */
function present({ _id, username, name, status, statusLivechat, emails, livechat }) {
  const fields = { _id, username, name, status, statusLivechat, emails, livechat };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
