import { z } from 'zod';

const text = z.string().default('');
/** Null where it is empty, or where a build does not have the column; anything else is no number. */
const count = z
  .string()
  .regex(/^\d*$/)
  .transform((digits) => (digits === '' ? null : Number(digits)))
  .default('');
const id = z.string().trim().min(1);

/**
 * What a record of each function must hold (docs/vendors/vicidial.md, Functions). Columns that a
 * version does not have are empty.
 */
export const RECORDS = {
  agent_status: z.object({
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
  logged_in_agents: z.object({
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
  user_group_status: z.object({ usergroups: text, calls_waiting: count }).catchall(z.string()),
  in_group_status: z.object({ ingroups: text, calls_waiting: count }).catchall(z.string()),
  agent_stats_export: z.object({
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
  user_details: z.object({
    user: id,
    full_name: text,
    user_group: text,
    user_level: count,
    active: text,
  }),
  agent_campaigns: z.object({
    user: id,
    allowed_campaigns_list: text,
    allowed_ingroups_list: text,
  }),
  callid_info: z
    .object({ call_id: text, custtime: count, phone: text, campaign_id: text })
    .catchall(z.string()),
  campaigns_list: z
    .object({ campaign_id: id, campaign_name: text, active: text })
    .catchall(z.string()),
} as const;
