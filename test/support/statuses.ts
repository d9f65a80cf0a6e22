import type { AgentState } from '../../nodes/shared/model/AgentState';

/** A status without a sub-status: the state without a lead and with one. */
export type StatusRow = [status: string, without: AgentState, withLead: AgentState];

/** What VICIdial and GOautodial have in common. */
export const STATUSES: StatusRow[] = [
  ['READY', 'ready', 'wrapUp'],
  ['CLOSER', 'ready', 'wrapUp'],
  ['PAUSED', 'paused', 'wrapUp'],
  ['INCALL', 'busy', 'busy'],
  ['QUEUE', 'busy', 'busy'],
  ['MQUEUE', 'busy', 'busy'],
  ['SOMETHING', 'unknown', 'unknown'],
];
