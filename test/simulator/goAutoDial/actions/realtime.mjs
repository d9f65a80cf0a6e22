import { ADMIN, seesCampaign } from '../ask.mjs';
import { isRemote, liveAgents } from '../liveAgents.mjs';
import { avatars } from './dashboard.mjs';
import { printEither, printWithLead, printWithoutLead, statement } from './realtimeColumns.mjs';

/** @import { Action, Ask } from '../ask.mjs' */
/** @import { LiveAgent } from '../liveAgents.mjs' */

/**
 * `goGetRealtimeAgentsMonitoring`: the whole floor in one answer. Who has no row in the agent log
 * is not in it. Nobody is the number 0, or, on a server with the table `online`, the text of the
 * statement.
 * @type {Action}
 */
export const getRealtimeAgentsMonitoring = {
  run(ask) {
    const { session, settings } = ask;
    if (settings.php >= 8 && session.group !== ADMIN) return 'crash';
    const live = liveAgents(ask);
    const rows = live.filter(
      (row) => row.agentLogId !== 0 && !isRemote(row) && seesCampaign(session, row.campaign),
    );
    if (rows.length === 0) {
      return { result: 'success', data: settings.onlineTable ? statement() : 0 };
    }
    const rest = { dataGo: avatars(ask), parked: [] };
    if (settings.onlineTable) {
      return { result: 'success', data: rows.sort(byCallTime).map(printEither), ...rest };
    }
    const newest = rows.sort(byCallTime).reverse();
    const data = [
      ...newest.filter(({ lead }) => lead > 0).map(printWithLead),
      ...newest.filter(({ lead }) => lead === 0).map(printWithoutLead),
    ];
    return { result: 'success', data, ...rest, callerids: callsOnLine(ask, live) };
  },
};

/**
 * @param {LiveAgent} one
 * @param {LiveAgent} other
 */
const byCallTime = (one, other) => one.callTime - other.callTime;

/**
 * The table `vicidial_auto_calls`: calls that still have a channel, those nobody has answered yet
 * included. An agent INCALL whose call is not among them has lost the customer.
 *
 * @param {Ask} ask
 * @param {LiveAgent[]} live
 */
export function callsOnLine({ world }, live) {
  /** @type {Map<string, object>} */
  const calls = new Map();
  /** @type {(id: string, lead: number, phone: string) => void} */
  const add = (id, lead, phone) =>
    void calls.set(id, { vac_callerid: id, vac_lead_id: lead, vac_phone_number: phone });
  for (const { onLine, callerId, lead, phone } of live) if (onLine) add(callerId, lead, phone);
  for (const { id, phone } of world.waitingCalls()) add(id, Number(id.slice(-9)), phone);
  return [...calls.values()];
}
