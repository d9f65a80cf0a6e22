import type { z } from 'zod';
import { RECORDS } from './schemas';
import type { TableShape } from './table';

const AGENT_STATUS =
  'status callerid lead_id campaign_id calls_today full_name user_group user_level pause_code real_time_sub_status phone_number vendor_lead_code session_id';
const LOGGED_IN =
  'user campaign_id session_id status lead_id callerid calls_today full_name user_group user_level';

/** Every function this package calls, and how its table is laid out. */
export const FUNCTIONS = {
  agent_status: {
    shape: shape(
      [`${AGENT_STATUS} computer_ip`, AGENT_STATUS],
      'status campaign_id',
      'full_name vendor_lead_code',
      'computer_ip',
    ),
    record: RECORDS.agent_status,
  },
  logged_in_agents: {
    shape: shape([`${LOGGED_IN} pause_code sub_status`, LOGGED_IN], 'user status', 'full_name'),
    record: RECORDS.logged_in_agents,
  },
  user_group_status: {
    shape: shape(
      'usergroups calls_waiting agents_logged_in agents_in_calls agents_waiting agents_paused agents_in_dead_calls agents_in_dispo agents_in_dial',
      'usergroups agents_logged_in',
      'usergroups',
    ),
    record: RECORDS.user_group_status,
  },
  in_group_status: {
    shape: shape(
      'ingroups total_calls calls_waiting agents_logged_in agents_in_calls agents_waiting agents_paused agents_in_dispo agents_in_dial',
      'ingroups agents_logged_in',
      'ingroups',
    ),
    record: RECORDS.in_group_status,
  },
  agent_stats_export: {
    shape: shape(
      'user full_name user_group calls login_time total_talk_time avg_talk_time avg_wait_time pct_of_queue pause_time sessions avg_session pauses avg_pause_time pause_pct pauses_per_session wait_time talk_time dispo_time dead_time',
      'user calls login_time',
      'full_name',
    ),
    record: RECORDS.agent_stats_export,
  },
  user_details: {
    shape: shape('user full_name user_group user_level active', 'user user_group', 'full_name'),
    record: RECORDS.user_details,
  },
  agent_campaigns: {
    shape: shape('user allowed_campaigns_list allowed_ingroups_list', 'allowed_campaigns_list'),
    record: RECORDS.agent_campaigns,
  },
  callid_info: {
    shape: shape(
      [
        'call_id custtime call_date phone call_type campaign_id list_id status user',
        'call_id custtime',
      ],
      'call_id custtime',
    ),
    record: RECORDS.callid_info,
  },
  campaigns_list: {
    shape: shape(
      'campaign_id campaign_name active user_group dial_method dial_level lead_order dial_statuses dial_timeout dial_prefix manual_dial_prefix three_way_dial_prefix',
      'campaign_id campaign_name',
      'campaign_name',
    ),
    record: RECORDS.campaigns_list,
  },
} as const;

export type VicidialFunction = keyof typeof FUNCTIONS;
export type RecordOf<F extends VicidialFunction> = z.infer<(typeof FUNCTIONS)[F]['record']>;

function shape(
  layouts: string | readonly string[],
  required: string,
  free = '',
  mayLack = '',
): TableShape {
  return {
    layouts: [layouts].flat().map(names),
    required: names(required),
    free: names(free),
    mayLack: names(mayLack),
  };
}

function names(list: string): string[] {
  return list.split(' ').filter((name) => name !== '');
}
