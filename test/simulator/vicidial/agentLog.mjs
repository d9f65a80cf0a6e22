import { asBinary } from '../http/phpParams.mjs';

/** @import { Agent, Segment } from '../types.mjs' */
/** @import { World } from '../world.mjs' */

/**
 * A row of `vicidial_agent_log`: one round of pausing, waiting, talking and wrapping up.
 *
 * @typedef {object} LogRow
 * @property {number} at
 * @property {string} campaign
 * @property {string} subStatus   the pause code
 * @property {number} pauseSec
 * @property {number} waitSec
 * @property {number} talkSec   dead time included
 * @property {number} dispoSec
 * @property {number} deadSec
 */

/**
 * The agent's log: the rows given in `extras.vicidial.agentLog`, then what the agent did since.
 * What is still going on is not in it, since VICIdial writes the seconds at the end.
 *
 * @param {World} world
 * @param {Agent} agent
 * @returns {LogRow[]}
 */
export function agentLog(world, agent) {
  /** @type {LogRow[]} */
  const rows = [...(agent.extras.vicidial?.agentLog ?? [])];
  /** @type {LogRow | undefined} */
  let row;
  /** @type {Segment | undefined} */
  let last;
  for (const segment of world.history(agent.id)) {
    const next = segment.state === 'offline' ? undefined : continues(row, last, segment);
    if (next && next !== row) rows.push(next);
    if (next) addSeconds(next, segment);
    row = next;
    last = segment;
  }
  return rows;
}

/**
 * The row a stretch belongs to: the one before it, or a new one.
 *
 * @param {LogRow | undefined} row
 * @param {Segment | undefined} last
 * @param {Segment} segment
 * @returns {LogRow}
 */
function continues(row, last, segment) {
  if (segment.state === 'paused') {
    const late = row && last?.state === 'paused' && !last.reason;
    if (row && late) return Object.assign(row, { subStatus: segment.reason ?? '' });
    return newRow(segment, codeOf(segment.reason, last?.state));
  }
  if (!row || row.dispoSec > 0 || row.campaign !== segment.campaign) return newRow(segment, '');
  if (segment.state === 'ready' && row.talkSec > 0) return newRow(segment, '');
  return row;
}

/**
 * @param {Segment} segment
 * @param {string} subStatus
 * @returns {LogRow}
 */
function newRow({ from, campaign }, subStatus) {
  const none = { pauseSec: 0, waitSec: 0, talkSec: 0, dispoSec: 0, deadSec: 0 };
  return { at: from, campaign, subStatus, ...none };
}

/**
 * @param {LogRow} row
 * @param {Segment} segment
 */
function addSeconds(row, { state, subState, from, to }) {
  const seconds = Math.round((to - from) / 1000);
  if (state === 'paused' || subState === 'preview') row.pauseSec += seconds;
  else if (state === 'ready' || subState === 'ringing') row.waitSec += seconds;
  else if (state === 'wrapUp' && subState !== 'hungUp') row.dispoSec += seconds;
  else row.talkSec += seconds;
  if (subState === 'hungUp') row.deadSec += seconds;
}

/**
 * @param {string | null} reason
 * @param {string | undefined} before   the state before the pause
 */
const codeOf = (reason, before) =>
  reason ?? (before === undefined || before === 'offline' ? 'LOGIN' : '');

/**
 * The pause code of the agent's current log row. It lives on while the agent waits and talks, and
 * goes only when the next round begins; so it is stale outside a pause, as it is in VICIdial.
 *
 * @param {World} world
 * @param {Agent} agent
 * @returns {string}
 */
export function pauseCode(world, agent) {
  const history = world.history(agent.id);
  if (agent.state === 'paused') return shorten(codeOf(agent.reason, history.at(-1)?.state));

  let index = history.length - 1;
  while (agent.state === 'wrapUp' && history[index]?.state === 'wrapUp') index -= 1;
  let newer = agent.state;
  for (; index >= 0; index -= 1) {
    const { state = 'offline', reason = null } = history[index] ?? {};
    if (state === 'paused') return shorten(codeOf(reason, history[index - 1]?.state));
    if (state === 'offline' || state === 'wrapUp') return '';
    if (state === 'busy' && newer === 'ready') return '';
    newer = state;
  }
  /** @type {LogRow[]} */
  const given = agent.extras.vicidial?.agentLog ?? [];
  return agent.state === 'offline' ? '' : (given.at(-1)?.subStatus ?? '');
}

/** @param {string} code   the column holds six characters */
const shorten = (code) => asBinary(code).slice(0, 6);
