import type { AgentCall, AgentSnapshot } from '../shared/model/AgentSnapshot';
import { hasLead, stateOf } from '../shared/astguiclient/liveRows';
import type { RecordOf } from './api/endpoints';

export { agentKey, stateOf, withoutDuplicates } from '../shared/astguiclient/liveRows';

type LoggedInRecord = RecordOf<'logged_in_agents'>;
type StatusRecord = RecordOf<'agent_status'>;
type UserRecord = RecordOf<'user_details'>;

const orNull = (text: string) => (text === '' ? null : text);

/** A row of `logged_in_agents`. */
export function fromLoggedIn(
  record: LoggedInRecord,
  source: string,
  observedAt: number,
): AgentSnapshot {
  return snapshot(record.user, record, record.sub_status, source, observedAt);
}

/** The answer of `agent_status`, which does not repeat whom it is about. */
export function fromStatus(
  agentId: string,
  record: StatusRecord,
  source: string,
  observedAt: number,
): AgentSnapshot {
  const agent = snapshot(agentId, record, record.real_time_sub_status, source, observedAt);
  return {
    ...agent,
    call:
      agent.call === null
        ? null
        : {
            ...agent.call,
            phone: orNull(record.phone_number),
            leadCode: orNull(record.vendor_lead_code),
          },
    session: { id: orNull(record.session_id), ip: record.computer_ip || null },
  };
}

/** Somebody whom VICIdial knows and who is not logged in. */
export function fromOffline(
  agentId: string,
  user: UserRecord | undefined,
  source: string,
  observedAt: number,
): AgentSnapshot {
  return {
    ...identity(user?.user ?? agentId, user?.full_name ?? '', source, observedAt),
    state: 'offline',
    vendorStatus: null,
    vendorSubStatus: null,
    reason: null,
    routable: false,
    teams: {
      campaign: null,
      userGroup: orNull(user?.user_group ?? ''),
      departments: [],
      queues: [],
    },
    call: null,
    callsToday: null,
    session: null,
    raw: { ...user },
  };
}

type CommonRecord = Pick<
  LoggedInRecord,
  | 'status'
  | 'lead_id'
  | 'callerid'
  | 'campaign_id'
  | 'user_group'
  | 'pause_code'
  | 'calls_today'
  | 'full_name'
  | 'session_id'
>;

function snapshot(
  agentId: string,
  record: CommonRecord,
  subStatus: string,
  source: string,
  observedAt: number,
): AgentSnapshot {
  const state = stateOf(record.status, subStatus, record.lead_id);
  return {
    ...identity(agentId, record.full_name, source, observedAt),
    state,
    vendorStatus: orNull(record.status),
    vendorSubStatus: orNull(subStatus),
    // The code of the last pause stays on the record while the agent takes calls.
    reason: record.status === 'PAUSED' && state !== 'wrapUp' ? orNull(record.pause_code) : null,
    routable: state === 'ready',
    teams: {
      campaign: orNull(record.campaign_id),
      userGroup: orNull(record.user_group),
      departments: [],
      queues: [],
    },
    call: state === 'busy' || state === 'wrapUp' ? callOf(record) : null,
    callsToday: record.calls_today,
    session: { id: orNull(record.session_id), ip: null },
    raw: { ...record },
  };
}

function callOf(record: CommonRecord): AgentCall | null {
  if (record.callerid === '' && !hasLead(record.lead_id)) return null;
  return {
    callId: orNull(record.callerid),
    leadId: hasLead(record.lead_id) ? record.lead_id : null,
    leadCode: null,
    phone: null,
    campaign: orNull(record.campaign_id),
    seconds: null,
  };
}

function identity(agentId: string, fullName: string, source: string, observedAt: number) {
  return {
    vendor: 'vicidial',
    source,
    agentId,
    agentName: orNull(fullName.trim()),
    email: null,
    // VICIdial's API never tells since when (docs/vendors/vicidial.md, Times).
    stateSince: null,
    stateSinceSource: null,
    stateSinceUncertaintySeconds: null,
    observedAt,
  };
}
