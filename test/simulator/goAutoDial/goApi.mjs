import { asText } from '../http/phpParams.mjs';
import { ACTIONS } from './actions/index.mjs';
import { ERRORS, sessionOf } from './ask.mjs';
import { logIn, mayManage } from './auth.mjs';
import { CROCO_ACTIONS } from './croco/index.mjs';
import { changeResult, hasFault } from './faults.mjs';
import { printJson, printXml } from './print.mjs';

/** @import { Fault } from '../faults.mjs' */
/** @import { Params } from '../http/phpParams.mjs' */
/** @import { World } from '../world.mjs' */
/** @import { Action, Ask, Found } from './ask.mjs' */
/** @import { Settings } from './settings.mjs' */
/** @import { UserRow, Users } from './users.mjs' */

/** @typedef {{ world: World, users: Users, settings: Settings }} Server */

/**
 * What the script printed, and how it ended; `early` if it never came to send its own headers.
 * @typedef {{ body: string, status?: number, early?: boolean }} Printed
 */

/**
 * @typedef {object} Sent
 * @property {string} module
 * @property {boolean} croco
 * @property {string} action
 * @property {Record<string, string>} params
 * @property {Record<string, string[]>} lists
 */

const BAD_TYPE =
  'result=error;message=This API function only accepts XML or JSON value on responsetype;';

/** The parameters the script itself reads, which must not be lists. */
const OWN = ['goUser', 'goPass', 'log_pass', 'session_user', 'responsetype'];

/**
 * Sorts out what was sent: the action is read from the query string first, of everything else the
 * body wins, as PHP has it.
 *
 * @param {{ query: Params, form: Params }} read
 * @returns {Pick<Sent, 'action' | 'params' | 'lists'>}
 */
export function sortParams({ query, form }) {
  /** @type {Record<string, string>} */
  const params = {};
  /** @type {Record<string, string[]>} */
  const lists = {};
  for (const [name, value] of [...query, ...form]) {
    if (Array.isArray(value)) lists[name] = value.map(asText);
    else params[name] = asText(value);
  }
  const action = query.get('goAction') ?? form.get('goAction') ?? '';
  return { action: typeof action === 'string' ? asText(action) : '', params, lists };
}

/**
 * goAPI.php: the login, the action, and the answer in the format asked for, which is XML unless
 * the client says exactly `json`.
 *
 * @param {Server} server
 * @param {Sent} sent
 * @param {Fault[]} faults
 * @returns {Printed}
 */
export function goApi(server, sent, faults) {
  if (OWN.some((name) => sent.lists[name])) return print('crash', '', sent, 0);
  const { params, module, croco } = sent;
  const asked = params.responsetype || 'xml';
  const type = hasFault(faults, 'xmlInsteadOfJson') ? 'xml' : asked;

  const pass = params.log_pass || params.goPass || '';
  const user = hasFault(faults, 'wrongPassword')
    ? undefined
    : logIn({ ...server, croco }, { user: params.goUser ?? '', pass });
  if (!user) return print(ERRORS.login, type, sent, 0);

  const known = hasFault(faults, 'unknownAction') ? undefined : actionOf(module, sent);
  if (!known) return print(ERRORS.action, type, sent, 0);

  const found = run(server, { sent, user, pass, faults }, known);
  return print(changeResult(found, faults), type, sent, known.blankLines ?? 0);
}

/**
 * @param {string} module
 * @param {Sent} sent
 * @returns {Action | undefined}
 */
function actionOf(module, { action, croco }) {
  const known = { ...ACTIONS.get(module), ...(croco ? CROCO_ACTIONS.get(module) : {}) };
  return Object.hasOwn(known, action) ? known[action] : undefined;
}

/**
 * The checks most actions make themselves, then the action.
 *
 * @param {Server} server
 * @param {{ sent: Sent, user: UserRow, pass: string, faults: Fault[] }} request
 * @param {Action} action
 * @returns {Found}
 */
function run(server, { sent, user, pass, faults }, action) {
  const { params, lists, croco } = sent;
  const { settings, users, world } = server;
  const session = sessionOf(users, params.session_user || (croco ? user.user : ''));
  const refused = hasFault(faults, 'noPermission');
  if (!action.anyLogin) {
    if (!session.given) return ERRORS.session;
    if (refused || !mayManage(user, pass, croco)) {
      return action.denied?.(settings) ?? ERRORS.permission;
    }
  } else if (refused) return ERRORS.permission;
  /** @type {Ask} */
  const ask = { params, lists, user, session, world, users, settings, now: world.now() };
  return action.run(ask);
}

/**
 * @param {Found} found
 * @param {string} type
 * @param {Sent} sent
 * @param {number} blankLines
 * @returns {Printed}
 */
function print(found, type, { action }, blankLines) {
  if (found === 'crash') return { body: '', status: 500 };
  if (found === 'blank') return { body: '' };
  const before = '\n'.repeat(blankLines);
  if (type === 'json') return { body: `${before}${printJson(found)}` };
  if (type === 'xml') return { body: `${before}${printXml(action, found)}` };
  return { body: BAD_TYPE };
}
