import { people } from '../ask.mjs';
import { invalidParams } from '../params.mjs';
import { error, failure, ok } from '../replies.mjs';
import { may } from '../users.mjs';

/** @import { Ask, Route } from '../ask.mjs' */
/** @import { Params } from '../params.mjs' */
/** @import { Person } from '../people.mjs' */

/**
 * Anybody with an account, agent or not.
 *
 * @typedef {object} Account
 * @property {string} _id
 * @property {string} username
 * @property {string} name
 * @property {string} status
 * @property {boolean} active
 * @property {string[]} roles
 * @property {{ address: string, verified: boolean }[]} emails
 * @property {Person | null} person
 */

/**
 * Everybody: the agents, then those who only log in to the API.
 *
 * @param {Pick<Ask, 'world' | 'settings' | 'users'>} ask
 * @returns {Account[]}
 */
export function accounts(ask) {
  const logins = ask.users.all();
  const agents = people(ask).map((person) => ({
    ...person,
    status: person.status ?? 'offline',
    roles: logins.find(({ userId }) => userId === person._id)?.roles ?? ['user', 'livechat-agent'],
    person,
  }));
  const ids = new Set(agents.map(({ _id }) => _id));
  const others = logins
    .filter(({ userId }) => !ids.has(userId))
    .map(({ userId, username, name, active, roles }) => ({
      _id: userId,
      username,
      name,
      status: 'online',
      active,
      roles,
      emails: [{ address: `${username}@example.com`, verified: true }],
      person: null,
    }));
  return [...agents, ...others];
}

/**
 * @param {Pick<Ask, 'world' | 'settings' | 'users'>} ask
 * @param {{ userId?: string, username?: string }} wanted
 * @returns {Account | undefined}
 */
export function accountOf(ask, { userId, username }) {
  return accounts(ask).find((one) => (userId ? one._id === userId : one.username === username));
}

/**
 * @param {Pick<Ask, 'site'>} ask
 * @param {string} username
 */
export const avatarUrl = ({ site }, username) => `${site}/avatar/${encodeURIComponent(username)}`;

/** @param {{ query: Params }} params */
const agentAsked = ({ query }) => String(query.userId ?? query.username ?? '');

/** How long `from` of users.presence is listened to. */
const RECENT = 10 * 60_000;

/** @type {Route} */
const infoRoute = {
  name: 'users.info',
  method: 'GET',
  pattern: 'users.info',
  agent: agentAsked,
  query: {
    properties: {
      userId: 'string',
      username: 'string',
      importId: 'string',
      includeUserRooms: 'string',
    },
  },
  run(ask) {
    const { query, caller } = ask;
    if (!query.userId && !query.username) {
      return invalidParams(
        "must have required property 'userId'\n must have required property 'username'\n " +
          "must have required property 'importId'\n must match a schema in anyOf",
      );
    }
    const account = accountOf(ask, query);
    if (!account) return failure('User not found.');
    const { _id, username, name, status, active, roles, emails } = account;
    const shown = { _id, username, name, status, active, roles, type: 'user', utcOffset: 0 };
    const self = _id === caller.userId;
    if (!self && !may(caller, 'view-full-other-user-info')) return ok({ user: shown });
    const lastLogin = new Date(lastLoginOf(ask, account)).toISOString();
    const connection = { statusConnection: status, statusDefault: status };
    return ok({ user: { ...shown, emails, ...connection, lastLogin, _updatedAt: lastLogin } });
  },
};

/**
 * Who is not offline, and nobody else: there is no telling an offline user from an unknown one.
 * @type {Route}
 */
const presenceRoute = {
  name: 'users.presence',
  method: 'GET',
  pattern: 'users.presence',
  query: { properties: { ids: 'stringOrStrings', from: 'string' } },
  agent: ({ query }) => [query.ids ?? []].flat().join(','),
  run(ask) {
    const { query, settings, now } = ask;
    if (settings.presenceBroadcastDisabled) return ok({ users: [], full: false });
    const since = Date.parse(query.from);
    const recent = query.ids === undefined && now - since < RECENT;
    const ids = query.ids?.flatMap((/** @type {string} */ one) => one.split(','));
    const users = accounts(ask).filter(({ _id, status, active, person }) => {
      if (recent) return person !== null && person.agent.detailSince > since;
      return active && status !== 'offline' && (!ids || ids.includes(_id));
    });
    return ok({ users: users.map(presenceShown), full: !ids && !recent });
  },
};

/** @type {Route} */
const statusRoute = {
  name: 'users.getStatus',
  method: 'GET',
  pattern: 'users.getStatus',
  agent: agentAsked,
  query: { properties: { userId: 'string', username: 'string', user: 'string' } },
  run(ask) {
    const { caller, query } = ask;
    const wanted = query.userId || query.username ? query : { userId: caller.userId };
    const account = accountOf(ask, wanted);
    if (!account) {
      const text = 'The required "userId" or "username" param provided does not match any users';
      return error('error-invalid-user', text);
    }
    const { _id, status } = account;
    const own = _id === caller.userId ? { connectionStatus: status } : {};
    return ok({ _id, ...own, status });
  },
};

/** What is known of any user. */
export const USER_ROUTES = [infoRoute, presenceRoute, statusRoute];

/** @param {Account} account */
const presenceShown = ({ _id, username, name, status }) => ({
  _id,
  name,
  username,
  status,
  utcOffset: 0,
  statusText: '',
  avatarETag: '',
});

/**
 * @param {Pick<Ask, 'world'>} ask
 * @param {Account} account
 * @returns {number}
 */
function lastLoginOf({ world }, { person }) {
  if (!person) return world.now();
  const { id, detailSince, since, state } = person.agent;
  const history = world.history(id);
  if (state === 'offline' && history.length === 0) return since;
  const out = history.findLastIndex((segment) => segment.state === 'offline');
  return history[out + 1]?.from ?? detailSince;
}
