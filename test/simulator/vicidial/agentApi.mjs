import { ORDERS } from './agentOrders.mjs';
import { logIn } from './auth.mjs';
import { liveRow } from './liveAgents.mjs';
import { localTime } from './settings.mjs';

/** @import { Agent } from '../types.mjs' */
/** @import { Fault } from '../faults.mjs' */
/** @import { Params } from '../http/phpParams.mjs' */
/** @import { Login } from './auth.mjs' */
/** @import { Printed, Server } from './nonAgentApi.mjs' */

const VERSION = 'VERSION: 2.14-82|BUILD: 250122-1010';

/** Functions of the real script that are known by name here, and no more. */
const NOT_SIMULATED = new Set([
  'change_ingroups',
  'park_call',
  'transfer_conference',
  'send_dtmf',
  'audio_playback',
  'set_timer_action',
  'update_fields',
  'refresh_panel',
  'switch_lead',
  'vm_message',
  'external_add_lead',
  'preview_dial_action',
  'call_agent',
  'webphone_url',
  'ra_call_control',
  'st_login_log',
  'st_get_agent_active_lead',
  'send_notification',
  'webserver',
]);

/**
 * `/agc/api.php`: orders for the screens of signed-in agents. Any active user with the API right
 * may give them, whatever groups it may see.
 *
 * @param {Server} server
 * @param {{ sent: Params, remoteAddress: string, faults: Fault[] }} request
 * @returns {Printed}
 */
export function agentApi(server, { sent, remoteAddress, faults }) {
  const { world, users, settings } = server;
  const now = world.now();
  const params = readParams(sent);
  if (!params) return { body: '', status: 500 };
  const { user: userSent = '', pass = '', function: name = '', source = '' } = params;
  if (!settings.agentApiActive) return { body: 'ERROR: System API NOT ACTIVE\n' };
  if (name === 'version') {
    const date = localTime(now, settings);
    return { body: `${VERSION}|DATE: ${date}|EPOCH: ${Math.floor(now / 1000)}\n` };
  }

  const forced = faults.some(({ type }) => type === 'locked' || type === 'loginRefused');
  const login = forced
    ? /** @type {Login} */ ({ key: 'BAD' })
    : logIn({ users, settings, now, remoteAddress }, { user: userSent, pass, minLevel: 1 });
  const mayUse = users.find(userSent)?.apiAccess ? 1 : 0;
  if (login.key !== 'GOOD' || !login.user) {
    const told = `|${userSent}|${pass}|0|${mayUse}|${login.key}|0|api|${statement(userSent, pass, now)}|`;
    return { body: `ERROR: Invalid Username/Password: ${told}\n` };
  }
  if (!mayUse)
    return { body: `ERROR: Invalid Username/Password: |${userSent}|${pass}|1|0|GOOD|\n` };

  if (source.length < 2) return { body: `ERROR: Invalid Source - ${source}\n` };
  const order = ORDERS[name];
  if (!order && !NOT_SIMULATED.has(name)) return { body: '' };
  const { user } = login;
  const { value = '' } = params;
  if (user.allowedFunctions !== null && !user.allowedFunctions.includes(name)) {
    const told = `${value}|${userSent}|${name}|${user.group}`;
    return {
      body: `ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - ${told}\n`,
    };
  }
  if (order && !order.valid(value)) {
    return { body: `ERROR: ${name} not valid - ${value}|${params.agent_user}\n` };
  }
  const { agent, notice, id } = findAgent(server, params);
  if (!agent || agent.state === 'offline') {
    return { body: `${notice}ERROR: agent_user is not logged in - ${id}\n` };
  }
  if (!order) return { body: `ERROR: ${name} is not simulated\n` };
  const row = liveRow(world, agent);
  return { body: order.run({ world, settings, agent, row, id, value, now }) };
}

/**
 * `alt_user`, the agent's third custom field, may stand for the agent's own name.
 *
 * @param {Server} server
 * @param {Record<string, string>} params
 * @returns {{ agent: Agent | undefined, notice: string, id: string }}
 */
function findAgent({ world }, { agent_user: agentUser = '', alt_user: altUser = '' }) {
  const roster = [...world.roster()];
  if (altUser !== '') {
    const agent = roster.find(({ extras }) => extras.vicidial?.customThree === altUser);
    const notice = agent ? '' : `ERROR: no user found - ${altUser}\n`;
    return { agent, notice, id: agent?.id ?? '' };
  }
  const wanted = agentUser.toLowerCase();
  const agent = world.agent(agentUser) ?? roster.find(({ id }) => id.toLowerCase() === wanted);
  return { agent, notice: '', id: agentUser };
}

/**
 * The SQL statement that a refused login shows to everybody, password and all.
 *
 * @param {string} user
 * @param {string} pass
 * @param {number} now
 */
const statement = (user, pass, now) =>
  `SELECT count(*) from vicidial_users where user='${user}' and pass='${pass}' and user_level > 0 ` +
  `and active='Y' and ( (failed_login_count < 10) or (UNIX_TIMESTAMP(last_login_date) < ` +
  `${Math.floor(now / 1000) - 900}) );`;

/**
 * @param {Params} sent
 * @returns {Record<string, string> | undefined}
 */
function readParams(sent) {
  /** @type {Record<string, string>} */
  const params = {};
  for (const name of ['user', 'pass', 'function', 'source', 'agent_user', 'alt_user', 'value']) {
    const value = sent.get(name) ?? '';
    if (typeof value !== 'string') return undefined;
    const drop = name === 'pass' ? /[^-.+/=_0-9a-zA-Z]/g : /[^-_0-9a-zA-Z]/g;
    params[name] = value.replace(drop, '');
  }
  return params;
}
