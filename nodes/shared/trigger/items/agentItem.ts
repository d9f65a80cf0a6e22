import type { IDataObject } from 'n8n-workflow';
import { snapshotToItem, type AgentCall, type AgentSnapshot } from '../../model/AgentSnapshot';
import type { ItemOptions } from './body';

/** The agent's snapshot; phone numbers and lead codes only when asked for. */
export function agentItem(agent: AgentSnapshot, options: ItemOptions): IDataObject {
  const shown =
    options.includePersonalData || agent.call === null
      ? agent
      : { ...agent, call: { ...NOBODY_CALLED, campaign: agent.call.campaign } };
  return snapshotToItem(shown, options.simplify || !options.includePersonalData);
}

const NOBODY_CALLED: AgentCall = {
  callId: null,
  leadId: null,
  leadCode: null,
  phone: null,
  campaign: null,
  seconds: null,
};

/**
 * Somebody who is no longer on the floor, as far as is remembered.
 *
 * @param offlineSince null where it is not known whether the agent logged out
 */
export function goneAgent(
  { agentId, agentName }: { agentId: string; agentName: string | null },
  at: number,
  offlineSince: number | null,
  { vendor, source }: ItemOptions,
): AgentSnapshot {
  const loggedOut = offlineSince !== null;
  return {
    vendor,
    source,
    agentId,
    agentName,
    email: null,
    state: loggedOut ? 'offline' : 'unknown',
    vendorStatus: null,
    vendorSubStatus: null,
    reason: null,
    stateSince: offlineSince,
    stateSinceSource: loggedOut ? 'observed' : null,
    stateSinceUncertaintySeconds: null,
    routable: loggedOut ? false : null,
    teams: { campaign: null, userGroup: null, departments: [], queues: [] },
    call: null,
    callsToday: null,
    session: null,
    observedAt: at,
    raw: {},
  };
}

/** "Maria Lopez (1001)", or the ID alone. */
export function fullName({
  agentId,
  agentName,
}: {
  agentId: string;
  agentName: string | null;
}): string {
  return agentName === null ? agentId : `${agentName} (${agentId})`;
}
