import { secondsSince, type AgentCall, type AgentSnapshot } from '../shared/model/AgentSnapshot';
import { hasLead, stateOf } from '../shared/astguiclient/liveRows';
import type { LiveInfo, LiveRow, OfflineUser } from './api/schemas';
import { readStatus } from './crocoStatus';

export { agentKey, withoutDuplicates } from '../shared/astguiclient/liveRows';

/** When and from whom it was heard. */
interface Heard {
  source: string;
  /** Epoch milliseconds on n8n's clock. */
  at: number;
  /** What to add to the server's times to have them on n8n's clock, in milliseconds. */
  clockOffset: number;
}

const orNull = (text: string) => (text === '' ? null : text);

/** In these a row's time is that of its call (docs/vendors/croco-dial.md, Times). */
const ON_CALL: ReadonlySet<string> = new Set(['INCALL', 'QUEUE']);

/**
 * Whether the customer has hung up: the agent is in a call that no line has any more. GOautodial
 * does not send it; its own screen derives it so. A call that has just begun may not be on a line
 * yet, and has no change of state since.
 *
 * @param lines the calls that are on a line; null where the server does not tell
 */
export function isDead(row: LiveRow, lines: ReadonlySet<string> | null): boolean {
  return (
    lines !== null &&
    row.vla_status === 'INCALL' &&
    !lines.has(row.vla_callerid) &&
    row.last_state_change !== row.last_call_time
  );
}

/** A live row of GOautodial. */
export function fromRow(
  row: LiveRow,
  lines: ReadonlySet<string> | null,
  { source, at, clockOffset }: Heard,
): AgentSnapshot {
  const subStatus = isDead(row, lines) ? 'DEAD' : '';
  const state = stateOf(row.vla_status, subStatus, row.vla_lead_id);
  const onClock = (seconds: number | null) =>
    seconds === null ? null : seconds * 1000 + clockOffset;
  const onCall = state === 'busy' && ON_CALL.has(row.vla_status);
  const since = onClock(onCall ? row.last_call_time : row.last_state_change);
  return {
    ...identity(row.vla_user, row.vu_full_name, source, at),
    state,
    vendorStatus: orNull(row.vla_status),
    vendorSubStatus: orNull(subStatus),
    reason: state === 'paused' ? orNull(row.vla_pausecode) : null,
    stateSince: since,
    stateSinceSource: since === null ? null : 'vendor',
    stateSinceUncertaintySeconds: since === null ? null : 0,
    routable: state === 'ready',
    teams: {
      campaign: orNull(row.vla_campaign_id),
      userGroup: orNull(row.vu_user_group),
      departments: [],
      queues: [],
    },
    call:
      state === 'busy' || state === 'wrapUp'
        ? callOf({
            callId: orNull(row.vla_callerid),
            leadId: hasLead(row.vla_lead_id) ? row.vla_lead_id : null,
            leadCode: null,
            phone: orNull(row.vl_phone_number),
            campaign: orNull(row.vla_campaign_id),
            seconds: onCall ? secondsSince(onClock(row.last_call_time), at) : null,
          })
        : null,
    session: { id: orNull(row.vla_conf_exten), ip: null },
    raw: { ...row },
  };
}

/** Somebody whom GOautodial knows and who is not logged in. */
export function fromOffline(user: OfflineUser, { source, at }: Heard): AgentSnapshot {
  return {
    ...identity(user.vu_user, user.vu_full_name, source, at),
    state: 'offline',
    routable: false,
    teams: { ...NO_TEAMS, userGroup: orNull(user.vu_user_group) },
    raw: { ...user },
  };
}

/**
 * What CROCO-dial tells of one user, whose ID it does not repeat.
 *
 * @param paused statuses that mean paused as well
 */
export function fromInfo(
  agentId: string,
  info: LiveInfo,
  paused: readonly string[],
  { source, at }: Heard,
): AgentSnapshot {
  const { state, reason } = readStatus(info.status, paused);
  const campaign = orNull(info.campaign_id);
  return {
    ...identity(agentId, '', source, at),
    state,
    reason,
    vendorStatus: info.status,
    routable: state === 'unknown' ? null : state === 'ready',
    teams: { ...NO_TEAMS, campaign },
    call:
      state === 'busy' || state === 'wrapUp'
        ? callOf({
            callId: null,
            leadId: hasLead(info.lead_id) ? info.lead_id : null,
            leadCode: orNull(info.vendor_lead_code),
            phone: orNull(info.in_call_with),
            campaign,
            seconds: null,
          })
        : null,
    session: { id: orNull(info.conf_exten), ip: null },
    raw: { ...info },
  };
}

/**
 * Somebody of whom CROCO-dial tells nothing. That may be an agent who is offline: what it answers
 * then is not documented, so nothing is made of it.
 *
 * @param said its words
 */
export function fromSilence(agentId: string, said: string, { source, at }: Heard): AgentSnapshot {
  return {
    ...identity(agentId, '', source, at),
    vendorStatus: orNull(said),
    raw: { said },
  };
}

const NO_TEAMS = { campaign: null, userGroup: null, departments: [], queues: [] };

function identity(agentId: string, fullName: string, source: string, at: number): AgentSnapshot {
  return {
    vendor: 'crocoDial',
    source,
    agentId,
    agentName: orNull(fullName.trim()),
    email: null,
    state: 'unknown',
    vendorStatus: null,
    vendorSubStatus: null,
    reason: null,
    stateSince: null,
    stateSinceSource: null,
    stateSinceUncertaintySeconds: null,
    routable: null,
    teams: NO_TEAMS,
    call: null,
    callsToday: null,
    session: null,
    observedAt: at,
    raw: {},
  };
}

function callOf(call: AgentCall): AgentCall | null {
  return call.callId === null && call.leadId === null && call.phone === null ? null : call;
}
