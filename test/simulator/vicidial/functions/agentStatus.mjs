import { asBinary } from '../../http/phpParams.mjs';
import { pauseCode } from '../agentLog.mjs';
import { liveRowsOf, RIGHTS, visibleAgent } from '../ask.mjs';
import { fullName, userLevel } from '../liveAgents.mjs';
import { leadsInCall, leadShown, subStatusOf } from '../subStatus.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { ApiFunction } from '../ask.mjs' */

const COLUMNS = [
  'status',
  'callerid',
  'lead_id',
  'campaign_id',
  'calls_today',
  'full_name',
  'user_group',
  'user_level',
  'pause_code',
  'real_time_sub_status',
  'phone_number',
  'vendor_lead_code',
  'session_id',
];

const TWO_DAYS = 2 * 86_400_000;

/**
 * `agent_status`: one agent, with the customer's number and without the agent's own id.
 * @type {ApiFunction}
 */
export const agentStatus = {
  may: RIGHTS.reports,
  denial: 'GET AGENT INFO',
  run(ask) {
    const { params, userSent, world, now } = ask;
    const { agent_user: id = '', include_ip: includeIp } = params;
    if (id === '' || id.length > 99) {
      return { error: `agent_status INVALID SEARCH PARAMETERS: ${userSent}|${id}` };
    }
    const agent = visibleAgent(ask, id);
    if (!agent) return { error: `agent_status AGENT NOT FOUND: ${userSent}|${id}` };
    const rows = liveRowsOf(ask);
    const row = rows.find((one) => one.agent === agent);
    if (!row) return { error: `agent_status AGENT NOT LOGGED IN: ${userSent}|${id}` };

    const lead = leadShown(row);
    const call = lead === '0' ? null : agent.call;
    const cells = [
      row.status,
      row.callerId,
      lead,
      row.campaign,
      row.callsToday,
      fullName(agent),
      asBinary(agent.group),
      userLevel(agent),
      pauseCode(world, agent),
      subStatusOf(row, leadsInCall(rows)),
      asBinary(call?.phone ?? ''),
      asBinary(call?.leadCode ?? ''),
      row.session,
    ];
    if (includeIp !== 'YES') return { columns: COLUMNS, rows: [cells] };
    return { columns: [...COLUMNS, 'computer_ip'], rows: [[...cells, ...oldAddress(agent, now)]] };
  },
};

/**
 * The address of the newest log-in that is older than two days: VICIdial compares the wrong way
 * round, so that agents of the last two days have no such cell at all. Log-ins are in
 * `extras.vicidial.logins`, as `{ at, ip }`.
 *
 * @param {Agent} agent
 * @param {number} now
 * @returns {string[]}
 */
function oldAddress({ extras }, now) {
  /** @type {{ at: number, ip: string }[]} */
  const logins = extras.vicidial?.logins ?? [];
  const old = logins.filter(({ at }) => at < now - TWO_DAYS).sort((a, b) => b.at - a.at);
  return old.slice(0, 1).map(({ ip }) => ip);
}
