import { uniqBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { attempt, ContactCenterFailure } from '../shared/http/failure';
import { mapLimited } from '../shared/http/mapLimited';
import type { AgentSnapshot } from '../shared/model/AgentSnapshot';
import type { AgentState } from '../shared/model/AgentState';
import type { Floor, AgentsReading } from '../shared/model/Floor';
import { personOf, toSnapshot, type Status } from './agents';
import type { KoreAiClient } from './api/client';
import { readDay } from './pages';
import { countWaiting } from './queues';
import { ROUTES } from './api/endpoints';
import { openSegment, toSegments } from './segments';
import { currentStatus, lastEnd, readReports, type AgentReport } from './statuses';
import { dayOf } from './time';
import type { AvailabilityEntry, KoreStatus } from './api/schemas';

/** One agent of agents/availability. */
interface Listed {
  status: string;
  entry: AvailabilityEntry;
}

/** The agents of one Kore.ai app. */
export interface KoreAiFloor extends Floor {
  /**
   * Everyone, or the agents of some queues, in one request, and one more per 50 agents in a status
   * of `detailed`: only those have a custom status, and since when.
   */
  readAgents(queueIds: readonly string[], detailed: readonly KoreStatus[]): Promise<AgentsReading>;
  /** One agent by e-mail address. */
  readAgent(email: string): Promise<AgentSnapshot>;
  /** Everyone as agents/availability lists them. */
  list(): Promise<AvailabilityEntry[]>;
}

/** The statuses whose agents' reports a question about a state needs: custom ones of type Busy are pauses. */
const NEEDED: Partial<Record<AgentState, readonly KoreStatus[]>> = {
  ready: ['AVAILABLE'],
  busy: ['BUSY'],
  paused: ['AWAY', 'BUSY'],
};

/**
 * The floor on top of a client.
 *
 * @param watchedQueues queues whose agents `readFloor` marks, for one request each, and whose
 *   contacts it counts; the reports of others are not asked for
 */
export function createFloor(
  client: KoreAiClient,
  watchedQueues: readonly string[] = [],
): KoreAiFloor {
  const ask = async (queueIds: readonly string[]) => {
    const body = queueIds.length === 0 ? {} : { queueIds: [...queueIds] };
    const told = await client.ask(ROUTES.availability, { body });
    if (told.value.length === 0 && queueIds.length === 0) throw nobodyAtAll();
    return { ...told, value: uniqBy(told.value, ({ entry }) => entry.userId) };
  };

  const read = async (
    queueIds: readonly string[],
    detailed: readonly KoreStatus[],
    members?: ReadonlyMap<string, string[]>,
  ): Promise<AgentsReading> => {
    const { value, receivedAt, clockOffset } = await ask(queueIds);
    const emails = value
      .filter(({ status }) => detailed.some((each) => each === status))
      .filter(({ entry }) => members === undefined || members.has(entry.userId))
      .flatMap(({ entry }) => entry.emailId ?? []);
    const reports = await readReports(client, emails, receivedAt - clockOffset);
    const agents = value.map((listed) => {
      const { userId } = listed.entry;
      return toSnapshot(personOf(listed.entry), statusOf(listed, reports.get(userId)), {
        source: client.source,
        observedAt: receivedAt,
        queues: members?.get(userId),
        raw: rawOf(listed.entry),
      });
    });
    return { agents, observedAt: receivedAt };
  };

  const readAgent = async (email: string): Promise<AgentSnapshot> => {
    const reports = await readReports(client, [email], Date.now());
    const report = [...reports.values()].find(({ record }) => isSame(record.email, email));
    if (report === undefined) throw noSuchAgent(email);
    const more = { source: client.source, observedAt: report.receivedAt };
    const current = currentStatus(report);
    if (current !== undefined) return toSnapshot(report.record, current, more);
    // Somebody who is offline and somebody without a report look alike; the list tells them apart.
    const live = await attempt(() => ask([]));
    if (!live.ok && live.failure.kind !== 'forbidden') throw live.failure;
    const listed = live.ok
      ? live.value.value.find(({ entry }) => entry.userId === report.record.userId)
      : undefined;
    const primary = listed?.status ?? (report.segments.length > 0 ? 'OFFLINE' : null);
    const since = primary === 'OFFLINE' ? lastEnd(report) : null;
    return toSnapshot(report.record, { primary, secondary: null, since }, more);
  };

  return {
    id: client.source,
    hasRoster: true,
    agentKey: (agentId) => agentId,
    readAgents: (queueIds, detailed) => read(queueIds, detailed),
    readFloor: async ({ states, callsWaiting }) => {
      const detailed = states.flatMap((state) => NEEDED[state] ?? []);
      const members = watchedQueues.length > 0 ? await membersOf(client, watchedQueues) : undefined;
      return {
        ...(await read([], detailed, members)),
        callsWaiting: callsWaiting ? await countWaiting(client, watchedQueues) : null,
      };
    },
    readAgent,
    list: async () => (await ask([])).value.map(({ entry }) => entry),
    confirmOffline: async (agentId) => {
      const { value } = await readDay(client, dayOf(Date.now(), client.zone));
      const record = value.find(({ userId }) => userId === agentId);
      return openSegment(toSegments(record?.status ?? [], client.zone)) === undefined;
    },
  };
}

/** The report is asked for later than the list: where they disagree, the agent is just changing. */
function statusOf({ status }: Listed, report: AgentReport | undefined): Status {
  const current = report === undefined ? undefined : currentStatus(report);
  return current?.primary === status ? current : { primary: status, secondary: null, since: null };
}

/** The queues of each of their agents, by user ID. */
async function membersOf(
  client: KoreAiClient,
  queueIds: readonly string[],
): Promise<Map<string, string[]>> {
  const members = new Map<string, string[]>();
  await mapLimited(queueIds, async (queueId) => {
    const { value } = await client.ask(ROUTES.queueAgents, { body: { queueIds: [queueId] } });
    for (const { userId } of value) members.set(userId, [...(members.get(userId) ?? []), queueId]);
  });
  return members;
}

function rawOf({ _id, channelCapacity }: AvailabilityEntry): IDataObject {
  return { _id, ...(channelCapacity ? { channelCapacity: { ...channelCapacity } } : {}) };
}

export const isSame = (one: string | null, other: string) =>
  one?.toLowerCase() === other.toLowerCase();

export function noSuchAgent(who: string): ContactCenterFailure {
  return new ContactCenterFailure(
    'notFound',
    `Kore.ai knows no agent "${who.slice(0, 80)}"`,
    'Choose one from the list, or enter the e-mail address the agent logs in to Kore.ai with.',
  );
}

/** An account has agents, if only offline ones; a list without any is not the whole list. */
function nobodyAtAll(): ContactCenterFailure {
  return new ContactCenterFailure(
    'notFound',
    'Kore.ai lists no agents at all, not even offline ones',
    'Check that Stream ID is that of the contact center app, and that it has agents.',
  );
}
