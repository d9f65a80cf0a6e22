import { ERRORS } from '../ask.mjs';
import { printDate, readWindow } from '../dates.mjs';
import { PROFILE } from './users.mjs';

/** @import { FinishedCall } from '../../types.mjs' */
/** @import { Action, Ask } from '../ask.mjs' */

/**
 * A report of the calls that began in a window of time, the oldest first. Its shape is a guess: the
 * documentation names the parameters only.
 *
 * @param {(call: FinishedCall) => boolean} wanted
 * @returns {Action}
 */
const report = (wanted) => ({
  run(ask) {
    const { world, params, settings } = ask;
    const { fromDate = '', toDate = '' } = params;
    if (fromDate === '' || toDate === '') return ERRORS.missing;
    const { holds } = readWindow(fromDate, toDate, settings);
    const rows = [...world.finishedCalls.values()]
      .filter((call) => wanted(call) && holds(call.startedAt))
      .sort((a, b) => a.startedAt - b.startedAt)
      .map((call) => rowOf(ask, call))
      .filter((row) => isListed(ask, 'tenant', row.tenant))
      .filter((row) => isListed(ask, 'profile', String(row.profile_id)));
    return { result: 'success', data: settings.cdrShape === 'list' ? rows : { agent_cdr: rows } };
  },
});

/** `agent_cdr`: every call an agent had. */
export const agentCdr = report(() => true);

/** `outbound_cdr`: the ones that went out. */
export const outboundCdr = report(({ direction }) => direction === 'outbound');

/**
 * @param {Ask} ask
 * @param {FinishedCall} call
 */
function rowOf({ world, users, settings }, call) {
  const row = users.find(call.agentId);
  return {
    call_date: printDate(call.startedAt, settings),
    end_date: printDate(call.startedAt + call.seconds * 1000, settings),
    user: call.agentId,
    full_name: row?.fullName ?? null,
    tenant: row?.group ?? '',
    profile_id: PROFILE,
    campaign_id: call.campaign,
    campaign_name: world.campaigns.get(call.campaign)?.name ?? call.campaign,
    call_type: call.direction === 'inbound' ? 'INBOUND' : 'DIALER',
    phone_number: call.phone,
    caller_id: settings.callerId,
    status: call.outcome,
    length_in_sec: call.seconds,
    lead_id: Number(call.leadId),
    vendor_lead_code: call.leadCode,
    uniqueid: call.id,
  };
}

/**
 * @param {Ask} ask
 * @param {'tenant' | 'profile'} name
 * @param {string} value
 * @returns {boolean} true too when the client gave no list
 */
function isListed({ lists, params }, name, value) {
  const list = lists[name] ?? (params[name] ? [params[name]] : []);
  return list.length === 0 || list.includes(value);
}
