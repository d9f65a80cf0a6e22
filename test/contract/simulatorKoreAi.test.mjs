import { APPS } from '../simulator/koreAi/apps.mjs';
import { ANALYTICS, askKoreAi, ORGANIZATION, STREAM } from '../simulator/koreAi/client.mjs';
import { koreId } from '../simulator/koreAi/ids.mjs';
import { startSimulator } from '../simulator/index.mjs';

/** @typedef {import('../simulator/types.mjs').AgentSpec} AgentSpec */
/** @typedef {import('../simulator/types.mjs').AgentPatch} AgentPatch */

/** @type {import('../simulator/index.mjs').Simulator} */
let simulator;
afterEach(() => simulator.close());

/**
 * @param {AgentSpec[]} floor
 * @param {string} now
 */
async function start(floor, now) {
  simulator = await startSimulator({ floor, now, speed: 0 });
  return simulator;
}

const USER = /^u-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/;
const AGENT = /^a-[0-9a-f]{7}-[0-9a-f]{4}-5[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/;

/** @type {(type: unknown) => any} */
const any = (type) => expect.any(type);

describe("agentstatusdetails, as in the vendor's example", () => {
  // The example's day: a segment that began the day before and is longer than a day, the same
  // status twice, one whose duration is a second short, two gaps, an open one.
  /** @type {[string, AgentPatch][]} */
  const DAY = [
    ['2023-03-10T21:37:42Z', { state: 'ready', subState: 'again' }],
    ['2023-03-10T21:38:52.900Z', { state: 'busy' }],
    ['2023-03-10T21:39:48.100Z', { state: 'offline' }],
    ['2023-03-10T21:40:17Z', { state: 'ready' }],
    ['2023-03-10T21:40:28Z', { state: 'offline' }],
    [
      '2023-03-10T21:51:02Z',
      { state: 'paused', reason: 'NBK', extras: { koreAi: { customType: 'BUSY' } } },
    ],
  ];
  /** @type {AgentSpec[]} */
  const FLOOR = [
    { id: '1', name: 'John Doe', email: 'john.doe@example.com' },
    { id: '2', name: 'Jane Doe', email: 'jane.doe@example.com' },
    {
      id: '3',
      name: '',
      email: 'john.doe1@example.com',
      state: 'ready',
      since: '2023-03-09T13:20:38Z',
      extras: { koreAi: { customId: '123456' } },
    },
  ];

  /** @param {Record<string, unknown>} dateFilter */
  const ask = async (dateFilter, query = 'limit=50&offset=0') =>
    askKoreAi(simulator, `${ANALYTICS}/agentstatusdetails?${query}`, {
      filter: { dateFilter },
    });

  beforeEach(async () => {
    const { world, koreAi } = await start(FLOOR, '2023-03-10T12:00:00Z');
    koreAi.settings.mergeSegments = false;
    for (const one of ['1', '2']) world.setAgent(one, { extras: { koreAi: { customId: '' } } });
    for (const [at, patch] of DAY) {
      world.setClock(Date.parse(at));
      world.setAgent('3', patch);
    }
  });

  test('every field and every time', async () => {
    const { status, type, body } = await ask({ date: '2023-03-10', timeZoneOffSet: 0 });
    expect({ status, type }).toEqual({ status: 200, type: 'application/json; charset=utf-8' });
    expect(body).toEqual({
      hasMore: false,
      limit: 50,
      offset: 0,
      data: [
        {
          userId: koreId('user', '1'),
          firstName: 'John',
          lastName: 'Doe',
          email: 'john.doe@example.com',
        },
        {
          userId: koreId('user', '2'),
          firstName: 'Jane',
          lastName: 'Doe',
          email: 'jane.doe@example.com',
        },
        {
          userId: koreId('user', '3'),
          firstName: '',
          lastName: '',
          email: 'john.doe1@example.com',
          customId: '123456',
          status: [
            segment('AVAILABLE', '2023-03-09T13:20:38', '2023-03-10T21:37:42', '32:17:04'),
            segment('AVAILABLE', '2023-03-10T21:37:42', '2023-03-10T21:38:52', '00:01:10'),
            segment('BUSY', '2023-03-10T21:38:52', '2023-03-10T21:39:48', '00:00:55'),
            segment('AVAILABLE', '2023-03-10T21:40:17', '2023-03-10T21:40:28', '00:00:11'),
            { ...segment('BUSY', '2023-03-10T21:51:02', '-', '-'), secondaryStatus: 'NBK' },
          ],
        },
      ],
    });
    expect(body.data.map((/** @type {any} */ { userId }) => userId).every(isUserId)).toBe(true);
  });

  test('what Kore.ai has one status for is one segment, unless set otherwise', async () => {
    simulator.koreAi.settings.mergeSegments = true;
    const { body } = await ask({ date: '2023-03-10', timeZoneOffSet: 0 });
    expect(body.data[2].status).toHaveLength(4);
    expect(body.data[2].status[0]).toEqual(
      segment('AVAILABLE', '2023-03-09T13:20:38', '2023-03-10T21:38:52', '32:18:14'),
    );
  });

  test('times are shifted by the offset that was sent, or always UTC', async () => {
    const india = { date: '2023-03-11', timeZoneOffSet: -330 };
    const { body: shifted } = await ask(india);
    expect(shifted.data[2].status.at(-1).startTime).toBe('2023-03-11T03:21:02');
    simulator.koreAi.settings.zonelessIn = 'utc';
    const { body: utc } = await ask(india);
    expect(utc.data[2].status.at(-1).startTime).toBe('2023-03-10T21:51:02');
  });

  test("a day is the offset's day, and what only touches it is not in it", async () => {
    const { body: newYork } = await ask({ date: '2023-03-09', timeZoneOffSet: 300 });
    expect(newYork.data[2].status).toHaveLength(1);
    const { body: before } = await ask({ date: '2023-03-08', timeZoneOffSet: 0 });
    expect(before.data[2]).not.toHaveProperty('status');
    const { body: after } = await ask({ date: '2023-03-11', timeZoneOffSet: 0 });
    expect(after.data[2]).not.toHaveProperty('status');
    const range = { startDate: '2023-03-08', endDate: '2023-03-11', timeZoneOffSet: 0 };
    expect((await ask(range)).body.data[2].status).toHaveLength(5);
  });

  test.each([
    ['no offset', { date: '2023-03-10' }],
    ['an offset that is text', { date: '2023-03-10', timeZoneOffSet: '0' }],
    ['no date', { timeZoneOffSet: 0 }],
    ['another way to write it', { date: '10.03.2023', timeZoneOffSet: 0 }],
    ['half a range', { startDate: '2023-03-10', timeZoneOffSet: 0 }],
    ['a range backwards', { startDate: '2023-03-11', endDate: '2023-03-10', timeZoneOffSet: 0 }],
    [
      'a date and a range',
      { date: '2023-03-10', startDate: '2023-03-10', endDate: '2023-03-10', timeZoneOffSet: 0 },
    ],
  ])('%s is refused', async (_, dateFilter) => {
    const { status, body } = await ask(dateFilter);
    expect(status).toBe(400);
    expect(body).toEqual({ errors: [{ msg: 'Validation errors/ Invalid arguments', code: 400 }] });
  });

  test('an installation may take one form only', async () => {
    const { settings } = simulator.koreAi;
    const date = { date: '2023-03-10', timeZoneOffSet: 0 };
    const range = { startDate: '2023-03-10', endDate: '2023-03-10', timeZoneOffSet: 0 };
    const both = async () => [(await ask(date)).status, (await ask(range)).status];
    expect(await both()).toEqual([200, 200]);
    settings.dateFilter = 'date';
    expect(await both()).toEqual([200, 400]);
    settings.dateFilter = 'range';
    expect(await both()).toEqual([400, 200]);
  });

  /** @param {string} id */
  const isUserId = (id) => USER.test(id);

  /**
   * @param {string} primary
   * @param {string} startTime
   * @param {string} endTime
   * @param {string} duration
   */
  const segment = (primary, startTime, endTime, duration) => ({
    primaryStatus: primary,
    secondaryStatus: primary,
    startTime,
    endTime,
    duration,
  });
});

describe("the other answers have the shape of the vendor's pages", () => {
  const NOW = '2026-11-21T09:05:03Z';
  const QUEUE = koreId('queue', 'SALESLINE');
  beforeEach(async () => {
    const { world } = await start(
      [
        { id: '1', name: 'Ann Lee', queues: ['SALESLINE'], state: 'ready' },
        { id: '2', name: 'Bo', queues: ['SUPPORTQ'], state: 'offline' },
      ],
      '2026-11-21T08:00:00Z',
    );
    world.setClock(Date.parse('2026-11-21T09:02:07Z'));
    world.setAgent('1', { state: 'busy' });
    world.setClock(Date.parse(NOW));
  });

  /** @type {(path: string, body?: unknown) => Promise<any>} */
  const ask = async (path, body) => {
    const answer = await askKoreAi(simulator, path, body);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  test('userstatus: with Z, in seconds as text, in two spellings', async () => {
    const filter = { dateFilter: { startDate: '2026-11-21', endDate: '2026-11-21' } };
    const path = ANALYTICS.replace('/account', '/1.1/account');
    const body = await ask(`${path}/userstatus`, { filter, granularity: 'PT30M' });
    expect(body).toMatchObject({ hasMore: false, limit: 50, offset: 0 });
    const [ann, bo] = body.data;
    expect(bo).toMatchObject({ userId: koreId('user', '2'), customId: '2', timeInterval: [] });
    expect(ann.timeInterval).toHaveLength(48);
    expect(ann.timeInterval[0]).toEqual({
      startTime: '2026-11-21T00:00:00Z',
      endTime: '2026-11-21T00:30:00Z',
      status: [],
    });
    expect(ann.timeInterval[18].status).toEqual([
      metric('AgentStatus', 'Available', 127),
      metric('AgentState', 'Available:Idle', 127),
      metric('AgentState', 'AVAILABLE:Interacting', 0),
      metric('AgentStatus', 'Busy', 176),
      metric('AgentState', 'Busy:Idle', 0),
      metric('AgentState', 'BUSY:Interacting', 176),
    ]);
  });

  test('agentactivity: capital keys, an hour without zero, everything text', async () => {
    const query = 'fromTimeStamp=2026-11-21T09%3A00%3A00Z&toTimeStamp=2026-11-21T10%3A00%3A00Z';
    expect(await ask(`${ANALYTICS}/agentactivity?${query}`)).toEqual({
      accountId: '64c0ffee5eedfeed5ca1ab1e',
      AgentUpdates: [
        {
          AgentId: koreId('agent', '1'),
          EventTime: '11/21/2026 9:02:07',
          Activity: 'notready',
          ReasonCode: '1',
        },
      ],
    });
    expect(koreId('agent', '1')).toMatch(AGENT);
  });

  test('agents and queues of the workforce management: bare lists', async () => {
    const accountId = '64c0ffee5eedfeed5ca1ab1e';
    expect(await ask(`${ANALYTICS}/agents?offset=0&limit=1`)).toEqual([
      {
        accountId,
        agentId: koreId('agent', '1'),
        userId: koreId('user', '1'),
        firstName: 'Ann',
        lastName: 'Lee',
      },
    ]);
    simulator.koreAi.settings.wfmUserIds = false;
    expect(await ask(`${ANALYTICS}/agents?offset=1&limit=5`)).toEqual([
      { accountId, agentId: koreId('agent', '2'), firstName: 'Bo', lastName: '' },
    ]);
    expect(await ask(`${ANALYTICS}/queues`)).toContainEqual({
      accountId,
      collectionPointId: QUEUE,
      Description: 'Sales Line',
    });
  });

  test('agents/availability: four lists, with capacity', async () => {
    const body = await ask(`${STREAM}/agents/availability`, { queueIds: [QUEUE] });
    const digital = { isEnabled: true, totalCapacity: 3, usedCapacity: 0, availableCapacity: 3 };
    expect(body).toEqual({
      AVAILABLE: [],
      BUSY: [
        {
          _id: koreId('agent', '1'),
          userId: koreId('user', '1'),
          firstName: 'Ann',
          lastName: 'Lee',
          emailId: '1@example.com',
          customId: '1',
          phoneNumber: '',
          isDigitalEnabled: true,
          channelCapacity: {
            liveChat: digital,
            messaging: digital,
            email: digital,
            voice: { isEnabled: true, totalCapacity: 1, usedCapacity: 1, availableCapacity: 0 },
            voiceMail: { ...digital, totalCapacity: 5, availableCapacity: 5 },
          },
        },
      ],
      OFFLINE: [],
      AWAY: [],
    });
  });

  test("organizations/agents: the account's status beside what people are", async () => {
    const body = await ask(`${ORGANIZATION}/agents?page=1&includeQueues=True`);
    expect(body).toMatchObject({
      skip: 0,
      limit: 10,
      hasMore: false,
      totalPages: 1,
      totalResults: 2,
    });
    expect(body.results[0]).toMatchObject({
      id: koreId('agent', '1'),
      userId: koreId('user', '1'),
      emailId: '1@example.com',
      status: 'ACTIVE',
      onlineStatus: 'Busy',
      onlineStatusType: 'BUSY',
      lastOnlineAt: '2026-11-21T09:02:07.000Z',
      updatedAt: '2026-11-21T09:02:07.000Z',
      agentGroups: [{ groupName: 'AGENTS', role: 'agent', groupId: any(String) }],
      queues: [{ id: QUEUE, name: 'Sales Line' }],
    });
    expect(body.results[1]).toMatchObject({ status: 'ACTIVE', onlineStatusType: 'OFFLINE' });
    const plain = await ask(`${ORGANIZATION}/agents`);
    expect(plain.results[0]).not.toHaveProperty('queues');
  });

  test('one agent, and by custom id: with the secrets a client must not pass on', async () => {
    const one = await ask(`${STREAM}/agents/${koreId('agent', '1')}`);
    expect(one).toMatchObject({
      id: koreId('agent', '1'),
      onlineStatusType: 'BUSY',
      prevStatusType: 'AVAILABLE',
      addresses: any(Array),
      iceServers: [{ url: any(String) }, { credential: any(String), username: any(String) }],
    });
    expect(await ask(`${STREAM}/agents/customId/1`)).toEqual([one]);
    expect(await ask(`${STREAM}/agents/customId/none`)).toEqual([]);
  });

  test('the queues, who is in them, and how they do', async () => {
    simulator.world.setWaitingCalls([
      {
        id: 'w',
        phone: '3125550101',
        campaign: null,
        queue: 'SALESLINE',
        since: Date.parse(NOW) - 9000,
      },
    ]);
    expect(await ask(`${STREAM}/monitor/queueStatsById/${QUEUE}/`, {})).toEqual([
      {
        queueId: QUEUE,
        queueName: 'Sales Line',
        skills: [],
        waiting: 1,
        engaged: 1,
        dropOff: 0,
        agentStatus: { available: 0, offline: 0, busy: 1, away: 0 },
        noOfAgents: 1,
        queueSummary: { avgWait: 9000, maxWait: 9000, ASA: 0 },
      },
    ]);
    expect(await ask(`${STREAM}/queues/agents`, { queueIds: [QUEUE] })).toEqual([
      {
        userId: koreId('user', '1'),
        aId: koreId('agent', '1'),
        name: 'Ann Lee',
        profImage: 'no-avatar',
      },
    ]);
    const agentIds = [koreId('agent', '2')];
    expect(await ask(`${STREAM}/queues/agents`, { agentIds })).toEqual([
      koreId('queue', 'SUPPORTQ'),
    ]);
    expect((await ask(`${STREAM}/queues`)).results[1]).toMatchObject({
      id: QUEUE,
      name: 'Sales Line',
      agents: [{ userId: koreId('user', '1') }],
    });

    const day = { startDate: '2026-11-21T00:00:00.000Z', endDate: '2026-11-21T23:59:59.999Z' };
    const { finalResult, ...rest } = await ask(`${ANALYTICS}/queue-performance`, {
      ...day,
      queues: [QUEUE],
    });
    expect(rest).toEqual({ hasMore: false, offset: 0, limit: 100, totalResults: 2 });
    const agentStatusCount = { available: 0, away: 0, busy: 1, offline: 0 };
    expect(finalResult).toMatchObject([
      { channel: 'Voice', direction: 'Inbound', agentStatusCount, waiting: 1 },
      { channel: 'Voice', direction: 'Outbound', agentStatusCount, waiting: 0, SLA: 'N/A' },
    ]);
  });

  test('conversations: waiting, going on, over', async () => {
    const body = await ask(`${STREAM}/conversations?status=ACTIVE&limit=5`);
    expect(body).toMatchObject({ skip: 0, limit: 5, totalResults: 1 });
    expect(body.results[0]).toMatchObject({
      status: 'ACTIVE',
      startTime: '2026-11-21T09:02:07.000Z',
      participants: [{ agentId: koreId('user', '1'), name: 'Ann Lee' }],
    });
    const { world } = simulator;
    world.advance(60);
    world.setAgent('1', { state: 'ready' });
    const { results } = await ask(`${STREAM}/conversations?status=CLOSED`);
    expect(results).toMatchObject([{ status: 'CLOSED', endTime: '2026-11-21T09:06:03.000Z' }]);
    world.setWaitingCalls(3);
    expect((await ask(`${STREAM}/conversations?status=OPEN`)).totalResults).toBe(3);
  });

  /**
   * @param {string} name
   * @param {string} value
   * @param {number} seconds
   */
  const metric = (name, value, seconds) => ({
    metric: name,
    value,
    stats: { sum: `${seconds} sec` },
  });
});

describe('which app may ask what', () => {
  const DAY = { filter: { dateFilter: { date: '2026-11-21', timeZoneOffSet: 0 } } };
  const WINDOW = 'fromTimeStamp=2026-11-21T00:00:00Z&toTimeStamp=2026-11-21T10:00:00Z';
  const AGENT_ID = koreId('agent', '1');

  /** @type {[string, unknown, 'analytics' | 'wfm' | 'configuration'][]} */
  const ENDPOINTS = [
    [`${ANALYTICS}/agentstatusdetails`, DAY, 'analytics'],
    [
      `${ANALYTICS}/userstatus`,
      {
        filter: { dateFilter: { startDate: '2026-11-21', endDate: '2026-11-21' } },
        granularity: 'PT24H',
      },
      'analytics',
    ],
    [`${ORGANIZATION}/agents`, undefined, 'analytics'],
    [`${STREAM}/agents/${AGENT_ID}`, undefined, 'analytics'],
    [`${STREAM}/monitor/queueStatsById/${koreId('queue', 'SALESLINE')}`, {}, 'analytics'],
    [`${STREAM}/conversations`, undefined, 'analytics'],
    [`${ANALYTICS}/agentactivity?${WINDOW}`, undefined, 'wfm'],
    [`${ANALYTICS}/agents`, undefined, 'wfm'],
    [`${ANALYTICS}/queues`, undefined, 'wfm'],
    [`${STREAM}/agents/availability`, {}, 'configuration'],
    [`${STREAM}/agents/customId/1`, undefined, 'configuration'],
    [`${STREAM}/queues`, undefined, 'configuration'],
    [`${STREAM}/queues/agents`, { agentIds: [AGENT_ID] }, 'configuration'],
    [
      `${ANALYTICS}/queue-performance`,
      { startDate: '2026-11-21T00:00:00Z', endDate: '2026-11-21T10:00:00Z' },
      'configuration',
    ],
  ];
  const DENIED = { errors: [{ msg: 'Permission denied. Scope is incorrect!', code: 4002 }] };

  test.each(ENDPOINTS)('%s', async (path, body, scope) => {
    const sim = await start([{ id: '1', state: 'ready' }], '2026-11-21T09:00:00Z');
    for (const app of /** @type {const} */ (['all', 'analytics', 'wfm', 'configuration'])) {
      const { status } = await askKoreAi(sim, path, body, { app: APPS[app] });
      expect([app, status]).toEqual([app, app === 'all' || app === scope ? 200 : 401]);
    }
    for (const app of /** @type {const} */ ([
      'none',
      'unpublished',
      'otherStream',
      'otherAccount',
    ])) {
      const answer = await askKoreAi(sim, path, body, { app: APPS[app] });
      expect([app, answer.status, answer.body]).toEqual([app, 401, DENIED]);
    }
  });
});
