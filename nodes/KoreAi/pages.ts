import type { IDataObject } from 'n8n-workflow';
import type { Timed } from '../shared/http/timed';
import type { KoreAiClient } from './api/client';
import { incomplete } from './api/errors';
import { ROUTES, type Route } from './api/endpoints';
import { timeZoneOffset } from './time';
import type { DetailsRecord } from './api/schemas';

/** The most agents on a page of agentstatusdetails. */
export const PAGE = 50;

/**
 * Every agent's statuses of one day, page by page.
 *
 * @param emails only these agents; undefined for all
 * @throws ContactCenterFailure `unreadable` when the pages do not make a whole
 */
export async function readDay(
  client: KoreAiClient,
  day: string,
  emails?: readonly string[],
): Promise<Timed<DetailsRecord[]>> {
  const found = new Map<string, DetailsRecord>();
  // Whether the offset counts agents or pages is not documented; agents first.
  for (let page = 0, step = 0, byPages = false; ; page += 1) {
    const told = await client.ask(ROUTES.statusDetails, {
      query: { limit: String(PAGE), offset: String(byPages ? page : step) },
      body: { filter: { ...filterOf(client, day), ...(emails && { agents: [...emails] }) } },
    });
    const { data, hasMore } = told.value;
    if (data.length === 0 && page > 0) {
      if (byPages) throw incomplete();
      [byPages, page] = [true, 0];
      continue;
    }
    if (data.some(({ userId }) => found.has(userId))) throw incomplete();
    data.forEach((record) => found.set(record.userId, record));
    step += data.length;
    const whole = !hasMore || (emails !== undefined && found.size >= emails.length);
    if (whole) return { ...told, value: [...found.values()] };
    if (data.length === 0) throw incomplete();
  }
}

function filterOf({ dateFilter, zone }: KoreAiClient, day: string): IDataObject {
  const days = dateFilter === 'date' ? { date: day } : { startDate: day, endDate: day };
  return { dateFilter: { ...days, timeZoneOffSet: timeZoneOffset(day, zone) } };
}

interface NumberedPage<E> {
  results: E[];
  hasMore: boolean;
  totalResults?: number | null;
}

/**
 * All entries of a list whose pages are numbered.
 *
 * @throws ContactCenterFailure `unreadable` when the pages do not make a whole
 */
export async function readNumbered<E extends { id: string }>(
  client: KoreAiClient,
  route: Route<NumberedPage<E>>,
): Promise<E[]> {
  const found = new Map<string, E>();
  for (let page = 1; ; page += 1) {
    const { value } = await client.ask(route, { query: { page: String(page) } });
    if (value.results.some(({ id }) => found.has(id))) throw incomplete();
    value.results.forEach((entry) => found.set(entry.id, entry));
    if (value.hasMore && value.results.length > 0) continue;
    if (value.hasMore || (value.totalResults ?? found.size) !== found.size) throw incomplete();
    return [...found.values()];
  }
}
