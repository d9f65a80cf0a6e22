import type { IDataObject } from 'n8n-workflow';
import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import type { AgentState } from '../shared/model/AgentState';
import type { AgentRecord } from './api/schemas';

/** A state, why, and whether the agent may still be given chats in it. */
interface Presence {
  state: AgentState;
  reason: string | null;
  routable: boolean | null;
}

/** Presence with the omnichannel toggle on (docs/vendors/rocket-chat.md, States). */
const PRESENCE = new Map<string, Presence>([
  ['online', { state: 'ready', reason: null, routable: true }],
  ['away', { state: 'paused', reason: 'away', routable: true }],
  ['busy', { state: 'paused', reason: 'busy', routable: true }],
]);

const UNKNOWN: Presence = { state: 'unknown', reason: null, routable: null };

/** Presence and toggle as one of our states; open chats make a ready agent busy. */
export function presenceOf(
  status: string | null,
  toggle: string | null,
  openChats: number,
): Presence {
  if (status === 'offline') return { state: 'offline', reason: null, routable: false };
  if (toggle === 'not-available') {
    return { state: 'paused', reason: 'not-available', routable: false };
  }
  const presence = toggle === 'available' ? PRESENCE.get(status ?? '') : undefined;
  if (presence === undefined) return UNKNOWN;
  return presence.state === 'ready' && openChats > 0 ? { ...presence, state: 'busy' } : presence;
}

/** An agent of the list, with the chats that are open. */
export function fromAgent(
  record: AgentRecord,
  openChats: number,
  source: string,
  observedAt: number,
): AgentSnapshot {
  const { state, reason, routable } = presenceOf(record.status, record.statusLivechat, openChats);
  return {
    vendor: 'rocketChat',
    source,
    agentId: record._id,
    agentName: record.name ?? record.username,
    email: record.emails?.[0]?.address ?? null,
    state,
    vendorStatus: record.status,
    vendorSubStatus: record.statusLivechat,
    reason,
    // No route of the community edition tells since when (docs/vendors/rocket-chat.md, Times).
    stateSince: null,
    stateSinceSource: null,
    stateSinceUncertaintySeconds: null,
    routable,
    teams: {
      campaign: null,
      userGroup: null,
      departments: record.departments ?? [],
      queues: [],
    },
    call: null,
    callsToday: null,
    session: null,
    observedAt,
    raw: rawOf(record, openChats),
  };
}

function rawOf(record: AgentRecord, openChats: number): IDataObject {
  const { emails, departments, ...fields } = record;
  return {
    ...fields,
    emails: (emails ?? []).map(({ address }) => address),
    departments: departments ?? [],
    openChats,
  };
}
