import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { subjectOf, type Asked } from '../support/asked';
import { execute } from '../support/contexts';
import { calls, errorOf, jsonOf, useSimulator } from '../support/simulated';

const simulator = useSimulator();

const NOT_ALLOWED =
  'ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |6666|user_group_status|\n';

const asked = (parameters: INodeParameters = {}, more: Partial<Asked> = {}) =>
  subjectOf(simulator().url, {
    parameters: { resource: 'team', operation: 'getCounts', ...parameters },
    ...more,
  });

const counts = async (parameters: INodeParameters = {}, more: Partial<Asked> = {}) =>
  jsonOf(await execute(asked(parameters, more)));

const groupsOf = (items: IDataObject[]) => items.map(({ group }) => group);

type Person = ReturnType<ReturnType<typeof simulator>['world']['agents']>[number];

/** How many of the world's agents are in each state. */
function truth(fits: (agent: Person) => boolean = () => true) {
  const agents = simulator()
    .world.agents()
    .filter(({ state }) => state !== 'offline')
    .filter(fits);
  const of = (state: string) => agents.filter((agent) => agent.state === state).length;
  return {
    ready: of('ready'),
    busy: of('busy'),
    wrapUp: of('wrapUp'),
    paused: of('paused'),
    loggedIn: agents.length,
    total: agents.length,
  };
}

describe('Get Counts of everyone', () => {
  test('tells how many are in each state', async () => {
    expect(await counts()).toMatchObject([
      { ...truth(), offline: null, unknown: 0, group: { by: 'everyone', id: null } },
    ]);
  });

  test('has VICIdial’s own figures beside, calls waiting among them', async () => {
    const [item] = await counts();
    expect(item).toMatchObject({
      callsWaiting: 1,
      vendor: {
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
    });
  });

  test('takes two requests', async () => {
    await counts();
    expect(calls(simulator())).toEqual({ logged_in_agents: 1, user_group_status: 1 });
  });

  const logOutAll = () => {
    for (const { id } of simulator().world.agents()) {
      simulator().world.setAgent(id, { state: 'offline' });
    }
  };

  test('with nobody logged in is zeros, with the calls that wait all the same', async () => {
    logOutAll();
    const nobody = { ready: 0, busy: 0, wrapUp: 0, paused: 0, loggedIn: 0, total: 0 };
    expect(await counts()).toMatchObject([
      { ...nobody, percentPaused: null, callsWaiting: 1, vendor: null },
    ]);
  });

  test('tells no calls waiting for a user group in which nobody is logged in', async () => {
    expect(await counts({ filters: { userGroupIds: 'NOSUCH' } })).toMatchObject([
      { total: 0, callsWaiting: null, vendor: null },
    ]);
    expect(calls(simulator())).toEqual({ logged_in_agents: 1 });
  });

  test.each([
    ['fails at the calls waiting', { type: 'empty500' }],
    ['does not allow asking after them', { type: 'answer', body: NOT_ALLOWED }],
  ])('with nobody logged in is zeros where VICIdial %s', async (_, fault) => {
    logOutAll();
    simulator().faults.set({ ...fault, match: { function: 'user_group_status' } });
    expect(await counts()).toMatchObject([{ total: 0, callsWaiting: null, vendor: null }]);
  });

  test('counts a status that nobody knows as unknown, and as nobody logged in', async () => {
    simulator().world.setAgent('1001', { extras: { vicidial: { row: { status: 'NEWONE' } } } });
    expect(await counts()).toMatchObject([{ unknown: 1, loggedIn: 16, total: 17 }]);
  });

  test('counts an agent with two sessions once', async () => {
    const second = { campaign: 'SUPPORT', session: '8600098', status: 'PAUSED' };
    simulator().world.setAgent('1001', { extras: { vicidial: { extraSessions: [second] } } });
    expect(await counts()).toMatchObject([truth()]);
  });

  test('tells its own figures also where VICIdial fails at its own', async () => {
    // On PHP 8 one agent in a chat is enough to crash user_group_status.
    simulator().world.setAgent('1003', { state: 'busy', subState: 'chat' });
    expect(await counts()).toMatchObject([{ ...truth(), callsWaiting: null, vendor: null }]);
  });
});

describe('filters', () => {
  test.each([
    ['picked', { campaigns: ['SUPPORT'] }],
    ['typed', { campaignIds: 'SUPPORT' }],
  ])('by a campaign that is %s', async (_, filters) => {
    const inSupport = ({ campaign }: Person) => campaign === 'SUPPORT';
    expect(await counts({ filters })).toMatchObject([truth(inSupport)]);
  });

  test('by a user group', async () => {
    const atNight = ({ group }: Person) => group === 'NIGHT';
    expect(await counts({ filters: { userGroupIds: 'NIGHT' } })).toMatchObject([
      { ...truth(atNight), vendor: { usergroups: 'NIGHT', agents_logged_in: 4 } },
    ]);
  });

  test('by a campaign have no figures of VICIdial beside, which would be of all campaigns', async () => {
    const [item] = await counts({ filters: { campaignIds: 'SUPPORT' } });
    expect(item).toMatchObject({ loggedIn: 4, vendor: null });
  });
});

describe('Get Counts by campaign', () => {
  test('makes an item per campaign in which somebody is logged in', async () => {
    const items = await counts({ groupBy: 'campaign' });
    expect(items).toMatchObject([
      {
        group: { by: 'campaign', id: 'TESTCAMP' },
        ...truth(({ campaign }) => campaign === 'TESTCAMP'),
      },
      {
        group: { by: 'campaign', id: 'SUPPORT' },
        ...truth(({ campaign }) => campaign === 'SUPPORT'),
      },
    ]);
  });

  test('takes one request, since VICIdial has no figures of its own by campaign', async () => {
    const items = await counts({ groupBy: 'campaign' });
    expect(items).toMatchObject([
      { callsWaiting: null, vendor: null },
      { callsWaiting: null, vendor: null },
    ]);
    expect(calls(simulator())).toEqual({ logged_in_agents: 1 });
  });

  test('calls agents of no campaign those of null', async () => {
    simulator().world.setAgent('1001', { extras: { vicidial: { row: { campaign: '' } } } });
    expect(groupsOf(await counts({ groupBy: 'campaign' }))).toContainEqual({
      by: 'campaign',
      id: null,
    });
  });

  test('with nobody logged in makes no item', async () => {
    for (const { id } of simulator().world.agents()) {
      simulator().world.setAgent(id, { state: 'offline' });
    }
    expect(await counts({ groupBy: 'campaign' })).toEqual([]);
  });
});

describe('Get Counts by user group', () => {
  test('makes an item per user group, each with VICIdial’s own figures', async () => {
    const items = await counts({ groupBy: 'userGroup' });
    expect(items).toMatchObject([
      {
        group: { by: 'userGroup', id: 'AGENTS' },
        ...truth(({ group }) => group === 'AGENTS'),
        vendor: { usergroups: 'AGENTS', agents_logged_in: 13 },
      },
      {
        group: { by: 'userGroup', id: 'NIGHT' },
        ...truth(({ group }) => group === 'NIGHT'),
        vendor: { usergroups: 'NIGHT', agents_logged_in: 4 },
      },
    ]);
  });

  test('takes a request for the floor and one per group', async () => {
    await counts({ groupBy: 'userGroup' });
    expect(calls(simulator())).toEqual({ logged_in_agents: 1, user_group_status: 2 });
  });

  test('does not say that the calls waiting in the whole system wait for each group', async () => {
    const items = await counts({ groupBy: 'userGroup' });
    expect(items).toMatchObject([
      { callsWaiting: null, vendor: { calls_waiting: 1 } },
      { callsWaiting: null, vendor: { calls_waiting: 1 } },
    ]);
  });

  test('finds the figures of a group whose name has blanks', async () => {
    simulator().world.setAgent('1001', { group: 'LATE SHIFT' });
    const items = await counts({ groupBy: 'userGroup' });
    expect(items.find(({ group }) => (group as IDataObject).id === 'LATE SHIFT')).toMatchObject({
      ready: 1,
      vendor: { agents_logged_in: 1, agents_waiting: 1 },
    });
  });
});

describe('Get Counts by in-group', () => {
  test('makes an item per in-group of VICIdial’s own figures', async () => {
    expect(await counts({ groupBy: 'inGroup', inGroups: 'SALESLINE, SUPPORTQ' })).toMatchObject([
      {
        group: { by: 'inGroup', id: 'SALESLINE' },
        offline: null,
        callsWaiting: 1,
        vendor: { ingroups: 'SALESLINE', calls_waiting: 1 },
      },
      {
        group: { by: 'inGroup', id: 'SUPPORTQ' },
        callsWaiting: 0,
        vendor: { ingroups: 'SUPPORTQ', calls_waiting: 0 },
      },
    ]);
    expect(calls(simulator())).toEqual({ in_group_status: 2 });
  });

  test('asks after each in-group once', async () => {
    const items = await counts({ groupBy: 'inGroup', inGroups: 'SALESLINE,SALESLINE\nSALESLINE' });
    expect(items).toHaveLength(1);
  });

  test('may be given a list by an expression', async () => {
    const items = await counts({ groupBy: 'inGroup', inGroups: '={{ ["SALESLINE"] }}' });
    expect(groupsOf(items)).toEqual([{ by: 'inGroup', id: 'SALESLINE' }]);
  });

  test('that nobody has is zeros, as VICIdial tells it', async () => {
    expect(await counts({ groupBy: 'inGroup', inGroups: 'NOSUCH' })).toMatchObject([
      { loggedIn: 0, total: 0, callsWaiting: 0 },
    ]);
  });

  test.each([[''], [' , ']])('named %j is refused, with nothing sent', async (inGroups) => {
    expect(await errorOf(asked({ groupBy: 'inGroup', inGroups }))).toMatchObject({
      message: 'No in-group is named',
      httpCode: '400',
    });
    expect(simulator().requests()).toEqual([]);
  });
});

describe('in every grouping', () => {
  test.each([
    ['everyone', {}],
    ['campaign', {}],
    ['userGroup', {}],
    ['inGroup', { inGroups: 'SALESLINE,SUPPORTQ' }],
  ])('by %s the states add up', async (groupBy, parameters) => {
    const items = await counts({ groupBy, ...parameters });
    const sum = (item: IDataObject, names: string[]) =>
      names.reduce((total, name) => total + Number(item[name]), 0);
    expect(items.length).toBeGreaterThan(0);
    expect(items.map((item) => sum(item, ['ready', 'busy', 'wrapUp', 'paused']))).toEqual(
      items.map(({ loggedIn }) => loggedIn),
    );
    expect(items.map((item) => sum(item, ['loggedIn', 'unknown']))).toEqual(
      items.map(({ total }) => total),
    );
  });

  test.each([['campaign'], ['userGroup']])(
    'by %s the groups add up to everyone',
    async (groupBy) => {
      const items = await counts({ groupBy });
      const total = items.reduce((sum, item) => sum + Number(item.total), 0);
      expect(await counts()).toMatchObject([{ total }]);
    },
  );

  test.each([['everyone'], ['campaign'], ['userGroup']])(
    'by %s each item tells source and time',
    async (groupBy) => {
      const [item] = await counts({ groupBy });
      expect(item).toMatchObject({
        source: `vicidial:127.0.0.1:${simulator().port}:6666`,
        observedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      });
    },
  );

  test('several input items ask once', async () => {
    const items = await execute(asked(), [{}, {}]);
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
    expect(calls(simulator())).toEqual({ logged_in_agents: 1, user_group_status: 1 });
  });
});
