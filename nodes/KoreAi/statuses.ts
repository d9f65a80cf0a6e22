import { chunk, uniq } from 'lodash';
import { mapLimited } from '../shared/http/mapLimited';
import type { Status } from './agents';
import type { KoreAiClient } from './api/client';
import { PAGE, readDay } from './pages';
import { needsDayBefore, openSegment, sinceWhen, toSegments, type Segment } from './segments';
import { dayBefore, dayOf, startOf } from './time';
import type { DetailsRecord } from './api/schemas';

/** What the status report tells of one agent, from today and where needed from yesterday. */
export interface AgentReport {
  record: DetailsRecord;
  /** On Kore.ai's clock. */
  segments: Segment[];
  clockOffset: number;
  receivedAt: number;
}

/**
 * The status reports of some agents, 50 in a request; of those whose status has no beginning
 * today, yesterday's as well.
 *
 * @param now a moment on Kore.ai's clock, as far as it is known
 */
export async function readReports(
  client: KoreAiClient,
  emails: readonly string[],
  now: number,
): Promise<Map<string, AgentReport>> {
  const batches = chunk(uniq(emails), PAGE);
  const reports = await mapLimited(batches, (batch) => readBatch(client, batch, now));
  return new Map(reports.flat().map((report) => [report.record.userId, report]));
}

async function readBatch(client: KoreAiClient, emails: readonly string[], now: number) {
  const { zone } = client;
  const guess = dayOf(now, zone);
  const first = await readDay(client, guess, emails);
  const today = dayOf(first.receivedAt - first.clockOffset, zone);
  const told = today === guess ? first : await readDay(client, today, emails);
  const midnight = startOf(today, zone);
  const unclear = told.value.filter(({ status }) =>
    needsDayBefore(toSegments(status ?? [], zone), midnight),
  );
  const earlier = await recordsOf(client, dayBefore(today), unclear);
  return told.value.map((record): AgentReport => {
    const before = earlier.get(record.userId)?.status ?? [];
    const segments = toSegments([...(record.status ?? []), ...before], zone);
    return { record, segments, clockOffset: told.clockOffset, receivedAt: told.receivedAt };
  });
}

async function recordsOf(client: KoreAiClient, day: string, agents: readonly DetailsRecord[]) {
  const emails = agents.flatMap(({ email }) => email ?? []);
  const { value } = emails.length === 0 ? { value: [] } : await readDay(client, day, emails);
  return new Map(value.map((record) => [record.userId, record]));
}

/** The status that lasts, its beginning on n8n's clock; undefined when none does. */
export function currentStatus({ segments, clockOffset }: AgentReport): Status | undefined {
  const open = openSegment(segments);
  if (open === undefined) return undefined;
  const { primary, secondary } = open;
  return { primary, secondary, since: sinceWhen(segments, open) + clockOffset };
}

/** Since when nothing is reported any more, on n8n's clock: the agent logged out. */
export function lastEnd({ segments, clockOffset }: AgentReport): number | null {
  const ends = segments.flatMap(({ to }) => to ?? []);
  return ends.length === 0 ? null : Math.max(...ends) + clockOffset;
}
