/**
 * A user of the API, with the columns of `vicidial_users` and of its user group that matter here.
 * For lists, null means all.
 *
 * @typedef {object} ApiUser
 * @property {string} user
 * @property {string} pass
 * @property {number} level
 * @property {boolean} active
 * @property {boolean} apiAccess   vdc_agent_api_access
 * @property {boolean} viewReports
 * @property {boolean} modifyUsers
 * @property {string[] | null} allowedFunctions
 * @property {string} group
 * @property {boolean} groupExists   whether the user group has a row at all
 * @property {string[] | null} viewableGroups
 * @property {string[] | null} allowedCampaigns
 * @property {string[]} ipList   of the group: exact addresses or a.b.c.x
 * @property {boolean} ignoreIpList
 * @property {boolean} twoFactorOff
 * @property {number} failedLogins
 * @property {number} lastLogin   epoch ms
 */

/** @typedef {ReturnType<typeof createUsers>} Users */

/** @type {Omit<ApiUser, 'user' | 'pass' | 'lastLogin'>} */
const ADMIN = {
  level: 9,
  active: true,
  apiAccess: true,
  viewReports: true,
  modifyUsers: true,
  allowedFunctions: null,
  group: 'ADMIN',
  groupExists: true,
  viewableGroups: null,
  allowedCampaigns: null,
  ipList: [],
  ignoreIpList: false,
  twoFactorOff: false,
  failedLogins: 0,
};

/** @type {(Partial<ApiUser> & { user: string, pass: string })[]} */
const USERS = [
  { user: '6666', pass: '1234' },
  { user: 'noapi', pass: 'noapi', apiAccess: false },
  { user: 'noreports', pass: 'noreports', viewReports: false },
  { user: 'weak', pass: 'weak1', level: 1 },
  { user: 'lvl7', pass: 'lvl7', level: 7 },
  { user: 'inactive', pass: 'inactive', active: false },
  { user: 'fewfn', pass: 'fewfn', allowedFunctions: ['agent_status', 'version'] },
  { user: 'lockme', pass: 'lockme' },
  { user: 'limmgr', pass: 'limmgr', level: 8, group: 'MANAGERS', viewableGroups: ['AGENTS'] },
  { user: 'camplim', pass: 'camplim', level: 8, group: 'SUPPORTS', allowedCampaigns: ['SUPPORT'] },
  { user: 'nocamp', pass: 'nocamp', level: 8, group: 'NOCAMP', allowedCampaigns: [] },
  { user: 'nogroup', pass: 'nogroup', level: 8, group: 'GONE', groupExists: false },
];

/**
 * The API users of the recordings. Their last good login is the start of the simulation, so that
 * ten bad ones lock them.
 *
 * @param {() => number} now
 */
export function createUsers(now) {
  const lastLogin = now();
  /** @type {Map<string, ApiUser>} */
  const users = new Map(USERS.map((one) => [one.user, { ...ADMIN, lastLogin, ...one }]));

  return {
    /**
     * Names are compared without case, as the database does.
     * @param {string} name
     * @returns {ApiUser | undefined}
     */
    find(name) {
      const wanted = name.toLowerCase();
      return (
        users.get(name) ?? [...users.values()].find((one) => one.user.toLowerCase() === wanted)
      );
    },

    /**
     * A user who may do nothing, for a name the system does not know.
     * @param {string} user
     * @returns {ApiUser}
     */
    stranger: (user) => ({ ...ADMIN, user, pass: '', level: 0, allowedFunctions: [], lastLogin }),

    /**
     * Changes a user, or adds one. `locked` locks it now, or frees it.
     * @param {string} user
     * @param {Partial<ApiUser> & { locked?: boolean }} patch
     * @returns {ApiUser}
     */
    set(user, { locked, ...patch }) {
      const old = users.get(user) ?? { ...ADMIN, user, pass: user, lastLogin: now() };
      const lock = locked === undefined ? {} : { failedLogins: locked ? 10 : 0, lastLogin: now() };
      const changed = { ...old, ...lock, ...patch, user };
      users.set(user, changed);
      return { ...changed };
    },
  };
}
