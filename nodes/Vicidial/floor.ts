import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import type { Floor, AgentsReading } from '../shared/model/Floor';
import { agentKey, fromLoggedIn, fromOffline, fromStatus, withoutDuplicates } from './agents';
import { readCallsWaiting } from './counts';
import { attempt } from '../shared/http/failure';
import type { VicidialClient } from './api/client';
import type { RecordOf } from './api/endpoints';

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

/**
 * Somebody whom VICIdial knows, logged in or not; undefined where the build cannot say more of users
 * (before August 2024).
 */
export async function readUser(
  client: VicidialClient,
  agentId: string,
): Promise<RecordOf<'user_details'> | undefined> {
  const details = await attempt(() => client.call('user_details', { agent_user: agentId }));
  if (details.ok) return details.value.records[0];
  if (details.failure.kind !== 'notSupported') throw details.failure;
  return undefined;
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
    return fromOffline(agentId, await readUser(client, agentId), client.source, receivedAt);
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
