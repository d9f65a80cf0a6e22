import { uniqBy } from 'lodash';
import { attempt, ContactCenterFailure, type FailureKind } from '../shared/http/failure';
import { mapLimited } from '../shared/http/mapLimited';
import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import { ACTIONS } from './api/endpoints';
import { agentKey, fromInfo, fromSilence } from './agents';
import type { CrocoDialClient } from './api/client';
import type { Scope, ScopeReader } from './scope';

const REQUESTS_AT_ONCE = 10;

/** Of those watched, this many must be read for a floor to count. */
const LEAST_SHARE = 0.9;

/** What may go wrong for one user alone; anything else goes wrong for all of them. */
const OF_ONE: ReadonlySet<FailureKind> = new Set([
  'timeout',
  'unreachable',
  'outage',
  'unreadable',
]);

/** CROCO-dial: one request per user, since it has no list of those who are logged in. */
export function crocoDialFloor(
  client: CrocoDialClient,
  { users, pausedStatuses }: Scope,
): ScopeReader {
  const watched = uniqBy(users, agentKey);

  const readAgent = async (agentId: string): Promise<AgentSnapshot> => {
    const reply = await client.ask(ACTIONS.liveInfo, { user: agentId });
    const heard = { source: client.source, at: reply.receivedAt, clockOffset: 0 };
    if (reply.said !== undefined) return fromSilence(agentId, reply.said, heard);
    const info = reply.value.data;
    return info === null
      ? fromSilence(agentId, '', heard)
      : fromInfo(agentId, info, pausedStatuses, heard);
  };

  const readUsers = async (mayFail: number) => {
    if (watched.length === 0) throw nobodyNamed();
    const failures: ContactCenterFailure[] = [];
    const agents = await mapLimited(
      watched,
      async (user) => {
        const read = await attempt(() => readAgent(user));
        if (read.ok) return read.value;
        const { failure } = read;
        failures.push(failure);
        if (!OF_ONE.has(failure.kind) || failures.length > mayFail) {
          throw failures.length > 1 ? tooFew(failures.length, watched.length, failure) : failure;
        }
        return fromSilence(user, '', { source: client.source, at: Date.now(), clockOffset: 0 });
      },
      REQUESTS_AT_ONCE,
    );
    return { agents, observedAt: Math.max(...agents.map((agent) => agent.observedAt)) };
  };

  return {
    readAll: () => readUsers(0),
    readMost: () => readUsers(Math.floor(watched.length * (1 - LEAST_SHARE) + 1e-9)),
    readAgent,
    // It has no word for somebody who is not logged in.
    confirmOffline: async () => false,
  };
}

function tooFew(
  failed: number,
  total: number,
  failure: ContactCenterFailure,
): ContactCenterFailure {
  return new ContactCenterFailure(
    failure.kind,
    `At least ${failed} of ${total} agents could not be read: ${failure.message}`,
    failure.advice,
  );
}

/** CROCO-dial has to be told whom to ask after. */
export function nobodyNamed(): ContactCenterFailure {
  return new ContactCenterFailure(
    'badInput',
    'No agent is named',
    'CROCO-dial has no list of those who are logged in. Enter the user names of the agents, separated by commas.',
  );
}
