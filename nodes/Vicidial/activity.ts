import { sum } from 'lodash';
import type { AgentActivity } from '../shared/model/AgentActivity';
import { percentOf } from '../shared/model/AgentCounts';
import { toIso } from '../shared/model/AgentSnapshot';
import type { Window } from '../shared/node/parameters/window';
import type { RecordOf } from './api/endpoints';

type StatsRecord = RecordOf<'agent_stats_export'>;

/**
 * A row of `agent_stats_export` with time_format S. Average talk time is computed, since the
 * server divides the talk time of the row before; with no calls the server tells 0 for times
 * that it has not looked at, and leaves them out of the time logged in (docs/vendors/vicidial.md, Activity).
 * A column that a build does not have is null.
 *
 * @param byCampaign the same agent's rows of an export split by campaign: only those have the
 *   right wrap-up and log-in time
 */
export function toActivity(
  record: StatsRecord,
  byCampaign: readonly StatsRecord[],
  source: string,
  window: Window,
): AgentActivity {
  const total = (...columns: Array<'login_time' | 'dispo_time' | 'dead_time'>) => {
    const times = byCampaign.flatMap((row) => columns.map((column) => seconds(row[column])));
    return times.includes(null) ? null : sum(times);
  };
  const calls = record.calls ?? 0;
  const talk = seconds(record.total_talk_time);
  const pause = seconds(record.pause_time);
  const unseen = calls === 0 && byCampaign.length > 0;
  const loggedIn = unseen ? null : total('login_time');
  return {
    agentId: record.user,
    agentName: record.full_name.trim() || null,
    from: toIso(window.from) ?? '',
    to: toIso(window.to) ?? '',
    teams: { campaign: record.campaign_id || null, userGroup: record.user_group || null },
    contacts: record.calls,
    sessions: record.sessions,
    pauses: record.pauses,
    loggedInSeconds: loggedIn,
    talkSeconds: talk,
    averageTalkSeconds: calls === 0 || talk === null ? null : Math.round(talk / calls),
    waitSeconds: unseen ? null : seconds(record.wait_time),
    wrapUpSeconds: unseen ? null : total('dispo_time', 'dead_time'),
    pauseSeconds: pause,
    percentPaused: percentOf(pause, loggedIn),
    vendor: 'vicidial',
    source,
    raw: { ...record },
  };
}

/** Seconds, which version 2.8 writes as a clock where they are 0; null where there are none. */
function seconds(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : /^[0:]+$/.test(text) ? 0 : null;
}
