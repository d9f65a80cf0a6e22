/**
 * What an administrator of the simulated workspace can change; the control API changes it too.
 *
 * @typedef {object} Settings
 * @property {'6' | '7' | '9'} version   which server's bodies are used for 401, 403 and 404
 * @property {boolean} license   whether the omnichannel part of the enterprise edition is paid for
 * @property {boolean} rateLimiter   off: nothing is counted and no X-RateLimit header is sent
 * @property {number} rateLimitCalls   per route, method and address
 * @property {number} rateLimitWindowMs
 * @property {number} cacheSeconds   how long a dashboard repeats what it said; 0: not at all
 * @property {number} defaultCount   rows of a page when none are asked for
 * @property {number} upperCountLimit   rows of a page at most, whatever is asked for
 * @property {boolean} allowInfiniteCount   whether count=0 gives everything
 * @property {boolean} anonymousRead   a bad token is then nobody instead of a 401
 * @property {boolean} agentListNeedsManage   the agents' list asks for `manage-livechat-agents`
 *   too, as older servers did
 * @property {boolean} businessHoursClosed   nobody can be made available
 * @property {boolean} presenceBroadcastDisabled   users.presence tells nothing
 * @property {string[]} disabledDepartments   by world id (queue or group), name or department id
 * @property {string[]} archivedDepartments   likewise
 * @property {number} utcOffsetMinutes   the server's own clock, whose days the history is cut in
 */

/** @returns {Settings} */
export function defaultSettings() {
  return {
    version: '7',
    license: false,
    rateLimiter: true,
    rateLimitCalls: 10,
    rateLimitWindowMs: 60_000,
    cacheSeconds: 5,
    defaultCount: 50,
    upperCountLimit: 100,
    allowInfiniteCount: false,
    anonymousRead: false,
    agentListNeedsManage: false,
    businessHoursClosed: false,
    presenceBroadcastDisabled: false,
    disabledDepartments: [],
    archivedDepartments: [],
    utcOffsetMinutes: 0,
  };
}
