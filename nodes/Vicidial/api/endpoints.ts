import type { z } from 'zod';
import { RECORDS } from './schemas';
import type { Layout } from './table';

const names = (list: string): string[] => list.split(' ');

/** Builds whose header names every cell. */
const named = (list: string): Layout => ({ header: names(list), cells: names(list), bare: true });

/** Builds whose header names other cells than there are. */
const misnamed = (header: string, cells: string): Layout => ({
  header: names(header),
  cells: names(cells),
  bare: false,
});

const STATUS = 'status callerid lead_id campaign_id calls_today full_name user_group user_level';
const STATUS_MORE = 'pause_code real_time_sub_status phone_number vendor_lead_code session_id';
const FULL_STATUS = `${STATUS} ${STATUS_MORE}`;
const LOGGED_IN =
  'user campaign_id session_id status lead_id callerid calls_today full_name user_group user_level';
const GROUP_STATUS =
  'agents_logged_in agents_in_calls agents_waiting agents_paused agents_in_dead_calls agents_in_dispo';
const IN_GROUP_STATUS =
  'total_calls calls_waiting agents_logged_in agents_in_calls agents_waiting agents_paused agents_in_dispo';
const STATS =
  'user full_name user_group calls login_time total_talk_time avg_talk_time avg_wait_time pct_of_queue pause_time sessions avg_session pauses avg_pause_time pause_pct pauses_per_session';
const FULL_STATS = `${STATS} wait_time talk_time dispo_time dead_time`;

/**
 * Every function this package calls, and how its rows were laid out from the first build that had
 * it until today (docs/vendors/vicidial.md, Builds).
 */
export const FUNCTIONS = {
  agent_status: {
    layouts: [
      named(FULL_STATUS),
      // computer_ip stands in the header, and in the row only where there is one.
      misnamed(`${FULL_STATUS} computer_ip`, FULL_STATUS),
      misnamed(STATUS, FULL_STATUS),
      misnamed(STATUS, `${FULL_STATUS} computer_ip`),
      misnamed(STATUS, `${STATUS} pause_code real_time_sub_status phone_number vendor_lead_code`),
      misnamed(STATUS, `${STATUS} pause_code real_time_sub_status`),
    ],
    required: names('status campaign_id'),
    record: RECORDS.agent_status,
  },
  logged_in_agents: {
    layouts: [named(`${LOGGED_IN} pause_code sub_status`), named(LOGGED_IN)],
    required: names('user status'),
    record: RECORDS.logged_in_agents,
  },
  user_group_status: {
    layouts: [
      named(`usergroups calls_waiting ${GROUP_STATUS} agents_in_dial`),
      named(`usergroups calls_waiting ${GROUP_STATUS}`),
    ],
    required: names('usergroups agents_logged_in'),
    record: RECORDS.user_group_status,
  },
  in_group_status: {
    layouts: [
      named(`ingroups ${IN_GROUP_STATUS} agents_in_dial`),
      named(`ingroups ${IN_GROUP_STATUS}`),
    ],
    required: names('ingroups agents_logged_in'),
    record: RECORDS.in_group_status,
  },
  agent_stats_export: {
    layouts: [
      named(FULL_STATS),
      named(`campaign_id ${FULL_STATS}`),
      misnamed(STATS, `${STATS} wait_time`),
    ],
    required: names('user calls login_time'),
    record: RECORDS.agent_stats_export,
  },
  user_details: {
    layouts: [named('user full_name user_group user_level active')],
    required: names('user user_group'),
    record: RECORDS.user_details,
  },
  agent_campaigns: {
    layouts: [named('user allowed_campaigns_list allowed_ingroups_list')],
    required: names('allowed_campaigns_list'),
    record: RECORDS.agent_campaigns,
  },
  callid_info: {
    layouts: [
      named('call_id custtime call_date phone call_type campaign_id list_id status user'),
      named('call_id custtime'),
    ],
    required: names('call_id custtime'),
    record: RECORDS.callid_info,
  },
  campaigns_list: {
    layouts: [
      named(
        'campaign_id campaign_name active user_group dial_method dial_level lead_order dial_statuses dial_timeout dial_prefix manual_dial_prefix three_way_dial_prefix',
      ),
      named('campaign_id campaign_name active'),
    ],
    required: names('campaign_id campaign_name'),
    record: RECORDS.campaigns_list,
  },
} as const;

export type VicidialFunction = keyof typeof FUNCTIONS;
export type RecordOf<F extends VicidialFunction> = z.infer<(typeof FUNCTIONS)[F]['record']>;
