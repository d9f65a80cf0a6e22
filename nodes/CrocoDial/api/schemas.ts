import { z } from 'zod';

/** An ID, which PHP sends as a number or as text. */
const id = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const userId = id.refine((value) => value !== '');
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? ''));
export const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
/** Epoch seconds; a date of zeros comes as 0. */
const seconds = count
  .nullish()
  .catch(null)
  .transform((value) => value || null);

/** What a record has beside what is read of it; only plain values are passed on. */
const more = z.union([z.string(), z.number(), z.boolean()]).nullable().catch(null);

/** One live row, whichever action tells it (docs/vendors/croco-dial.md, Answers). */
export const liveRow = z
  .object({
    vla_user: userId,
    vu_full_name: text,
    vu_user_group: text,
    vla_conf_exten: text,
    vla_status: text,
    last_call_time: seconds,
    last_state_change: seconds,
    vla_campaign_id: text,
    vla_lead_id: text,
    vla_callerid: text,
    vl_phone_number: text,
    vla_pausecode: text,
  })
  .catchall(more);
export type LiveRow = z.infer<typeof liveRow>;

/** The same rows as columns, without names and pause codes. */
export const liveColumns = z
  .object({
    user: z.array(userId),
    tenant_id: z.array(text),
    session_id: z.array(text),
    status: z.array(text),
    last_call_time: z.array(seconds),
    last_state_change: z.array(seconds),
    campaign: z.array(text),
    lead_id: z.array(text),
    caller_id: z.array(text),
  })
  .refine(sameLength)
  .transform((columns) =>
    columns.user.map(
      (user, index): LiveRow =>
        liveRow.parse({
          vla_user: user,
          vu_user_group: columns.tenant_id[index],
          vla_conf_exten: columns.session_id[index],
          vla_status: columns.status[index],
          last_call_time: columns.last_call_time[index],
          last_state_change: columns.last_state_change[index],
          vla_campaign_id: columns.campaign[index],
          vla_lead_id: columns.lead_id[index],
          vla_callerid: columns.caller_id[index],
        }),
    ),
  );

/** Nobody is the number 0, or, on some servers, the text of the SQL statement. */
export const nobody = z
  .union([z.literal(0), z.string().regex(/^\s*SELECT\s/i)])
  .transform(() => []);

export const callOnLine = z.object({ vac_callerid: text });

export const offlineUser = z
  .object({ vu_user: userId, vu_full_name: text, vu_user_group: text })
  .catchall(more);
export type OfflineUser = z.infer<typeof offlineUser>;

/** Somebody who has an account. */
export interface User {
  agentId: string;
  name: string;
  active: boolean;
  userGroup: string | null;
}

/** The users as columns, as GOautodial has them. */
export const userColumns = z
  .object({
    user: z.array(userId),
    full_name: z.array(text),
    user_group: z.array(text),
    active: z.array(text),
  })
  .refine(sameLength)
  .transform(({ user, full_name, user_group, active }) =>
    user.map(
      (agentId, index): User => ({
        agentId,
        name: full_name[index] ?? '',
        active: active[index] !== 'N',
        userGroup: user_group[index] || null,
      }),
    ),
  );

/** The users as objects, as CROCO-dial has them. */
export const userList = z
  .object({
    data: z.object({
      user_list: z.array(z.object({ user: userId, name: text, active: text })),
    }),
  })
  .transform(({ data }) =>
    data.user_list.map(
      ({ user, name, active }): User => ({
        agentId: user,
        name,
        active: active !== 'N',
        userGroup: null,
      }),
    ),
  );

const clock = z
  .string()
  .regex(/^\d+:\d\d:\d\d$/)
  .transform((value) => {
    const [hours = 0, minutes = 0, rest = 0] = value.split(':').map(Number);
    return hours * 3600 + minutes * 60 + rest;
  });

export const timeColumns = z
  .object({
    name: z.array(text),
    user: z.array(userId),
    number_of_calls: z.array(count),
    agent_time: z.array(clock),
    wait_time: z.array(clock),
    dispo_time: z.array(clock),
    pause_time: z.array(clock),
    wrap_up: z.array(clock),
    customer_time: z.array(clock),
  })
  .refine(sameLength);
export type TimeColumns = z.infer<typeof timeColumns>;

export const pauseRow = z.object({ user: userId, pause_sec: count, sub_status: text });
export type PauseRow = z.infer<typeof pauseRow>;

export const liveInfo = z
  .object({
    status: z.string().trim().min(1),
    in_call_with: text,
    campaign_id: text,
    conf_exten: text,
    vendor_lead_code: text,
    lead_id: text,
  })
  .catchall(more);
export type LiveInfo = z.infer<typeof liveInfo>;

export const records = z.array(z.record(more));
export type CallRecord = z.infer<typeof records>[number];

export const total = z.object({ data: count });

/** Columns of different lengths are rows that have got lost. */
function sameLength(columns: Record<string, unknown[]>): boolean {
  return new Set(Object.values(columns).map(({ length }) => length)).size <= 1;
}
