import { mapValues, sum, uniq } from 'lodash';
import { mapLimited } from '../shared/http/mapLimited';
import type { Query, RocketChatClient } from './api/client';
import { ROUTES } from './api/endpoints';

const DAY_MS = 86_400_000;

/** Chats that began longer ago than this many days are not counted, however long they wait. */
const DAYS_BACK = 30;

/**
 * How many chats nobody has taken yet, of some departments or, with none named, of all of them
 * (docs/vendors/rocket-chat.md, Queued chats).
 *
 * @param now a moment on Rocket.Chat's clock
 */
export async function countQueued(
  client: RocketChatClient,
  departments: readonly string[],
  now: number,
): Promise<number> {
  const asked: Query[] =
    departments.length === 0 ? [{}] : uniq(departments).map((departmentId) => ({ departmentId }));
  const counts = await mapLimited(asked, async (department) => {
    const { value } = await client.get(ROUTES.chats, { ...windowOf(now), ...department });
    return value.queued;
  });
  return sum(counts);
}

/** Whole days, so that the same window is asked for all day and no chat is too new for it. */
function windowOf(now: number) {
  const today = Math.floor(now / DAY_MS);
  const days = { start: today - DAYS_BACK, end: today + 2 };
  return mapValues(days, (day) => new Date(day * DAY_MS).toISOString());
}
