import type { IDataObject } from 'n8n-workflow';
import type { AgentState } from './AgentState';

/** Who told since when an agent is in a state: the vendor, or we who watched it change. */
export type SinceSource = 'vendor' | 'observed';

/** The contact an agent is on. Fields that a vendor or a request does not tell are null. */
export interface AgentCall {
  callId: string | null;
  leadId: string | null;
  /** The lead's code in the customer's own CRM. */
  leadCode: string | null;
  phone: string | null;
  campaign: string | null;
  /** Whole seconds since the contact began. */
  seconds: number | null;
}

/** Where an agent belongs, in the vendor's own identifiers. */
interface AgentTeams {
  campaign: string | null;
  userGroup: string | null;
  departments: string[];
  queues: string[];
}

/** One agent at one moment. Times are epoch milliseconds, durations whole seconds. */
export interface AgentSnapshot {
  vendor: string;
  /** Which server and account told it, for example `vicidial:dialer.example.com:apiuser`. */
  source: string;
  agentId: string;
  agentName: string | null;
  email: string | null;
  state: AgentState;
  vendorStatus: string | null;
  vendorSubStatus: string | null;
  /** The pause code or custom status; null where it would be stale or is not set. */
  reason: string | null;
  stateSince: number | null;
  stateSinceSource: SinceSource | null;
  /** How much earlier the state may have begun; null where nobody knows. */
  stateSinceUncertaintySeconds: number | null;
  /** Whether the vendor may give the agent work in this state. */
  routable: boolean | null;
  teams: AgentTeams;
  call: AgentCall | null;
  callsToday: number | null;
  /** The agent's login: an id that later requests need, and the address, where asked for. */
  session: { id: string | null; ip: string | null } | null;
  observedAt: number;
  /** The vendor's own record, as it came. */
  raw: IDataObject;
}

/** Whole seconds from `since` to `now`, never negative; null without a since. */
export function secondsSince(since: number | null, now: number): number | null {
  return since === null ? null : Math.max(0, Math.floor((now - since) / 1000));
}

/** An epoch in milliseconds as ISO 8601 UTC without milliseconds; null stays null. */
export function toIso(ms: number | null): string | null {
  return ms === null ? null : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/**
 * The snapshot as an item's JSON: ISO times, seconds in state as of the observation.
 *
 * @param simplify true leaves out the vendor's own record
 */
export function snapshotToItem(agent: AgentSnapshot, simplify: boolean): IDataObject {
  return {
    agentId: agent.agentId,
    agentName: agent.agentName,
    state: agent.state,
    reason: agent.reason,
    callsToday: agent.callsToday,
    vendorStatus: agent.vendorStatus,
    vendorSubStatus: agent.vendorSubStatus,
    routable: agent.routable,
    stateSince: toIso(agent.stateSince),
    secondsInState: secondsSince(agent.stateSince, agent.observedAt),
    stateSinceSource: agent.stateSinceSource,
    stateSinceUncertaintySeconds: agent.stateSinceUncertaintySeconds,
    teams: { ...agent.teams },
    call: agent.call === null ? null : { ...agent.call },
    email: agent.email,
    session: agent.session === null ? null : { ...agent.session },
    vendor: agent.vendor,
    source: agent.source,
    observedAt: toIso(agent.observedAt),
    ...(simplify ? {} : { raw: agent.raw }),
  };
}
