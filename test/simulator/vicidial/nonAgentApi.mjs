import { logIn, refusal } from './auth.mjs';
import { changeTable } from './faults.mjs';
import { printTable } from './format.mjs';
import { FUNCTIONS } from './functions/index.mjs';
import { localTime } from './settings.mjs';
import { filterParams } from './params.mjs';

/** @import { Fault } from '../faults.mjs' */
/** @import { Params } from '../http/phpParams.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Login } from './auth.mjs' */
/** @import { Found } from './ask.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * @typedef {object} Server
 * @property {World} world
 * @property {import('./users.mjs').Users} users
 * @property {Settings} settings
 * @property {Map<string, unknown>} memory
 */

/**
 * What the script printed, and how it ended.
 * @typedef {{ body: string, kind?: 'normal' | 'login' | 'early', status?: number }} Printed
 */

/** On PHP 8 an apostrophe in the answer of these breaks the log entry that is written after it. */
const LOGGED_IN_FULL = new Set(['agent_status', 'user_details', 'logged_in_agents']);

/** A body longer than this has left the server before the script fails. */
const BUFFER = 4096;

/** @type {Printed} */
const CRASH = { body: '', status: 500 };

/**
 * `/vicidial/non_agent_api.php`: the checks in VICIdial's order, then the function.
 *
 * @param {Server} server
 * @param {{ sent: Params, remoteAddress: string, faults: Fault[] }} request
 * @returns {Printed}
 */
export function nonAgentApi(server, { sent, remoteAddress, faults }) {
  const { world, users, settings, memory } = server;
  const now = world.now();
  const params = filterParams(sent);
  if (!params) return CRASH;
  const { function: name = '', user: userSent = '', pass = '', source = '' } = params;
  if (name === 'version') return { body: version(settings, now) };
  if (name === 'coffee') return { body: "ERROR: 418 I'm a teapot", status: 418 };

  const login =
    forcedLogin(faults) ??
    monitorLogin(server, params) ??
    logIn({ users, settings, now, remoteAddress }, { user: userSent, pass, minLevel: 7 });
  if (login.key !== 'GOOD' || !login.user) {
    return { body: refusal(login.key, userSent, pass, remoteAddress), kind: 'login' };
  }

  const known = FUNCTIONS.get(name);
  if (!known) return { body: `ERROR: NO FUNCTION SPECIFIED\n${debugTail(params.format)}` };
  if (source.length < 2) {
    return { body: `ERROR: Invalid Source - ${source}\nERROR: Invalid Source: |${source}|\n` };
  }
  const { user } = login;
  if (user.allowedFunctions !== null && !user.allowedFunctions.includes(name)) {
    return {
      body: `ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |${userSent}|${name}|\n`,
    };
  }
  if (!known.may(user)) {
    const denied = `${name} USER DOES NOT HAVE PERMISSION TO ${known.denial}`;
    return { body: `ERROR: ${denied}: |${userSent}|0|\n` };
  }
  const crashed = faults.some(({ type }) => type === 'tableCrashed7');
  const found = known.run({ params, user, userSent, world, settings, now, crashed, memory });
  return print(found, { name, params, faults, settings });
}

/**
 * @param {Found} found
 * @param {{ name: string, params: Record<string, string>, faults: Fault[], settings: Settings }} how
 * @returns {Printed}
 */
function print(found, { name, params, faults, settings }) {
  if (found === 'crash') return CRASH;
  if ('error' in found) return { body: `ERROR: ${found.error}\n` };
  if ('text' in found) return { body: found.text };
  const { stage = '', header = '' } = params;
  const shown = faults.some(({ type }) => type === 'noHeader') ? '' : header;
  const body = printTable(changeTable(found, faults), { stage, header: shown });
  const breaks = settings.php >= 8 && LOGGED_IN_FULL.has(name) && body.includes("'");
  return { body, status: breaks && body.length <= BUFFER ? 500 : 200 };
}

/**
 * @param {Settings} settings
 * @param {number} now
 */
function version(settings, now) {
  const { version: number, build, localGmt, dst } = settings;
  const zoneNow = (Number(localGmt) + dst).toFixed(2);
  return (
    `VERSION: ${number}|BUILD: ${build}|DATE: ${localTime(now, settings)}|` +
    `EPOCH: ${Math.floor(now / 1000)}|DST: ${dst}|TZ: ${localGmt}|TZNOW: ${zoneNow}|\n`
  );
}

/** @param {string} [format] */
const debugTail = (format) =>
  format === 'debug' ? '\n<!-- script runtime: 0 seconds -->\n</body>\n</html>\n' : '';

/** @type {Record<string, Login['key']>} */
const FORCED = { locked: 'LOCK', twoFactor: '2FA', ipBlock: 'IPBLOCK', loginRefused: 'BAD' };

/**
 * @param {Fault[]} faults
 * @returns {Login | undefined}
 */
function forcedLogin(faults) {
  for (const { type } of faults) {
    const key = FORCED[type];
    if (key) return { key };
  }
  return undefined;
}

/**
 * A call's id opens the door for QueueMetrics to listen in, whoever asks; without a user of its
 * own it is then stopped by the allowed functions.
 *
 * @param {Server} server
 * @param {Record<string, string>} params
 * @returns {Login | undefined}
 */
function monitorLogin({ world, users }, { function: name, source, stage, pass, user = '' }) {
  if (name !== 'blind_monitor' || source !== 'queuemetrics' || stage !== 'MONITOR')
    return undefined;
  if (!pass || !world.signedIn().some(({ call }) => call?.id === pass)) return undefined;
  return { key: 'GOOD', user: users.find(user) ?? users.stranger(user) };
}
