import { asBinary } from '../../http/phpParams.mjs';
import { agentLog } from '../agentLog.mjs';
import { RIGHTS } from '../ask.mjs';
import { printSeconds } from '../format.mjs';
import { fullName } from '../liveAgents.mjs';
import { fromLocalTime } from '../settings.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { LogRow } from '../agentLog.mjs' */
/** @import { ApiFunction, Ask } from '../ask.mjs' */

const COLUMNS = [
  'user',
  'full_name',
  'user_group',
  'calls',
  'login_time',
  'total_talk_time',
  'avg_talk_time',
  'avg_wait_time',
  'pct_of_queue',
  'pause_time',
  'sessions',
  'avg_session',
  'pauses',
  'avg_pause_time',
  'pause_pct',
  'pauses_per_session',
  'wait_time',
  'talk_time',
  'dispo_time',
  'dead_time',
];

/** @typedef {{ agent: Agent, campaign: string, rows: LogRow[] }} Group */

/**
 * `agent_stats_export`: totals per agent in a window of time. It knows no limits of the API user,
 * and three of its columns are wrong in the way VICIdial's are: the average talk time is made of
 * the row before, the first log row's disposition counts twice (unless grouped by campaign), and
 * the pause time is always in seconds.
 * @type {ApiFunction}
 */
export const agentStatsExport = {
  may: RIGHTS.reports,
  denial: 'GET AGENT INFO',
  run(ask) {
    const { params, userSent } = ask;
    const { agent_user: agentUser = '', group_by_campaign: grouping } = params;
    const start = readDate(params.datetime_start);
    const end = readDate(params.datetime_end);
    const asked = `${userSent}|${agentUser}|${start}|${end}|`;
    if (start.length !== 19 || end.length !== 19) {
      return { error: `agent_stats_export INVALID SEARCH PARAMETERS: ${asked}` };
    }
    const groups = select(ask, start, end);
    if (groups.length === 0) return { error: `agent_stats_export NO RECORDS FOUND - ${asked}` };

    const byCampaign = grouping === 'YES';
    const allCalls = groups.reduce((sum, { rows }) => sum + callsIn(rows), 0);
    let talkBefore = '0';
    return {
      columns: byCampaign ? ['campaign_id', ...COLUMNS] : COLUMNS,
      rows: groups.map((group) => {
        const totals = addUp(group.rows, byCampaign);
        const cells = print(totals, { allCalls, talkBefore, format: params.time_format || 'H' });
        talkBefore = cells[1] ?? '0';
        const { agent, campaign } = group;
        const who = [asBinary(agent.id), fullName(agent), asBinary(agent.group)];
        const own = [...who, String(totals.calls), ...cells];
        return byCampaign ? [campaign, ...own] : own;
      }),
    };
  },
};

/** @param {string} [text]   a plus may stand for the blank */
const readDate = (text = '') => text.replace(/\+/g, ' ');

/**
 * The log rows of the window, by agent or by campaign and agent.
 *
 * @param {Ask} ask
 * @param {string} start
 * @param {string} end
 * @returns {Group[]}
 */
function select({ params, world, settings, crashed }, start, end) {
  const { agent_user: agentUser = '', campaign_id: campaign = '', group_by_campaign: by } = params;
  const from = fromLocalTime(start, settings);
  const to = fromLocalTime(end, settings);
  const onlyAgent = agentUser.length > 20 ? '' : agentUser.toLowerCase();
  const onlyCampaign = campaign.length > 8 ? '' : campaign.toLowerCase();

  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const agent of crashed ? [] : world.roster()) {
    if (onlyAgent && agent.id.toLowerCase() !== onlyAgent) continue;
    for (const row of agentLog(world, agent)) {
      if (!(row.at >= from && row.at <= to)) continue;
      if (onlyCampaign && row.campaign.toLowerCase() !== onlyCampaign) continue;
      const key = by === 'YES' ? `${row.campaign}\0${agent.id}` : agent.id;
      const group = groups.get(key) ?? { agent, campaign: asBinary(row.campaign), rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** @param {LogRow[]} rows */
const callsIn = (rows) => rows.filter(({ talkSec }) => talkSec > 0).length;

/** @typedef {ReturnType<typeof addUp>} Totals */

/**
 * @param {LogRow[]} rows
 * @param {boolean} byCampaign
 */
function addUp(rows, byCampaign) {
  const calls = callsIn(rows);
  /** @param {'pauseSec' | 'waitSec' | 'talkSec' | 'dispoSec' | 'deadSec'} column */
  const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
  /** @param {number} seconds */
  const ifCalls = (seconds) => (calls > 0 ? seconds : 0);
  const twice = byCampaign ? 0 : (rows[0]?.dispoSec ?? 0);
  const pause = sum('pauseSec');
  const wait = ifCalls(sum('waitSec'));
  const talk = ifCalls(sum('talkSec'));
  const dispo = ifCalls(sum('dispoSec') + twice);
  return {
    calls,
    pause,
    wait,
    talk,
    dispo,
    dead: ifCalls(sum('deadSec')),
    login: pause + wait + talk + dispo,
    pauses: rows.filter(({ pauseSec }) => pauseSec > 0).length,
    sessions: rows.filter(({ subStatus }) => subStatus === 'LOGIN').length,
  };
}

/**
 * @param {Totals} totals
 * @param {{ allCalls: number, talkBefore: string, format: string }} how
 * @returns {string[]} everything from login_time on
 */
function print(totals, { allCalls, talkBefore, format }) {
  const { calls, pause, wait, talk, dispo, dead, login, pauses, sessions } = totals;
  /** @param {number} seconds */
  const time = (seconds) => printSeconds(seconds, format);
  return [
    time(login),
    time(talk - dead),
    time(over(parseInt(talkBefore, 10), calls)),
    time(over(wait, calls)),
    percent(calls, allCalls),
    String(pause),
    String(sessions),
    time(over(login, sessions)),
    String(pauses),
    time(over(pause, pauses)),
    percent(pause, login),
    String(Math.round(over(pauses, sessions) * 10) / 10),
    time(wait),
    time(talk),
    time(dispo),
    time(dead),
  ];
}

/**
 * @param {number} part
 * @param {number} whole
 */
const over = (part, whole) => (whole > 0 ? part / whole : 0);

/**
 * @param {number} part
 * @param {number} whole
 */
const percent = (part, whole) => `${Math.round(over(part, whole) * 1000) / 10}%`;
