import { ContactCenterFailure } from '../shared/http/failure';
import type { VicidialClient } from './api/client';

/**
 * No user group, since VICIdial's have IDs of at most 20 characters. With no agents of it to look
 * after, the server only counts calls, which are those of the whole system whatever group is asked
 * for (docs/vendors/vicidial.md, Calls waiting).
 */
const NO_GROUP = 'ONLY-THE-CALLS-WAITING';

/**
 * How many calls wait for an agent, each counted once, as far as the API user may see them.
 *
 * @throws ContactCenterFailure when VICIdial does not tell
 */
export async function readCallsWaiting(client: VicidialClient): Promise<number> {
  const { records } = await client.call('user_group_status', { user_groups: NO_GROUP });
  const waiting = records[0]?.calls_waiting ?? null;
  if (waiting !== null) return waiting;
  throw new ContactCenterFailure(
    'unreadable',
    'VICIdial does not tell how many calls are waiting',
    'The answer of its function "user_group_status" has no such number. Update VICIdial, or do without rules about calls waiting.',
  );
}
