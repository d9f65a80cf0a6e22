import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';
import { KoreAi } from '../../nodes/KoreAi/KoreAi.node';
import { koreId } from '../simulator/koreAi/ids.mjs';
import { app, koreAi } from '../simulator/koreAi/system.mjs';
import { takeOverClock } from '../support/clock';
import { execute, lookup } from '../support/contexts';
import { askedAbout, byId, calls, errorOf, jsonOf, useSimulator } from '../support/simulated';
import { nodeAt } from '../support/subjects';

const NOW = '2026-11-21T22:18:21Z';
const QUEUE = koreId('queue', 'SALESLINE');
const simulator = useSimulator({
  now: NOW,
  floor: [
    {
      id: '1001',
      name: 'Ann Ready',
      state: 'ready',
      since: '2026-11-21T22:00:00Z',
      queues: ['SALESLINE'],
    },
    { id: '1002', name: 'Bob Busy', state: 'busy', since: '2026-11-21T22:10:00Z' },
    {
      id: '1003',
      name: 'Cid Lunch',
      state: 'paused',
      reason: 'Lunch',
      since: '2026-11-21T22:05:00Z',
      queues: ['SALESLINE', 'SUPPORTQ'],
    },
    {
      id: '1004',
      name: 'Dee Training',
      state: 'paused',
      reason: 'NBK',
      since: '2026-11-21T21:00:00Z',
      extras: { koreAi: { customType: 'BUSY' } },
    },
    { id: '2001', name: 'Off Line', state: 'offline', since: '2026-11-18T12:00:00Z' },
  ],
});

beforeEach(() => takeOverClock(Date.parse(NOW)));
afterEach(() => jest.useRealTimers());

const asked = (parameters: INodeParameters, credentials: Record<string, unknown> = {}) =>
  nodeAt(koreAi, simulator().url, parameters, credentials);
const run = async (parameters: INodeParameters, credentials: Record<string, unknown> = {}) =>
  jsonOf(await execute(asked(parameters, credentials)));

/** Signs in so many agents who have paused a minute ago. */
function crowd(count: number) {
  for (let index = 0; index < count; index += 1) {
    simulator().world.setAgent(`5${index}`, { state: 'paused', since: '2026-11-21T22:17:21Z' });
  }
}

describe('Get Live Info', () => {
  const live = (parameters: INodeParameters = {}, credentials = {}) =>
    run({ operation: 'getLiveInfo', ...parameters }, credentials);

  test('lists everyone with state, reason and since when, in two requests', async () => {
    const items = await live();
    expect(
      items.map(({ email, state, reason, stateSince }) => [email, state, reason, stateSince]),
    ).toEqual([
      ['1002@example.com', 'busy', null, '2026-11-21T22:10:00Z'],
      ['1004@example.com', 'paused', 'NBK', '2026-11-21T21:00:00Z'],
      ['1001@example.com', 'ready', null, '2026-11-21T22:00:00Z'],
      ['1003@example.com', 'paused', 'Lunch', '2026-11-21T22:05:00Z'],
      ['2001@example.com', 'offline', null, null],
    ]);
    expect(calls(simulator())).toEqual({ 'agents/availability': 1, agentstatusdetails: 1 });
  });

  test('asks for the reports of 50 agents at a time, and not for those who are offline', async () => {
    crowd(97);
    expect(await live()).toHaveLength(102);
    expect(calls(simulator())).toEqual({ 'agents/availability': 1, agentstatusdetails: 3 });
    expect(
      simulator()
        .requests()
        .map(({ agentUser }) => agentUser)
        .join(),
    ).not.toMatch(/2001/);
  });

  test('without status details takes one request, and knows no custom status', async () => {
    const items = await live({ options: { includeDetails: false } }, app('configuration'));
    expect(items.map(({ state, reason, stateSince }) => [state, reason, stateSince])).toEqual([
      ['busy', null, null],
      ['busy', null, null],
      ['ready', null, null],
      ['paused', null, null],
      ['offline', null, null],
    ]);
    expect(calls(simulator())).toEqual({ 'agents/availability': 1 });
  });

  test('keeps an agent in a status nobody knows', async () => {
    simulator().faults.set({
      type: 'answer',
      match: { function: 'agents/availability' },
      body: JSON.stringify({
        AVAILABLE: [],
        TEA: [{ _id: 'a-1', userId: 'u-1', firstName: 'Tea', emailId: 't@example.com' }],
        requestId: 'x',
      }),
    });
    expect(await live()).toMatchObject([
      { agentId: 'u-1', agentName: 'Tea', state: 'unknown', vendorStatus: 'TEA', routable: null },
    ]);
  });

  test('takes the list’s word where the report is of another status', async () => {
    simulator().faults.set({
      type: 'answer',
      match: { function: 'agents/availability' },
      body: JSON.stringify({
        BUSY: [{ _id: 'a-1', userId: koreId('user', '1001'), emailId: '1001@example.com' }],
      }),
    });
    expect(await live()).toMatchObject([
      { state: 'busy', stateSince: null, stateSinceSource: null },
    ]);
  });

  test.each([
    ['queues picked', { queues: [QUEUE] }, ['1001', '1003']],
    ['queues typed', { queueIds: `${QUEUE}, ${koreId('queue', 'SUPPORTQ')}` }, ['1001', '1003']],
    ['states', { states: ['busy', 'offline'] }, ['1002', '2001']],
    ['both', { queues: [QUEUE], states: ['paused'] }, ['1003']],
    ['an unknown queue', { queueIds: 'qu-nothing' }, []],
  ])('filters by %s', async (_, filters, ids) => {
    const items = await live({ filters });
    expect(items.map(({ email }) => String(email).slice(0, 4))).toEqual(ids);
  });

  test('gives no more than the limit', async () => {
    expect(await live({ returnAll: false, limit: 2 })).toHaveLength(2);
  });

  test('passes on chosen fields only, also with Simplify off', async () => {
    const [item] = await live({ simplify: false, filters: { states: ['busy'] } });
    expect(item).toMatchObject({
      raw: {
        _id: koreId('agent', '1002'),
        userId: koreId('user', '1002'),
        channelCapacity: { voice: { usedCapacity: 1, totalCapacity: 1 } },
      },
    });
    expect(JSON.stringify(item)).not.toMatch(/phoneNumber|sipURI|iceServers/);
  });

  test('reads an older deployment without capacities', async () => {
    Object.assign(simulator().koreAi.settings, { channelCapacity: false });
    expect(await live()).toHaveLength(5);
  });

  test('of several items asks once', async () => {
    const items = await execute(asked({ operation: 'getLiveInfo' }), [{}, {}]);
    expect(items).toHaveLength(10);
    expect(calls(simulator())).toEqual({ 'agents/availability': 1, agentstatusdetails: 1 });
  });

  test('does not take a list without anybody for an empty floor', async () => {
    Object.assign(simulator().koreAi.settings, { emptyAvailability: 'none' });
    expect(await errorOf(asked({ operation: 'getLiveInfo' }))).toMatchObject({
      message: 'Kore.ai lists no agents at all, not even offline ones',
      httpCode: '404',
    });
  });
});

describe('Get Counts', () => {
  const counts = (parameters: INodeParameters = {}, credentials = {}) =>
    run({ resource: 'team', operation: 'getCounts', ...parameters }, credentials);

  test('counts everyone, with the lengths of Kore.ai’s lists beside', async () => {
    expect(await counts()).toMatchObject([
      {
        group: { by: 'everyone', id: null },
        ready: 1,
        busy: 1,
        wrapUp: 0,
        paused: 2,
        offline: 1,
        unknown: 0,
        loggedIn: 4,
        total: 5,
        percentPaused: 50,
        callsWaiting: null,
        vendor: { available: 1, busy: 2, away: 1, offline: 1 },
        observedAt: '2026-11-21T22:18:21Z',
      },
    ]);
    expect(askedAbout(simulator())).toEqual([
      ['agents/availability', ''],
      ['agentstatusdetails', '1002@example.com,1004@example.com'],
    ]);
  });

  test('without custom statuses takes one request and one scope', async () => {
    const options = { includeDetails: false };
    expect(await counts({ options }, app('configuration'))).toMatchObject([{ busy: 2, paused: 1 }]);
    expect(calls(simulator())).toEqual({ 'agents/availability': 1 });
  });

  test('counts per queue, with the contacts waiting and the queue’s own figures', async () => {
    simulator().world.setWaitingCalls(3);
    const waiting = simulator()
      .world.waitingCalls()
      .filter(({ queue }) => queue === 'SALESLINE').length;
    expect(await counts({ groupBy: 'queue', filters: { queues: [QUEUE] } })).toMatchObject([
      {
        group: { by: 'queue', id: QUEUE },
        ready: 1,
        paused: 1,
        loggedIn: 2,
        callsWaiting: waiting,
        vendor: {
          waiting,
          noOfAgents: 2,
          agentStatus: { available: 1, away: 1, busy: 0, offline: 0 },
        },
      },
    ]);
  });

  test('per queue needs a queue', async () => {
    const subject = asked({ resource: 'team', operation: 'getCounts', groupBy: 'queue' });
    expect(await errorOf(subject)).toMatchObject({
      message: 'No queue is chosen',
      httpCode: '400',
    });
  });

  test('of a queue that does not exist says so', async () => {
    const filters = { queueIds: 'qu-nothing' };
    const subject = asked({ resource: 'team', operation: 'getCounts', groupBy: 'queue', filters });
    expect(await errorOf(subject)).toMatchObject({
      message: 'Kore.ai knows no such queue',
      description: expect.stringContaining('qu-'),
      httpCode: '404',
    });
  });

  test('of some queues counts their agents only', async () => {
    expect(await counts({ filters: { queueIds: QUEUE } })).toMatchObject([{ total: 2 }]);
  });
});

describe('Get Activity', () => {
  const from = '2026-11-21T20:00:00Z';
  const to = '2026-11-21T22:18:21Z';
  const window = { operation: 'getActivity', from, to };
  const activity = (parameters: INodeParameters = {}, credentials = {}) =>
    run({ ...window, ...parameters }, credentials);
  const cid = { agent: byId('1003@example.com') };

  test('adds up the statuses of the window, cut to it', async () => {
    simulator().world.setAgent('1003', { state: 'ready', since: '2026-11-21T22:15:00Z' });
    expect(await activity(cid)).toEqual([
      {
        vendor: 'koreAi',
        source: expect.stringMatching(/^koreAi:127\.0\.0\.1:/),
        agentId: koreId('user', '1003'),
        agentName: 'Cid Lunch',
        from,
        to,
        teams: { campaign: null, userGroup: null },
        contacts: null,
        sessions: null,
        pauses: 1,
        loggedInSeconds: 801,
        talkSeconds: null,
        averageTalkSeconds: null,
        waitSeconds: 201,
        wrapUpSeconds: null,
        pauseSeconds: 600,
        percentPaused: 74.9,
        segments: [
          {
            state: 'paused',
            reason: 'Lunch',
            vendorStatus: 'AWAY',
            vendorSubStatus: 'Lunch',
            from: '2026-11-21T22:05:00Z',
            to: '2026-11-21T22:15:00Z',
            seconds: 600,
            open: false,
          },
          {
            state: 'ready',
            reason: null,
            vendorStatus: 'AVAILABLE',
            vendorSubStatus: 'AVAILABLE',
            from: '2026-11-21T22:15:00Z',
            to,
            seconds: 201,
            open: true,
          },
        ],
      },
    ]);
  });

  test('cuts a status that began before the window', async () => {
    const late = { from: '2026-11-21T22:10:00Z', to: '2026-11-21T22:12:00Z' };
    expect(await activity({ ...cid, ...late })).toMatchObject([
      { loggedInSeconds: 120, pauseSeconds: 120, percentPaused: 100 },
    ]);
  });

  test('counts a pause once, whatever its statuses, and the next one anew', async () => {
    const move = (state: 'ready' | 'paused', since: string, reason = '') =>
      simulator().world.setAgent('1003', { state, since, reason });
    move('paused', '2026-11-21T22:08:00Z', 'Training');
    expect(await activity(cid)).toMatchObject([{ pauses: 1, pauseSeconds: 801 }]);
    move('ready', '2026-11-21T22:10:00Z');
    move('paused', '2026-11-21T22:12:00Z', 'Lunch');
    expect(await activity(cid)).toMatchObject([{ pauses: 2, pauseSeconds: 681 }]);
  });

  test('reads all pages, each agent once', async () => {
    crowd(117);
    const items = await activity();
    expect(new Set(items.map(({ agentId }) => agentId)).size).toBe(122);
    expect(items).toHaveLength(122);
    expect(
      simulator()
        .requests()
        .map(({ params }) => params.offset),
    ).toEqual(['0', '50', '100']);
  });

  test('reads all pages of a server that counts pages, not agents', async () => {
    Object.assign(simulator().koreAi.settings, { offsetCounts: 'pages' });
    crowd(117);
    expect(await activity()).toHaveLength(122);
  });

  test('tells a status over midnight once', async () => {
    simulator().world.setAgent('1003', { since: '2026-11-20T23:00:00Z' });
    const items = await activity({ ...cid, from: '2026-11-20T22:00:00Z' });
    expect(items).toHaveLength(1);
    expect(items[0]?.segments).toHaveLength(1);
    expect(items[0]).toMatchObject({ loggedInSeconds: 83901 });
    expect(calls(simulator())).toEqual({ agentstatusdetails: 2 });
  });

  test('of an agent who did nothing is zeros', async () => {
    expect(await activity({ agent: byId('2001@example.com') })).toMatchObject([
      { loggedInSeconds: 0, pauses: 0, percentPaused: null, segments: [] },
    ]);
  });

  test('of an agent nobody knows says so', async () => {
    const subject = asked({ ...window, agent: byId('nobody@example.com') });
    expect(await errorOf(subject)).toMatchObject({ httpCode: '404' });
  });

  test('has the segments as they came with Simplify off', async () => {
    const [item] = await activity({ ...cid, simplify: false });
    expect(item).toMatchObject({
      raw: { status: [{ primaryStatus: 'AWAY', endTime: '-', startTime: '2026-11-21T22:05:00' }] },
    });
  });

  test.each([
    ['a window of more than 31 days', { from: '2026-09-01T00:00:00Z' }, /31 is the most/],
    ['a window that is upside down', { from: to, to: from }, /ends before it begins/],
  ])('%s is refused before anything is sent', async (_, parameters, message) => {
    expect(await errorOf(asked({ ...window, ...parameters }))).toMatchObject({
      message: expect.stringMatching(message),
      httpCode: '400',
    });
    expect(simulator().requests()).toEqual([]);
  });

  describe('with change events', () => {
    const options = { includeEvents: true };
    const events = [
      { at: '2026-11-21T22:05:00Z', activity: 'notready', reasonCode: '3' },
      { at: '2026-11-21T22:15:00Z', activity: 'ready', reasonCode: '0' },
    ];
    beforeEach(() =>
      simulator().world.setAgent('1003', { state: 'ready', since: '2026-11-21T22:15:00Z' }),
    );

    test.each([['sample'], ['table']] as const)(
      'joins them by ID, keys as in the %s',
      async (wfmCase) => {
        Object.assign(simulator().koreAi.settings, { wfmCase });
        const items = await activity({ options });
        expect(items.find(({ agentName }) => agentName === 'Cid Lunch')).toMatchObject({ events });
        expect(items).toHaveLength(5);
      },
    );

    test('tells those of one agent only', async () => {
      expect(await activity({ ...cid, options })).toMatchObject([{ events }]);
    });

    test('joins by the organization’s list where the app may not read availability', async () => {
      const { clientId } = app('all');
      simulator().koreAi.setUser(clientId, {
        scopes: ['SmartAssist Analytics', 'WFM Integration'],
      });
      expect(await activity({ ...cid, options })).toMatchObject([{ events }]);
      expect(calls(simulator())).toMatchObject({ 'organizations/agents': 1 });
    });

    test('without an organization names the scope that is missing', async () => {
      const { clientId } = app('all');
      simulator().koreAi.setUser(clientId, {
        scopes: ['SmartAssist Analytics', 'WFM Integration'],
      });
      expect(await errorOf(asked({ ...window, options }, { orgId: '' }))).toMatchObject({
        httpCode: '403',
        description: expect.stringContaining('"Configuration"'),
      });
    });

    test('loses nothing of an agent whom no list has', async () => {
      simulator().faults.set({
        type: 'answer',
        match: { function: 'agentactivity' },
        body: JSON.stringify({
          AgentUpdates: [
            {
              AgentId: 'a-gone',
              EventTime: '11/21/2026 2:13:12',
              Activity: 'notready',
              ReasonCode: '1',
            },
            { AgentId: 'a-gone', EventTime: 'soon', Activity: 'x', ReasonCode: null },
          ],
        }),
      });
      expect((await activity({ options })).at(-1)).toMatchObject({
        agentId: 'a-gone',
        segments: [],
        events: [
          { at: '2026-11-21T02:13:12Z', activity: 'notready', reasonCode: '1' },
          { at: null, activity: 'x', reasonCode: null },
        ],
      });
    });
  });
});

describe('the lists in the editor', () => {
  const { listSearch, loadOptions } = new KoreAi().methods;
  const context = () => lookup(asked({})) as unknown as ILoadOptionsFunctions;

  test('has all agents by name, with the e-mail address as value', async () => {
    const { results } = await listSearch.searchAgents.call(context());
    expect(results.slice(0, 2)).toEqual([
      { name: 'Ann Ready (1001@example.com)', value: '1001@example.com' },
      { name: 'Bob Busy (1002@example.com)', value: '1002@example.com' },
    ]);
    expect(results).toHaveLength(5);
    const found = await listSearch.searchAgents.call(context(), 'LUNCH');
    expect(found.results).toMatchObject([{ value: '1003@example.com' }]);
  });

  test('has all queues of all pages by name', async () => {
    for (let index = 0; index < 20; index += 1) {
      simulator().world.queues.set(`Q${index}`, { id: `Q${index}`, name: `Queue ${index}` });
    }
    const queues = await loadOptions.getQueues.call(context());
    expect(queues).toHaveLength(simulator().world.queues.size);
    expect(queues).toContainEqual({ name: 'Queue 19', value: koreId('queue', 'Q19') });
  });

  test.each([['pageRepeats'], ['totalLies'], ['hasMoreLies']])(
    'has no queues where the list is not whole (%s)',
    async (type) => {
      simulator().faults.set({ type });
      await expect(loadOptions.getQueues.call(context())).rejects.toMatchObject({
        name: 'NodeApiError',
        message: "Kore.ai's list is not complete",
      });
    },
  );
});
