/** @import { ApiUser, Users } from './users.mjs' */
/** @import { Settings } from './settings.mjs' */

const TRIES = 10;
const LOCKED_FOR = 900_000;

/**
 * What a login comes to. `user` is set only when it is good.
 * @typedef {{ key: 'GOOD' | 'BAD' | 'LOCK' | '2FA' | 'IPBLOCK', user?: ApiUser }} Login
 */

/**
 * Checks a login as VICIdial does: name and password without case, the level, then a lock that
 * counts bad logins per user name and looks at the time of the last good one. When that is more
 * than 15 minutes ago, the count starts again at one, once.
 *
 * @param {{ users: Users, settings: Settings, now: number, remoteAddress: string }} server
 * @param {{ user: string, pass: string, minLevel: number }} given
 * @returns {Login}
 */
export function logIn({ users, settings, now, remoteAddress }, { user, pass, minLevel }) {
  const known = users.find(user);
  if (!known) return { key: 'BAD' };

  const longAgo = known.lastLogin < now - LOCKED_FOR;
  const right =
    known.pass.toLowerCase() === pass.toLowerCase() && known.level >= minLevel && known.active;
  if (right && (known.failedLogins < TRIES || longAgo)) {
    known.failedLogins = 0;
    known.lastLogin = now;
    if (isBlocked(known, settings, remoteAddress)) return { key: 'IPBLOCK' };
    if (settings.twoFactor && !known.twoFactorOff) return { key: '2FA' };
    return { key: 'GOOD', user: known };
  }

  if (known.failedLogins < TRIES) known.failedLogins += 1;
  else if (longAgo) Object.assign(known, { failedLogins: 1, lastLogin: now });
  else return { key: 'LOCK' };
  return { key: 'BAD' };
}

/**
 * @param {ApiUser} user
 * @param {Settings} settings
 * @param {string} address
 */
function isBlocked(user, settings, address) {
  if (!settings.allowIpLists) return false;
  if (matches(settings.ipBlacklist, address)) return true;
  return user.ipList.length > 0 && !user.ignoreIpList && !matches(user.ipList, address);
}

/**
 * @param {string[]} list
 * @param {string} address
 */
function matches(list, address) {
  const net = address.replace(/\.\d+$/, '.x');
  return list.includes(address) || list.includes(net);
}

/**
 * The line a refused login gets from the non-agent API, with the password as it was sent.
 *
 * @param {Login['key']} key
 * @param {string} user
 * @param {string} pass
 * @param {string} address
 * @returns {string}
 */
export function refusal(key, user, pass, address) {
  if (key === 'LOCK') {
    return `ERROR: Too many login attempts, try again in 15 minutes: |${user}|LOCK|\n`;
  }
  if (key === 'IPBLOCK') return `ERROR: Your IP Address is not allowed: ${address}: ||IPBLOCK|\n`;
  return `ERROR: Login incorrect, please try again: |${user}|${pass}|${key}|\n`;
}
