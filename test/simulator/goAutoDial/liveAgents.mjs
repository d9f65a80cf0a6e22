import { asText } from '../http/phpParams.mjs';
import { pauseCode } from '../vicidial/agentLog.mjs';
import { liveRows } from '../vicidial/liveAgents.mjs';
import { REMOTE } from './users.mjs';
import { timesOf } from './times.mjs';

/** @import { LiveRow } from '../vicidial/liveAgents.mjs' */
/** @import { Ask } from './ask.mjs' */
/** @import { Times } from './times.mjs' */
/** @import { UserRow } from './users.mjs' */

/**
 * A row of `vicidial_live_agents`, which is VICIdial's own table, with the columns GOautodial asks
 * for. `extras.goautodial.row` overrides any of them.
 *
 * @typedef {object} OwnColumns
 * @property {string} extension
 * @property {string} session
 * @property {string} status
 * @property {string} comments   AUTO, INBOUND, MANUAL: the kind of call
 * @property {string} serverIp
 * @property {string} callServerIp
 * @property {number} updateTime   when the agent's screen was last heard of
 * @property {string} campaign
 * @property {string} campaignName
 * @property {number} lead   0 is none
 * @property {string} callerId
 * @property {string} phone
 * @property {string} leadCode
 * @property {number} agentLogId   0 if there is no row in the agent log, which hides the agent from
 *   the live list
 * @property {string | null} pauseCode
 * @property {boolean} onLine   whether the call is in `vicidial_auto_calls`
 * @property {boolean} parked
 */

/** @typedef {OwnColumns & Omit<Times, 'stateChange'> & { stateChange: number | null, user: UserRow }} LiveAgent */

/** The kind of a call by the first letter of its id. */
const KINDS = new Map([
  ['V', 'AUTO'],
  ['M', 'MANUAL'],
  ['Y', 'INBOUND'],
]);

/** The statuses in which a call is on a server. */
const ON_SERVER = new Set(['INCALL', 'QUEUE']);

/** The statuses in the order of the column, which is how the database sorts them. */
export const STATUS_ORDER = ['READY', 'QUEUE', 'INCALL', 'PAUSED', 'CLOSER', 'MQUEUE'];

/**
 * Everybody who is signed in, in the order of the table.
 *
 * @param {Pick<Ask, 'world' | 'users' | 'settings' | 'now'>} ask
 * @param {UserRow[]} [only]   whose rows are wanted, if not everybody's
 * @returns {LiveAgent[]}
 */
export function liveAgents(ask, only = ask.users.all()) {
  const users = new Map(only.map((row) => [row.agent?.id, row]));
  const wanted = () => ask.world.signedIn().filter(({ id }) => users.has(id));
  return liveRows({ ...ask.world, signedIn: wanted }).flatMap((row) => {
    const user = users.get(row.agent.id);
    return user ? [liveAgent(ask, row, user)] : [];
  });
}

/**
 * @param {Pick<Ask, 'world' | 'settings' | 'now'>} ask
 * @param {LiveRow} row
 * @param {UserRow} user
 * @returns {LiveAgent}
 */
function liveAgent({ world, settings, now }, row, user) {
  const { agent, status, lead, callerId, comments } = row;
  const campaign = asText(row.campaign);
  const withLead = lead !== '0';
  return {
    user,
    ...timesOf(world, agent),
    extension: `SIP/${user.phoneLogin}`,
    session: row.session,
    status,
    comments: comments || (withLead ? (KINDS.get(callerId.charAt(0)) ?? '') : ''),
    serverIp: settings.serverIp,
    callServerIp: ON_SERVER.has(status) ? settings.serverIp : '',
    updateTime: Math.floor(now / 1000),
    campaign,
    campaignName: world.campaigns.get(campaign)?.name ?? campaign,
    lead: Number(lead),
    callerId,
    phone: withLead ? (agent.call?.phone ?? '') : '',
    leadCode: withLead ? (agent.call?.leadCode ?? '') : '',
    agentLogId: user.userId * 10_000 + world.history(agent.id).length,
    pauseCode: asText(pauseCode(world, agent)) || null,
    onLine: row.liveCall && ON_SERVER.has(status) && callerId !== '',
    parked: row.parked,
    ...agent.extras.goautodial?.row,
  };
}

/** @param {LiveAgent} row */
export const isRemote = ({ user }) => user.level === REMOTE;
