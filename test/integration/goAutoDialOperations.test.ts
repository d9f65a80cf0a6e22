import type { INodeParameters } from 'n8n-workflow';
import { goAutoDialFloor } from '../simulator/goAutoDial/recordedFloor.mjs';
import { goAutoDial } from '../simulator/goAutoDial/system.mjs';
import { execute, lookup, type Subject } from '../support/contexts';
import { byId, calls, errorOf, jsonOf, useSimulator } from '../support/simulated';
import { CrocoDial } from '../../nodes/CrocoDial/CrocoDial.node';
import { nodeAt } from '../support/subjects';

const MADE = Date.parse('2026-11-21T22:17:20Z');
const simulator = useSimulator({ floor: goAutoDialFloor(MADE), now: MADE });
const FLOOR_ACTION = 'goGetRealtimeAgentsMonitoring';

const asked = (parameters: INodeParameters, credentials = {}): Subject =>
  nodeAt(goAutoDial, simulator().url, parameters, credentials);

const run = async (parameters: INodeParameters, items?: Array<Record<string, string>>) =>
  jsonOf(await execute(asked(parameters), items));

const status = async (agent: string, more: INodeParameters = {}) =>
  (await run({ operation: 'getStatus', agent: byId(agent), ...more }))[0];

describe('Get Status at GOautodial', () => {
  test('tells everything there is of an agent on a call, in one request', async () => {
    expect(await status('agent1003')).toEqual({
      agentId: 'agent1003',
      agentName: 'Cy In Call Auto',
      email: null,
      state: 'busy',
      reason: null,
      stateSince: expect.stringMatching(/Z$/),
      secondsInState: 62,
      stateSinceSource: 'vendor',
      stateSinceUncertaintySeconds: 0,
      vendorStatus: 'INCALL',
      vendorSubStatus: null,
      routable: false,
      teams: { campaign: 'CAMP001', userGroup: 'SALES', departments: [], queues: [] },
      call: {
        callId: 'V1121221400000000501',
        leadId: '501',
        leadCode: null,
        phone: '5550000501',
        campaign: 'CAMP001',
        seconds: 62,
      },
      callsToday: null,
      session: { id: '8600053', ip: null },
      vendor: 'crocoDial',
      source: `goAutoDial:127.0.0.1:${simulator().port}:apiuser`,
      observedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(calls(simulator())).toEqual({ [FLOOR_ACTION]: 1 });
  });

  test('asks by POST, with the hash unchanged, in the name of the user', async () => {
    await status('agent1003');
    expect(simulator().requests()).toMatchObject([
      {
        method: 'POST',
        path: '/goAPIv2/goDashboard/goAPI.php',
        params: { responsetype: 'json', session_user: 'apiuser', goUser: 'apiuser' },
        bodyHadPassword: true,
        queryHadPassword: false,
      },
    ]);
  });

  test('asks in the name of the session user where one is set', async () => {
    await execute(
      asked({ operation: 'getStatus', agent: byId('agent1003') }, { sessionUser: '6666' }),
    );
    expect(simulator().requests()).toMatchObject([{ params: { session_user: '6666' } }]);
  });

  test.each([
    ['agent1005', { state: 'paused', reason: 'LUNCH', secondsInState: 580, routable: false }],
    ['agent1006', { state: 'wrapUp', reason: null, secondsInState: 20 }],
    ['agent1004', { state: 'wrapUp', vendorSubStatus: 'DEAD', secondsInState: 40 }],
    ['agent1009', { state: 'wrapUp', stateSince: null, stateSinceSource: null }],
    ['agent1010', { state: 'busy', vendorStatus: 'MQUEUE', secondsInState: 9, call: null }],
    ['agent1002', { state: 'ready', vendorStatus: 'CLOSER', routable: true, call: null }],
    ['AGENT1001', { agentId: 'agent1001', state: 'ready' }],
    ['example.user', { state: 'paused', reason: 'LOGIN' }],
  ])('of %s', async (agent, expected) => {
    expect(await status(agent)).toMatchObject(expected);
  });

  test('without the list of calls on a line, a lost customer is still a call', async () => {
    Object.assign(simulator().goautodial.settings, { onlineTable: true });
    expect(await status('agent1004')).toMatchObject({ state: 'busy', vendorSubStatus: null });
  });

  test('of somebody who is not logged in', async () => {
    expect(await status('agent1011')).toMatchObject({
      state: 'offline',
      agentName: 'Kim Offline',
      teams: { campaign: null, userGroup: 'SALES' },
      routable: false,
      stateSince: null,
    });
    expect(calls(simulator())).toEqual({ [FLOOR_ACTION]: 1, goGetOfflineActiveAgents: 1 });
  });

  test('of somebody whom the floor leaves out', async () => {
    expect(await status('agent1013')).toMatchObject({ state: 'ready', agentName: null });
    expect(calls(simulator())).toMatchObject({ goGetAgentsOnCall: 1 });
  });

  test('of nobody is an error', async () => {
    expect(await errorOf(asked({ operation: 'getStatus', agent: byId('nosuch') }))).toMatchObject({
      httpCode: '404',
      message: 'GOautodial knows no such agent',
    });
    expect(calls(simulator())).not.toHaveProperty('goGetUserInfo');
  });

  test('gives the record as it came when Simplify is off', async () => {
    const item = await status('agent1003', { simplify: false });
    expect(item?.raw).toMatchObject({ vla_status: 'INCALL', vla_extension: 'SIP/cc1003' });
    expect(await status('agent1003')).not.toHaveProperty('raw');
  });
});

describe('Get Live Info at GOautodial', () => {
  const ids = async (parameters: INodeParameters = {}) =>
    (await run({ operation: 'getLiveInfo', ...parameters })).map(({ agentId }) => agentId);

  test('tells everyone in one request', async () => {
    expect((await ids()).sort()).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `agent${1001 + index}`),
      'example.user',
    ]);
    expect(calls(simulator())).toEqual({ [FLOOR_ACTION]: 1 });
  });

  test.each([
    [{ users: 'agent1001, AGENT1002' }, ['agent1001', 'agent1002']],
    [{ filters: { campaigns: ['camp002'], states: ['wrapUp'] } }, ['agent1009']],
    [{ filters: { userGroupIds: 'SUPPORT', states: ['busy'] } }, ['agent1008', 'agent1010']],
    [{ filters: { campaignIds: 'CAMP002', userGroups: ['SALES'] } }, ['agent1002']],
    [{ filters: { states: ['unknown'] } }, []],
  ])('of %j', async (parameters, expected) => {
    expect((await ids(parameters)).sort()).toEqual(expected);
  });

  test('up to a limit', async () => {
    expect(await ids({ returnAll: false, limit: 3 })).toHaveLength(3);
  });

  test('counts a user who is listed twice once', async () => {
    simulator().faults.set('duplicateRows');
    expect(await ids()).toHaveLength(11);
  });

  test.each([['as the number 0'], ['as an SQL statement']])(
    'with nobody is nothing: %s',
    async (how) => {
      for (const { id } of simulator().world.agents()) {
        simulator().world.setAgent(id, { state: 'offline' });
      }
      Object.assign(simulator().goautodial.settings, { onlineTable: /SQL/.test(how) });
      expect(await ids()).toEqual([]);
    },
  );

  test.each([['displayErrors'], ['textAroundJson'], ['blankLines']])(
    'reads JSON with text around it: %s',
    async (fault) => {
      simulator().faults.set(fault);
      expect(await ids()).toHaveLength(11);
    },
  );

  test('asks for several input items once, and pairs each', async () => {
    const items = await execute(asked({ operation: 'getLiveInfo' }), [{}, {}, {}]);
    expect(items).toHaveLength(33);
    expect(items.map(({ pairedItem }) => pairedItem)).toContainEqual({ item: 2 });
    expect(simulator().requests()).toHaveLength(1);
  });
});

describe('Get Counts at GOautodial', () => {
  const counts = (parameters: INodeParameters = {}) =>
    run({ resource: 'team', operation: 'getCounts', ...parameters });

  test("counts the floor, with GOautodial's own figures beside", async () => {
    expect(await counts()).toEqual([
      {
        source: `goAutoDial:127.0.0.1:${simulator().port}:apiuser`,
        group: { by: 'everyone', id: null },
        ready: 2,
        busy: 4,
        wrapUp: 3,
        paused: 2,
        offline: null,
        unknown: 0,
        loggedIn: 11,
        total: 11,
        percentPaused: 18.2,
        callsWaiting: null,
        vendor: {
          goGetTotalAgentsCall: 4,
          goGetTotalAgentsPaused: 3,
          goGetTotalAgentsWaitCalls: 4,
        },
        observedAt: expect.any(String),
      },
    ]);
    expect(calls(simulator())[FLOOR_ACTION]).toBe(1);
  });

  test('does without figures that fail', async () => {
    simulator().faults.set({ type: 'dbDown', match: { function: 'goGetTotalAgentsPaused' } });
    expect((await counts())[0]?.vendor).toEqual({
      goGetTotalAgentsCall: 4,
      goGetTotalAgentsWaitCalls: 4,
    });
  });

  test('takes no total of the server for its own', async () => {
    simulator().faults.set('lyingTotals');
    expect((await counts())[0]).toMatchObject({
      loggedIn: 11,
      vendor: { goGetTotalAgentsCall: 5 },
    });
  });

  test.each([
    ['campaign', { CAMP001: 7, CAMP002: 4 }],
    ['userGroup', { SALES: 8, SUPPORT: 3 }],
  ])('per %s takes one request', async (groupBy, expected) => {
    const items = await counts({ groupBy });
    expect(Object.fromEntries(items.map((item) => [Object(item.group).id, item.total]))).toEqual(
      expected,
    );
    expect(items.map(({ vendor }) => vendor)).toEqual([null, null]);
    expect(calls(simulator())).toEqual({ [FLOOR_ACTION]: 1 });
  });

  test('of a campaign has no figures that are of everyone', async () => {
    const [item] = await counts({ filters: { campaigns: ['CAMP002'] } });
    expect(item).toMatchObject({ total: 4, vendor: null });
  });
});

describe('Get Activity at GOautodial', () => {
  const activity = (parameters: INodeParameters = {}, credentials = {}) =>
    execute(
      asked(
        {
          operation: 'getActivity',
          from: '2026-11-21T00:00:00Z',
          to: '2026-11-21T23:59:59Z',
          ...parameters,
        },
        credentials,
      ),
    ).then(jsonOf);

  test('tells what agents did in the window', async () => {
    const items = await activity();
    expect(items.map(({ agentId }) => agentId)).toEqual([
      'agent1006',
      'agent1005',
      'agent1003',
      'agent1001',
    ]);
    expect(items[0]).toEqual({
      vendor: 'crocoDial',
      source: `goAutoDial:127.0.0.1:${simulator().port}:apiuser`,
      agentId: 'agent1006',
      agentName: 'Flo Dispo',
      from: '2026-11-21T00:00:00Z',
      to: '2026-11-21T23:59:59Z',
      teams: { campaign: null, userGroup: null },
      contacts: 1,
      sessions: null,
      pauses: null,
      loggedInSeconds: 140,
      talkSeconds: 120,
      averageTalkSeconds: 120,
      waitSeconds: 0,
      wrapUpSeconds: 20,
      pauseSeconds: 0,
      percentPaused: 0,
    });
  });

  test.each([
    ['UTC', '2026-11-21 00:00:00'],
    ['Asia/Manila', '2026-11-21 08:00:00'],
    ['', '2026-11-20 19:00:00'],
  ])("asks in the server's own time: %j", async (serverTimezone, fromDate) => {
    await activity({}, { serverTimezone });
    expect(simulator().requests()).toMatchObject([
      { params: { fromDate, pageTitle: 'agent_detail', campaignID: 'ALL' } },
    ]);
  });

  test('refuses a time zone that is none', async () => {
    await expect(activity({}, { serverTimezone: 'Mars/Base' })).rejects.toMatchObject({
      httpCode: '400',
      message: '"Mars/Base" is not a time zone',
    });
  });

  test('of one agent, whoever did nothing included', async () => {
    expect(await activity({ agent: byId('AGENT1005') })).toMatchObject([
      { agentId: 'agent1005', pauseSeconds: 300, percentPaused: 100 },
    ]);
    expect(await activity({ agent: byId('agent1011') })).toMatchObject([
      { agentId: 'agent1011', agentName: 'Kim Offline', contacts: 0, loggedInSeconds: 0 },
    ]);
    await expect(activity({ agent: byId('nosuch') })).rejects.toMatchObject({ httpCode: '404' });
  });

  test('of a window in which nobody did anything is nothing', async () => {
    expect(await activity({ from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' })).toEqual(
      [],
    );
  });

  test('never passes on the SQL statements of the answer', async () => {
    const items = await activity({ simplify: false });
    expect(items[1]?.raw).toMatchObject({ user: 'agent1005', pauseCodes: { LUNCH: 300 } });
    expect(JSON.stringify(items)).not.toMatch(/SELECT|query/i);
  });
});

describe('the lists in the editor', () => {
  const { methods } = new CrocoDial();
  const context = () => lookup(asked({}));

  test('have the users by name', async () => {
    const { results } = await methods.listSearch.searchAgents.call(context(), 'söns');
    expect(results).toEqual([
      { name: "Ida O'Brien & Söns <Team> (agent1009)", value: 'agent1009' },
    ]);
  });

  test('have campaigns and user groups', async () => {
    expect(await methods.loadOptions.getCampaigns.call(context())).toEqual([
      { name: 'CAMP001', value: 'CAMP001' },
      { name: 'CAMP002', value: 'CAMP002' },
    ]);
    const groups = await methods.loadOptions.getUserGroups.call(context());
    expect(groups.map(({ value }) => value)).toEqual(['ADMIN', 'SALES', 'SUPPORT']);
  });

  test('say what is wrong', async () => {
    simulator().faults.set('htmlLogin');
    await expect(methods.listSearch.searchAgents.call(context())).rejects.toMatchObject({
      name: 'NodeApiError',
      httpCode: '404',
    });
  });
});
