/**
 * What an administrator of the simulated GOautodial or CROCO-dial can change; the control API
 * changes it too. What CROCO-dial does not document is a setting, so that a client can be tried
 * with every answer that may come.
 *
 * @typedef {object} Settings
 * @property {'goautodial' | 'croco'} dialect   who answers under /goAPIv2; /croco/goAPIv2 is always
 *   CROCO-dial
 * @property {7 | 8} php   on 8, a clear password never works, user details and the live list of a
 *   limited group crash
 * @property {boolean} passHashEnabled
 * @property {boolean} onlineTable   whether the database has the table `online`
 * @property {string} serverIp
 * @property {number} utcOffsetMinutes   the server's clock, for every date it reads or prints
 * @property {'dash' | 'bare'} pauseForm   CROCO: `PAUSE - BREAK`, or `BREAK`
 * @property {Record<string, string>} pauseNames   CROCO: what a pause code is called in a status
 * @property {string} deadStatus   CROCO: the status when the customer has hung up
 * @property {Absent} offlineAnswer   CROCO: about a user who is not signed in
 * @property {Absent} unknownUserAnswer   CROCO: about a user there is not
 * @property {'wrapped' | 'list'} cdrShape   CROCO: `data.agent_cdr`, or `data` itself
 * @property {string} callerId   CROCO: the number customers see
 */

/** @typedef {'error' | 'empty' | 'status'} Absent */

/** @returns {Settings} */
export function defaultSettings() {
  return {
    dialect: 'goautodial',
    php: 8,
    passHashEnabled: true,
    onlineTable: false,
    serverIp: '10.0.0.1',
    utcOffsetMinutes: 0,
    pauseForm: 'dash',
    pauseNames: {},
    deadStatus: 'IN CALL',
    offlineAnswer: 'error',
    unknownUserAnswer: 'error',
    cdrShape: 'wrapped',
    callerId: '3125550100',
  };
}
