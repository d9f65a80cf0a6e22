import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import type { Floor, AgentsReading } from '../shared/model/Floor';
import { agentKey, fromLoggedIn, fromOffline, fromStatus, withoutDuplicates } from './agents';
import { readCallsWaiting } from './counts';
import type { VicidialClient } from './api/client';

/** Which agents to ask the server for; empty means everyone. */
export interface FloorFilter {
  campaigns: string[];
  userGroups: string[];
}

export const EVERYONE: FloorFilter = { campaigns: [], userGroups: [] };

/** The agents of one VICIdial server, as its API user sees them. */
export interface VicidialFloor extends Floor {
  /** Agents who are logged in, in one request. */
  readAgents(filter: FloorFilter): Promise<AgentsReading>;
  /** One agent with the call's phone number and lead code; offline when not logged in. */
  readAgent(agentId: string, includeIp: boolean): Promise<AgentSnapshot>;
}

/** The floor on top of a client. */
export function createFloor(client: VicidialClient): VicidialFloor {
  const readAgents = async ({ campaigns, userGroups }: FloorFilter) => {
    const { records, receivedAt } = await client.call('logged_in_agents', {
      show_sub_status: 'YES',
      ...(campaigns.length > 0 ? { campaigns: campaigns.join('|') } : {}),
      ...(userGroups.length > 0 ? { user_groups: userGroups.join('|') } : {}),
    });
    const agents = records.map((record) => fromLoggedIn(record, client.source, receivedAt));
    return { agents: withoutDuplicates(agents), observedAt: receivedAt };
  };

  const readAgent = async (agentId: string, includeIp: boolean): Promise<AgentSnapshot> => {
    const form = { agent_user: agentId, ...(includeIp ? { include_ip: 'YES' } : {}) };
    const { records, receivedAt } = await client.call('agent_status', form);
    const record = records[0];
    if (record !== undefined) return fromStatus(agentId, record, client.source, receivedAt);
    const details = await client.call('user_details', { agent_user: agentId });
    return fromOffline(agentId, details.records[0], client.source, details.receivedAt);
  };

  return {
    id: client.source,
    hasRoster: false,
    agentKey,
    readAgents,
    readFloor: async ({ callsWaiting }) => ({
      ...(await readAgents(EVERYONE)),
      callsWaiting: callsWaiting ? await readCallsWaiting(client) : null,
    }),
    readAgent,
    confirmOffline: async (agentId) => {
      const { records } = await client.call('agent_status', { agent_user: agentId });
      return records.length === 0;
    },
  };
}
