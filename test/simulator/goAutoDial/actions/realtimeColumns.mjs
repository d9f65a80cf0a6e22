/** @import { LiveAgent } from '../liveAgents.mjs' */

/** @typedef {[name: string, cell: (row: LiveAgent) => string | number | null][]} Columns */

/** The customer's number, which only some of the queries ask for. */
const PHONE = 'vl_phone_number';

/** @type {Columns} */
const COLUMNS = [
  ['vla_extension', (row) => row.extension],
  ['vla_user', (row) => row.user.user],
  ['vu_full_name', (row) => row.user.fullName],
  ['vu_user_group', (row) => row.user.group],
  ['vu_phone_login', (row) => row.user.phoneLogin],
  ['vla_conf_exten', (row) => row.session],
  ['vla_status', (row) => row.status],
  ['vla_comments', (row) => row.comments],
  ['vla_server_ip', (row) => row.serverIp],
  ['vla_call_server_ip', (row) => row.callServerIp],
  ['last_call_time', (row) => row.callTime],
  ['last_update_time', (row) => row.updateTime],
  ['last_call_finish', (row) => row.callFinish],
  ['vla_campaign_id', (row) => row.campaign],
  ['last_state_change', (row) => row.stateChange],
  ['vla_lead_id', (row) => row.lead],
  ['vla_agent_log_id', (row) => row.agentLogId],
  ['vu_user_id', (row) => row.user.userId],
  ['vu_user', (row) => row.user.user],
  ['vla_callerid', (row) => row.callerId],
  [PHONE, (row) => row.phone],
  ['vla_pausecode', (row) => row.pauseCode],
  ['vla_campaign_name', (row) => row.campaignName],
];

/** What the query for agents without a lead asks for. */
const WITHOUT_LEAD = COLUMNS.filter(([name]) => name !== PHONE);

/**
 * What the one query for both asks for, on a server with the table `online`.
 * @type {Columns}
 */
const EITHER = [[PHONE, (row) => (row.lead > 0 ? row.phone : null)], ...WITHOUT_LEAD];

/** @type {(columns: Columns) => (row: LiveAgent) => Record<string, string | number | null>} */
const printer = (columns) => (row) =>
  Object.fromEntries(columns.map(([name, cell]) => [name, cell(row)]));

export const printWithLead = printer(COLUMNS);
export const printWithoutLead = printer(WITHOUT_LEAD);
export const printEither = printer(EITHER);

/** Where the columns come from, by the lines of the statement. */
const SOURCES = [
  ['vl.phone_number', 'vla.extension', 'vla.user'],
  ['vu.full_name', 'vu.user_group', 'vu.phone_login'],
  ['vla.conf_exten', 'vla.status', 'vla.comments'],
  ['vla.server_ip', 'vla.call_server_ip', 'UNIX_TIMESTAMP(last_call_time)'],
  ['UNIX_TIMESTAMP(last_update_time)', 'UNIX_TIMESTAMP(last_call_finish)'],
  ['vla.campaign_id', 'UNIX_TIMESTAMP(last_state_change)'],
  ['vla.lead_id', 'vla.agent_log_id', 'vu.user_id'],
  ['vu.user', 'vla.callerid', 'val.sub_status'],
  ['vc.campaign_name'],
];

/**
 * The statement a server with the table `online` gives as its data when nobody is signed in.
 *
 * @returns {string}
 */
export function statement() {
  const names = EITHER.map(([name]) => name).values();
  const lines = SOURCES.map((line) =>
    line.map((source) => `${source} as '${names.next().value}'`).join(', '),
  );
  const deep = `\n${' '.repeat(24)}`;
  const shallow = `\n${' '.repeat(20)}`;
  return [
    `SELECT DISTINCT ${lines.join(`,${deep}`)}`,
    `${shallow}FROM vicidial_users as vu, vicidial_agent_log as val, vicidial_campaigns as vc, vicidial_live_agents as vla`,
    `${shallow}LEFT JOIN vicidial_list as vl ON vla.lead_id = vl.lead_id`,
    `${shallow}WHERE ( vla.campaign_id = vc.campaign_id) `,
    `${deep}AND (vla.user = vu.user AND vla.user NOT IN ('VDAD','VDCL','goAPI')) AND vla.user_level != '4' AND vla.agent_log_id = val.agent_log_id `,
    deep,
    `${shallow}ORDER BY last_call_time`,
  ].join('');
}
