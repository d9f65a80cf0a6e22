import { ERRORS } from '../ask.mjs';
import { liveAgents } from '../liveAgents.mjs';
import { kindOf, statusOf } from './status.mjs';

/** @import { Action, Found } from '../ask.mjs' */
/** @import { LiveAgent } from '../liveAgents.mjs' */
/** @import { Absent, Settings } from '../settings.mjs' */

/** What there is to tell of somebody who is on no call, in the documented order. */
const NO_CALL = {
  in_call_with: '',
  campaign_id: '',
  campaign_name: '',
  call_type: '',
  caller_id: '',
};

/** @type {Record<string, string>} */
const CALL_TYPES = { AUTO: 'DIALER', MANUAL: 'MANUAL', INBOUND: 'INBOUND' };

/**
 * `getLiveAgentInfo`: one user's status, without its name and without since when. What comes for
 * somebody who is not there is not documented; a setting chooses. `extras.croco` of an agent
 * overrides any field.
 * @type {Action}
 */
export const getLiveAgentInfo = {
  run(ask) {
    const { params, users, settings } = ask;
    if (!params.user) return ERRORS.missing;
    const row = users.find(params.user);
    if (!row) return ABSENT[settings.unknownUserAnswer]('User does not exist');
    const [live] = liveAgents(ask, [row]);
    if (!live) return ABSENT[settings.offlineAnswer]('Agent is not logged in');
    return { result: 'success', data: dataOf(live, settings) };
  },
};

/** @type {Record<Absent, (message: string) => Found>} */
const ABSENT = {
  error: (message) => ({ result: 'error', message }),
  empty: () => ({ result: 'success', data: [] }),
  status: () => ({
    result: 'success',
    data: {
      status: 'OFFLINE',
      color: 'default',
      ...NO_CALL,
      conf_exten: '',
      server_ip: '',
      vendor_lead_code: '',
      lead_id: 0,
    },
  }),
};

/**
 * @param {LiveAgent} row
 * @param {Settings} settings
 */
const dataOf = (row, settings) => ({
  ...statusOf(row, settings),
  ...(kindOf(row) === 'inCall' && row.lead > 0 ? callOf(row, settings) : NO_CALL),
  conf_exten: row.session,
  server_ip: row.serverIp,
  vendor_lead_code: row.leadCode,
  lead_id: row.lead,
  ...row.user.agent?.extras.croco,
});

/**
 * @param {LiveAgent} row
 * @param {Settings} settings
 */
const callOf = ({ phone, campaign, campaignName, comments }, { callerId }) => ({
  in_call_with: phone,
  campaign_id: campaign,
  campaign_name: campaignName,
  call_type: CALL_TYPES[comments] ?? comments,
  caller_id: callerId,
});
