import { fromRow } from '../../nodes/CrocoDial/agents';
import { ACTIONS, type Action } from '../../nodes/CrocoDial/api/endpoints';
import { fromTimeColumns } from '../../nodes/CrocoDial/activity';
import { replyOf } from '../../nodes/CrocoDial/api/client';
import { attempt, type FailureKind } from '../../nodes/shared/http/failure';
import type { AgentState } from '../../nodes/shared/model/AgentState';
import { goAutoDialAnswer, goAutoDialRecordings } from '../support/recordings.mjs';

type Answer = ReturnType<typeof goAutoDialAnswer>;
type Check = (answer: Answer) => unknown;

const SOURCE = 'goAutoDial:test:apiuser';

/** Reads an answer as the node's client does, received at the moment its Date header tells. */
function read<T>(action: Action<T>, answer: Answer): T {
  const reply = replyOf(action, answer, 'goAutoDial', []);
  if (reply.said !== undefined) throw new Error(`it said ${reply.said}`);
  return reply.value;
}

const value =
  <T>(action: Action<T>, expected: unknown): Check =>
  (answer) =>
    expect(read(action, answer)).toEqual(expected);

const said =
  (action: Action<unknown>, expected: string): Check =>
  (answer) =>
    expect(replyOf(action, answer, 'goAutoDial', [])).toMatchObject({ said: expected });

const refused =
  (action: Action<unknown>, kind: FailureKind, message: string): Check =>
  async (answer) => {
    const outcome = await attempt(async () => read(action, answer));
    if (outcome.ok) throw new Error(`read as ${JSON.stringify(outcome.value)}`);
    const { failure } = outcome;
    expect({ kind: failure.kind, message: failure.message }).toEqual({ kind, message });
    expect(failure.advice).not.toBe('');
    expect(`${failure.message} ${failure.advice} ${failure.stack}`).not.toMatch(/SELECT|wrong/);
  };

const NOT_ACCEPTED = 'GOautodial does not accept the user or the password';
const IN_XML = 'GOautodial answered in XML though JSON was asked for';

interface Expected {
  state: AgentState;
  status: string;
  since: number | null;
  reason: string | null;
  leadId: string | null;
  phone: string | null;
  subStatus: string | null;
}

/** The floor: state, GOautodial's status, the second since when, and what differs from nothing. */
const FLOOR: Record<string, [AgentState, string, number | null, Partial<Expected>?]> = {
  agent1007: ['busy', 'QUEUE', 1795299438, { leadId: '504', phone: '5550000504' }],
  agent1009: ['wrapUp', 'READY', null, { leadId: '506', phone: '5550000506' }],
  agent1008: ['busy', 'INCALL', 1795299410, { leadId: '505', phone: '5550000505' }],
  agent1003: ['busy', 'INCALL', 1795299378, { leadId: '501', phone: '5550000501' }],
  agent1004: [
    'wrapUp',
    'INCALL',
    1795299400,
    { leadId: '502', phone: '5550000502', subStatus: 'DEAD' },
  ],
  agent1006: ['wrapUp', 'PAUSED', 1795299420, { leadId: '503', phone: '5550000503' }],
  'example.user': ['paused', 'PAUSED', 1795299440, { reason: 'LOGIN' }],
  agent1010: ['busy', 'MQUEUE', 1795299431],
  agent1001: ['ready', 'READY', 1795299385],
  agent1002: ['ready', 'CLOSER', 1795299150],
  agent1005: ['paused', 'PAUSED', 1795298860, { reason: 'LUNCH' }],
};

/** What the floor has of everyone. */
const expectedFloor = Object.entries(FLOOR).map(([id, [state, status, since, more]]) => ({
  id,
  state,
  status,
  since,
  reason: null,
  leadId: null,
  phone: null,
  subStatus: null,
  ...more,
}));

const floor: Check = (answer) => {
  const { data, callerids } = read(ACTIONS.floor, answer);
  const lines = new Set(callerids?.map(({ vac_callerid }) => vac_callerid));
  const heard = { source: SOURCE, at: answer.receivedAt, clockOffset: 0 };
  const agents = data.map((row) => fromRow(row, lines, heard));
  expect(
    agents.map((agent) => ({
      id: agent.agentId,
      state: agent.state,
      status: agent.vendorStatus,
      since: agent.stateSince === null ? null : agent.stateSince / 1000,
      reason: agent.reason,
      leadId: agent.call?.leadId ?? null,
      phone: agent.call?.phone ?? null,
      subStatus: agent.vendorSubStatus,
    })),
  ).toEqual(expectedFloor);
  const ida = agents.find(({ agentId }) => agentId === 'agent1009');
  expect(ida).toMatchObject({
    agentName: "Ida O'Brien & Söns <Team>",
    teams: { campaign: 'CAMP002', userGroup: 'SUPPORT' },
    stateSinceSource: null,
    session: { id: '8600059' },
  });
  expect(agents.find(({ agentId }) => agentId === 'agent1003')?.call).toEqual({
    callId: 'V1121221400000000501',
    leadId: '501',
    leadCode: null,
    phone: '5550000501',
    campaign: 'CAMP001',
    seconds: 112,
  });
};

/** Everyone with a live row, agent1013 whom the floor leaves out included. */
const liveRows: Check = (answer) => {
  const rows = read(ACTIONS.liveRows, answer);
  expect(rows.map(({ vla_user }) => vla_user).sort()).toEqual(
    [...Object.keys(FLOOR), 'agent1013'].sort(),
  );
  const heard = { source: SOURCE, at: answer.receivedAt, clockOffset: 0 };
  const states = Object.fromEntries(
    rows.map((row) => [row.vla_user, fromRow(row, null, heard).state]),
  );
  // Whether a customer has hung up is not told here.
  const expected = expectedFloor.map(({ id, state, subStatus }) => [
    id,
    subStatus === 'DEAD' ? 'busy' : state,
  ]);
  expect(states).toEqual({ ...Object.fromEntries(expected), agent1013: 'ready' });
};

const offlineUsers: Check = (answer) =>
  expect(read(ACTIONS.offlineUsers, answer).data.map((row) => row.vu_user)).toEqual([
    '6666',
    'apiuser',
    'api8',
    'lowuser',
    'agent1011',
  ]);

const users: Check = (answer) => {
  const found = read(ACTIONS.users, answer);
  expect(found).toHaveLength(17);
  expect(found[9]).toEqual({
    agentId: 'agent1009',
    name: "Ida O'Brien & Söns <Team>",
    active: true,
    userGroup: 'SUPPORT',
  });
};

const times: Check = (answer) => {
  const { TOPsorted_output: columns, PC_statuses: pauses } = read(ACTIONS.timeDetails, answer);
  if (columns === null) throw new Error('nobody');
  const asked = { source: SOURCE, window: { from: 0, to: 1 } };
  const activities = fromTimeColumns(columns, pauses ?? [], asked);
  expect(JSON.stringify(activities)).not.toContain('SELECT');
  expect(
    activities.map((one) => [
      one.agentId,
      one.contacts,
      one.loggedInSeconds,
      one.talkSeconds,
      one.waitSeconds,
      one.wrapUpSeconds,
      one.pauseSeconds,
      one.percentPaused,
      one.raw.pauseCodes,
    ]),
  ).toEqual([
    ['agent1006', 1, 140, 120, 0, 20, 0, 0, {}],
    ['agent1005', 0, 300, 0, 0, 0, 300, 100, { LUNCH: 300 }],
    ['agent1003', 1, 63, 60, 2, 0, 1, 1.6, {}],
    ['agent1001', 0, 30, 0, 20, 0, 10, 33.3, {}],
  ]);
};

/** What the client makes of each recording. One that is not here fails. */
const RECORDINGS: Record<string, Check> = {
  'b-goGetAgentsOnCall-json': liveRows,
  'b-oncall-empty': said(ACTIONS.liveRows, 'Error: No data to show.'),
  'c01-wrong-password-json': refused(ACTIONS.users, 'loginRefused', NOT_ACCEPTED),
  'c02-wrong-password-xml': refused(ACTIONS.users, 'unreadable', IN_XML),
  'c03-unknown-action-json': refused(
    ACTIONS.liveInfo,
    'notFound',
    'GOautodial does not know the command',
  ),
  'c09-bad-responsetype': refused(ACTIONS.users, 'unreadable', IN_XML),
  'c11-plain-password-php8': refused(ACTIONS.users, 'loginRefused', NOT_ACCEPTED),
  'c12-missing-session-user': refused(
    ACTIONS.users,
    'badInput',
    'GOautodial wants to know in whose name it is asked',
  ),
  'c14-low-user-level': refused(ACTIONS.users, 'forbidden', 'The GOautodial user may not do this'),
  'c16-post-form': value(ACTIONS.totalPaused, { data: 3 }),
  'c17-post-json-body': refused(ACTIONS.totalPaused, 'unreadable', IN_XML),
  'd-goGetOfflineActiveAgents-json': offlineUsers,
  'd-goGetRealtimeAgentsMonitoring-json': floor,
  'd-goGetRealtimeAgentsMonitoring-xml': refused(ACTIONS.floor, 'unreadable', IN_XML),
  'd-goGetTotalAgentsCall-json': value(ACTIONS.totalInCall, { data: 4 }),
  'd-goGetTotalAgentsPaused-json': value(ACTIONS.totalPaused, { data: 3 }),
  'd-goGetTotalAgentsWaitCalls-json': value(ACTIONS.totalWaiting, { data: 4 }),
  'd-realtime-empty-no-online-table': value(ACTIONS.floor, { data: [] }),
  'd-realtime-empty-with-online-table': value(ACTIONS.floor, { data: [] }),
  'e-db-down': refused(ACTIONS.totalPaused, 'outage', 'GOautodial sent an empty answer'),
  'e-display-errors-on': value(ACTIONS.totalPaused, { data: 4 }),
  'r7-agent-time-all': times,
  'u-goGetAllUsers-json': users,
};

test('every recording has its row, and every row its recording', () => {
  expect(goAutoDialRecordings()).toEqual(Object.keys(RECORDINGS).sort());
});

test.each(goAutoDialRecordings())('%s is read into what it implies', async (name) => {
  const check = RECORDINGS[name];
  if (check === undefined) throw new Error(`nothing is expected of ${name}`);
  await check(goAutoDialAnswer(name));
});
