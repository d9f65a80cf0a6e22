import type { INodeParameters } from 'n8n-workflow';
import { CrocoDial } from '../../nodes/CrocoDial/CrocoDial.node';
import { goAutoDialFloor } from '../simulator/goAutoDial/recordedFloor.mjs';
import { passHash } from '../simulator/goAutoDial/passHash.mjs';
import { crocoDial } from '../simulator/goAutoDial/croco/system.mjs';
import { at as field, execute, lookup, type Subject } from '../support/contexts';
import { byId, calls, jsonOf, useSimulator } from '../support/simulated';
import { nodeAt } from '../support/subjects';

const MADE = Date.parse('2026-11-21T22:17:20Z');
const simulator = useSimulator({ floor: goAutoDialFloor(MADE), now: MADE });

const asked = (parameters: INodeParameters, credentials = {}): Subject =>
  nodeAt(crocoDial, simulator().url, parameters, credentials);

const run = async (parameters: INodeParameters, credentials = {}) =>
  jsonOf(await execute(asked(parameters, credentials)));

const status = async (agent: string, more: INodeParameters = {}, credentials = {}) =>
  (await run({ operation: 'getStatus', agent: byId(agent), ...more }, credentials))[0];

const settings = (patch: Record<string, unknown>) =>
  Object.assign(simulator().goautodial.settings, patch);

describe('Get Status at CROCO-dial', () => {
  test('tells everything there is of an agent on a call, in one request', async () => {
    expect(await status('agent1003')).toEqual({
      agentId: 'agent1003',
      agentName: null,
      email: null,
      state: 'busy',
      reason: null,
      stateSince: null,
      secondsInState: null,
      stateSinceSource: null,
      stateSinceUncertaintySeconds: null,
      vendorStatus: 'IN CALL',
      vendorSubStatus: null,
      routable: false,
      teams: { campaign: 'CAMP001', userGroup: null, departments: [], queues: [] },
      call: {
        callId: null,
        leadId: '501',
        leadCode: 'CRM-1001',
        phone: '5550000501',
        campaign: 'CAMP001',
        seconds: null,
      },
      callsToday: null,
      session: { id: '8600053', ip: null },
      vendor: 'crocoDial',
      source: `crocoDial:127.0.0.1:${simulator().port}/croco:apiuser`,
      observedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(calls(simulator())).toEqual({ getLiveAgentInfo: 1 });
  });

  test('asks by POST in the way of its documentation, with no password in the URL', async () => {
    await status('agent1003');
    const [request] = simulator().requests();
    expect(request).toMatchObject({
      method: 'POST',
      path: '/croco/goAPIv2/goUsers/goAPI.php',
      agentUser: 'agent1003',
      bodyHadPassword: true,
      queryHadPassword: false,
    });
    expect(field(request, 'params')).toEqual({
      goAction: 'getLiveAgentInfo',
      goUser: 'apiuser',
      responsetype: 'json',
      user: 'agent1003',
    });
  });

  test.each([['p&ss=w+rd%41#é?'], [passHash('MyPass1')]])(
    'sends the password %s unchanged',
    async (password) => {
      if (password !== passHash('MyPass1')) {
        simulator().goautodial.setUser('apiuser', { pass: password });
      }
      expect(await status('agent1001', {}, { password })).toMatchObject({ state: 'ready' });
    },
  );

  test.each([
    ['agent1001', { state: 'ready', vendorStatus: 'READY', routable: true, call: null }],
    ['agent1002', { state: 'ready' }],
    ['agent1006', { state: 'wrapUp', vendorStatus: 'DISPOSITION' }],
    ['agent1005', { state: 'paused', reason: 'LUNCH', vendorStatus: 'PAUSE - LUNCH' }],
    ['agent1010', { state: 'busy' }],
  ])('of %s', async (agent, expected) => {
    expect(await status(agent)).toMatchObject(expected);
  });

  test('reads a pause that is called by its reason alone', async () => {
    settings({ pauseForm: 'bare' });
    expect(await status('agent1005')).toMatchObject({ state: 'paused', reason: 'LUNCH' });
    settings({ pauseNames: { LUNCH: 'COFFEE BREAK' } });
    expect(await status('agent1005')).toMatchObject({ state: 'paused', reason: 'COFFEE BREAK' });
    settings({ pauseNames: { LUNCH: 'Training' } });
    expect(await status('agent1005')).toMatchObject({ state: 'unknown', vendorStatus: 'Training' });
    const options = { pausedStatuses: 'training' };
    expect(await status('agent1005', { options })).toMatchObject({
      state: 'paused',
      reason: 'Training',
    });
  });

  test.each([
    ['offlineAnswer', 'error', 'agent1011', 'Agent is not logged in'],
    ['offlineAnswer', 'empty', 'agent1011', null],
    ['offlineAnswer', 'status', 'agent1011', 'OFFLINE'],
    ['unknownUserAnswer', 'error', 'nosuch', 'User does not exist'],
    ['unknownUserAnswer', 'empty', 'nosuch', null],
  ])('makes nothing of what is not documented: %s %s', async (name, form, agent, vendorStatus) => {
    settings({ [name]: form });
    expect(await status(agent)).toMatchObject({ state: 'unknown', vendorStatus, routable: null });
  });

  test('never asks for a user with its passwords', async () => {
    await status('agent1011', { simplify: false });
    expect(Object.keys(calls(simulator()))).toEqual(['getLiveAgentInfo']);
  });

  test('leaves out what should not have been in an answer', async () => {
    simulator().world.setAgent('agent1001', {
      extras: { croco: { pass: 'S3cret', phone_pass: 'S3cret', query: 'SELECT 1' } },
    });
    const item = await status('agent1001', { simplify: false });
    expect(item).toMatchObject({ state: 'ready', raw: { status: 'READY', color: 'primary' } });
    expect(JSON.stringify(item)).not.toMatch(/S3cret|SELECT/);
  });
});

describe('Get Live Info at CROCO-dial', () => {
  test('asks once for each agent', async () => {
    const users = 'agent1001, agent1003, AGENT1001\nagent1005, agent1011';
    const items = await run({ operation: 'getLiveInfo', users });
    expect(items.map(({ agentId, state }) => [agentId, state])).toEqual([
      ['agent1001', 'ready'],
      ['agent1003', 'busy'],
      ['agent1005', 'paused'],
      ['agent1011', 'unknown'],
    ]);
    expect(calls(simulator())).toEqual({ getLiveAgentInfo: 4 });
  });

  test('takes a list from an expression, and filters by state', async () => {
    const items = await run({
      operation: 'getLiveInfo',
      users: ['agent1001', 'agent1005'],
      filters: { states: ['paused'] },
    });
    expect(items.map(({ agentId }) => agentId)).toEqual(['agent1005']);
  });

  test('asks for several input items once, and pairs each', async () => {
    const items = await execute(asked({ operation: 'getLiveInfo', users: 'agent1001' }), [{}, {}]);
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
    expect(simulator().requests()).toHaveLength(1);
  });

  test.each([
    [{ users: '' }, 'No agent is named'],
    [
      { users: 'agent1001', filters: { campaigns: ['CAMP001'] } },
      'CROCO-dial does not tell the campaign or user group of an agent',
    ],
    [
      { users: 'agent1001', filters: { userGroupIds: 'SALES' } },
      'CROCO-dial does not tell the campaign or user group of an agent',
    ],
  ])('refuses %j', async (parameters, message) => {
    await expect(run({ operation: 'getLiveInfo', ...parameters })).rejects.toMatchObject({
      httpCode: '400',
      message,
    });
    expect(simulator().requests()).toHaveLength(0);
  });

  test('is lost as a whole when one agent cannot be read', async () => {
    simulator().faults.set({ type: 'dbDown', match: { agentUser: 'agent1003' } });
    await expect(
      run({ operation: 'getLiveInfo', users: 'agent1001, agent1003' }),
    ).rejects.toMatchObject({ httpCode: '503' });
  });
});

describe('Get Counts at CROCO-dial', () => {
  const counts = (parameters: INodeParameters = {}) =>
    run({ resource: 'team', operation: 'getCounts', ...parameters });

  test('are its own figures, as far as they go', async () => {
    const [item] = await counts();
    expect(item).toMatchObject({
      group: { by: 'everyone', id: null },
      ready: 3,
      busy: 5,
      wrapUp: 0,
      paused: 4,
      unknown: 0,
      loggedIn: 12,
      vendor: { total_live_agents: 12, paused_agents: 4, ready_agents: 3, incall_agents: 5 },
    });
    expect(item?.total).toBe(12 + Number(item?.offline));
    expect(calls(simulator())).toEqual({ getAgentStatus: 1 });
  });

  test('sessions in none of its states are unknown', async () => {
    const data = {
      total_live_agents: '61',
      paused_agents: 9,
      ready_agents: 24,
      incall_agents: 20,
      offline_agents: 42,
      total_active_agents: 102,
    };
    simulator().faults.set({ type: 'answer', body: JSON.stringify({ result: 'success', data }) });
    expect((await counts())[0]).toMatchObject({
      loggedIn: 53,
      unknown: 8,
      offline: 42,
      total: 103,
      percentPaused: 17,
    });
  });

  test('cannot be grouped or filtered', async () => {
    await expect(counts({ groupBy: 'campaign' })).rejects.toMatchObject({
      httpCode: '400',
      message: 'CROCO-dial only counts everyone together',
    });
    await expect(counts({ filters: { campaigns: ['CAMP001'] } })).rejects.toMatchObject({
      httpCode: '400',
    });
  });
});

describe('Get Activity at CROCO-dial', () => {
  const RECORDS = [
    { user: 'agent1001', full_name: 'Ana Ready', length_in_sec: 60, query: 'SELECT 1' },
    { user: 'agent1003', full_name: 'Cy', length_in_sec: '30' },
    { user: 'Agent1001', full_name: 'Ana Ready', length_in_sec: '41' },
  ];
  const answers = (data: unknown) =>
    simulator().faults.set({ type: 'answer', body: JSON.stringify({ result: 'success', data }) });
  const activity = (parameters: INodeParameters = {}) =>
    run({
      operation: 'getActivity',
      from: '2026-11-21T00:00:00Z',
      to: '2026-11-21T23:59:59Z',
      ...parameters,
    });

  test.each([
    ['a list', RECORDS],
    ['a list with a name', { agent_cdr: RECORDS }],
  ])('adds up the calls of each agent, from %s', async (_name, data) => {
    answers(data);
    expect(await activity()).toMatchObject([
      {
        agentId: 'agent1001',
        agentName: 'Ana Ready',
        contacts: 2,
        talkSeconds: 101,
        averageTalkSeconds: 51,
        pauseSeconds: null,
        loggedInSeconds: null,
      },
      { agentId: 'agent1003', contacts: 1, talkSeconds: 30 },
    ]);
  });

  test('asks for the window in the time of the server', async () => {
    expect(await activity()).toEqual([]);
    expect(simulator().requests()).toMatchObject([
      {
        function: 'agent_cdr',
        params: { fromDate: '2026-11-21 00:00:00', toDate: '2026-11-21 23:59:59' },
      },
    ]);
  });

  test('of one agent, with the calls when Simplify is off', async () => {
    answers(RECORDS);
    const items = await activity({ agent: byId('AGENT1001'), simplify: false });
    expect(items).toHaveLength(1);
    expect(items[0]?.raw).toEqual({
      calls: [
        { user: 'agent1001', full_name: 'Ana Ready', length_in_sec: 60 },
        { user: 'Agent1001', full_name: 'Ana Ready', length_in_sec: '41' },
      ],
    });
  });

  test('tells no talk time where the records have none', async () => {
    answers([{ agent: 'agent1001' }]);
    expect(await activity()).toMatchObject([{ agentId: 'agent1001', talkSeconds: null }]);
  });

  test('names the columns where none tells whose call it was', async () => {
    answers([{ call_date: '2026-11-21', who: 'agent1001' }]);
    await expect(activity()).rejects.toMatchObject({
      httpCode: '502',
      message: 'The call records of CROCO-dial do not tell whose calls they are',
      description: expect.stringContaining('call_date, who'),
    });
  });

  test('cannot be asked for one campaign', async () => {
    await expect(activity({ options: { campaignId: 'CAMP001' } })).rejects.toMatchObject({
      httpCode: '400',
      message: 'CROCO-dial cannot be asked for one campaign',
    });
  });
});

describe('the lists in the editor', () => {
  const { methods } = new CrocoDial();

  test('have the users by name, and no campaigns', async () => {
    const context = lookup(asked({}));
    const { results } = await methods.listSearch.searchAgents.call(context, 'ana');
    expect(results).toEqual([{ name: 'Ana Ready (agent1001)', value: 'agent1001' }]);
    expect(await methods.loadOptions.getCampaigns.call(context)).toEqual([]);
    expect(await methods.loadOptions.getUserGroups.call(context)).toEqual([]);
  });
});
