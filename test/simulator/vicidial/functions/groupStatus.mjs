import { campaignsOf, inList, liveRowsOf, readNames, RIGHTS } from '../ask.mjs';
import { isDead } from '../subStatus.mjs';

/** @import { ApiFunction, Ask } from '../ask.mjs' */
/** @import { LiveRow } from '../liveAgents.mjs' */

/**
 * How a live row counts.
 * @typedef {'calls' | 'waiting' | 'paused' | 'dead' | 'dispo'} Count
 */

/** @type {Record<string, Count>} */
const COUNTED_AS = {
  READY: 'waiting',
  CLOSER: 'waiting',
  QUEUE: 'calls',
  MQUEUE: 'calls',
  INCALL: 'calls',
  PAUSED: 'paused',
};

/**
 * `user_group_status`: one row of totals for the user groups named. The calls waiting are those of
 * the whole system.
 * @type {ApiFunction}
 */
export const userGroupStatus = {
  may: RIGHTS.reports,
  denial: 'GET USER GROUP INFO',
  run(ask) {
    const { params, user, userSent } = ask;
    const names = readNames(params.user_groups ?? '');
    if (names.length === 0) {
      return { error: `user_group_status INVALID SEARCH PARAMETERS: ${userSent}|` };
    }
    const rows = liveRowsOf(ask).filter(
      ({ agent }) =>
        inList(names, agent.group.replace(/\s/g, '')) && inList(user.viewableGroups, agent.group),
    );
    if (rows.some(({ status, comments }) => status === 'INCALL' && comments === 'CHAT')) {
      return 'crash';
    }
    const counts = count(rows, (row) => groupCount(row, ask));
    return {
      columns: [
        'usergroups',
        'calls_waiting',
        'agents_logged_in',
        'agents_in_calls',
        'agents_waiting',
        'agents_paused',
        'agents_in_dead_calls',
        'agents_in_dispo',
        'agents_in_dial',
      ],
      rows: [
        [
          names.join(' '),
          waitingCalls(ask).length,
          rows.length,
          counts.calls,
          counts.waiting,
          counts.paused,
          counts.dead,
          counts.dispo,
          dialing(rows.filter((row) => groupCount(row, ask) === 'calls')),
        ].map(String),
      ],
    };
  },
};

/**
 * `in_group_status`: one row of totals for the in-groups named, which knows no dead and no parked
 * calls.
 * @type {ApiFunction}
 */
export const inGroupStatus = {
  may: RIGHTS.reports,
  denial: 'GET IN-GROUP INFO',
  run(ask) {
    const { params, userSent, user } = ask;
    const names = readNames(params.in_groups ?? '');
    if (names.length === 0) {
      return { error: `in_group_status INVALID SEARCH PARAMETERS: ${userSent}|` };
    }
    const rows = liveRowsOf(ask).filter(
      ({ agent }) =>
        agent.queues.some((queue) => inList(names, queue)) &&
        inList(user.viewableGroups, agent.group),
    );
    const waiting = waitingCalls(ask).filter(({ queue }) => queue !== null && inList(names, queue));
    const taken = liveRowsOf(ask).filter(
      ({ agent: { call }, liveCall, status }) =>
        liveCall && status !== 'PAUSED' && call?.queue && inList(names, call.queue),
    );
    const counts = count(rows, plainCount);
    return {
      columns: [
        'ingroups',
        'total_calls',
        'calls_waiting',
        'agents_logged_in',
        'agents_in_calls',
        'agents_waiting',
        'agents_paused',
        'agents_in_dispo',
        'agents_in_dial',
      ],
      rows: [
        [
          names.join(' '),
          waiting.length + taken.length,
          waiting.length,
          rows.length,
          counts.calls,
          counts.waiting,
          counts.paused,
          counts.dispo,
          dialing(rows),
        ].map(String),
      ],
    };
  },
};

/**
 * The calls no agent has taken yet: the outbound ones of the API user's campaigns, and those of the
 * in-groups its user group may see. In-groups here are of no user group, so everybody sees them.
 *
 * @param {Ask} ask
 */
export function waitingCalls({ world, user, crashed }) {
  const calls = crashed ? [] : world.waitingCalls();
  return calls.filter(
    ({ campaign, queue }) => queue !== null || inList(campaignsOf(user), campaign ?? ''),
  );
}

/** @type {(row: LiveRow) => Count} */
function plainCount({ status, lead }) {
  if ((status === 'PAUSED' || status === 'READY') && lead !== '0') return 'dispo';
  return COUNTED_AS[status] ?? 'waiting';
}

/**
 * @param {LiveRow} row
 * @param {Ask} ask
 * @returns {Count}
 */
function groupCount(row, { user }) {
  const unseen = !inList(campaignsOf(user), row.campaign);
  if (
    row.status === 'INCALL' &&
    !row.parked &&
    isDead({ ...row, liveCall: row.liveCall && !unseen })
  ) {
    return 'dead';
  }
  return plainCount(row);
}

/**
 * @param {LiveRow[]} rows
 * @param {(row: LiveRow) => Count} kind
 */
function count(rows, kind) {
  const counts = { calls: 0, waiting: 0, paused: 0, dead: 0, dispo: 0 };
  for (const row of rows) counts[kind(row)] += 1;
  return counts;
}

/** @param {LiveRow[]} rows */
const dialing = (rows) =>
  rows.filter(({ status, dialing: busy }) => status === 'INCALL' && busy).length;
