import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import type { AgentsReading } from '../shared/model/Floor';

/** Whom a floor is about, and what their statuses mean. */
export interface Scope {
  /** User names; empty means everyone, which CROCO-dial cannot tell. */
  users: readonly string[];
  /** Statuses of CROCO-dial that mean paused as well, `*` standing for anything. */
  pausedStatuses: readonly string[];
}

/** How one of the two systems is read. */
export interface ScopeReader {
  /** Everyone of the scope; nothing less than everyone. */
  readAll(): Promise<AgentsReading>;
  /** Everyone of the scope; where each takes a request, a few may be unknown. */
  readMost(): Promise<AgentsReading>;
  readAgent(agentId: string): Promise<AgentSnapshot>;
  confirmOffline(agentId: string): Promise<boolean>;
}
