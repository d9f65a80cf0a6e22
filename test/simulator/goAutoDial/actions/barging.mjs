import { ERRORS } from '../ask.mjs';
import { liveAgents, STATUS_ORDER } from '../liveAgents.mjs';

/** @import { Action } from '../ask.mjs' */
/** @import { LiveAgent } from '../liveAgents.mjs' */

const MOST_ROWS = 2000;

/** @type {[string, (row: LiveAgent) => string | number | null][]} */
const COLUMNS = [
  ['station', (row) => row.extension],
  ['user', (row) => row.user.user],
  ['tenant_id', (row) => row.user.group],
  ['session_id', (row) => row.session],
  ['status', (row) => row.status],
  ['comments', (row) => row.comments],
  ['server_ip', (row) => row.serverIp],
  ['call_server_ip', (row) => row.callServerIp],
  ['last_call_time', (row) => row.callTime],
  ['last_call_finish', (row) => row.callFinish],
  ['campaign', (row) => row.campaign],
  ['last_state_change', (row) => row.stateChange],
  ['lead_id', (row) => row.lead],
  ['agent_log_id', (row) => row.agentLogId],
  ['caller_id', (row) => row.callerId],
];

/**
 * `goGetAgentsOnCall`: everybody who is signed in, on a call or not, as columns; for any login.
 * @type {Action}
 */
export const getAgentsOnCall = {
  anyLogin: true,
  run(ask) {
    const rows = liveAgents(ask).sort(byStatus).slice(0, MOST_ROWS);
    if (rows.length === 0) return ERRORS.nobody;
    const columns = COLUMNS.map(([name, cell]) => [name, rows.map(cell)]);
    return { result: 'success', ...Object.fromEntries(columns) };
  },
};

/**
 * @param {LiveAgent} one
 * @param {LiveAgent} other
 */
const byStatus = (one, other) =>
  STATUS_ORDER.indexOf(one.status) - STATUS_ORDER.indexOf(other.status) ||
  one.callTime - other.callTime;
