import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import type { AgentSource, AgentsReading } from '../shared/model/FloorSource';
import { agentKey } from './agents';
import type { CrocoDialClient } from './api/client';
import { crocoDialFloor } from './crocoDialFloor';
import { goAutoDialFloor } from './goAutoDialFloor';

/** Whom a source is about, and what their statuses mean. */
export interface Scope {
  /** User names; empty means everyone, which CROCO-dial cannot tell. */
  users: readonly string[];
  /** Statuses of CROCO-dial that mean paused as well, `*` standing for anything. */
  pausedStatuses: readonly string[];
}

/** How one of the two systems is read. */
export interface Floor {
  /** Everyone of the scope; nothing less than everyone. */
  readAll(): Promise<AgentsReading>;
  /** Everyone of the scope; where each takes a request, a few may be unknown. */
  readMost(): Promise<AgentsReading>;
  readAgent(agentId: string): Promise<AgentSnapshot>;
  confirmOffline(agentId: string): Promise<boolean>;
}

/** The agents of one server, as its API user sees them. */
export interface CrocoDialSource extends AgentSource {
  /** Everyone of the scope who is logged in, or whom CROCO-dial was asked after. */
  readAgents(): Promise<AgentsReading>;
  /** One agent; offline when GOautodial has the user without a session. */
  readAgent(agentId: string): Promise<AgentSnapshot>;
}

/** The source on top of a client. */
export function createSource(client: CrocoDialClient, scope: Scope): CrocoDialSource {
  const floor =
    client.dialect === 'goAutoDial'
      ? goAutoDialFloor(client, scope)
      : crocoDialFloor(client, scope);
  const watched = new Set(scope.users.map(agentKey));
  return {
    id: client.source,
    hasRoster: false,
    agentKey,
    readAgents: floor.readAll,
    // Neither tells calls waiting (docs/vendors/croco-dial.md, What it cannot tell).
    readFloor: async () => ({ ...(await floor.readMost()), callsWaiting: null }),
    readAgent: floor.readAgent,
    // Whoever was taken off the list of those to watch is gone because of that.
    confirmOffline: async (key) =>
      (watched.size > 0 && !watched.has(key)) || floor.confirmOffline(key),
  };
}
