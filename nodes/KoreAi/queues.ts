import { sum, uniq } from 'lodash';
import { ContactCenterFailure } from '../shared/http/failure';
import { mapLimited } from '../shared/http/mapLimited';
import type { KoreAiClient } from './api/client';
import { readNumbered } from './pages';
import { ROUTES } from './api/endpoints';
import type { QueueRecord, QueueStats } from './api/schemas';

/** All queues, in one request per ten. */
export function readQueues(client: KoreAiClient): Promise<QueueRecord[]> {
  return readNumbered<QueueRecord>(client, ROUTES.queues);
}

/** A queue's own figures of this moment. */
export async function readStats(
  client: KoreAiClient,
  queueId: string,
): Promise<QueueStats | undefined> {
  const { value } = await client.ask(ROUTES.queueStats, { path: { queueId } });
  return value[0];
}

/**
 * How many contacts of all channels wait in some queues or, with none named, in all of them; a
 * request per queue (docs/vendors/kore-ai.md, Contacts waiting).
 *
 * @throws ContactCenterFailure when a queue does not tell
 */
export async function countWaiting(
  client: KoreAiClient,
  watchedQueues: readonly string[],
): Promise<number> {
  const queueIds =
    watchedQueues.length > 0 ? uniq(watchedQueues) : (await readQueues(client)).map(({ id }) => id);
  const counts = await mapLimited(queueIds, async (queueId) => {
    const waiting = (await readStats(client, queueId))?.waiting ?? null;
    if (waiting === null) throw untold(queueId);
    return waiting;
  });
  return sum(counts);
}

function untold(queueId: string): ContactCenterFailure {
  return new ContactCenterFailure(
    'unreadable',
    'Kore.ai does not tell how many contacts wait in a queue',
    `Its figures of the queue ${queueId.slice(0, 60)} have no such number. Try again, or do without rules about calls waiting.`,
  );
}
