import { toActivity } from '../../nodes/Vicidial/activity';
import { fromLoggedIn, fromOffline, fromStatus } from '../../nodes/Vicidial/agents';
import { readVersion } from '../../nodes/Vicidial/api/answers';
import { recordsOf } from '../../nodes/Vicidial/api/client';
import { countsOfInGroup, groupFigures } from '../../nodes/Vicidial/counts';
import { attempt, type FailureKind } from '../../nodes/shared/http/failure';
import type { AgentState } from '../../nodes/shared/model/AgentState';
import { versionAnswer, versionRecordings } from '../support/recordings.mjs';

/* What five versions of VICIdial, from 2014 to 2025, answered to the same questions about the same floor. */

const NOW = Date.UTC(2026, 10, 28, 16, 58, 32);
const SOURCE = 'vicidial:test:6666';
const WINDOW = { from: NOW - 3_600_000, to: NOW };

const VERSIONS = ['2.8-64', '2.10-69', '2.12-83', '2.14-117', '2.14-202'] as const;
type Version = (typeof VERSIONS)[number];
type Name = Parameters<typeof recordsOf>[0];
type Check = (answer: { status: number; body: Buffer }, version: Version) => unknown;

/** From which version on something is so, in the order of VERSIONS. */
const since = (version: Version, first: Version) =>
  VERSIONS.indexOf(version) >= VERSIONS.indexOf(first);

const only = <T>([record, ...more]: T[]): T => {
  expect(more).toEqual([]);
  if (record === undefined) throw new Error('no record');
  return record;
};

/** An agent by `agent_status`: builds before 2.12 have no session, and no phone before 2.10. */
const agent =
  (
    name: string,
    state: AgentState,
    more: { reason?: string; group?: string; phone?: string } = {},
  ) =>
  (answer: { status: number; body: Buffer }, version: Version) => {
    const found = fromStatus('1', only(recordsOf('agent_status', answer, [])), SOURCE, NOW);
    expect(found).toMatchObject({
      agentName: name,
      state,
      reason: more.reason ?? null,
      teams: { userGroup: more.group ?? 'AGENTS' },
      session: {
        id: since(version, '2.12-83') ? expect.stringMatching(/^86000\d\d$/) : null,
        ip: null,
      },
    });
    if (more.phone === undefined) return;
    expect(found.call?.phone).toBe(since(version, '2.10-69') ? more.phone : null);
  };

const refused =
  (name: Name, kind: FailureKind): Check =>
  async (answer) => {
    const outcome = await attempt(async () => recordsOf(name, answer, ['wrongpw', 'weak1']));
    if (outcome.ok) throw new Error(`read as ${JSON.stringify(outcome.value)}`);
    expect(outcome.failure.kind).toBe(kind);
    expect(`${outcome.failure.message} ${outcome.failure.advice}`).not.toMatch(/wrongpw|weak1/);
  };

/** The same from a version on; the function is missing before. */
const from =
  (first: Version, name: Name, check: Check): Check =>
  (answer, version) =>
    (since(version, first) ? check : refused(name, 'notSupported'))(answer, version);

const nobody =
  (name: Name): Check =>
  (answer) =>
    expect(recordsOf(name, answer, [])).toEqual([]);

/** Agents in chats and e-mails are reported as DEAD before 2.12. */
const nonVoice =
  (name: string): Check =>
  (answer, version) =>
    agent(name, since(version, '2.12-83') ? 'busy' : 'wrapUp')(answer, version);

const READY = '1001 1002 1021 agent_with_long_id_2 1029 1030 1031 1032 1033 1034'.split(' ');
const BUSY = '1003 1004 1005 1006 1010 1011 1012 1014 1015 1016 1022 1023 1028'.split(' ');
const WRAP_UP = '1007 1009 1024 1025 1027'.split(' ');
const PAUSED = {
  1008: 'LUNCH',
  1013: null,
  1017: 'TOILET',
  1018: 'BREAK',
  1019: 'COACH',
  1020: 'LUNCH',
};

const floor: Check = (answer) => {
  const agents = recordsOf('logged_in_agents', answer, []).map((record) =>
    fromLoggedIn(record, SOURCE, NOW),
  );
  const inState = (wanted: AgentState) =>
    agents.filter(({ state }) => state === wanted).map(({ agentId }) => agentId);
  expect(inState('ready')).toEqual(READY);
  expect(inState('busy')).toEqual(BUSY);
  expect(inState('wrapUp')).toEqual(WRAP_UP);
  expect(
    Object.fromEntries(
      agents
        .filter(({ state }) => state === 'paused')
        .map(({ agentId, reason }) => [agentId, reason]),
    ),
  ).toEqual(PAUSED);
  expect(agents).toHaveLength(34);
};

const count =
  (name: Name, expected: number): Check =>
  (answer) =>
    expect(recordsOf(name, answer, [])).toHaveLength(expected);

/** 1003: one call of 300 s, 165 s paused; wrap-up is known since 2021. */
const activity: Check = (answer, version) => {
  const records = recordsOf('agent_stats_export', answer, []);
  const [cid] = records.filter(({ user }) => user === '1003');
  if (cid === undefined) throw new Error('no record of 1003');
  const knowsWrapUp = since(version, '2.14-202');
  expect(toActivity(cid, [cid], SOURCE, WINDOW)).toMatchObject({
    agentId: '1003',
    agentName: 'Cid Incall',
    contacts: 1,
    sessions: 1,
    pauses: 1,
    talkSeconds: 300,
    averageTalkSeconds: 300,
    pauseSeconds: 165,
    waitSeconds: 80,
    loggedInSeconds: Number(cid.login_time),
    wrapUpSeconds: knowsWrapUp ? Number(cid.dispo_time) : null,
  });
  expect(['575', '605']).toContain(cid.login_time);
};

/** Somebody without a call: 2.8 writes a clock for 0 seconds. */
const activities: Check = (answer, version) => {
  activity(answer, version);
  const [ann] = recordsOf('agent_stats_export', answer, []);
  if (ann === undefined) throw new Error('no record of 1001');
  expect(toActivity(ann, [], SOURCE, WINDOW)).toMatchObject({ contacts: 0, talkSeconds: 0 });
};

/** What VICIdial counted wrong is left out. */
const figures =
  (loggedIn: number): Check =>
  (answer, version) => {
    const found = groupFigures(only(recordsOf('user_group_status', answer, [])));
    expect(found).toMatchObject({ calls_waiting: 4, agents_logged_in: loggedIn });
    const isRight = version !== '2.14-117' || loggedIn === 0;
    expect('agents_in_calls' in found).toBe(isRight);
  };

const inGroups =
  (loggedIn: number): Check =>
  (answer) => {
    const counts = countsOfInGroup(only(recordsOf('in_group_status', answer, [])));
    expect(counts).toMatchObject({ ready: loggedIn, paused: 0, loggedIn, callsWaiting: 2 });
  };

const CHECKS: Record<string, Check> = {
  'agent_status.3way': agent('Dee Threeway', 'busy', { phone: '3125559002' }),
  'agent_status.chat': nonVoice('Oli Chat'),
  'agent_status.closer': agent('Bob Closer', 'ready'),
  'agent_status.dead': agent('Gus Dead', 'wrapUp', { phone: '3125559004' }),
  'agent_status.dead-7h': agent('Xia Deadseven', 'wrapUp', { phone: '3125559013' }),
  'agent_status.dial': agent('Ned Dial', 'busy', { phone: '3125559008' }),
  'agent_status.dispo': agent('Ida Dispo', 'wrapUp', { phone: '3125559005' }),
  'agent_status.dispo-7h': agent('Yan Disposeven', 'wrapUp', { phone: '3125559014' }),
  'agent_status.email': nonVoice('Pat Email'),
  'agent_status.get.incall': agent('Cid Incall', 'busy', { phone: '3125559001' }),
  'agent_status.hidden-realtime': agent('Dot Hidden', 'ready'),
  'agent_status.incall': agent('Cid Incall', 'busy', { phone: '3125559001' }),
  'agent_status.incall-inbound': agent('Bea Inboundcall', 'busy', { phone: '3125559016' }),
  'agent_status.long-id': agent('Zed Longid With A Very Long Name', 'ready', {
    group: 'LONG_GROUP_NAME_20CH',
  }),
  'agent_status.mqueue': agent('Wes Mqueue', 'busy', { phone: '3125559012' }),
  'agent_status.no-state-change': agent('Nil Nostate', 'ready'),
  'agent_status.offline': nobody('agent_status'),
  'agent_status.park': agent('Fay Park', 'busy', { phone: '3125559003' }),
  'agent_status.paused-code': agent('Hal Paused', 'paused', { reason: 'LUNCH' }),
  'agent_status.paused-nocode': agent('Meg Nocode', 'paused'),
  // 2.8 does not report previews.
  'agent_status.preview': (answer, version) =>
    agent('Jay Preview', since(version, '2.10-69') ? 'busy' : 'paused', {
      reason: 'LOGIN',
      group: 'NIGHT',
    })(answer, version),
  'agent_status.queue': agent('Kim Queue', 'busy', { phone: '3125559007' }),
  'agent_status.ready': agent('Ann Ready', 'ready'),
  'agent_status.ready-with-lead': agent('Abe Readylead', 'wrapUp', { phone: '3125559015' }),
  'agent_status.ring': agent('Lee Ring', 'busy', { group: 'NIGHT' }),
  'agent_status.unknown-user': refused('agent_status', 'notFound'),
  'agent_status.utf8-name': agent('Zoë Müller', 'ready'),
  agent_campaigns: from('2.14-117', 'agent_campaigns', (answer) =>
    expect(recordsOf('agent_campaigns', answer, [])).toEqual([
      {
        user: '1003',
        allowed_campaigns_list: 'SALES-SUPPORT-OUT1',
        allowed_ingroups_list: 'SALESLINE-SUPPORTQ',
      },
    ]),
  ),
  agent_stats_export: activities,
  'agent_stats_export.by-campaign': activities,
  'agent_stats_export.nobody': nobody('agent_stats_export'),
  'agent_stats_export.one': activity,
  callid_info: (answer) =>
    expect(recordsOf('callid_info', answer, [])).toMatchObject([
      { call_id: 'V1121020000000000101', phone: '3125559001', status: 'SALE', user: '1003' },
    ]),
  'callid_info.unknown': nobody('callid_info'),
  campaigns_list: from('2.14-202', 'campaigns_list', (answer) =>
    expect(recordsOf('campaigns_list', answer, []).map(({ campaign_id }) => campaign_id)).toEqual(
      expect.arrayContaining(['SALES', 'SUPPORT', 'OUT1']),
    ),
  ),
  'err.badpass': refused('logged_in_agents', 'loginRefused'),
  'err.function-not-allowed': from(
    '2.12-83',
    'logged_in_agents',
    refused('logged_in_agents', 'forbidden'),
  ),
  'err.noapi': from('2.12-83', 'logged_in_agents', refused('logged_in_agents', 'forbidden')),
  'err.noreports': from('2.12-83', 'logged_in_agents', refused('logged_in_agents', 'forbidden')),
  'err.unknown-function': refused('logged_in_agents', 'notSupported'),
  'err.weak-user': refused('logged_in_agents', 'loginRefused'),
  in_group_status: inGroups(0),
  'in_group_status.with-agents': inGroups(1),
  'logged_in_agents.empty': from('2.12-83', 'logged_in_agents', nobody('logged_in_agents')),
  'logged_in_agents.filter-campaign-group': from('2.12-83', 'logged_in_agents', (answer) =>
    expect(
      recordsOf('logged_in_agents', answer, []).every(({ user_group }) => user_group !== ''),
    ).toBe(true),
  ),
  'logged_in_agents.full': from('2.12-83', 'logged_in_agents', floor),
  'logged_in_agents.limited-user': from(
    '2.12-83',
    'logged_in_agents',
    count('logged_in_agents', 26),
  ),
  'logged_in_agents.one': from('2.12-83', 'logged_in_agents', count('logged_in_agents', 1)),
  user_details: from('2.14-202', 'user_details', (answer) =>
    expect(
      fromOffline('1003', only(recordsOf('user_details', answer, [])), SOURCE, NOW),
    ).toMatchObject({ agentName: 'Cid Incall', state: 'offline' }),
  ),
  'user_details.unknown': from('2.14-202', 'user_details', refused('user_details', 'notFound')),
  // The newest build on PHP 8 breaks off at an agent in a chat.
  user_group_status: (answer, version) =>
    (version === '2.14-202' ? refused('user_group_status', 'outage') : figures(33))(
      answer,
      version,
    ),
  'user_group_status.no-chat-agent': figures(32),
  'user_group_status.unknown': figures(0),
  version: ({ body }, version) =>
    expect(readVersion(body)).toMatchObject({ version, utcOffsetMs: -5 * 3_600_000 }),
};

describe.each(VERSIONS)('VICIdial %s', (version) => {
  test.each(versionRecordings(version))('%s', async (name) => {
    const check = CHECKS[name];
    if (check === undefined) throw new Error(`nobody has said how ${name} is to be read`);
    await check(versionAnswer(version, name), version);
  });
});

/** Answers of builds that are not among the recordings. */
describe('answers of builds in between', () => {
  const bodyOf = (...lines: string[]) => ({
    status: 200,
    body: Buffer.from(`${lines.join('\n')}\n`),
  });
  const STATUS =
    'status\tcallerid\tlead_id\tcampaign_id\tcalls_today\tfull_name\tuser_group\tuser_level';

  test('agent_status from 2015 to 2022 has five cells more than names', () => {
    const dead =
      'INCALL\tM2345678901234567890\t77\tSALES\t12\tMaria Lopez\tAGENTS\t1\t\tDEAD\t5551112222\t8877\t8600051';
    const paused = 'PAUSED\t\t0\tSALES\t12\tMaria Lopez\tAGENTS\t1\tBREAK\t\t\t\t8600051';
    const agents = [dead, paused].map((row) =>
      fromStatus('1001', only(recordsOf('agent_status', bodyOf(STATUS, row), [])), SOURCE, NOW),
    );
    expect(agents).toMatchObject([
      {
        agentName: 'Maria Lopez',
        state: 'wrapUp',
        call: { phone: '5551112222', leadCode: '8877' },
        session: { id: '8600051' },
      },
      { agentName: 'Maria Lopez', state: 'paused', reason: 'BREAK', session: { id: '8600051' } },
    ]);
  });

  test('agent_stats_export until 2021 has a cell more than names', () => {
    const header =
      'user\tfull_name\tuser_group\tcalls\tlogin_time\ttotal_talk_time\tavg_talk_time\tavg_wait_time\tpct_of_queue\tpause_time\tsessions\tavg_session\tpauses\tavg_pause_time\tpause_pct\tpauses_per_session';
    const row =
      '1001\tMaria Lopez\tAGENTS\t12\t28800\t14400\t1200\t60\t50%\t3600\t1\t28800\t9\t400\t12.5%\t9\t720';
    const [record] = recordsOf('agent_stats_export', bodyOf(header, row), []);
    if (record === undefined) throw new Error('no record');
    expect(toActivity(record, [record], SOURCE, WINDOW)).toMatchObject({
      contacts: 12,
      loggedInSeconds: 28_800,
      talkSeconds: 14_400,
      pauseSeconds: 3_600,
      pauses: 9,
      waitSeconds: 720,
      wrapUpSeconds: null,
    });
  });
});
