import { sum, uniq } from 'lodash';
import { mapLimited } from '../shared/http/mapLimited';
import type { Query, RocketChatClient } from './api/client';
import { ROUTES } from './api/endpoints';
import { recentDays } from './time';

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
    const { value } = await client.get(ROUTES.chats, { ...recentDays(now), ...department });
    return value.queued;
  });
  return sum(counts);
}
