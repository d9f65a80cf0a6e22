import { agentLog } from '../../vicidial/agentLog.mjs';
import { ERRORS } from '../ask.mjs';
import { printDate, readWindow } from '../dates.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { Action, Ask } from '../ask.mjs' */

const MOST_ROWS = 5000;

/** @typedef {Record<string, string | number | null>} Row */
/** @typedef {{ at: number, row: Row }} Dated */

/**
 * The logs there are to ask for.
 * @type {Record<string, (ask: Ask, agent: Agent) => Dated[]>}
 */
const LOGS = {
  outbound: (ask, agent) => calls(ask, agent, 'outbound'),
  inbound: (ask, agent) => calls(ask, agent, 'inbound'),
  userlog: events,
};

/**
 * `goGetAgentLog`: one agent's calls, or its pauses and sign-ins in one list, as columns, the newest
 * first; nothing unless the client says which. Blank lines come before the answer.
 * @type {Action}
 */
export const getAgentLog = {
  blankLines: 2,
  run(ask) {
    const { params, users, settings } = ask;
    const {
      user: name = '',
      agentlog: which = '',
      start_date: from = '',
      end_date: to = '',
    } = params;
    if ([name, from, to].includes('')) return ERRORS.missing;
    const agent = users.find(name)?.agent;
    const log = Object.hasOwn(LOGS, which) ? LOGS[which] : undefined;
    if (!log) return { result: 'success', data: null };
    const { holds } = readWindow(from, to, settings);
    const rows = (agent ? log(ask, agent) : [])
      .filter(({ at }) => holds(at))
      .sort((a, b) => b.at - a.at)
      .slice(0, MOST_ROWS)
      .map(({ row }) => row);
    const columns = Object.keys(rows[0] ?? {});
    return {
      result: 'success',
      data: Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column])])),
    };
  },
};

/**
 * @param {Ask} ask
 * @param {Agent} agent
 * @param {'inbound' | 'outbound'} direction
 * @returns {Dated[]}
 */
const calls = ({ world, settings }, agent, direction) =>
  [...world.finishedCalls.values()]
    .filter((call) => call.agentId === agent.id && call.direction === direction)
    .map((call) => ({
      at: call.startedAt,
      row: {
        call_date: printDate(call.startedAt, settings),
        status: call.outcome,
        phone_number: call.phone,
        campaign_id: call.queue ?? call.campaign,
        user_group: agent.group,
        list_id: call.list,
        lead_id: Number(call.leadId),
        length_in_sec: call.seconds,
      },
    }));

/**
 * @param {Ask} ask
 * @param {Agent} agent
 * @returns {Dated[]}
 */
function events({ world, settings }, agent) {
  /** @type {(at: number, event: string, campaign: string) => Dated} */
  const row = (at, event, campaign) => ({
    at,
    row: {
      user: agent.id,
      event,
      event_date: printDate(at, settings),
      campaign_id: campaign,
      user_group: agent.group,
    },
  });
  const pauses = agentLog(world, agent)
    .filter(({ subStatus }) => subStatus !== '' && subStatus !== 'LOGIN')
    .map(({ at, subStatus, campaign }) => row(at, subStatus, campaign));
  const history = world.history(agent.id);
  const moves = history.flatMap(({ state, from, to, campaign }, index) => {
    if (state !== 'offline') return [];
    const signIn = row(to, 'LOGIN', campaign);
    return index > 0 ? [row(from, 'LOGOUT', campaign), signIn] : [signIn];
  });
  const gone = agent.state === 'offline' && history.length > 0;
  const last = gone ? [row(agent.since, 'LOGOUT', agent.campaign)] : [];
  return [...pauses, ...moves, ...last];
}
