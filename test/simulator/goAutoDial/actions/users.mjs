import { ADMIN } from '../ask.mjs';
import { REMOTE, SYSTEM } from '../users.mjs';

/** @import { Action, Ask } from '../ask.mjs' */
/** @import { UserRow } from '../users.mjs' */

/** @type {[string, (row: UserRow) => string | number | null][]} */
const COLUMNS = [
  ['user_id', (row) => row.userId],
  ['user_group', (row) => row.group],
  ['user', (row) => row.user],
  ['full_name', (row) => row.fullName],
  ['user_level', (row) => row.level],
  ['phone_login', (row) => row.phoneLogin],
  ['active', (row) => (row.active ? 'Y' : 'N')],
  ['avatar', () => null],
  ['useridgo', (row) => row.userId],
];

/**
 * `goGetAllUsers`: the roster as columns, sorted by user name, without any status. A session user
 * there is not sees more than anybody: the dialer's own users too.
 * @type {Action}
 */
export const getAllUsers = {
  run(ask) {
    const rows = visibleUsers(ask);
    const columns = COLUMNS.map(([name, cell]) => [name, rows.map(cell)]);
    return {
      result: 'success',
      ...Object.fromEntries(columns),
      licensedSeats: '0',
      last_count: nextAgentNumber(ask.users.all()),
    };
  },
};

/**
 * The users the session's user sees, by user name.
 *
 * @param {Ask} ask
 * @returns {UserRow[]}
 */
export function visibleUsers({ users, session }) {
  const { group } = session;
  const rows = users.all().sort((a, b) => (a.user.toLowerCase() < b.user.toLowerCase() ? -1 : 1));
  if (group === null) return rows;
  const people = rows.filter(({ user, level }) => !SYSTEM.has(user) && level !== REMOTE);
  return group === ADMIN ? people : people.filter((row) => row.group === group);
}

/**
 * The number the next new agent would have in its name.
 *
 * @param {UserRow[]} rows
 */
const nextAgentNumber = (rows) =>
  1 + Math.max(0, ...rows.map(({ user }) => Number(/^agent(\d+)$/i.exec(user)?.[1] ?? 0)));
