import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { AgentState } from '../model/AgentState';

/**
 * The live rows of astGUIclient: VICIdial's table, which all who derive from it have as well. The
 * sub-status says more than the status; it is looked at first (docs/vendors/vicidial.md, States).
 */
const SUB_STATUS = new Map<string, AgentState>([
  ['RING', 'busy'],
  ['PREVIEW', 'busy'],
  ['DIAL', 'busy'],
  ['PARK', 'busy'],
  ['3-WAY', 'busy'],
  ['DISPO', 'wrapUp'],
  ['DEAD', 'wrapUp'],
]);

/** Waiting or paused with a lead still open is wrap-up, whatever the sub-status. */
const STATUS = new Map<string, { state: AgentState; withLead: AgentState }>([
  ['READY', { state: 'ready', withLead: 'wrapUp' }],
  ['CLOSER', { state: 'ready', withLead: 'wrapUp' }],
  ['PAUSED', { state: 'paused', withLead: 'wrapUp' }],
  ['INCALL', { state: 'busy', withLead: 'busy' }],
  ['QUEUE', { state: 'busy', withLead: 'busy' }],
  ['MQUEUE', { state: 'busy', withLead: 'busy' }],
]);

/** Status, sub-status and lead of a live row as one of our states. */
export function stateOf(status: string, subStatus: string, leadId: string): AgentState {
  const bySubStatus = SUB_STATUS.get(subStatus);
  if (bySubStatus !== undefined) return bySubStatus;
  const byStatus = STATUS.get(status);
  if (byStatus === undefined) return 'unknown';
  return hasLead(leadId) ? byStatus.withLead : byStatus.state;
}

/** Whether a lead is open: none is empty or 0. */
export const hasLead = (leadId: string): boolean => /[1-9]/.test(leadId);

/** User IDs are compared without case. */
export const agentKey = (agentId: string): string => agentId.toLowerCase();

/** Of two live rows of one user, the one that shows work wins: nobody paused takes calls. */
const WINS: readonly AgentState[] = ['busy', 'wrapUp', 'ready', 'unknown', 'paused', 'offline'];

/** One snapshot per agent. */
export function withoutDuplicates(agents: readonly AgentSnapshot[]): AgentSnapshot[] {
  const best = new Map<string, AgentSnapshot>();
  for (const agent of agents) {
    const key = agentKey(agent.agentId);
    const rival = best.get(key);
    if (rival === undefined || WINS.indexOf(agent.state) < WINS.indexOf(rival.state)) {
      best.set(key, agent);
    }
  }
  return [...best.values()];
}
