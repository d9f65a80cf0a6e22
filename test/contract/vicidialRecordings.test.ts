import {
  fromLoggedIn,
  fromOffline,
  fromStatus,
  withoutDuplicates,
} from '../../nodes/Vicidial/agents';
import { toActivity } from '../../nodes/Vicidial/activity';
import { recordsOf, successOf } from '../../nodes/Vicidial/api/client';
import { countsOfInGroup, figuresOf } from '../../nodes/Vicidial/counts';
import { unusable } from '../../nodes/Vicidial/api/errors';
import { readVersion } from '../../nodes/Vicidial/api/answers';
import { attempt, type FailureKind } from '../../nodes/shared/http/failure';
import type { AgentState } from '../../nodes/shared/model/AgentState';
import type { AgentSnapshot } from '../../nodes/shared/model/AgentSnapshot';
import { recordedAnswer, recordingNames } from '../support/recordings.mjs';

type Answer = ReturnType<typeof recordedAnswer>;
type VicidialFunction = Parameters<typeof recordsOf>[0];
type Check = (answer: Answer) => unknown;

const NOW = Date.UTC(2026, 10, 21, 22, 18, 21);
const SOURCE = 'vicidial:test:6666';

/** What is compared of an agent: everything VICIdial's list tells, in our terms. */
interface Expected {
  id: string;
  name: string | null;
  state: AgentState;
  reason: string | null;
  status: string;
  subStatus: string | null;
  campaign: string | null;
  userGroup: string | null;
  session: string | null;
  callsToday: number | null;
  callId: string | null;
  leadId: string | null;
}

const shown = (agent: AgentSnapshot): Partial<Expected> => ({
  id: agent.agentId,
  name: agent.agentName,
  state: agent.state,
  reason: agent.reason,
  status: agent.vendorStatus ?? '',
  subStatus: agent.vendorSubStatus,
  campaign: agent.teams.campaign,
  userGroup: agent.teams.userGroup,
  session: agent.session?.id ?? null,
  callsToday: agent.callsToday,
  callId: agent.call?.callId ?? null,
  leadId: agent.call?.leadId ?? null,
});

type Cells = [
  id: number,
  name: string,
  state: AgentState,
  status: string,
  more?: Partial<Expected>,
];

const agent = ([id, name, state, status, more]: Cells): Expected => ({
  id: String(id),
  name,
  state,
  reason: null,
  status,
  subStatus: null,
  campaign: 'TESTCAMP',
  userGroup: 'AGENTS',
  session: String(id - 1000 + 8600050),
  callsToday: 0,
  callId: null,
  leadId: null,
  ...more,
});

const support = { campaign: 'SUPPORT' };
const night = { userGroup: 'NIGHT' };
const threeWay = { callId: 'M1211201000000000002', leadId: '2', callsToday: 2 };

/** The floor as `logged_in_agents` with sub-status tells it: one agent in each situation. */
const FLOOR = (
  [
    [1001, 'Ann Ready', 'ready', 'READY', { callsToday: 3 }],
    [1002, 'Bob Closer', 'ready', 'CLOSER', { ...support, callsToday: 5 }],
    [
      1003,
      'Cid Incall',
      'busy',
      'INCALL',
      { callId: 'V1211201000000000001', leadId: '1', callsToday: 4 },
    ],
    [1004, 'Dee Threeway', 'busy', 'INCALL', { ...threeWay, subStatus: '3-WAY' }],
    [1005, 'Eve Threeway', 'busy', 'INCALL', { ...threeWay, ...night, subStatus: '3-WAY' }],
    [
      1006,
      'Fay Park',
      'busy',
      'INCALL',
      { subStatus: 'PARK', callId: 'Y1211201000000000003', leadId: '3', callsToday: 1 },
    ],
    [
      1007,
      'Gus Dead',
      'wrapUp',
      'INCALL',
      { subStatus: 'DEAD', callId: 'V1211201000000000004', leadId: '4', callsToday: 6 },
    ],
    [1008, 'Hal Paused', 'paused', 'PAUSED', { reason: 'LUNCH' }],
    [
      1009,
      'Ida Dispo',
      'wrapUp',
      'PAUSED',
      { subStatus: 'DISPO', callId: 'V1211201000000000005', leadId: '5', callsToday: 7 },
    ],
    [
      1010,
      'Jay Preview',
      'busy',
      'PAUSED',
      { ...night, reason: 'LOGIN', subStatus: 'PREVIEW', leadId: '6', callsToday: 7 },
    ],
    [
      1011,
      'Kim Queue',
      'busy',
      'QUEUE',
      { callId: 'V1211201000000000007', leadId: '7', callsToday: 8 },
    ],
    [
      1012,
      'Lee Ring',
      'busy',
      'CLOSER',
      { ...support, ...night, subStatus: 'RING', callsToday: 1 },
    ],
    [1013, 'Moe Login', 'paused', 'PAUSED', { ...support, reason: 'LOGIN' }],
    [1014, 'Nan Mqueue', 'busy', 'MQUEUE'],
    [
      1015,
      'Oz Dial',
      'busy',
      'INCALL',
      { subStatus: 'DIAL', callId: 'M1211201000000000008', leadId: '8' },
    ],
    [
      1016,
      'Pat Email',
      'busy',
      'INCALL',
      { ...support, ...night, callId: 'E1211201000000000009', leadId: '9' },
    ],
    [1020, 'Comma, Quincy', 'ready', 'READY'],
  ] satisfies Cells[]
).map((cells) => agent(cells as Cells));

/** What a list without sub-status and pause code cannot know. */
const LESS: Record<string, Partial<Expected>> = {
  '1007': { state: 'busy' },
  '1010': { state: 'paused', leadId: null },
  '1012': { state: 'ready' },
};

const LESS_FLOOR = FLOOR.map((one) => ({
  ...one,
  subStatus: null,
  reason: null,
  ...LESS[one.id],
}));

const inSupport = ({ campaign }: Expected) => campaign === 'SUPPORT';

/** Names that are hard to read off the wire. */
const WEIRD = (
  [
    [1021, 'Pipe|Rita', 'ready', 'READY'],
    [1022, 'Dquote "Sam" T', 'ready', 'READY'],
    [1023, 'Zoë Müller 漢字', 'ready', 'READY'],
    [1024, 'Lead/Trail', 'ready', 'READY'],
    [1026, '', 'ready', 'READY', { name: null }],
    [1027, 'René Latin1', 'ready', 'READY'],
    [1028, 'Uma <b>&amp; Co</b>', 'ready', 'READY'],
  ] satisfies Cells[]
).map((cells) => agent(cells as Cells));

const floor =
  (expected: Expected[]): Check =>
  (answer) => {
    const records = recordsOf('logged_in_agents', answer, [answer.password]);
    const agents = records.map((record) => fromLoggedIn(record, SOURCE, NOW));
    expect(withoutDuplicates(agents).map(shown)).toEqual(expected);
  };

const status =
  (id: string, expected: Partial<AgentSnapshot>): Check =>
  (answer) => {
    const [record, ...more] = recordsOf('agent_status', answer, [answer.password]);
    expect(more).toEqual([]);
    if (record === undefined) throw new Error('no record');
    expect(fromStatus(id, record, SOURCE, NOW)).toMatchObject({
      agentId: id,
      source: SOURCE,
      stateSince: null,
      observedAt: NOW,
      ...expected,
    });
  };

const records =
  (name: VicidialFunction, expected: object[]): Check =>
  (answer) => {
    const found: object[] = recordsOf(name, answer, [answer.password]);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  };

const nothing = (name: VicidialFunction): Check => records(name, []);

async function expectRefusal(
  { body, password }: Answer,
  read: () => unknown,
  kind: FailureKind,
  message: string,
) {
  const outcome = await attempt(async () => read());
  if (outcome.ok) throw new Error(`read as ${JSON.stringify(outcome.value)}`);
  const { failure } = outcome;
  expect({ kind: failure.kind, message: failure.message }).toEqual({ kind, message });
  expect(failure.advice).not.toBe('');
  const told = `${failure.message} ${failure.advice} ${failure.stack} ${JSON.stringify(failure)}`;
  if (password !== '' && body.includes(password)) expect(told).not.toContain(password);
  expect(told).not.toMatch(/SELECT|vicidial_users/);
}

const refused =
  (name: VicidialFunction, kind: FailureKind, message: string): Check =>
  (answer) =>
    expectRefusal(answer, () => recordsOf(name, answer, [answer.password]), kind, message);

/** In this form a name or lead code of the recording looks like two cells: not asked for, and not guessed at. */
const notGuessed = (name: VicidialFunction): Check =>
  refused(name, 'unreadable', 'A line of what VICIdial sent cannot be read');

const ordered =
  (text: string): Check =>
  (answer) =>
    expect(successOf(answer, [answer.password])).toBe(text);

const orderRefused =
  (kind: FailureKind, message: string): Check =>
  (answer) =>
    expectRefusal(answer, () => successOf(answer, [answer.password]), kind, message);

const version: Check = ({ body }) =>
  expect(readVersion(body)).toEqual({
    version: '2.14-202',
    build: '250720-1841',
    // DATE is the wall clock at EPOCH; TZ tells another zone and is not it.
    utcOffsetMs: 0,
  });

const CID = status('1003', {
  agentName: 'Cid Incall',
  state: 'busy',
  vendorStatus: 'INCALL',
  vendorSubStatus: null,
  // BREAK is the code of the pause before the call.
  reason: null,
  routable: false,
  teams: { campaign: 'TESTCAMP', userGroup: 'AGENTS', departments: [], queues: [] },
  call: {
    callId: 'V1211201000000000001',
    leadId: '1',
    leadCode: 'VLC1',
    phone: '3125559991',
    campaign: 'TESTCAMP',
    seconds: null,
  },
  callsToday: 4,
  session: { id: '8600053', ip: null },
});

const STATS_1003 = {
  user: '1003',
  full_name: 'Cid Incall',
  user_group: 'AGENTS',
  calls: 1,
  login_time: '0:10:05',
  total_talk_time: '0:04:45',
  avg_talk_time: '0:00:00',
  pct_of_queue: '100%',
  pause_time: '165',
  sessions: 1,
  pauses: 2,
  pause_pct: '27.3%',
  wait_time: '0:01:20',
  talk_time: '0:05:00',
  dispo_time: '0:01:00',
  dead_time: '0:00:15',
};

/**
 * The average talk time of the wire is that of the row before; ours is each agent's own. The row
 * whose name has a pipe is left out: in this form it has a cell too many.
 */
const stats: Check = async (answer) => {
  await notGuessed('agent_stats_export')(answer);
  const lines = answer.body.toString('latin1').split('\n');
  const body = Buffer.from(lines.filter((line) => !/Pipe/.test(line)).join('\n'), 'latin1');
  const found = recordsOf('agent_stats_export', { ...answer, body }, [answer.password]);
  const activities = found.map((record) =>
    toActivity(record, [record], SOURCE, { from: 0, to: 1 }),
  );
  const talks = found.map(({ user }) => Number(user) - 1001 + 286);
  expect(found).toHaveLength(25);
  expect(activities.map(({ talkSeconds }) => talkSeconds)).toEqual(talks);
  expect(activities.map(({ averageTalkSeconds }) => averageTalkSeconds)).toEqual(talks);
  expect(activities.map(({ contacts }) => contacts)).toEqual(found.map(() => 1));
  expect(activities.map(({ pauseSeconds }) => pauseSeconds)).toEqual(found.map(() => 165));
  expect(activities.map(({ waitSeconds }) => waitSeconds)).toEqual(found.map(() => 80));
  expect(activities.map(({ agentName }) => agentName).slice(16)).toEqual([
    'Comma, Quincy',
    'Dquote "Sam" T',
    'Zoë Müller 漢字',
    'Lead/Trail',
    "Tina O'Neil",
    null,
    'René Latin1',
    'Uma <b>&amp; Co</b>',
    'Vic Chat',
  ]);
};

const inGroups: Check = (answer) => {
  const [record] = recordsOf('in_group_status', answer, [answer.password]);
  expect(countsOfInGroup(record)).toEqual({
    ready: 3,
    busy: 1,
    wrapUp: 1,
    paused: 0,
    offline: null,
    unknown: 0,
    loggedIn: 5,
    total: 5,
    percentPaused: 0,
    callsWaiting: 1,
    vendor: {
      ingroups: 'SALESLINE SUPPORTQ',
      total_calls: 2,
      calls_waiting: 1,
      agents_logged_in: 5,
      agents_in_calls: 1,
      agents_waiting: 3,
      agents_paused: 0,
      agents_in_dispo: 1,
      agents_in_dial: 0,
    },
  });
};

const userGroups: Check = (answer) => {
  const found = recordsOf('user_group_status', answer, [answer.password]);
  expect(found.map(figuresOf)).toEqual([
    {
      usergroups: 'AGENTS NIGHT',
      calls_waiting: 1,
      agents_logged_in: 17,
      agents_in_calls: 8,
      agents_waiting: 4,
      agents_paused: 3,
      agents_in_dead_calls: 1,
      agents_in_dispo: 1,
      agents_in_dial: 1,
    },
  ]);
};

const userDetails: Check = (answer) => {
  const [record] = recordsOf('user_details', answer, [answer.password]);
  expect(fromOffline('1003', record, SOURCE, NOW)).toMatchObject({
    agentId: '1003',
    agentName: 'Cid Incall',
    state: 'offline',
    teams: { campaign: null, userGroup: 'AGENTS' },
    call: null,
    session: null,
    raw: { user: '1003', user_level: 1, active: 'Y' },
  });
};

const BAD_LOGIN = refused(
  'agent_status',
  'loginRefused',
  'VICIdial does not accept the user or the password',
);
const NO_FUNCTION = refused(
  'agent_status',
  'notSupported',
  'This VICIdial server does not know the function',
);

/** How each recording is read, by the name of its file. */
const READ: Record<string, Check> = {
  '2fa-required': refused(
    'agent_status',
    'loginRefused',
    'VICIdial asks for a second factor, which an API user cannot give',
  ),
  'agc.badpass': orderRefused(
    'loginRefused',
    'The agent API of VICIdial does not accept the user or the password',
  ),
  'agc.logout': ordered('SUCCESS: logout function set - LOGOUT|1795299733|1013'),
  'agc.pause': ordered('SUCCESS: external_pause function set - PAUSE|1795299733|1001'),
  'agc.pause-offline': orderRefused('notFound', 'The agent is not logged in'),
  'agc.pause_code': ordered('SUCCESS: pause_code function sent - 1008'),
  'agc.resume-notpaused': orderRefused('badInput', 'The agent is not paused'),
  'agc.resume-paused': ordered('SUCCESS: external_pause function set - RESUME|1795299733|1008'),
  'agc.unknownfunction': orderRefused(
    'notSupported',
    'This VICIdial server does not know the function',
  ),
  'agent_campaigns.tab.header-YES': records('agent_campaigns', [
    {
      user: '1003',
      allowed_campaigns_list: 'TESTCAMP-SUPPORT',
      allowed_ingroups_list: 'AGENTDIRECT-SALESLINE-SUPPORTQ',
    },
  ]),
  'agent_stats_export.pipe.header-YES': records('agent_stats_export', [STATS_1003]),
  'agent_stats_export.tab.header-YES': records('agent_stats_export', [STATS_1003]),
  'agent_status.csv.header-YES': CID,
  'agent_status.csv.header-none': CID,
  'agent_status.json.header-YES': CID,
  'agent_status.json.header-none': CID,
  'agent_status.nostage.header-YES': CID,
  'agent_status.nostage.header-none': CID,
  'agent_status.pipe.header-YES': CID,
  'agent_status.pipe.header-none': CID,
  'agent_status.post.pipe.header-YES': CID,
  'agent_status.tab.header-YES': CID,
  'agent_status.tab.header-none': CID,
  'apostrophe.lia': notGuessed('logged_in_agents'),
  'callid_info-detail.tab.header-YES': records('callid_info', [
    {
      call_id: 'V1121020000000000101',
      custtime: 285,
      call_date: '2026-11-21 19:17:19',
      phone: '3125550101',
      call_type: 'OUTBOUND_AUTO',
      campaign_id: 'TESTCAMP',
      list_id: '101',
      status: 'SALE',
      user: '1001',
    },
  ]),
  'campaigns_list.tab.header-YES': records('campaigns_list', [
    { campaign_id: 'TESTCAMP', campaign_name: 'Test Campaign, East', active: 'Y' },
    { campaign_id: 'SUPPORT', campaign_name: 'Support', active: 'Y' },
    { campaign_id: 'OLDCAMP', campaign_name: 'Old', active: 'N', three_way_dial_prefix: '' },
  ]),
  'db-down.agent_status': refused('agent_status', 'outage', 'VICIdial sent an empty answer'),
  'db-down.php7mode.agent_status': refused(
    'agent_status',
    'outage',
    'VICIdial cannot reach its database',
  ),
  'display_errors-on.logged_in_agents': floor(LESS_FLOOR.filter(inSupport)),
  // 1001 is listed twice, READY in one campaign and PAUSED in another: nobody paused takes calls.
  'dup-live-agent.lia': floor(LESS_FLOOR),
  'err-badpass': BAD_LOGIN,
  'err-badpass-post': BAD_LOGIN,
  'err-missing-agent_user.agent_status': refused(
    'agent_status',
    'badInput',
    'VICIdial refused the request',
  ),
  'err-noapi.agent_status': refused(
    'agent_status',
    'forbidden',
    'The VICIdial user lacks a right that this needs',
  ),
  'err-nocreds': BAD_LOGIN,
  'err-nofunction': NO_FUNCTION,
  'err-nosource.agent_status': refused(
    'agent_status',
    'badInput',
    'VICIdial wants to know the source of the request',
  ),
  'err-nosuch-agent.agent_status': refused(
    'agent_status',
    'notFound',
    'VICIdial knows no such agent',
  ),
  'err-nouser': BAD_LOGIN,
  'err-offline-agent.agent_status': nothing('agent_status'),
  'err-stats-norecords': nothing('agent_stats_export'),
  'err-unknownfunction': NO_FUNCTION,
  'err-weakuser': BAD_LOGIN,
  'fewfn.logged_in_agents': refused(
    'logged_in_agents',
    'forbidden',
    'The VICIdial user is not allowed to call this function',
  ),
  'in_group_status.pipe.header-YES': inGroups,
  'in_group_status.tab.header-YES': inGroups,
  'ip-whitelist-block': refused(
    'agent_status',
    'forbidden',
    'VICIdial does not allow requests from the address of this n8n server',
  ),
  'lia-campaign-SUPPORT': floor(LESS_FLOOR.filter(inSupport)),
  'lia-campaign-unknown': nothing('logged_in_agents'),
  'lia-campaigns-two-pipe': floor(LESS_FLOOR),
  'lia-empty': nothing('logged_in_agents'),
  'lockout-11-bad': refused(
    'agent_status',
    'loginRefused',
    'VICIdial has locked this user after too many wrong passwords',
  ),
  'logged_in_agents-sub.csv.header-YES': notGuessed('logged_in_agents'),
  'logged_in_agents-sub.csv.header-none': notGuessed('logged_in_agents'),
  'logged_in_agents-sub.pipe.header-YES': floor(FLOOR),
  'logged_in_agents-sub.pipe.header-none': floor(FLOOR),
  'logged_in_agents-sub.post.pipe.header-YES': floor(FLOOR),
  'logged_in_agents-sub.tab.header-YES': floor(FLOOR),
  'logged_in_agents-sub.tab.header-none': floor(FLOOR),
  'logged_in_agents.pipe.header-YES': floor(LESS_FLOOR),
  'logged_in_agents.pipe.header-none': floor(LESS_FLOOR),
  'logged_in_agents.tab.header-YES': floor(LESS_FLOOR),
  'logged_in_agents.tab.header-none': floor(LESS_FLOOR),
  'missing-script': refused(
    'agent_status',
    'notTheService',
    'There is no VICIdial API at this address (HTTP 404)',
  ),
  'null-columns.lia-sub': floor([
    ...FLOOR,
    agent([1026, '', 'paused', 'PAUSED', { name: null, campaign: null, session: null }]),
  ]),
  'state.agent_status.1001': status('1001', {
    state: 'ready',
    reason: null,
    routable: true,
    call: null,
    callsToday: 3,
    session: { id: '8600051', ip: null },
  }),
  'state.agent_status.1003': CID,
  // VLC|4 makes one cell too many: as many as with a computer_ip.
  'state.agent_status.1007': notGuessed('agent_status'),
  'state.agent_status.1008': status('1008', {
    state: 'paused',
    reason: 'LUNCH',
    vendorSubStatus: null,
    routable: false,
    call: null,
    session: { id: '8600058', ip: null },
  }),
  'state.agent_status.1009': status('1009', {
    state: 'wrapUp',
    reason: null,
    vendorStatus: 'PAUSED',
    vendorSubStatus: 'DISPO',
    call: {
      callId: 'V1211201000000000005',
      leadId: '5',
      leadCode: 'VLC,5',
      phone: '3125550005',
      campaign: 'TESTCAMP',
      seconds: null,
    },
  }),
  'state.agent_status.1010': status('1010', {
    state: 'busy',
    vendorStatus: 'PAUSED',
    vendorSubStatus: 'PREVIEW',
    call: {
      callId: null,
      leadId: '6',
      leadCode: 'VLC6',
      phone: '3125550006',
      campaign: 'TESTCAMP',
      seconds: null,
    },
    session: { id: '8600060', ip: null },
  }),
  'stats-all-agents.time_format-S': stats,
  'user_details.tab.header-YES': userDetails,
  'user_group_status.pipe.header-YES': userGroups,
  'user_group_status.tab.header-YES': userGroups,
  'version-auth': version,
  'version-noauth': version,
  'weird.agent_status.1027': status('1027', {
    agentName: 'René Latin1',
    state: 'ready',
    callsToday: 0,
    session: { id: '8600077', ip: null },
  }),
  'weird.lia.csv': notGuessed('logged_in_agents'),
  'weird.lia.pipe': notGuessed('logged_in_agents'),
  'weird.lia.tab': floor([...FLOOR, ...WEIRD]),
};

describe('every recording of a real VICIdial is read by the node’s own client', () => {
  test.each(recordingNames())('%s', async (name) => {
    const check = READ[name];
    if (check === undefined) throw new Error(`nobody has said how ${name} is to be read`);
    await check(recordedAnswer(name));
  });

  test('every row of the table belongs to a recording', () => {
    expect(recordingNames()).toEqual(expect.arrayContaining(Object.keys(READ)));
  });

  test('a web page of version is not taken for a version', () => {
    const { body, status: code } = recordedAnswer('missing-script');
    expect(readVersion(body)).toBeNull();
    expect(unusable('foreign', code).kind).toBe('notTheService');
  });
});
