import type { INodeParameters } from 'n8n-workflow';
import { subjectOf, type Asked } from '../support/asked';
import { execute } from '../support/contexts';
import { byId, calls, errorOf, jsonOf, useSimulator } from '../support/simulated';

const simulator = useSimulator();

const asked = (parameters: INodeParameters = {}, more: Partial<Asked> = {}) =>
  subjectOf(simulator().url, {
    parameters: { operation: 'getStatus', agent: byId('1003'), ...parameters },
    ...more,
  });

const status = async (agent: string, parameters: INodeParameters = {}) => {
  const [item] = jsonOf(await execute(asked({ agent: byId(agent), ...parameters })));
  return item;
};

const DAY = 86_400_000;

describe('Get Status of an agent on a call', () => {
  test('tells everything there is, in one request', async () => {
    expect(await status('1003')).toEqual({
      agentId: '1003',
      agentName: 'Cid Incall',
      email: null,
      state: 'busy',
      reason: null,
      stateSince: null,
      secondsInState: null,
      stateSinceSource: null,
      stateSinceUncertaintySeconds: null,
      vendorStatus: 'INCALL',
      vendorSubStatus: null,
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
      vendor: 'vicidial',
      source: `vicidial:127.0.0.1:${simulator().port}:6666`,
      observedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(calls(simulator())).toEqual({ agent_status: 1 });
  });

  test('asks for a table with tabs and a header, by POST, with no password in the URL', async () => {
    await status('1003');
    expect(simulator().requests()).toMatchObject([
      {
        method: 'POST',
        path: '/vicidial/non_agent_api.php',
        params: { stage: 'tab', header: 'YES', agent_user: '1003', source: 'n8n', user: '6666' },
        bodyHadPassword: true,
        queryHadPassword: false,
      },
    ]);
  });

  test('keeps a delimiter in the lead code', async () => {
    expect(await status('1007')).toMatchObject({
      state: 'wrapUp',
      call: { leadCode: 'VLC|4' },
      session: { id: '8600057' },
    });
  });
});

describe('Get Status of each agent of a floor', () => {
  const signedIn = () =>
    simulator()
      .world.agents()
      .filter(({ state }) => state !== 'offline');

  test('tells the state that the agent is in', async () => {
    const agents = signedIn();
    const items = await Promise.all(agents.map(({ id }) => status(id)));
    expect(items.map((item) => [item?.agentId, item?.state])).toEqual(
      agents.map(({ id, state }) => [id, state]),
    );
  });

  test('tells the pause code of those who are paused, and of nobody else', async () => {
    const agents = signedIn().filter(({ subState }) => subState !== 'preview');
    const items = await Promise.all(agents.map(({ id }) => status(id)));
    expect(items.map((item) => [item?.agentId, item?.reason])).toEqual(
      agents.map(({ id, reason }) => [id, reason]),
    );
  });

  test('tells the phone number of those who are on a call', async () => {
    const agents = signedIn().filter(({ call }) => call !== null);
    const items = await Promise.all(agents.map(({ id }) => status(id)));
    expect(items.map((item) => item?.call)).toMatchObject(
      agents.map(({ call }) => ({ phone: call?.phone, leadId: call?.leadId })),
    );
  });
});

describe('Get Status of an agent who is not logged in', () => {
  test('is offline, with the name and group that user_details tells', async () => {
    expect(await status('2001')).toMatchObject({
      agentId: '2001',
      agentName: 'Off Line',
      state: 'offline',
      reason: null,
      vendorStatus: null,
      routable: false,
      teams: { campaign: null, userGroup: 'AGENTS' },
      call: null,
      callsToday: null,
      session: null,
    });
    expect(calls(simulator())).toEqual({ agent_status: 1, user_details: 1 });
  });

  test('has what user_details told as the raw record', async () => {
    expect(await status('2001', { simplify: false })).toMatchObject({
      raw: { user: '2001', full_name: 'Off Line', user_group: 'AGENTS', active: 'Y' },
    });
  });
});

describe('Simplify', () => {
  test('leaves out the vendor’s own record', async () => {
    expect(await status('1003')).not.toHaveProperty('raw');
  });

  test('switched off adds it as it came', async () => {
    expect(await status('1003', { simplify: false })).toMatchObject({
      state: 'busy',
      raw: { status: 'INCALL', pause_code: 'BREAK', vendor_lead_code: 'VLC1', user_level: 1 },
    });
  });

  test('switched off adds columns that only a newer version has', async () => {
    simulator().faults.set('extraColumns');
    expect(await status('1003', { simplify: false })).toMatchObject({
      state: 'busy',
      raw: { new_column: 'new' },
    });
  });
});

describe('the address of the agent’s computer', () => {
  const withLogins = (...logins: object[]) =>
    simulator().world.setAgent('1003', { extras: { vicidial: { logins } } });
  const session = async (includeIp: boolean) =>
    (await status('1003', { options: { includeIp } }))?.session;

  test('is null where VICIdial leaves the column out', async () => {
    withLogins({ at: simulator().world.now() - DAY, ip: '192.0.2.1' });
    expect(await session(true)).toEqual({ id: '8600053', ip: null });
  });

  test('is that of the newest login older than two days, as VICIdial gives it', async () => {
    const now = simulator().world.now();
    withLogins({ at: now - 5 * DAY, ip: '192.0.2.5' }, { at: now - 60_000, ip: '192.0.2.1' });
    expect(await session(true)).toEqual({ id: '8600053', ip: '192.0.2.5' });
  });

  test('is not asked for by default', async () => {
    withLogins({ at: simulator().world.now() - 5 * DAY, ip: '192.0.2.5' });
    expect(await session(false)).toEqual({ id: '8600053', ip: null });
    expect(simulator().requests()[0]?.params).not.toHaveProperty('include_ip');
  });
});

describe('Include Allowed Campaigns', () => {
  const options = { includeCampaigns: true };

  test('adds campaigns and in-groups', async () => {
    expect(await status('1003', { options })).toMatchObject({
      allowedCampaigns: ['TESTCAMP', 'SUPPORT'],
      // VICIdial joins them with dashes, has dashes in IDs, and no list of in-groups to tell one from the other.
      allowedInGroups: ['AGENTDIRECT-SALESLINE-SUPPORTQ'],
    });
  });

  test('adds none where the agent has none', async () => {
    simulator().world.campaigns.clear();
    expect(await status('1003', { options })).toMatchObject({
      allowedCampaigns: [],
      allowedInGroups: [],
    });
  });

  test('needs a right that is told', async () => {
    const credentials = { user: 'lvl7', password: 'lvl7' };
    expect(await errorOf(asked({ options }, { credentials }))).toMatchObject({
      httpCode: '403',
      description: expect.stringContaining('user level 8'),
    });
  });
});

describe('Include Call Record', () => {
  const options = { includeCallRecord: true };

  test('asks nothing for an agent without a call', async () => {
    expect(await status('1001', { options })).toMatchObject({ callRecord: null });
    expect(calls(simulator())).toEqual({ agent_status: 1 });
  });

  test('adds the log of the call', async () => {
    simulator().world.setAgent('1003', { call: { id: 'V1121020000000000101' } });
    expect(await status('1003', { options })).toMatchObject({
      callRecord: { call_id: 'V1121020000000000101', custtime: 285, call_type: 'OUTBOUND_AUTO' },
    });
  });

  test('is null as long as VICIdial has no log of the call, and the status is told all the same', async () => {
    expect(await status('1003', { options })).toMatchObject({ state: 'busy', callRecord: null });
  });
});

describe('several input items', () => {
  const each = { agent: byId('={{ $json.id }}') };
  const ids = (...list: unknown[]) => list.map((id) => ({ id }) as { id: string });

  test('each make the item of their own agent', async () => {
    const items = await execute(asked(each), ids('1003', '2001', '1001'));
    expect(items.map(({ json, pairedItem }) => [json.agentId, pairedItem])).toEqual([
      ['1003', { item: 0 }],
      ['2001', { item: 1 }],
      ['1001', { item: 2 }],
    ]);
  });

  test('that ask after one agent ask once', async () => {
    const items = await execute(asked(each), ids('1003', '1003', '1003'));
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
      { item: 0 },
      { item: 1 },
      { item: 2 },
    ]);
    expect(calls(simulator())).toEqual({ agent_status: 1 });
  });

  test('are asked anew in the next execution', async () => {
    await execute(asked(each), ids('1003'));
    await execute(asked(each), ids('1003'));
    expect(calls(simulator())).toEqual({ agent_status: 2 });
  });

  test('may name the agent by a number', async () => {
    const items = await execute(asked(each), ids(1003));
    expect(jsonOf(items)).toMatchObject([{ agentId: '1003' }]);
  });

  test('stop at the first that fails, with nothing emitted', async () => {
    const error = await errorOf(asked(each), ids('1003', '9999', '1001'));
    expect(error).toMatchObject({ httpCode: '404', context: { itemIndex: 1 } });
    expect(
      simulator()
        .requests()
        .map(({ agentUser }) => agentUser),
    ).toEqual(['1003', '9999']);
  });

  test('go on after one that fails with Continue On Fail', async () => {
    const items = await execute(asked(each, { continueOnFail: true }), ids('1003', '9999', '1001'));
    expect(items).toMatchObject([
      { json: { agentId: '1003' }, pairedItem: { item: 0 } },
      {
        json: {
          error: 'VICIdial knows no such agent',
          description: expect.stringContaining('Admin Viewable Groups'),
          httpCode: '404',
        },
        pairedItem: { item: 1 },
      },
      { json: { agentId: '1001' }, pairedItem: { item: 2 } },
    ]);
  });
});

describe('the agent', () => {
  test('may be one picked from the list', async () => {
    const agent = {
      __rl: true,
      mode: 'list',
      value: '1003',
      cachedResultName: 'Cid Incall (1003)',
    };
    expect(jsonOf(await execute(asked({ agent })))).toMatchObject([{ agentId: '1003' }]);
  });

  test('may be typed with spaces around', async () => {
    expect(await status(' 1003 ')).toMatchObject({ agentId: '1003' });
  });

  test.each([['list'], ['id'], ['name']])('must be there (%s)', async (mode) => {
    const error = await errorOf(asked({ agent: { __rl: true, mode, value: '' } }));
    expect(error).toMatchObject({ message: 'No agent is chosen', httpCode: '400' });
    expect(simulator().requests()).toEqual([]);
  });
});

describe('names that are hard to read', () => {
  test.each([
    ['1021', 'Pipe|Rita'],
    ['1022', 'Dquote "Sam" T'],
    ['1023', 'Zoë Müller 漢字'],
    ['1024', 'Lead/Trail'],
    ['1025', "Tina O'Neil"],
    ['1026', null],
    ['1027', 'René Latin1'],
    ['1028', 'Uma <b>&amp; Co</b>'],
  ])('of %s: %s', async (id, name) => {
    simulator().world.setAgent(id, { state: 'ready' });
    expect(await status(id)).toMatchObject({ agentName: name, state: 'ready' });
  });

  test.each([
    ['a tab', 'Tab\tTess'],
    ['a line break', 'Line\nLou'],
    ['all of it', 'All\t|,\n"Al"'],
  ])('with %s makes a row that is refused, not guessed', async (_, name) => {
    simulator().world.setAgent('1003', { name });
    await expect(status('1003')).rejects.toMatchObject({
      message: 'A line of what VICIdial sent cannot be read',
    });
  });
});
