import { fictionalPhone } from '../calls.mjs';

/** @import { AgentSpec, Campaign, Call, Floor } from '../types.mjs' */

/** @type {Campaign[]} */
const CAMPAIGNS = [
  {
    id: 'TESTCAMP',
    name: 'Test Campaign, East',
    active: true,
    direction: 'outbound',
    queues: ['AGENTDIRECT', 'SALESLINE'],
    extras: { vicidial: { dialMethod: 'RATIO', dialLevel: '1.5', dialStatuses: 'NEW NA' } },
  },
  {
    id: 'SUPPORT',
    name: 'Support',
    active: true,
    direction: 'inbound',
    queues: ['AGENTDIRECT', 'SUPPORTQ'],
    extras: { vicidial: { dialMethod: 'INBOUND_MAN', dialLevel: '0', dialStatuses: 'NEW' } },
  },
  {
    id: 'OLDCAMP',
    name: 'Old',
    active: false,
    direction: 'outbound',
    queues: [],
    extras: { vicidial: { dialMethod: 'MANUAL', dialLevel: '0', dialStatuses: 'NEW' } },
  },
];

/**
 * @param {string} id
 * @param {number} lead
 * @param {Partial<Call>} [more]
 * @returns {Partial<Call>}
 */
const call = (id, lead, more) => ({
  id,
  leadId: String(lead),
  phone: `312555000${lead}`,
  leadCode: `VLC${lead}`,
  ...more,
});

/** The ones who are signed in. `code` is the pause code of the agent's latest log row. */
const SIGNED_IN = [
  { n: 1, name: 'Ann Ready', state: 'ready', calls: 3, queues: ['SALESLINE'] },
  { n: 2, name: 'Bob Closer', camp: 'SUPPORT', state: 'ready', calls: 5, queues: ['SUPPORTQ'] },
  {
    n: 3,
    name: 'Cid Incall',
    state: 'busy',
    calls: 4,
    call: call('V1211201000000000001', 1, { phone: '3125559991' }),
    code: 'BREAK',
  },
  {
    n: 4,
    name: 'Dee Threeway',
    state: 'busy',
    sub: 'conference',
    calls: 2,
    call: call('M1211201000000000002', 2),
  },
  {
    n: 5,
    name: 'Eve Threeway',
    group: 'NIGHT',
    level: 2,
    state: 'busy',
    sub: 'conference',
    calls: 2,
    call: call('M1211201000000000002', 2),
  },
  {
    n: 6,
    name: 'Fay Park',
    state: 'busy',
    sub: 'parked',
    calls: 1,
    queues: ['SALESLINE'],
    call: call('Y1211201000000000003', 3, { queue: 'SALESLINE', direction: 'inbound' }),
  },
  {
    n: 7,
    name: 'Gus Dead',
    state: 'wrapUp',
    sub: 'hungUp',
    calls: 6,
    call: call('V1211201000000000004', 4, { leadCode: 'VLC|4' }),
  },
  { n: 8, name: 'Hal Paused', state: 'paused', reason: 'LUNCH', calls: 0 },
  {
    n: 9,
    name: 'Ida Dispo',
    state: 'wrapUp',
    calls: 7,
    queues: ['SALESLINE'],
    call: call('V1211201000000000005', 5, { leadCode: 'VLC,5' }),
  },
  {
    n: 10,
    name: 'Jay Preview',
    group: 'NIGHT',
    state: 'busy',
    sub: 'preview',
    calls: 7,
    call: call('', 6),
    code: 'LOGIN',
  },
  {
    n: 11,
    name: 'Kim Queue',
    state: 'busy',
    sub: 'routing',
    calls: 8,
    call: call('V1211201000000000007', 7),
  },
  {
    n: 12,
    name: 'Lee Ring',
    camp: 'SUPPORT',
    group: 'NIGHT',
    state: 'busy',
    sub: 'ringing',
    calls: 1,
    queues: ['SUPPORTQ'],
    call: null,
  },
  {
    n: 13,
    name: 'Moe Login',
    camp: 'SUPPORT',
    state: 'paused',
    reason: 'LOGIN',
    calls: 0,
    code: 'LOGIN',
  },
  { n: 14, name: 'Nan Mqueue', state: 'busy', sub: 'manualQueue', calls: 0, call: null },
  {
    n: 15,
    name: 'Oz Dial',
    state: 'busy',
    sub: 'dialing',
    calls: 0,
    call: call('M1211201000000000008', 8),
  },
  {
    n: 16,
    name: 'Pat Email',
    camp: 'SUPPORT',
    group: 'NIGHT',
    state: 'busy',
    sub: 'email',
    calls: 0,
    call: call('E1211201000000000009', 9),
  },
  { n: 20, name: 'Comma, Quincy', state: 'ready', calls: 0 },
];

/** Users who are signed out, most of them with a name that is hard to read off the wire. */
const SIGNED_OUT = [
  { n: 21, name: 'Pipe|Rita' },
  { n: 22, name: 'Dquote "Sam" T' },
  { n: 23, name: 'Zoë Müller 漢字' },
  { n: 24, name: ' Lead/Trail ' },
  { n: 25, name: "Tina O'Neil" },
  { n: 26, name: '' },
  { n: 27, name: { latin1: 'René Latin1' } },
  { n: 28, name: 'Uma <b>&amp; Co</b>' },
  { n: 29, name: 'Vic Chat' },
];

/**
 * The agents of the recordings: one in every state and sub-state VICIdial knows, who stand still
 * from `start` on, and what the logs say about their hours before.
 *
 * @param {number} start
 * @returns {Floor}
 */
export function recordedFloor(start) {
  const people = [...SIGNED_IN, ...SIGNED_OUT].map((person) => toSpec(person, start));
  return {
    agents: [...people, { id: '2001', name: 'Off Line', group: 'AGENTS', campaign: 'TESTCAMP' }],
    campaigns: CAMPAIGNS,
    groups: ['AGENTS', 'NIGHT', 'ADMIN'],
    queues: [
      { id: 'AGENTDIRECT', name: 'Single Agent Direct Queue' },
      { id: 'SALESLINE', name: 'Sales Line' },
      { id: 'SUPPORTQ', name: 'Support Queue' },
    ],
    waitingCalls: [
      {
        id: 'Y1211201000000000010',
        phone: fictionalPhone(10),
        campaign: null,
        queue: 'SALESLINE',
        since: start - 20_000,
      },
    ],
    finishedCalls: [
      {
        id: 'V1121020000000000101',
        leadId: '101',
        phone: '3125550101',
        leadCode: 'VLC101',
        campaign: 'TESTCAMP',
        queue: null,
        direction: 'outbound',
        startedAt: start - 10_862_000,
        list: '101',
        outcome: 'SALE',
        agentId: '1001',
        seconds: 285,
      },
    ],
  };
}

/**
 * @param {any} person   a row of the tables above
 * @param {number} start
 * @returns {AgentSpec}
 */
function toSpec(person, start) {
  return {
    id: String(1000 + person.n),
    name: person.name,
    campaign: person.camp ?? 'TESTCAMP',
    group: person.group ?? 'AGENTS',
    queues: person.queues ?? [],
    state: person.state ?? 'offline',
    subState: person.sub ?? null,
    reason: person.reason ?? null,
    call: person.call,
    callsToday: person.calls ?? 0,
    extras: {
      vicidial: {
        sessionId: String(8600050 + person.n),
        userLevel: person.level ?? 1,
        agentLog: recordedLog(start, person.code),
      },
    },
  };
}

/**
 * The two log rows every agent of the recordings has.
 *
 * @param {number} start
 * @param {string} [code]   the pause code of the second
 * @param {number} [talkSec]
 */
export function recordedLog(start, code = '', talkSec = 300) {
  const row = { campaign: 'TESTCAMP', waitSec: 0, talkSec: 0, dispoSec: 0, deadSec: 0 };
  const first = { at: start - 3_600_000, subStatus: 'LOGIN', pauseSec: 120, waitSec: 80 };
  return [
    { ...row, ...first, talkSec, dispoSec: 30, deadSec: 15 },
    { ...row, at: start - 1_800_000, subStatus: code, pauseSec: 45 },
  ];
}
