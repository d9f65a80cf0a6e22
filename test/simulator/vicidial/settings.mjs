/**
 * What an administrator of the simulated VICIdial can change; the control API changes it too.
 *
 * @typedef {object} Settings
 * @property {7 | 8} php   how the server behaves when an SQL statement fails
 * @property {string} version
 * @property {string} build
 * @property {string} localGmt   the time zone VICIdial believes in, as `servers.local_gmt`
 * @property {number} dst
 * @property {number} utcOffsetMinutes   the web server's own clock, used for every date it prints
 * @property {string} serverIp
 * @property {boolean} twoFactor
 * @property {boolean} allowIpLists   whether the users' ipList counts
 * @property {string[]} ipBlacklist
 * @property {boolean} agentApiActive   off: /agc/api.php refuses
 * @property {number | null} screenDelaySeconds   how long the agents' screens take to act on an
 *   order of the agent API; null: the browsers are closed, nothing ever happens
 */

/** @returns {Settings} */
export function defaultSettings() {
  return {
    php: 8,
    version: '2.14-202',
    build: '250720-1841',
    localGmt: '-5.00',
    dst: 0,
    utcOffsetMinutes: 0,
    serverIp: '10.10.10.15',
    twoFactor: false,
    allowIpLists: false,
    ipBlacklist: [],
    agentApiActive: true,
    screenDelaySeconds: 0,
  };
}

/**
 * @param {number} ms
 * @param {Settings} settings
 * @returns {string} a date as MySQL writes it, on the web server's clock
 */
export function localTime(ms, { utcOffsetMinutes }) {
  return new Date(ms + utcOffsetMinutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * @param {string} text   as `localTime` writes it
 * @param {Settings} settings
 * @returns {number} NaN if it is no such date
 */
export function fromLocalTime(text, { utcOffsetMinutes }) {
  return Date.parse(`${text.replace(' ', 'T')}Z`) - utcOffsetMinutes * 60_000;
}
