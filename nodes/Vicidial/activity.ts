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
  const total = (column: 'login_time' | 'dispo_time' | 'dead_time') =>
    byCampaign.reduce((sum, row) => sum + (seconds(row[column]) ?? 0), 0);
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
    wrapUpSeconds: unseen ? null : total('dispo_time') + total('dead_time'),
    pauseSeconds: pause,
    percentPaused: percentOf(pause, loggedIn),
    vendor: 'vicidial',
    source,
    raw: { ...record },
  };
}

function seconds(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
