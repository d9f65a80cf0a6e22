import { omit, sumBy } from 'lodash';
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

/** How many agents are in each state; those in dial are among those in calls. */
const STATES = [
  'agents_in_calls',
  'agents_waiting',
  'agents_paused',
  'agents_in_dead_calls',
  'agents_in_dispo',
];

/**
 * The figures of user groups. Those of each state are left out where they do not add up to the agents
 * logged in: builds from 2019 to 2022 stop counting at an agent on a manual call
 * (docs/vendors/vicidial.md, Builds).
 */
export function groupFigures(record: RecordOf<'user_group_status'>): IDataObject {
  const figures = figuresOf(record);
  const counted = sumBy(STATES, (name) => Number(figures[name] ?? 0));
  return counted === figures.agents_logged_in
    ? figures
    : omit(figures, [...STATES, 'agents_in_dial']);
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
