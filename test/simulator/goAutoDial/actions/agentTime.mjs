import { agentLog } from '../../vicidial/agentLog.mjs';
import { ERRORS, seesCampaign } from '../ask.mjs';
import { readWindow } from '../dates.mjs';

/** @import { LogRow } from '../../vicidial/agentLog.mjs' */
/** @import { Action, Ask } from '../ask.mjs' */
/** @import { UserRow } from '../users.mjs' */

/** @typedef {{ user: UserRow, rows: LogRow[] }} Worked */

/** Pause codes that are no pauses. */
const NOT_COUNTED = new Set(['', 'LOGIN', 'LAGGED']);

/**
 * `goGetAgentTimeDetails`: what the agent log adds up to for each agent in a window of time. What
 * goes on now is not in it yet. It tells its SQL as well.
 * @type {Action}
 */
export const getAgentTimeDetails = {
  run(ask) {
    const { pageTitle = '', campaignID = '', fromDate = '', toDate = '' } = ask.params;
    if ([pageTitle, campaignID, fromDate, toDate].includes('')) return ERRORS.missing;
    const campaigns = campaignsOf(ask, campaignID);
    const window = readWindow(fromDate, toDate, ask.settings);
    const found = select(ask, campaigns, window.holds);
    const worked = found.filter(({ rows }) => rows.some((row) => secondsOf(row) > 0));
    return {
      result: 'success',
      TOPsorted_output: worked.length > 0 ? perAgent(worked, window) : null,
      PC_statuses: perPauseCode(found),
      ...totals(worked),
      campaigns,
      ...statements(fromDate, toDate, campaigns),
    };
  },
};

/**
 * @param {Ask} ask
 * @param {string} wanted
 * @returns {string[]}
 */
const campaignsOf = ({ world, session }, wanted) =>
  [...world.campaigns.keys()]
    .filter((id) => seesCampaign(session, id) && (wanted === 'ALL' || wanted === id))
    .sort();

/**
 * Everybody with rows in the log, the last name first.
 *
 * @param {Ask} ask
 * @param {string[]} campaigns
 * @param {(at: number) => boolean} holds   whether a moment is in the window
 * @returns {Worked[]}
 */
function select({ world, users }, campaigns, holds) {
  return users
    .all()
    .map((user) => ({
      user,
      rows: (user.agent ? agentLog(world, user.agent) : []).filter(
        ({ at, campaign }) => holds(at) && campaigns.includes(campaign),
      ),
    }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => (a.user.user > b.user.user ? -1 : 1));
}

/** @param {LogRow} row */
const secondsOf = ({ pauseSec, waitSec, talkSec, dispoSec }) =>
  pauseSec + waitSec + talkSec + dispoSec;

/**
 * @param {LogRow[]} rows
 * @param {(row: LogRow) => number} seconds
 */
const sum = (rows, seconds) => rows.reduce((total, row) => total + seconds(row), 0);

/** @type {Record<string, (row: LogRow) => number>} */
const TIMES = {
  agent_time: secondsOf,
  wait_time: ({ waitSec }) => waitSec,
  talk_time: ({ talkSec }) => talkSec,
  dispo_time: ({ dispoSec }) => dispoSec,
  pause_time: ({ pauseSec }) => pauseSec,
  wrap_up: ({ deadSec }) => deadSec,
  customer_time: ({ talkSec, deadSec }) => talkSec - deadSec,
};

/** @param {LogRow[]} rows */
const callsIn = (rows) => rows.filter(({ talkSec }) => talkSec > 0).length;

/**
 * The list as columns. `no_days` is the length of the window in seconds.
 *
 * @param {Worked[]} worked
 * @param {{ from: number, to: number }} window
 */
function perAgent(worked, { from, to }) {
  const times = Object.entries(TIMES).map(([name, seconds]) => [
    name,
    worked.map(({ rows }) => clock(sum(rows, seconds))),
  ]);
  return {
    name: worked.map(({ user }) => user.fullName),
    user: worked.map(({ user }) => user.user),
    number_of_calls: worked.map(({ rows }) => callsIn(rows)),
    ...Object.fromEntries(times),
    no_days: (to - from) / 1000,
  };
}

/** @param {Worked[]} found */
function perPauseCode(found) {
  return [...found].reverse().flatMap(({ user, rows }) => {
    const codes = [...new Set(rows.map(({ subStatus }) => subStatus))].sort();
    return codes
      .filter((code) => !NOT_COUNTED.has(code))
      .map((code) => ({
        full_name: user.fullName,
        user: user.user,
        pause_sec: String(sum(rows, (row) => (row.subStatus === code ? row.pauseSec : 0))),
        sub_status: code,
      }));
  });
}

/** @param {Worked[]} worked */
function totals(worked) {
  const rows = worked.flatMap((one) => one.rows);
  /** @param {string} name */
  const total = (name) => clock(sum(rows, TIMES[name] ?? (() => 0)));
  return {
    TOTwait: total('wait_time'),
    TOTtalk: total('talk_time'),
    TOTdispo: total('dispo_time'),
    TOTpause: total('pause_time'),
    TOTdead: total('wrap_up'),
    TOTcustomer: total('customer_time'),
    TOTALtime: total('agent_time'),
    TOTtimeTC: clock(0),
    TOT_AGENTS: `AGENTS: ${worked.length}`,
    TOTcalls: callsIn(rows),
  };
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string[]} campaigns
 */
function statements(from, to, campaigns) {
  const source = 'FROM vicidial_agent_log val LEFT JOIN vicidial_users vu on val.user = vu.user';
  const window = `WHERE   date_format(event_time, '%Y-%m-%d %H:%i:%s') BETWEEN ${from} AND ${to}`;
  const columns = ['pause_sec', 'wait_sec', 'talk_sec', 'dispo_sec', 'dead_sec'];
  const worked = `AND (${columns.map((column) => `${column} > 0`).join(' OR ')})`;
  const where = `${source} ${window}  AND campaign_id IN ( ${campaigns.join(', ')} )  ${worked}`;
  const [pause, ...others] = columns.map((column) => `SUM(${column}) as ${column}`);
  const dead = others.pop();
  const seconds = [...others, pause].join(', ');
  return {
    query: `SELECT  vu.full_name, val.user, ${seconds}, status, ${dead} ${where} GROUP BY user  ORDER BY user DESC  LIMIT 10000000`,
    QUERY2: `SELECT  val.user, count(val.lead_id) as calls ${where} GROUP BY user  LIMIT 1000`,
  };
}

/**
 * @param {number} seconds
 * @returns {string} HH:MM:SS
 */
function clock(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
