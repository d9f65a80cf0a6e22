import type { IDataObject } from 'n8n-workflow';
import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import type { AgentState } from '../shared/model/AgentState';
import type { AvailabilityEntry } from './api/schemas';

/** What a status means when it is the built-in one, and when the customer made it. */
const STATES: Record<string, { builtIn: AgentState; custom: AgentState }> = {
  AVAILABLE: { builtIn: 'ready', custom: 'ready' },
  BUSY: { builtIn: 'busy', custom: 'paused' },
  AWAY: { builtIn: 'paused', custom: 'paused' },
  OFFLINE: { builtIn: 'offline', custom: 'offline' },
};

/** An agent's status: its type, and the custom status or the type again; null where not told. */
export interface Status {
  primary: string | null;
  secondary: string | null;
  /** On n8n's clock. */
  since: number | null;
}

/** Primary and secondary status as one of our states (docs/vendors/kore-ai.md, States). */
export function stateOf(primary: string | null, secondary: string | null): AgentState {
  const states = STATES[(primary ?? '').toUpperCase()];
  if (states === undefined) return 'unknown';
  return isBuiltIn(primary, secondary) ? states.builtIn : states.custom;
}

/** The custom status of a pause; null for the built-in one. */
export function reasonOf(primary: string | null, secondary: string | null): string | null {
  const paused = stateOf(primary, secondary) === 'paused';
  return paused && !isBuiltIn(primary, secondary) ? secondary : null;
}

/** Built-in is the type again, also with Kore.ai's own "System" before it. */
function isBuiltIn(primary: string | null, secondary: string | null): boolean {
  const plain = (text: string | null) => (text ?? '').toLowerCase().replace(/[\s_]+/g, '');
  return ['', plain(primary), `system${plain(primary)}`].includes(plain(secondary));
}

/** Who an agent is, from any of Kore.ai's lists. */
export interface Person {
  /** `u-...`: what every list but one knows an agent by. */
  userId: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  customId: string | null;
}

/** The e-mail address has another name in agents/availability. */
export const personOf = ({ emailId, ...entry }: AvailabilityEntry): Person => ({
  ...entry,
  email: emailId,
});

/** An agent in a status. `raw` holds fields chosen one by one, never a vendor's whole record. */
export function toSnapshot(
  person: Person,
  { primary, secondary, since }: Status,
  more: { source: string; observedAt: number; queues?: string[]; raw?: IDataObject },
): AgentSnapshot {
  const state = stateOf(primary, secondary);
  const { userId, email, firstName, lastName, customId } = person;
  return {
    vendor: 'koreAi',
    source: more.source,
    agentId: userId,
    agentName: nameOf(person),
    email,
    state,
    vendorStatus: primary,
    vendorSubStatus: secondary,
    reason: reasonOf(primary, secondary),
    stateSince: since,
    stateSinceSource: since === null ? null : 'vendor',
    stateSinceUncertaintySeconds: since === null ? null : 0,
    routable: state === 'unknown' ? null : state === 'ready',
    teams: { campaign: null, userGroup: null, departments: [], queues: more.queues ?? [] },
    call: null,
    callsToday: null,
    session: null,
    observedAt: more.observedAt,
    raw: { userId, email, firstName, lastName, customId, ...more.raw },
  };
}

export function nameOf({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>) {
  const name = [firstName, lastName].filter((part) => part !== null).join(' ');
  return name === '' ? null : name;
}
