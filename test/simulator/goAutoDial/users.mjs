import { userLevel } from '../vicidial/liveAgents.mjs';
import { passHash } from './passHash.mjs';

/** @import { Agent } from '../types.mjs' */
/** @import { World } from '../world.mjs' */

/**
 * A row of `vicidial_users`, with what its user group may see.
 *
 * @typedef {object} UserRow
 * @property {number} userId
 * @property {string} user
 * @property {string} fullName
 * @property {string} group
 * @property {number} level
 * @property {boolean} active
 * @property {string | null} phoneLogin
 * @property {string} pass
 * @property {string} passHash
 * @property {string[] | null} campaigns   the ones the user group may see; null is all of them
 * @property {Agent} [agent]
 */

/** @typedef {ReturnType<typeof createUsers>} Users */

/** The level of remote agents, whom most lists leave out. */
export const REMOTE = 4;

/** Users of the dialer itself, who are never agents. */
export const SYSTEM = new Set(['VDAD', 'VDCL', 'goAPI']);

const PLAIN = { level: 9, active: true, phoneLogin: '', campaigns: null };

/** @type {(Partial<UserRow> & { user: string, fullName: string, group: string, pass: string })[]} */
const USERS = [
  { user: '6666', fullName: 'Admin', group: 'ADMIN', pass: 'Admin1', phoneLogin: null },
  { user: 'VDAD', fullName: 'Outbound Auto Dial', group: 'ADMIN', pass: '', level: 1 },
  { user: 'VDCL', fullName: 'Inbound No Agent', group: 'ADMIN', pass: '', level: 1 },
  { user: 'apiuser', fullName: 'API User', group: 'ADMIN', pass: 'MyPass1' },
  {
    user: 'api8',
    fullName: 'API Level 8',
    group: 'SALES',
    pass: 'MyPass8',
    level: 8,
    campaigns: ['SALES', 'CAMP001'],
  },
  { user: 'lowuser', fullName: 'Low User', group: 'SALES', pass: 'LowPass1', level: 1 },
];

/**
 * The users of the system: the ones of the recordings, then every agent of the world. Their
 * numbers are given out in that order and stay.
 *
 * @param {World} world
 */
export function createUsers(world) {
  /** @type {Map<string, Partial<UserRow>>} */
  const changes = new Map(USERS.map((one) => [one.user, { ...PLAIN, ...one }]));
  /** @type {Map<string, number>} */
  const numbers = new Map();

  /** @param {string} user */
  const numberOf = (user) => {
    const number = numbers.get(user) ?? numbers.size + 1;
    numbers.set(user, number);
    return number;
  };
  for (const { user } of USERS) numberOf(user);

  /**
   * @param {Partial<UserRow>} row
   * @param {string} user
   * @returns {UserRow}
   */
  const whole = (row, user) => {
    const pass = row.pass ?? user;
    const hash = pass === '' ? '' : passHash(pass);
    const named = { fullName: user, group: 'ADMIN', ...PLAIN, ...row };
    return { userId: numberOf(user), passHash: hash, ...named, user, pass };
  };

  /** @param {Agent} agent */
  const agentRow = (agent) => whole({ ...ofAgent(agent), ...changes.get(agent.id) }, agent.id);

  /**
   * The row of a name in its exact spelling, without a look at all the others.
   * @param {string} name
   */
  const exact = (name) => {
    const agent = world.agent(name);
    if (agent) return hasRow(agent) && numbers.has(name) ? agentRow(agent) : undefined;
    const row = changes.get(name);
    return row && whole(row, name);
  };

  const all = () => {
    /** @type {Map<string, UserRow>} */
    const rows = new Map();
    for (const agent of world.roster()) {
      if (hasRow(agent)) rows.set(agent.id, agentRow(agent));
    }
    for (const [user, row] of changes) if (!rows.has(user)) rows.set(user, whole(row, user));
    return [...rows.values()].sort((a, b) => a.userId - b.userId);
  };

  return {
    all,
    /**
     * Names are compared without case, as the database does.
     * @param {string} name
     */
    find(name) {
      const wanted = name.toLowerCase();
      return exact(name) ?? all().find(({ user }) => user.toLowerCase() === wanted);
    },
    /**
     * Changes a user, or adds one, whose password is then its name unless the patch says more.
     * @param {string} user
     * @param {Partial<UserRow>} patch
     * @returns {UserRow | undefined}
     */
    set(user, patch) {
      all();
      changes.set(user, { ...changes.get(user), ...patch });
      return this.find(user);
    },
  };
}

/** @param {Agent} agent */
const hasRow = ({ extras }) => extras.vicidial?.userRow !== false;

/**
 * @param {Agent} agent
 * @returns {Partial<UserRow>}
 */
function ofAgent(agent) {
  const { id, name, group, campaign, extras } = agent;
  return {
    agent,
    fullName: name,
    group,
    level: Number(userLevel(agent)),
    active: extras.vicidial?.active !== false,
    phoneLogin: extras.goautodial?.phoneLogin ?? `cc${id.replace(/^agent/, '')}`,
    campaigns: [campaign],
  };
}
