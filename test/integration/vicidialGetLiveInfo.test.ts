import type { INodeParameters } from 'n8n-workflow';
import { subjectOf, type Asked } from '../support/asked';
import { execute } from '../support/contexts';
import { calls, jsonOf, useSimulator } from '../support/simulated';

const simulator = useSimulator();

const live = async (parameters: INodeParameters = {}, more: Partial<Asked> = {}) =>
  jsonOf(
    await execute(
      subjectOf(simulator().url, {
        parameters: { operation: 'getLiveInfo', ...parameters },
        ...more,
      }),
    ),
  );

const ids = async (...asked: Parameters<typeof live>) =>
  (await live(...asked)).map(({ agentId }) => agentId);

const signedIn = () =>
  simulator()
    .world.agents()
    .filter(({ state }) => state !== 'offline');

const params = () => simulator().requests()[0]?.params;

describe('Get Live Info', () => {
  test('tells the state of everyone who is logged in', async () => {
    expect((await live()).map(({ agentId, state }) => [agentId, state])).toEqual(
      signedIn().map(({ id, state }) => [id, state]),
    );
  });

  test('asks once, with the sub-status', async () => {
    await live();
    expect(calls(simulator())).toEqual({ logged_in_agents: 1 });
    expect(params()).toMatchObject({ show_sub_status: 'YES', stage: 'tab', header: 'YES' });
  });

  test('asks nothing that was not chosen', async () => {
    await live();
    expect(Object.keys(params() ?? {}).sort()).toEqual(
      ['function', 'header', 'show_sub_status', 'source', 'stage', 'user'].sort(),
    );
  });

  test('tells an agent in the words of the model', async () => {
    const agents = await live();
    expect(agents.find(({ agentId }) => agentId === '1008')).toEqual({
      agentId: '1008',
      agentName: 'Hal Paused',
      email: null,
      state: 'paused',
      reason: 'LUNCH',
      stateSince: null,
      secondsInState: null,
      stateSinceSource: null,
      stateSinceUncertaintySeconds: null,
      vendorStatus: 'PAUSED',
      vendorSubStatus: null,
      routable: false,
      teams: { campaign: 'TESTCAMP', userGroup: 'AGENTS', departments: [], queues: [] },
      call: null,
      callsToday: 0,
      session: { id: '8600058', ip: null },
      vendor: 'vicidial',
      source: `vicidial:127.0.0.1:${simulator().port}:6666`,
      observedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
  });

  test('with nobody logged in makes no item', async () => {
    for (const { id } of signedIn()) simulator().world.setAgent(id, { state: 'offline' });
    expect(await live()).toEqual([]);
  });

  test('makes the same items for each input item, asking once', async () => {
    const subject = subjectOf(simulator().url, {
      parameters: { operation: 'getLiveInfo', returnAll: false, limit: 2 },
    });
    const items = await execute(subject, [{}, {}]);
    expect(items.map(({ json, pairedItem }) => [json.agentId, pairedItem])).toEqual([
      ['1001', { item: 0 }],
      ['1002', { item: 0 }],
      ['1001', { item: 1 }],
      ['1002', { item: 1 }],
    ]);
    expect(calls(simulator())).toEqual({ logged_in_agents: 1 });
  });

  test('sees what the API user may see', async () => {
    const credentials = { user: 'limmgr', password: 'limmgr' };
    const agents = await live({}, { credentials });
    expect(agents.map(({ teams }) => (teams as { userGroup: string }).userGroup)).toEqual(
      signedIn()
        .filter(({ group }) => group === 'AGENTS')
        .map(() => 'AGENTS'),
    );
  });
});

describe('Simplify', () => {
  test('leaves out the vendor’s own records', async () => {
    expect((await live()).filter((agent) => 'raw' in agent)).toEqual([]);
  });

  test('switched off adds them', async () => {
    const [agent] = await live({ simplify: false });
    expect(agent).toMatchObject({ raw: { user: '1001', status: 'READY', user_level: 1 } });
  });
});

describe('Return All and Limit', () => {
  test.each([
    [{ returnAll: true, limit: 3 }, 17],
    [{ returnAll: false, limit: 3 }, 3],
    [{ returnAll: false, limit: 500 }, 17],
  ])('%j makes %i items', async (parameters, count) => {
    expect(await live(parameters)).toHaveLength(count);
  });

  test('count what is left after the filters', async () => {
    const filters = { states: ['paused'] };
    expect(await ids({ returnAll: false, limit: 1, filters })).toEqual(['1008']);
  });
});

describe('filters', () => {
  const inCampaign = (id: string) =>
    signedIn()
      .filter(({ campaign }) => campaign === id)
      .map((agent) => agent.id);
  const inGroup = (id: string) =>
    signedIn()
      .filter(({ group }) => group === id)
      .map((agent) => agent.id);

  test.each([
    ['picked', { campaigns: ['SUPPORT'] }],
    ['typed', { campaignIds: 'SUPPORT' }],
    ['picked and typed', { campaigns: ['SUPPORT'], campaignIds: 'SUPPORT' }],
    ['in another case', { campaignIds: 'support' }],
  ])('by a campaign that is %s', async (_, filters) => {
    expect(await ids({ filters })).toEqual(inCampaign('SUPPORT'));
  });

  test('by several campaigns ask the server for each of them once', async () => {
    const filters = { campaigns: ['SUPPORT', 'TESTCAMP'], campaignIds: 'OLDCAMP, SUPPORT' };
    expect(await ids({ filters })).toHaveLength(17);
    expect(params()).toMatchObject({ campaigns: 'SUPPORT|TESTCAMP|OLDCAMP' });
  });

  test.each([
    ['picked', { userGroups: ['NIGHT'] }],
    ['typed', { userGroupIds: 'NIGHT' }],
  ])('by a user group that is %s', async (_, filters) => {
    expect(await ids({ filters })).toEqual(inGroup('NIGHT'));
  });

  test('by campaign and user group take those in both', async () => {
    const filters = { campaigns: ['SUPPORT'], userGroups: ['NIGHT'] };
    expect(await ids({ filters })).toEqual(['1012', '1016']);
  });

  test('by states take those in one of them', async () => {
    expect(await ids({ filters: { states: ['paused', 'wrapUp'] } })).toEqual(
      signedIn()
        .filter(({ state }) => state === 'paused' || state === 'wrapUp')
        .map(({ id }) => id),
    );
  });

  test('that fit nobody make no item', async () => {
    expect(await live({ filters: { campaignIds: 'NOSUCH' } })).toEqual([]);
  });
});

describe('call details', () => {
  const options = { includeCallDetails: true };
  const onCall = () => signedIn().filter(({ call }) => call !== null);

  test('are asked only of agents on a call', async () => {
    await live({ options });
    const asked = simulator()
      .requests()
      .filter(({ function: name }) => name === 'agent_status')
      .map(({ agentUser }) => agentUser);
    expect(asked.sort()).toEqual(
      onCall()
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('add phone and lead code of each call', async () => {
    const agents = await live({ options });
    const details = agents.filter(({ call }) => call !== null);
    expect(details.map(({ agentId, call }) => [agentId, call])).toMatchObject(
      onCall().map(({ id, call }) => [id, { phone: call?.phone, leadCode: call?.leadCode }]),
    );
  });

  test('are asked of no more agents than wanted', async () => {
    const agents = await live({ options: { ...options, maxDetailRequests: 2 } });
    expect(calls(simulator())).toEqual({ logged_in_agents: 1, agent_status: 2 });
    expect(agents).toHaveLength(17);
  });

  test('are asked of no agent beyond the limit', async () => {
    await live({ options, returnAll: false, limit: 3 });
    expect(calls(simulator())).toEqual({ logged_in_agents: 1, agent_status: 1 });
  });

  test('are not asked unless wanted', async () => {
    const agents = await live();
    const phones = agents.map(({ call }) => (call as { phone: string | null } | null)?.phone);
    expect(phones.filter((phone) => phone)).toEqual([]);
    expect(calls(simulator())).toEqual({ logged_in_agents: 1 });
  });

  const HEADER =
    'status\tcallerid\tlead_id\tcampaign_id\tcalls_today\tfull_name\tuser_group\tuser_level\tpause_code\treal_time_sub_status\tphone_number\tvendor_lead_code\tsession_id\n';
  const meanwhile = (agentUser: string, body: string) =>
    simulator().faults.set({
      type: 'answer',
      body,
      match: { function: 'agent_status', agentUser },
    });
  const listed = async (agentId: string) =>
    (await live({ options })).find((agent) => agent.agentId === agentId);

  test('of the next call are not put to the call that the list told', async () => {
    meanwhile(
      '1003',
      `${HEADER}INCALL\tV999\t99\tTESTCAMP\t5\tCid Incall\tAGENTS\t1\t\t\t3125550099\tVLC99\t8600053\n`,
    );
    expect(await listed('1003')).toMatchObject({
      call: { callId: 'V1211201000000000001', leadId: '1', phone: null, leadCode: null },
    });
  });

  test('of an agent who has logged out meanwhile are left out', async () => {
    meanwhile('1003', 'ERROR: agent_status AGENT NOT LOGGED IN: 6666|1003\n');
    expect(await listed('1003')).toMatchObject({ state: 'busy', call: { phone: null } });
  });

  test('of an agent whom VICIdial does not find any more cost nobody else', async () => {
    meanwhile('1003', 'ERROR: agent_status AGENT NOT FOUND: 6666|1003\n');
    expect(await live({ options })).toHaveLength(17);
  });
});

describe('a server that answers in its own way', () => {
  const plain = async () =>
    (await live()).map(({ agentId, agentName, state, reason }) => [
      agentId,
      agentName,
      state,
      reason,
    ]);

  test.each([
    ['noHeader'],
    ['extraColumns'],
    ['duplicateRows'],
    ['displayErrors'],
    ['apostrophe500'],
  ])('is understood all the same: %s', async (fault) => {
    const expected = await plain();
    simulator().faults.set(fault);
    expect(await plain()).toEqual(expected);
  });

  test('that knows no sub-status yet is understood as far as it goes', async () => {
    simulator().faults.set('fewerColumns');
    const agents = await live();
    expect(agents.find(({ agentId }) => agentId === '1008')).toMatchObject({
      state: 'paused',
      reason: null,
      vendorSubStatus: null,
    });
    expect(agents).toHaveLength(17);
  });

  test('with NULL in its columns tells what is left', async () => {
    simulator().faults.set('nullColumns');
    const [agent] = await live();
    expect(agent).toMatchObject({
      agentId: '1001',
      agentName: null,
      teams: { campaign: null },
      session: { id: null },
    });
  });

  test('that names an agent with an apostrophe answers HTTP 500 and is read', async () => {
    for (const { id } of signedIn()) simulator().world.setAgent(id, { state: 'offline' });
    simulator().world.setAgent('1025', { state: 'ready' });
    expect(await live()).toMatchObject([{ agentName: "Tina O'Neil" }]);
    expect(simulator().requests()).toMatchObject([{ status: 500 }]);
  });

  test('names nobody so that the others cannot be read', async () => {
    const names: Array<[string, string]> = [
      ['1021', 'Pipe|Rita'],
      ['1022', 'Comma, "Tess"'],
      ['1025', "Tina O'Neil"],
      ['1028', 'ERROR: Login'],
    ];
    for (const [id, name] of names) simulator().world.setAgent(id, { name, state: 'ready' });
    simulator().world.setAgent('1027', { state: 'ready' });
    const agents = await live();
    expect(agents.map(({ agentId, agentName }) => [agentId, agentName])).toEqual(
      expect.arrayContaining([
        ...names.map(([id, name]) => [id, name.trim()]),
        ['1027', 'René Latin1'],
      ]),
    );
    expect(agents).toHaveLength(22);
  });

  test('lists an agent twice who has two sessions, and it is one', async () => {
    const paused = { campaign: 'SUPPORT', session: '8600098', status: 'PAUSED' };
    simulator().world.setAgent('1001', { extras: { vicidial: { extraSessions: [paused] } } });
    const agents = (await live()).filter(({ agentId }) => agentId === '1001');
    expect(agents).toMatchObject([{ state: 'ready', teams: { campaign: 'TESTCAMP' } }]);
  });
});

describe('a large floor', () => {
  const large = useSimulator({ floor: { agents: 2000 } });

  test('takes one request, and everyone is there', async () => {
    const subject = subjectOf(large().url, { parameters: { operation: 'getLiveInfo' } });
    const items = jsonOf(await execute(subject));
    expect(items.map(({ agentId, state }) => [agentId, state])).toEqual(
      large()
        .world.agents()
        .filter(({ state }) => state !== 'offline')
        .map(({ id, state }) => [id, state]),
    );
    expect(calls(large())).toEqual({ logged_in_agents: 1 });
  });
});
