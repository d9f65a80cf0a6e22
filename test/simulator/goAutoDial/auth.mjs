import { passHash } from './passHash.mjs';

/** @import { Settings } from './settings.mjs' */
/** @import { UserRow, Users } from './users.mjs' */

/** A password longer than this is taken for a hash. */
const LONGEST_PASSWORD = 20;

/**
 * @param {string} one
 * @param {string} other
 * @returns {boolean} whether the database takes them for the same
 */
const same = (one, other) => one !== '' && one.toLowerCase() === other.toLowerCase();

/**
 * The outer door, of goAPI.php: any user with the right password, whatever its level, active or
 * not. GOautodial wants the hash: it can make one of a clear password only on PHP 7, where the salt
 * could still be chosen. CROCO-dial takes both.
 *
 * @param {{ users: Users, settings: Settings, croco: boolean }} server
 * @param {{ user: string, pass: string }} given
 * @returns {UserRow | undefined}
 */
export function logIn({ users, settings, croco }, { user, pass }) {
  const known = users.find(user);
  if (!known) return undefined;
  const sent = pass.replace(/['"\\; ]/g, '');
  const clear = same(sent, known.pass);
  const hashed = same(sent, known.passHash);
  if (croco) return clear || hashed ? known : undefined;
  if (!settings.passHashEnabled) return clear ? known : undefined;
  if (sent.length > LONGEST_PASSWORD) return hashed ? known : undefined;
  return settings.php === 7 && same(passHash(sent), known.passHash) ? known : undefined;
}

/**
 * The inner door, of most actions: the level, and once more the password, now always as the hash.
 * So a clear password that opened the outer door is too little here.
 *
 * @param {UserRow} user
 * @param {string} pass   as it was sent
 * @param {boolean} croco
 * @returns {boolean}
 */
export const mayManage = (user, pass, croco) =>
  user.level > 7 && (croco || same(pass, user.passHash));
