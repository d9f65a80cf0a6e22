import { z } from 'zod';
import type { TableShape } from './table';

const text = z.string().default('');
const count = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number)
  .nullable()
  .catch(null)
  .default(null);
const id = z.string().trim().min(1);

const AGENT_STATUS =
  'status callerid lead_id campaign_id calls_today full_name user_group user_level pause_code real_time_sub_status phone_number vendor_lead_code session_id';
const LOGGED_IN =
  'user campaign_id session_id status lead_id callerid calls_today full_name user_group user_level';

/**
 * Every function this package calls: how its table is laid out, and what each record must
 * hold (docs/vendors/vicidial.md, Functions). Columns that a version does not have are empty.
 */
export const FUNCTIONS = {
  agent_status: {
    shape: shape(
      [`${AGENT_STATUS} computer_ip`, AGENT_STATUS],
      'status campaign_id',
      'full_name vendor_lead_code',
      'computer_ip',
    ),
    record: z.object({
      status: id,
      callerid: text,
      lead_id: text,
      campaign_id: text,
      calls_today: count,
      full_name: text,
      user_group: text,
      user_level: count,
      pause_code: text,
      real_time_sub_status: text,
      phone_number: text,
      vendor_lead_code: text,
      session_id: text,
      computer_ip: z.string().nullable().default(null),
    }),
  },
  logged_in_agents: {
    shape: shape([`${LOGGED_IN} pause_code sub_status`, LOGGED_IN], 'user status', 'full_name'),
    record: z.object({
      user: id,
      campaign_id: text,
      session_id: text,
      status: text,
      lead_id: text,
      callerid: text,
      calls_today: count,
      full_name: text,
      user_group: text,
      user_level: count,
      pause_code: text,
      sub_status: text,
    }),
  },
  user_group_status: {
    shape: shape(
      'usergroups calls_waiting agents_logged_in agents_in_calls agents_waiting agents_paused agents_in_dead_calls agents_in_dispo agents_in_dial',
      'usergroups agents_logged_in',
      'usergroups',
    ),
    record: z.object({ usergroups: text, calls_waiting: count }).catchall(z.string()),
  },
  in_group_status: {
    shape: shape(
      'ingroups total_calls calls_waiting agents_logged_in agents_in_calls agents_waiting agents_paused agents_in_dispo agents_in_dial',
      'ingroups agents_logged_in',
      'ingroups',
    ),
    record: z.object({ ingroups: text, calls_waiting: count }).catchall(z.string()),
  },
  agent_stats_export: {
    shape: shape(
      'user full_name user_group calls login_time total_talk_time avg_talk_time avg_wait_time pct_of_queue pause_time sessions avg_session pauses avg_pause_time pause_pct pauses_per_session wait_time talk_time dispo_time dead_time',
      'user calls login_time',
      'full_name',
    ),
    record: z.object({
      campaign_id: text,
      user: id,
      full_name: text,
      user_group: text,
      calls: count,
      sessions: count,
      pauses: count,
      login_time: text,
      total_talk_time: text,
      avg_talk_time: text,
      avg_wait_time: text,
      pct_of_queue: text,
      pause_time: text,
      avg_session: text,
      avg_pause_time: text,
      pause_pct: text,
      pauses_per_session: text,
      wait_time: text,
      talk_time: text,
      dispo_time: text,
      dead_time: text,
    }),
  },
  user_details: {
    shape: shape('user full_name user_group user_level active', 'user user_group', 'full_name'),
    record: z.object({
      user: id,
      full_name: text,
      user_group: text,
      user_level: count,
      active: text,
    }),
  },
  agent_campaigns: {
    shape: shape('user allowed_campaigns_list allowed_ingroups_list', 'allowed_campaigns_list'),
    record: z.object({ user: id, allowed_campaigns_list: text, allowed_ingroups_list: text }),
  },
  callid_info: {
    shape: shape(
      [
        'call_id custtime call_date phone call_type campaign_id list_id status user',
        'call_id custtime',
      ],
      'call_id custtime',
    ),
    record: z
      .object({ call_id: text, custtime: count, phone: text, campaign_id: text })
      .catchall(z.string()),
  },
  campaigns_list: {
    shape: shape(
      'campaign_id campaign_name active user_group dial_method dial_level lead_order dial_statuses dial_timeout dial_prefix manual_dial_prefix three_way_dial_prefix',
      'campaign_id campaign_name',
      'campaign_name',
    ),
    record: z.object({ campaign_id: id, campaign_name: text, active: text }).catchall(z.string()),
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
