import type { IDataObject } from 'n8n-workflow';
import { countsOf, type AgentCounts } from '../shared/model/AgentCounts';
import { ContactCenterFailure } from '../shared/http/failure';
import type { VicidialClient } from './api/client';
import type { RecordOf } from './api/endpoints';

/** The numbers of a `..._group_status` record as numbers, under VICIdial's own names. */
export function figuresOf(
  record: RecordOf<'user_group_status'> | RecordOf<'in_group_status'>,
): IDataObject {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ]),
  );
}

/**
 * Counts of an in-group. The list of agents does not tell in-groups, so the states are VICIdial's
 * own figures; its agents in dial are among those in calls (docs/vendors/vicidial.md, Counts).
 */
export function countsOfInGroup(record: RecordOf<'in_group_status'> | undefined): AgentCounts {
  const figures = record === undefined ? {} : figuresOf(record);
  const figure = (name: string) => Number(figures[name] ?? 0);
  const counts = countsOf({
    ready: figure('agents_waiting'),
    busy: figure('agents_in_calls'),
    wrapUp: figure('agents_in_dispo'),
    paused: figure('agents_paused'),
    offline: null,
    unknown: 0,
  });
  return { ...counts, callsWaiting: record?.calls_waiting ?? null, vendor: figures };
}

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
