import { makeId } from './ids.mjs';
import { userIdOf } from './people.mjs';

/** @import { World } from '../world.mjs' */

/**
 * Somebody who may log in to the API.
 *
 * @typedef {object} ApiUser
 * @property {string} login   the name it has here, for the log and for `setUser`
 * @property {string} userId   X-User-Id
 * @property {string} token   X-Auth-Token
 * @property {string} username
 * @property {string} name
 * @property {string[]} roles
 * @property {string[]} permissions
 * @property {boolean} active   false: the token is good for nothing
 * @property {string | null} agentId   the agent of the world who this is, by world id
 */

/** @typedef {ReturnType<typeof createUsers>} Users */

const BYPASS = 'api-bypass-rate-limit';

/** Every permission an endpoint here asks for. */
const ALL = [
  'view-livechat-manager',
  'manage-livechat-agents',
  'transfer-livechat-guest',
  'edit-omnichannel-contact',
  'view-livechat-departments',
  'view-l-room',
  'view-livechat-rooms',
  'view-full-other-user-info',
  'view-statistics',
];

const AGENT = ['view-l-room', 'transfer-livechat-guest', 'edit-omnichannel-contact'];

/** @type {(Partial<ApiUser> & { login: string })[]} */
const USERS = [
  {
    login: 'admin',
    userId: 'simAdmin333333333',
    token: 'simulated-token-of-the-admin-00000000000000',
    roles: ['admin', 'livechat-manager'],
    permissions: ALL,
  },
  {
    login: 'bypass',
    userId: 'simBypass33333333',
    token: 'simulated-token-of-the-bypass-0000000000000',
    roles: ['admin'],
    permissions: [...ALL, BYPASS],
  },
  {
    login: 'manager',
    userId: 'simManager3333333',
    token: 'simulated-token-of-the-manager-000000000000',
    roles: ['user', 'figures-only'],
    permissions: ['view-livechat-manager'],
  },
  {
    login: 'agent',
    token: 'simulated-token-of-the-agent-00000000000000',
    roles: ['user', 'livechat-agent'],
    permissions: AGENT,
  },
  {
    login: 'none',
    userId: 'simNone3333333333',
    token: 'simulated-token-of-the-none-000000000000000',
    roles: ['user'],
    permissions: [],
  },
];

/**
 * Who may log in. The `agent` is the first agent of the floor; another user becomes an agent by
 * `set(login, { agentId })`.
 *
 * @param {World} world
 */
export function createUsers(world) {
  const [first] = world.roster();
  /** @type {Map<string, ApiUser>} */
  const users = new Map(USERS.map((one) => [one.login, fill(one)]));
  const agent = users.get('agent');
  if (agent && first) agent.agentId = first.id;

  /**
   * The user as it is now: one who is an agent has the agent's id and names.
   * @param {ApiUser} user
   * @returns {ApiUser}
   */
  const current = (user) => {
    const found = user.agentId === null ? undefined : world.agent(user.agentId);
    if (!found) return user;
    return { ...user, userId: userIdOf(found), username: found.username, name: found.name };
  };
  const all = () => [...users.values()].map(current);

  return {
    all,

    /**
     * The user with this id, if the token is its own.
     * @param {string} userId
     * @param {string} token
     * @returns {ApiUser | undefined}
     */
    logIn: (userId, token) =>
      all().find((one) => one.active && one.userId === userId && one.token === token),

    /** @param {string} userId */
    findById: (userId) => all().find((one) => one.userId === userId),

    /**
     * Somebody else, for a session that got mixed up.
     * @param {ApiUser} user
     */
    otherThan: ({ login }) => current(users.get(login === 'none' ? 'manager' : 'none') ?? nobody()),

    /**
     * Changes a user, or adds one who may do nothing yet.
     * @param {string} login
     * @param {Partial<ApiUser>} patch
     * @returns {ApiUser} as it is now, with the id and the token to log in with
     */
    set(login, patch) {
      const changed = { ...(users.get(login) ?? fill({ login })), ...patch, login };
      users.set(login, changed);
      return { ...current(changed) };
    },
  };
}

/** @returns {ApiUser} a user without a name, who may do nothing */
export const nobody = () => ({ ...fill({ login: '' }), userId: '', token: '' });

/**
 * @param {ApiUser} user
 * @param {string} permission
 */
export const may = ({ permissions }, permission) => permissions.includes(permission);

/** @param {ApiUser} user */
export const isUnlimited = (user) => may(user, BYPASS);

/**
 * @param {Partial<ApiUser> & { login: string }} known
 * @returns {ApiUser}
 */
function fill(known) {
  const { login } = known;
  return {
    userId: makeId('login', login),
    token: `simulated-token-of-${login}-`.padEnd(43, '0'),
    username: `sim.${login}`,
    name: `Simulated ${login}`,
    roles: ['user'],
    permissions: [],
    active: true,
    agentId: null,
    ...known,
  };
}
