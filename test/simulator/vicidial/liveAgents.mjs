import { asBinary } from '../http/phpParams.mjs';

/** @import { Agent } from '../types.mjs' */
/** @import { World } from '../world.mjs' */

/**
 * A row of `vicidial_live_agents`, joined with the little of other tables that is asked with it.
 * All text is binary (one character per byte).
 *
 * @typedef {object} LiveRow
 * @property {Agent} agent
 * @property {string} user
 * @property {string} campaign
 * @property {string} session
 * @property {string} status
 * @property {string} lead
 * @property {string} callerId
 * @property {string} callsToday
 * @property {string} comments   MANUAL, EMAIL, CHAT
 * @property {string} previewLead
 * @property {boolean} ringing
 * @property {boolean} parked
 * @property {boolean} liveCall   whether the call is still in `vicidial_auto_calls`
 * @property {boolean} dialing   whether the channel of that call is still too short to be real
 * @property {boolean} shared   whether another agent is said to be on the same lead
 * @property {string} [subStatus]   set to have this one, whatever the rest says
 */

/** @type {Omit<LiveRow, 'agent' | 'user' | 'campaign' | 'session' | 'callsToday'>} */
const IDLE = {
  status: 'READY',
  lead: '0',
  callerId: '',
  comments: '',
  previewLead: '0',
  ringing: false,
  parked: false,
  liveCall: true,
  dialing: false,
  shared: false,
};

/** Placeholders the table below uses for the call the agent has. */
const LEAD = '{lead}';
const CALL = '{call}';

const ON_CALL = { status: 'INCALL', lead: LEAD, callerId: CALL };

/**
 * What the world's states are in VICIdial's tables: the state, or `state/subState`.
 * `WAITING` is READY, or CLOSER in an inbound campaign.
 * @type {Record<string, Partial<LiveRow>>}
 */
const ROWS = {
  ready: { status: 'WAITING' },
  busy: ON_CALL,
  'busy/ringing': { status: 'WAITING', ringing: true },
  'busy/routing': { ...ON_CALL, status: 'QUEUE' },
  'busy/manualQueue': { status: 'MQUEUE' },
  'busy/preview': { status: 'PAUSED', previewLead: LEAD },
  'busy/dialing': { ...ON_CALL, comments: 'MANUAL', dialing: true },
  'busy/parked': { ...ON_CALL, parked: true },
  'busy/conference': { ...ON_CALL, shared: true },
  'busy/email': { ...ON_CALL, comments: 'EMAIL' },
  'busy/chat': { ...ON_CALL, comments: 'CHAT' },
  wrapUp: { ...ON_CALL, status: 'PAUSED' },
  'wrapUp/hungUp': { ...ON_CALL, liveCall: false },
  paused: { status: 'PAUSED' },
};

/** VICIdial's own words may be used for a sub-state too. */
const ALIASES = new Map(
  Object.entries({
    RING: 'ringing',
    QUEUE: 'routing',
    MQUEUE: 'manualQueue',
    PREVIEW: 'preview',
    DIAL: 'dialing',
    PARK: 'parked',
    '3-WAY': 'conference',
    EMAIL: 'email',
    CHAT: 'chat',
    DEAD: 'hungUp',
  }),
);

/**
 * The rows of everybody who is signed in, in the order of logging in, second sessions last.
 * `extras.vicidial.row` overrides columns, `extras.vicidial.extraSessions` adds rows.
 *
 * @param {World} world
 * @returns {LiveRow[]}
 */
export function liveRows(world) {
  const first = world.signedIn().map((agent) => liveRow(world, agent));
  const more = first.flatMap((row) => {
    /** @type {Partial<LiveRow>[]} */
    const sessions = row.agent.extras.vicidial?.extraSessions ?? [];
    const { agent, user } = row;
    const idle = { ...row, ...IDLE, callsToday: '0' };
    return sessions.map((session) => ({ ...idle, ...session, agent, user }));
  });
  return more.length > 0 ? [...first, ...more] : first;
}

/**
 * @param {World} world
 * @param {Agent} agent
 * @returns {LiveRow}
 */
export function liveRow(world, agent) {
  const { call, state, subState } = agent;
  const extras = agent.extras.vicidial ?? {};
  const key = `${state}/${ALIASES.get(subState ?? '') ?? subState}`;
  const row = { ...IDLE, ...(ROWS[key] ?? ROWS[state]), ...extras.row };
  if (row.status === 'WAITING') {
    row.status = world.campaigns.get(agent.campaign)?.direction === 'inbound' ? 'CLOSER' : 'READY';
  }
  if (row.lead === LEAD) row.lead = call?.leadId ?? '0';
  if (row.previewLead === LEAD) row.previewLead = call?.leadId ?? '0';
  if (row.callerId === CALL) row.callerId = call?.id ?? '';
  return {
    ...row,
    agent,
    user: asBinary(agent.id),
    campaign: asBinary(row.campaign ?? agent.campaign),
    session: row.session ?? extras.sessionId ?? sessionOf(agent.id),
    callsToday: String(agent.callsToday),
  };
}

/**
 * @param {string} id
 * @returns {string} a conference extension of the pool, the same for an agent each time
 */
function sessionOf(id) {
  const number = /^\d+$/.test(id)
    ? Number(id)
    : [...id].reduce((n, c) => n * 31 + c.charCodeAt(0), 7);
  return String(8_600_050 + (number % 10_000));
}

/**
 * @param {Agent} agent
 * @returns {string} the bytes of the name
 */
export const fullName = ({ name, nameEncoding }) =>
  nameEncoding === 'latin1' ? name : asBinary(name);

/**
 * @param {Agent} agent
 * @returns {string}
 */
export const userLevel = ({ extras }) => String(extras.vicidial?.userLevel ?? 1);
