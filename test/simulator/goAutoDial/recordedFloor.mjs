/** @import { AgentSpec, Floor } from '../types.mjs' */

/**
 * The people of GOautodial's recordings. Times are seconds before the rows were made: when the call
 * began, when the last one ended, when the status changed (null where the column was).
 */
const SIGNED_IN = [
  {
    n: 1,
    name: 'Ana Ready',
    state: 'ready',
    ago: [90, 60, 55],
    log: { pauseSec: 10, waitSec: 20 },
  },
  { n: 2, name: 'Ben Closer', camp: 'CAMP002', state: 'ready', ago: [400, 300, 290] },
  {
    n: 3,
    name: 'Cy In Call Auto',
    state: 'busy',
    ago: [62, 200, 62],
    call: ['V', 501],
    log: { pauseSec: 1, waitSec: 2, talkSec: 60 },
  },
  {
    n: 4,
    name: 'Di Hungup Manual',
    state: 'wrapUp',
    sub: 'hungUp',
    ago: [120, 200, 40],
    call: ['M', 502],
  },
  {
    n: 5,
    name: 'Ed Paused Lunch',
    state: 'paused',
    reason: 'LUNCH',
    ago: [700, 600, 580],
    log: { subStatus: 'LUNCH', pauseSec: 300 },
  },
  {
    n: 6,
    name: 'Flo Dispo',
    state: 'wrapUp',
    ago: [140, 20, 20],
    call: ['V', 503],
    log: { talkSec: 120, dispoSec: 20 },
  },
  // The dialer's row of this call was not made.
  {
    n: 7,
    name: 'Gus Queue',
    state: 'busy',
    sub: 'routing',
    ago: [2, 100, 2],
    call: ['V', 504],
    row: { liveCall: false },
  },
  {
    n: 8,
    name: 'Hal Inbound',
    group: 'SUPPORT',
    camp: 'CAMP002',
    state: 'busy',
    ago: [30, 200, 30],
    call: ['Y', 505],
  },
  // Waiting with a lead: wrap-up that does not look like a pause.
  {
    n: 9,
    name: "Ida O'Brien & Söns <Team>",
    group: 'SUPPORT',
    camp: 'CAMP002',
    state: 'wrapUp',
    ago: [30, 10, null],
    call: ['V', 506],
    row: { status: 'READY', callerId: '' },
  },
  {
    n: 10,
    name: 'Jo Mqueue',
    group: 'SUPPORT',
    camp: 'CAMP002',
    state: 'busy',
    sub: 'manualQueue',
    ago: [30, 10, 9],
  },
  { n: 13, name: 'Max NoAgentLog', state: 'ready', ago: [0, 0, 0], own: { agentLogId: 0 } },
  {
    n: 14,
    id: 'example.user',
    name: 'Dotted User',
    state: 'paused',
    reason: 'LOGIN',
    ago: [0, 0, 0],
    session: '8600118',
    log: { subStatus: 'LOGIN' },
  },
];

const SIGNED_OUT = [
  { n: 11, name: 'Kim Offline' },
  { n: 12, name: 'Lou Remote', level: 4 },
];

/**
 * The floor of GOautodial's recordings: an agent for each status, and the odd rows.
 *
 * @param {number} made   when its rows were written
 * @returns {Floor}
 */
export function goAutoDialFloor(made) {
  const people = [...SIGNED_IN, ...SIGNED_OUT].sort((a, b) => a.n - b.n);
  return {
    agents: people.map((person) => toSpec(person, made)),
    campaigns: [
      {
        id: 'CAMP001',
        name: 'Sales & "Más" <Q1>',
        active: true,
        direction: 'outbound',
        queues: [],
      },
      { id: 'CAMP002', name: 'Support', active: true, direction: 'inbound', queues: [] },
    ],
    groups: ['SALES', 'SUPPORT', 'ADMIN'],
    queues: [],
  };
}

/**
 * @param {any} person   a row of the tables above
 * @param {number} made
 * @returns {AgentSpec}
 */
function toSpec(person, made) {
  const { n, state = 'offline', ago = [0, 0, 0], call: [letter, lead] = ['', 0] } = person;
  /** @param {number | null} seconds */
  const seconds = (seconds) => (seconds === null ? null : Math.floor(made / 1000) - seconds);
  const [callTime, callFinish, stateChange] = ago.map(seconds);
  const times = { callTime, callFinish, stateChange, updateTime: seconds(0) };
  const log = { campaign: 'CAMP001', subStatus: '', ...NO_SECONDS, ...person.log };
  return {
    id: person.id ?? `agent${1000 + n}`,
    name: person.name,
    campaign: person.camp ?? 'CAMP001',
    group: person.group ?? 'SALES',
    state,
    subState: person.sub ?? null,
    reason: person.reason ?? null,
    since: made,
    call: lead ? callOf(letter, lead, callTime) : null,
    extras: {
      vicidial: {
        sessionId: person.session ?? String(8_600_050 + n),
        userLevel: person.level ?? 1,
        row: person.row,
        agentLog: person.log ? [{ at: made, ...log }] : [],
      },
      goautodial: {
        phoneLogin: `cc${1000 + n}`,
        row: { ...times, agentLogId: n, ...person.own },
      },
    },
  };
}

const NO_SECONDS = { pauseSec: 0, waitSec: 0, talkSec: 0, dispoSec: 0, deadSec: 0 };

/**
 * @param {string} letter
 * @param {number} lead
 * @param {number} at   epoch seconds
 */
const callOf = (letter, lead, at) => ({
  id: `${letter}1121221400000000${lead}`,
  leadId: String(lead),
  phone: `5550000${lead}`,
  startedAt: at * 1000,
});
