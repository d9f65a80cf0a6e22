import { attempt, ContactCenterFailure } from '../shared/http/failure';
import type { AgentState } from '../shared/model/AgentState';
import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import type { Floor, AgentsReading } from '../shared/model/Floor';
import { fromAgent } from './agents';
import type { RocketChatClient } from './api/client';
import { countQueued } from './counts';
import { agentRoute, ROUTES } from './api/endpoints';
import type { AgentRecord } from './api/schemas';

/** The agents of one Rocket.Chat workspace. */
export interface RocketChatFloor extends Floor {
  /** Everyone, and with the chats each has open if one of these states depends on them. */
  readAgents(states: readonly AgentState[]): Promise<AgentsReading>;
  /** One agent by user ID, username or e-mail address. */
  readAgent(who: string): Promise<AgentSnapshot>;
}

const BY_ID = JSON.stringify({ _id: 1 });

/** Ready and busy agents differ by their open chats, which another list has. */
const NEED_CHATS: readonly AgentState[] = ['ready', 'busy'];

/**
 * The floor on top of a client.
 *
 * @param watchedDepartments whose queued chats `readFloor` counts; none means all
 */
export function createFloor(
  client: RocketChatClient,
  watchedDepartments: readonly string[] = [],
): RocketChatFloor {
  const list = () =>
    client.getAll(
      ROUTES.agents,
      ({ users }): AgentRecord[] => users,
      ({ _id }) => _id,
      { sort: BY_ID },
    );

  /** Open chats by agent; the list has a row per agent and department. */
  const openChats = async (agentId?: string): Promise<Map<string, number>> => {
    const { value } = await client.getAll(
      ROUTES.queue,
      ({ queue }) => queue,
      ({ user, department }) => `${user._id}/${department?._id ?? ''}`,
      { includeOfflineAgents: 'true', ...(agentId === undefined ? {} : { agentId }) },
    );
    const chats = new Map<string, number>();
    for (const { user, chats: open } of value) {
      chats.set(user._id, (chats.get(user._id) ?? 0) + open);
    }
    return chats;
  };

  const read = async (states: readonly AgentState[]) => {
    const { value, receivedAt, clockOffset } = await list();
    const chats = states.some((state) => NEED_CHATS.includes(state))
      ? await openChats()
      : new Map<string, number>();
    const agents = value.map((record) =>
      fromAgent(record, chats.get(record._id) ?? 0, client.source, receivedAt),
    );
    return { agents, observedAt: receivedAt, clockOffset };
  };

  const byId = async (userId: string) => {
    const { value, receivedAt } = await client.get(agentRoute(userId));
    return { record: value.user, receivedAt };
  };

  return {
    id: client.source,
    hasRoster: true,
    agentKey: (agentId) => agentId,
    readAgents: async (states) => {
      const { agents, observedAt } = await read(states);
      return { agents, observedAt };
    },
    readFloor: async (wanted) => {
      const { agents, observedAt, clockOffset } = await read(wanted.states);
      const callsWaiting = wanted.callsWaiting
        ? await countQueued(client, watchedDepartments, observedAt - clockOffset)
        : null;
      return { agents, observedAt, callsWaiting };
    },
    readAgent: async (who) => {
      const { value: entries, receivedAt } = await client.getAll(
        ROUTES.agents,
        ({ users }): AgentRecord[] => users,
        ({ _id }) => _id,
        { sort: BY_ID, text: who },
      );
      const named = entries.find(
        ({ _id, username, emails }) =>
          _id === who || username === who || emails?.some(({ address }) => address === who),
      );
      const found = named === undefined ? await byId(who) : { record: named, receivedAt };
      if (found.record === null) throw notAnAgent();
      const { record } = found;
      const chats = await openChats(record._id);
      return fromAgent(record, chats.get(record._id) ?? 0, client.source, found.receivedAt);
    },
    confirmOffline: async (agentId) => {
      const asked = await attempt(() => byId(agentId));
      if (asked.ok) return asked.value.record === null;
      if (asked.failure.kind === 'notFound') return true;
      throw asked.failure;
    },
  };
}

function notAnAgent(): ContactCenterFailure {
  return new ContactCenterFailure(
    'notFound',
    'This Rocket.Chat user is not an omnichannel agent',
    'In Rocket.Chat, add the user under Omnichannel, Agents, or choose another.',
  );
}
