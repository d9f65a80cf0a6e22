import { ANALYTICS, askKoreAi, ORGANIZATION, STREAM } from '../../simulator/koreAi/client.mjs';
import { koreId } from '../../simulator/koreAi/ids.mjs';
import { startSimulator } from '../../simulator/index.mjs';

/** @typedef {import('../../simulator/types.mjs').AgentPatch} AgentPatch */

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
afterEach(() => simulator.close());

const NOW = '2026-11-21T22:18:21Z';

/** @param {import('../../simulator/index.mjs').SimulatorOptions} [options] */
const start = async (options) => {
  simulator = await startSimulator({ now: NOW, speed: 0, ...options });
};

/** @type {(path: string, body?: unknown) => Promise<any>} */
const ask = async (path, body) => (await askKoreAi(simulator, path, body)).body;

const DAY = { dateFilter: { date: '2026-11-21', timeZoneOffSet: 0 } };
const AVAILABILITY = `${STREAM}/agents/availability`;

/** @param {Record<string, unknown>} [filter] */
const details = (query = '', filter = {}) =>
  ask(`${ANALYTICS}/agentstatusdetails${query}`, { filter: { ...DAY, ...filter } });

/** @param {string} id */
const statuses = async (id) =>
  (await details('', { agents: [`${id}@example.com`] })).data[0].status ?? [];

/**
 * In which of the lists of agents/availability an agent is.
 * @param {string} id
 */
const listOf = async (id) => {
  const lists = await ask(AVAILABILITY, { agentIds: [koreId('agent', id)] });
  return Object.keys(lists).filter((type) => lists[type].length > 0);
};

describe('what an agent is', () => {
  beforeEach(() => start({ floor: [{ id: '1', state: 'ready', since: '2026-11-21T22:00:00Z' }] }));

  /** @type {[string, AgentPatch, string[], string | null, string | null][]} */
  const CASES = [
    ['ready', {}, ['AVAILABLE'], 'AVAILABLE', 'Available'],
    ['busy', { state: 'busy', subState: 'ringing' }, ['BUSY'], 'BUSY', 'Busy'],
    ['wrapping up', { state: 'wrapUp' }, ['BUSY'], 'BUSY', 'Busy'],
    ['paused', { state: 'paused' }, ['AWAY'], 'AWAY', 'Away'],
    ['paused without a word', { state: 'paused', reason: '' }, ['AWAY'], 'AWAY', 'Away'],
    ['paused for lunch', { state: 'paused', reason: 'Lunch' }, ['AWAY'], 'Lunch', 'Lunch'],
    [
      'paused with a custom status of type Busy',
      { state: 'paused', reason: 'NBK', extras: { koreAi: { customType: 'BUSY' } } },
      ['BUSY'],
      'NBK',
      'NBK',
    ],
    [
      'wrapping up with a status of its own',
      { state: 'wrapUp', extras: { koreAi: { wrapUp: { name: 'ACW' } } } },
      ['BUSY'],
      'ACW',
      'ACW',
    ],
    [
      'something nobody expects',
      { extras: { koreAi: { status: { type: 'BREAK', name: 'Tea' } } } },
      [],
      'Tea',
      'Tea',
    ],
    ['offline', { state: 'offline' }, ['OFFLINE'], null, 'Offline'],
  ];
  test.each(CASES)('%s', async (_, patch, lists, secondary, label) => {
    simulator.world.setAgent('1', patch);
    expect(await listOf('1')).toEqual(lists);
    const open = (await statuses('1')).filter((/** @type {any} */ one) => one.endTime === '-');
    expect(open.map((/** @type {any} */ one) => one.secondaryStatus)).toEqual(
      secondary === null ? [] : [secondary],
    );
    const one = await ask(`${STREAM}/agents/${koreId('agent', '1')}`);
    expect(one.onlineStatus).toBe(label);
    expect([...lists, 'BREAK']).toContain(one.onlineStatusType);
  });

  test('an administrator may rename what is built in', async () => {
    simulator.koreAi.settings.statusLabels = { AVAILABLE: 'Ready to talk' };
    const one = await ask(`${STREAM}/agents/${koreId('agent', '1')}`);
    expect(one).toMatchObject({ onlineStatus: 'Ready to talk', onlineStatusType: 'AVAILABLE' });
    expect(await statuses('1')).toMatchObject([{ secondaryStatus: 'AVAILABLE' }]);
  });

  test('a call and its wrap-up are one stretch, a change of reason is not', async () => {
    const { world } = simulator;
    world.setAgent('1', { state: 'busy', subState: 'ringing' });
    world.advance(10);
    world.setAgent('1', { subState: null });
    world.advance(60);
    world.setAgent('1', { state: 'wrapUp' });
    world.advance(30);
    world.setAgent('1', { state: 'paused', reason: 'Lunch' });
    world.advance(5);
    world.setAgent('1', { reason: 'Tea' });
    const told = (await statuses('1')).map((/** @type {any} */ one) => [
      one.secondaryStatus,
      one.duration,
    ]);
    expect(told).toEqual([
      ['AVAILABLE', '00:18:21'],
      ['BUSY', '00:01:40'],
      ['Lunch', '00:00:05'],
      ['Tea', '-'],
    ]);
  });

  test('it is told when the world says it was, also when that is changed by hand', async () => {
    const { world } = simulator;
    const told = async () =>
      (await statuses('1')).map((/** @type {any} */ { primaryStatus, startTime, endTime }) => [
        primaryStatus,
        startTime.slice(11),
        endTime.slice(11),
      ]);
    world.setAgent('1', { since: '2026-11-21T21:50:00Z' });
    expect(await told()).toEqual([['AVAILABLE', '21:50:00', '']]);
    world.setAgent('1', { state: 'busy', since: '2026-11-21T22:10:00Z' });
    expect(await told()).toEqual([
      ['AVAILABLE', '22:00:00', '22:10:00'],
      ['BUSY', '22:10:00', ''],
    ]);
    world.setAgent('1', { state: 'paused', since: '2026-11-21T22:05:00Z' });
    expect(await told()).toEqual([
      ['AVAILABLE', '22:00:00', '22:05:00'],
      ['AWAY', '22:05:00', ''],
    ]);
    world.setAgent('1', { subState: 'again', since: '2026-11-21T22:15:00Z' });
    world.setAgent('1', { since: '2026-11-21T22:16:00Z' });
    expect((await told()).slice(1)).toEqual([
      ['AWAY', '22:05:00', '22:15:00'],
      ['AWAY', '22:16:00', ''],
    ]);
  });

  test('what ends as the day begins is not of the day', async () => {
    const { world } = simulator;
    world.setClock(Date.parse('2026-11-22T00:00:00Z'));
    world.setAgent('1', { state: 'busy' });
    world.advance(1);
    /** @param {string} date */
    const count = async (date) => {
      const filter = { dateFilter: { date, timeZoneOffSet: 0 } };
      return (await ask(`${ANALYTICS}/agentstatusdetails`, { filter })).data[0].status.length;
    };
    expect([await count('2026-11-21'), await count('2026-11-22')]).toEqual([1, 1]);
  });

  test('gaps may be lost between two stretches', async () => {
    simulator.koreAi.settings.gapSeconds = 7;
    simulator.world.setAgent('1', { state: 'busy' });
    expect(await statuses('1')).toMatchObject([
      { endTime: '2026-11-21T22:18:14', duration: '00:18:14' },
      { startTime: '2026-11-21T22:18:21', endTime: '-' },
    ]);
  });

  test('who wraps up still takes the place of a call; a chat takes one of its own', async () => {
    const used = async () => {
      const { BUSY } = await ask(AVAILABILITY, {});
      const { voice, liveChat } = BUSY[0].channelCapacity;
      return [voice.usedCapacity, liveChat.usedCapacity];
    };
    simulator.world.setAgent('1', { state: 'wrapUp' });
    expect(await used()).toEqual([1, 0]);
    simulator.world.setAgent('1', { state: 'busy', subState: 'chat' });
    expect(await used()).toEqual([0, 1]);
    simulator.koreAi.settings.channelCapacity = false;
    expect((await ask(AVAILABILITY, {})).BUSY[0]).not.toHaveProperty('channelCapacity');
  });
});

describe('pages', () => {
  beforeEach(() => start({ floor: { agents: 123 } }));

  /** @param {any} page */
  const ids = (page) => page.data.map((/** @type {any} */ { userId }) => userId);

  test('agentstatusdetails: never more than 50 agents, by offset', async () => {
    const pages = [];
    for (const offset of [0, 50, 100, 150]) {
      pages.push(await details(`?limit=500&offset=${offset}`));
    }
    expect(pages.map((page) => [page.limit, page.offset, page.data.length, page.hasMore])).toEqual([
      [50, 0, 50, true],
      [50, 50, 50, true],
      [50, 100, 23, false],
      [50, 150, 0, false],
    ]);
    expect(new Set(pages.flatMap(ids)).size).toBe(123);
    expect(await details('?limit=x&offset=-3')).toMatchObject({ limit: 50, offset: 0 });
    expect((await details('?limit=3&offset=1')).data).toHaveLength(3);
  });

  test('the offset may count pages', async () => {
    simulator.koreAi.settings.offsetCounts = 'pages';
    const whole = ids(await details());
    expect(ids(await details('?limit=10&offset=2'))).toEqual(whole.slice(20, 30));
  });

  test('agents by e-mail, in any case, as a list or alone; unknown ones are nobody', async () => {
    const two = ['Nobody@example.com', '10002@EXAMPLE.com', '10001@example.com'];
    expect(ids(await details('', { agents: two }))).toEqual([
      koreId('user', '10001'),
      koreId('user', '10002'),
    ]);
    expect(ids(await details('', { agents: '10003@example.com' }))).toHaveLength(1);
    expect(ids(await details('', { agents: ['nobody@example.com'] }))).toEqual([]);
    expect(ids(await details('', { agents: [] }))).toHaveLength(50);
  });

  test('organizations/agents: ten a page, from 1', async () => {
    const page = (/** @type {string} */ query) => ask(`${ORGANIZATION}/agents${query}`);
    expect(await page('?page=13')).toMatchObject({
      skip: 120,
      limit: 10,
      hasMore: false,
      totalPages: 13,
      totalResults: 123,
    });
    expect((await page('?page=13')).results).toHaveLength(3);
    expect((await page('?page=14')).results).toHaveLength(0);
    expect(await page('?page=1')).toEqual(await page(''));
    expect(await page('?page=0')).toEqual(await page(''));
  });

  test('faults that make a client run for ever, or count wrongly', async () => {
    simulator.faults.set('pageRepeats');
    const again = await details('?limit=50&offset=100');
    expect(again).toMatchObject({ offset: 100, hasMore: true });
    simulator.faults.set('hasMoreLies');
    expect(await details('?offset=150')).toMatchObject({ hasMore: true, data: [] });
    simulator.faults.set('totalLies');
    const agents = await ask(`${ORGANIZATION}/agents?page=13`);
    expect(agents).toMatchObject({ totalResults: 256, totalPages: 26, hasMore: false });
    simulator.faults.set(null);
    expect(ids(again)).toEqual(ids(await details()));
    expect((await ask(`${ORGANIZATION}/agents`)).totalResults).toBe(123);
  });
});

describe('agentactivity', () => {
  const WINDOW = 'fromTimeStamp=2026-11-21T00:00:00Z&toTimeStamp=2026-11-22T00:00:00Z';
  beforeEach(() => start({ floor: 'demo' }));

  test('is in no order, in both casings, and has every change', async () => {
    const { AgentUpdates: sample } = await ask(`${ANALYTICS}/agentactivity?${WINDOW}`);
    simulator.koreAi.settings.wfmCase = 'table';
    const { agentUpdates: table } = await ask(`${ANALYTICS}/agentactivity?${WINDOW}`);
    expect(table.map(Object.values)).toEqual(sample.map(Object.values));
    expect(Object.keys(table[0])).toEqual(['agentId', 'eventTime', 'activity', 'reasonCode']);
    const times = sample.map((/** @type {any} */ { EventTime }) => Date.parse(`${EventTime} Z`));
    expect(times).not.toEqual([...times].sort((a, b) => a - b));
    expect(times).not.toEqual([...times].sort((a, b) => b - a));
    expect(sample.every((/** @type {any} */ one) => typeof one.ReasonCode === 'string')).toBe(true);
    const offline = koreId('agent', '1114');
    expect(sample.some((/** @type {any} */ { AgentId }) => AgentId === offline)).toBe(false);
  });

  test('tells of leaving, and only in the window', async () => {
    simulator.world.setAgent('1101', { state: 'offline' });
    const from = 'fromTimeStamp=2026-11-21T22:18:21Z&toTimeStamp=2026-11-21T22:18:21Z';
    const { AgentUpdates } = await ask(`${ANALYTICS}/agentactivity?${from}`);
    expect(AgentUpdates).toEqual([
      {
        AgentId: koreId('agent', '1101'),
        EventTime: '11/21/2026 22:18:21',
        Activity: 'logout',
        ReasonCode: '0',
      },
    ]);
  });

  test('may come in lots of 30 seconds', async () => {
    simulator.koreAi.settings.activityBatchSeconds = 30;
    simulator.world.setAgent('1101', { state: 'offline' });
    const from = 'fromTimeStamp=2026-11-21T22:18:21Z&toTimeStamp=2026-11-22T00:00:00Z';
    const count = async () => (await ask(`${ANALYTICS}/agentactivity?${from}`)).AgentUpdates.length;
    expect(await count()).toBe(0);
    simulator.world.advance(9);
    expect(await count()).toBe(1);
  });

  test('needs both ends, with a zone', async () => {
    const query = 'fromTimeStamp=2026-11-21T00:00:00&toTimeStamp=2026-11-22T00:00:00Z';
    const { status } = await askKoreAi(simulator, `${ANALYTICS}/agentactivity?${query}`);
    expect(status).toBe(400);
  });
});

describe('one truth', () => {
  test.each(/** @type {const} */ (['demo', 'recorded']))('of the floor %s', async (floor) => {
    await start({ floor });
    const lists = await ask(AVAILABILITY, {});
    const { data } = await details();
    const byUser = new Map(data.map((/** @type {any} */ one) => [one.userId, one]));
    for (const agent of simulator.world.agents()) {
      const type = { ready: 'AVAILABLE', busy: 'BUSY', wrapUp: 'BUSY', paused: 'AWAY' };
      const expected = agent.state === 'offline' ? 'OFFLINE' : type[agent.state];
      const mine = lists[expected].find(
        (/** @type {any} */ { _id }) => _id === koreId('agent', agent.id),
      );
      expect(mine).toMatchObject({ emailId: agent.email, userId: koreId('user', agent.id) });
      const open = byUser
        .get(mine.userId)
        .status?.find((/** @type {any} */ { endTime }) => endTime === '-');
      expect(open?.primaryStatus).toBe(expected === 'OFFLINE' ? undefined : expected);
    }
    const counted = Object.values(lists).flat().length;
    expect(counted).toBe(simulator.world.agents().length);
  });

  test("the demo's pause is one of the agent's own words, since when it began", async () => {
    await start({ floor: 'demo' });
    const priya = simulator.world.agents().find(({ id }) => id === '1106');
    const { data } = await details('', { agents: ['priya.raman@example.com'] });
    expect(data[0].status.at(-1)).toEqual({
      primaryStatus: 'AWAY',
      secondaryStatus: 'LUNCH',
      startTime: new Date(priya?.since ?? 0).toISOString().slice(0, 19),
      endTime: '-',
      duration: '-',
    });
    expect(data[0]).toMatchObject({ firstName: 'Priya', lastName: 'Raman' });
  });

  test('filters of agents/availability go together', async () => {
    await start({ floor: 'demo' });
    const { world, koreAi } = simulator;
    world.setAgent('1103', { extras: { koreAi: { skills: [{ id: 's1', name: 'Billing' }] } } });
    /** @type {(filter: object) => Promise<number>} */
    const count = async (filter) => Object.values(await ask(AVAILABILITY, filter)).flat().length;
    const queueIds = [koreId('queue', 'HELPDESK')];
    expect(await count({})).toBe(14);
    expect(await count({ queueIds })).toBe(5);
    expect(await count({ queueIds, agentIds: [koreId('agent', '1101')] })).toBe(0);
    expect(await count({ queueIds, skillIds: ['s1'] })).toBe(1);
    expect(await count({ queueIds: ['qu-unknown'] })).toBe(0);
    koreAi.settings.emptyAvailability = 'none';
    expect(await count({})).toBe(0);
  });
});

describe('queue-performance', () => {
  const PATH = `${ANALYTICS}/queue-performance`;
  const DAY_LONG = { startDate: '2026-11-21T00:00:00Z', endDate: '2026-11-22T00:00:00Z' };
  beforeEach(() => start({ floor: 'demo' }));

  test('counts the calls of the day by queue and direction', async () => {
    const { finalResult } = await ask(PATH, DAY_LONG);
    const finished = [...simulator.world.finishedCalls.values()].length;
    const completed = finalResult.map((/** @type {any} */ row) => row.completed);
    expect(completed.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b)).toBe(
      finished,
    );
    expect(finalResult).toHaveLength(6);
  });

  test('sorts, filters, pages and projects', async () => {
    const one = { ...DAY_LONG, direction: ['Inbound'], projection: ['waiting'], limit: 2 };
    const page = await ask(`${PATH}?sortBy=queueName:desc`, one);
    expect(page).toMatchObject({ hasMore: true, limit: 2, totalResults: 3 });
    expect(page.finalResult.map((/** @type {any} */ row) => row.queueName)).toEqual([
      'Sales Line',
      'Payments',
    ]);
    expect(Object.keys(page.finalResult[0])).toEqual([
      'queueId',
      'queueName',
      'channel',
      'direction',
      'waiting',
    ]);
    expect((await ask(PATH, { ...DAY_LONG, channels: ['rtm'] })).finalResult).toEqual([]);
  });

  test('takes no more than a day', async () => {
    const long = { ...DAY_LONG, endDate: '2026-11-22T00:00:00.001Z' };
    expect((await askKoreAi(simulator, PATH, long)).status).toBe(400);
  });
});

describe('faults', () => {
  beforeEach(() => start());

  const JSON_TYPE = 'application/json; charset=utf-8';
  const PATH = `${ANALYTICS}/agentstatusdetails`;
  const send = () => askKoreAi(simulator, PATH, { filter: DAY });

  test.each([
    ['unauthorized', 401, JSON_TYPE, /"Invalid SDK credentials","code":4002/],
    ['scopeMissing', 401, JSON_TYPE, /"Permission denied. Scope is incorrect!","code":4002/],
    ['otherApp', 401, JSON_TYPE, /"Permission denied. Scope is incorrect!","code":4002/],
    ['rateLimited429', 429, JSON_TYPE, /per-minute rate limit/],
    ['badRequest400', 400, JSON_TYPE, /"Validation errors/],
    ['textAroundJson', 200, JSON_TYPE, /^Response:\n\{.*\}\n-- end --\n$/],
    ['malformedJson', 200, JSON_TYPE, /^\{"hasMore":false "limit":50,.*\}$/],
    ['xmlInsteadOfJson', 200, 'application/xml; charset=utf-8', /^<\?xml .*\n<response>/],
    ['htmlLogin', 200, 'text/html; charset=utf-8', /<title>Kore.ai - Login/],
  ])('%s', async (type, status, contentType, text) => {
    simulator.faults.set(type);
    const answer = await send();
    expect(answer).toMatchObject({ status, type: contentType });
    expect(answer.text).toMatch(text);
    if (status === 200) expect(answer.body).toBeUndefined();
    simulator.faults.set(null);
    expect((await send()).body).toHaveProperty('data');
  });

  test('a refusal may come with another number', async () => {
    simulator.faults.set({ type: 'scopeMissing', status: 403, times: 1 });
    expect([(await send()).status, (await send()).status]).toEqual([403, 200]);
  });

  test('they are met by endpoint, app and agent', async () => {
    simulator.faults.set({ type: 'unauthorized', match: { function: 'queues' } });
    expect((await send()).status).toBe(200);
    expect((await askKoreAi(simulator, `${ANALYTICS}/queues`)).status).toBe(401);
  });

  test('a body that is no JSON is refused', async () => {
    for (const text of ['{"queueIds":', 'null', '1']) {
      expect((await askKoreAi(simulator, AVAILABILITY, undefined, { text })).status).toBe(400);
    }
  });
});
