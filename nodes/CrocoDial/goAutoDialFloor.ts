import { ContactCenterFailure } from '../shared/http/failure';
import { ACTIONS } from './api/endpoints';
import { agentKey, fromOffline, fromRow, withoutDuplicates } from './agents';
import type { Timed } from '../shared/http/timed';
import type { CrocoDialClient } from './api/client';
import type { Scope, ScopeReader } from './scope';

/** GOautodial: the whole floor in one request, everybody's time of the last change included. */
export function goAutoDialFloor(client: CrocoDialClient, { users }: Scope): ScopeReader {
  const heard = ({ receivedAt: at, clockOffset }: Timed<unknown>) => ({
    source: client.source,
    at,
    clockOffset,
  });
  const watched = new Set(users.map(agentKey));

  const readEveryone = async () => {
    const floor = await client.call(ACTIONS.floor);
    const { data, callerids } = floor.value;
    const lines = callerids ? new Set(callerids.map(({ vac_callerid }) => vac_callerid)) : null;
    const agents = data.map((row) => fromRow(row, lines, heard(floor)));
    return { agents: withoutDuplicates(agents), observedAt: floor.receivedAt };
  };

  const readAll = async () => {
    const { agents, observedAt } = await readEveryone();
    const wanted = agents.filter(
      ({ agentId }) => watched.size === 0 || watched.has(agentKey(agentId)),
    );
    return { agents: wanted, observedAt };
  };

  const readOffline = async (agentId: string) => {
    const answer = await client.call(ACTIONS.offlineUsers);
    const user = answer.value.data.find((one) => agentKey(one.vu_user) === agentKey(agentId));
    return user === undefined ? undefined : fromOffline(user, heard(answer));
  };

  /** A live row that the floor leaves out, for want of a row in the agent log. */
  const readHidden = async (agentId: string) => {
    const answer = await client.ask(ACTIONS.liveRows, {});
    if (answer.said !== undefined) return undefined;
    const row = answer.value.find((one) => agentKey(one.vla_user) === agentKey(agentId));
    return row === undefined ? undefined : fromRow(row, null, heard(answer));
  };

  return {
    readAll,
    readMost: readAll,
    readAgent: async (agentId) => {
      const { agents } = await readEveryone();
      const found =
        agents.find((agent) => agentKey(agent.agentId) === agentKey(agentId)) ??
        (await readOffline(agentId)) ??
        (await readHidden(agentId));
      if (found === undefined) throw unknownAgent();
      return found;
    },
    confirmOffline: async (agentId) => (await readOffline(agentId)) !== undefined,
  };
}

/** Nobody of that name, as far as the session user sees. */
export function unknownAgent(): ContactCenterFailure {
  return new ContactCenterFailure(
    'notFound',
    'GOautodial knows no such agent',
    'Check the user name. Users who are not active are not found, nor are those whose group or campaign the session user may not see.',
  );
}
