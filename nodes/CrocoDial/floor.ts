import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import type { Floor, AgentsReading } from '../shared/model/Floor';
import { agentKey } from './agents';
import type { CrocoDialClient } from './api/client';
import { crocoDialFloor } from './crocoDialFloor';
import { goAutoDialFloor } from './goAutoDialFloor';
import type { Scope } from './scope';

/** The agents of one server, as its API user sees them. */
export interface CrocoDialFloor extends Floor {
  /** Everyone of the scope who is logged in, or whom CROCO-dial was asked after. */
  readAgents(): Promise<AgentsReading>;
  /** One agent; offline when GOautodial has the user without a session. */
  readAgent(agentId: string): Promise<AgentSnapshot>;
}

/** The floor on top of a client. */
export function createFloor(client: CrocoDialClient, scope: Scope): CrocoDialFloor {
  const reader =
    client.dialect === 'goAutoDial'
      ? goAutoDialFloor(client, scope)
      : crocoDialFloor(client, scope);
  const watched = new Set(scope.users.map(agentKey));
  return {
    id: client.source,
    hasRoster: false,
    agentKey,
    readAgents: reader.readAll,
    // Neither tells calls waiting (docs/vendors/croco-dial.md, What it cannot tell).
    readFloor: async () => ({ ...(await reader.readMost()), callsWaiting: null }),
    readAgent: reader.readAgent,
    // Whoever was taken off the list of those to watch is gone because of that.
    confirmOffline: async (key) =>
      (watched.size > 0 && !watched.has(key)) || reader.confirmOffline(key),
  };
}
