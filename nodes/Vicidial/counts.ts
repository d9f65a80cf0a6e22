import type { IDataObject } from 'n8n-workflow';
import type { AgentCounts } from '../shared/model/AgentCounts';
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
  const [ready, busy] = [figure('agents_waiting'), figure('agents_in_calls')];
  const [wrapUp, paused] = [figure('agents_in_dispo'), figure('agents_paused')];
  const loggedIn = ready + busy + wrapUp + paused;
  return {
    ready,
    busy,
    wrapUp,
    paused,
    offline: null,
    unknown: 0,
    loggedIn,
    total: loggedIn,
    percentPaused: loggedIn === 0 ? null : Math.round((paused / loggedIn) * 1000) / 10,
    callsWaiting: record?.calls_waiting ?? null,
    vendor: figures,
  };
}
