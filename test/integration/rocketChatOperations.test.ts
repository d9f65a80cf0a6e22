import type { INodeParameters } from 'n8n-workflow';
import { forgetLogins } from '../../nodes/shared/http/loginGuard';
import { startSimulator, type Simulator } from '../simulator/index.mjs';
import { departmentId } from '../simulator/rocketChat/departments.mjs';
import { loginAs, rocketChat } from '../simulator/rocketChat/system.mjs';
import { execute, lookup } from '../support/contexts';
import { nodeAt } from '../support/subjects';

let simulator: Simulator;

const agents = [
  { id: '1', username: 'ann', name: 'Ann Ready', state: 'ready', group: 'SALES' },
  { id: '2', username: 'bob', name: 'Bob Busy', state: 'busy', group: 'SALES' },
  { id: '3', username: 'cid', name: 'Cid Paused', state: 'paused', group: 'SUPPORT' },
  { id: '4', username: 'dee', name: 'Dee Away', state: 'paused', reason: 'away', group: 'SUPPORT' },
  { id: '5', username: 'eve', name: 'Eve Offline', state: 'offline', group: 'SUPPORT' },
] as const;

beforeEach(async () => {
  forgetLogins();
  simulator = await startSimulator({ floor: agents.map((each) => ({ ...each })) });
});
afterEach(() => simulator.close());

const run = async (parameters: INodeParameters, items = [{}]) =>
  (await execute(nodeAt(rocketChat, simulator, parameters), items)).map(({ json }) => json);
const asked = () => simulator.requests().map((each) => each.function);

/** The users as the simulated workspace has them. */
async function byName(name: string): Promise<string> {
  const [found] = (await run({ operation: 'getLiveInfo' })).filter(
    ({ agentName }) => agentName === name,
  );
  return String(found?.agentId);
}

describe('Get Live Info', () => {
  test('gives every agent, offline ones too, in two requests', async () => {
    const items = await run({ operation: 'getLiveInfo' });
    const states = Object.fromEntries(items.map(({ agentName, state }) => [agentName, state]));
    expect(states).toEqual({
      'Ann Ready': 'ready',
      'Bob Busy': 'busy',
      'Cid Paused': 'paused',
      'Dee Away': 'paused',
      'Eve Offline': 'offline',
    });
    expect(asked()).toEqual(['users/agent', 'queue']);
  });

  test('tells the reason of a pause and that an away agent may still be given chats', async () => {
    const items = await run({ operation: 'getLiveInfo', filters: { states: ['paused'] } });
    expect(items.map(({ agentName, reason, routable }) => [agentName, reason, routable])).toEqual(
      expect.arrayContaining([
        ['Cid Paused', 'not-available', false],
        ['Dee Away', 'away', true],
      ]),
    );
  });

  test('reads all pages of a large floor, each agent once', async () => {
    await simulator.close();
    simulator = await startSimulator({ floor: { agents: 250 } });
    const items = await run({ operation: 'getLiveInfo' });
    expect(new Set(items.map(({ agentId }) => agentId)).size).toBe(250);
    expect(asked().filter((name) => name === 'users/agent')).toHaveLength(3);
  });

  test('filters by department, picked or typed', async () => {
    const options = await lookup(nodeAt(rocketChat, simulator, {}));
    const { getDepartments } = (nodeAt(rocketChat, simulator, {}).nodeType.methods?.loadOptions ??
      {}) as Record<string, (this: unknown) => Promise<Array<{ name: string; value: string }>>>;
    const departments = (await getDepartments?.call(options)) ?? [];
    const support = departments.find(({ name }) => /support/i.test(name));
    expect(support?.value).toMatch(/^\w{17}$/);
    const items = await run({
      operation: 'getLiveInfo',
      filters: { departmentIds: support?.value ?? '' },
    });
    expect(items.map(({ agentName }) => agentName).sort()).toEqual([
      'Cid Paused',
      'Dee Away',
      'Eve Offline',
    ]);
  });

  test('returns no more than the limit', async () => {
    expect(await run({ operation: 'getLiveInfo', returnAll: false, limit: 2 })).toHaveLength(2);
  });

  test('has the raw record only without Simplify, and no chat limit or other secret in it', async () => {
    const [simple] = await run({ operation: 'getLiveInfo' });
    const [full] = await run({ operation: 'getLiveInfo', simplify: false });
    expect(simple).not.toHaveProperty('raw');
    expect(Object.keys((full?.raw ?? {}) as object).sort()).toEqual([
      '_id',
      'departments',
      'emails',
      'name',
      'openChats',
      'status',
      'statusLivechat',
      'username',
    ]);
  });
});

describe('Get Status', () => {
  test.each([['bob'], ['id']])('finds an agent by %s', async (how) => {
    const id = await byName('Bob Busy');
    const [item] = await run({ operation: 'getStatus', agent: how === 'id' ? id : how });
    expect(item).toMatchObject({ agentId: id, agentName: 'Bob Busy', state: 'busy' });
  });

  test('of an offline agent is offline', async () => {
    const [item] = await run({ operation: 'getStatus', agent: 'eve' });
    expect(item).toMatchObject({ state: 'offline', reason: null });
  });

  test('pairs items, and asks the same thing once', async () => {
    const subject = nodeAt(rocketChat, simulator, { operation: 'getStatus', agent: 'ann' });
    const items = await execute(subject, [{}, {}, {}]);
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
      { item: 0 },
      { item: 1 },
      { item: 2 },
    ]);
    expect(asked()).toEqual(['users/agent', 'queue']);
  });

  test('goes on after an unknown agent with Continue On Fail', async () => {
    const subject = nodeAt(rocketChat, simulator, {
      operation: 'getStatus',
      agent: '={{ $json.who }}',
    });
    subject.node = { onError: 'continueRegularOutput' };
    const items = await execute(subject, [{ who: 'nobody' }, { who: 'ann' }]);
    expect(items.map(({ json }) => json.httpCode ?? json.agentName)).toEqual(['404', 'Ann Ready']);
  });
});

describe('Get Counts', () => {
  const counts = { resource: 'team', operation: 'getCounts' };

  test("has our states and Rocket.Chat's own figures, which count switched-off agents offline", async () => {
    const [item] = await run(counts);
    expect(item).toMatchObject({
      ready: 1,
      busy: 1,
      wrapUp: 0,
      paused: 2,
      offline: 1,
      unknown: 0,
      loggedIn: 4,
      total: 5,
      percentPaused: 50,
      vendor: { available: 2, away: 1, busy: 0, offline: 2 },
    });
  });

  test('has the queued chats beside, all of them or those of the department', async () => {
    const since = simulator.world.now();
    const chat = (id: string, queue: string) => ({ id, queue, phone: '', campaign: null, since });
    simulator.world.setWaitingCalls([
      chat('1', 'SALESLINE'),
      chat('2', 'SALESLINE'),
      chat('3', 'SUPPORTQ'),
    ]);
    const department = departmentId('queue', 'SALESLINE');
    expect(await run(counts)).toMatchObject([{ callsWaiting: 3 }]);
    expect(await run({ ...counts, department })).toMatchObject([{ callsWaiting: 2 }]);
  });

  test('without Count States takes two requests', async () => {
    simulator.world.setWaitingCalls(4);
    const [item] = await run({ ...counts, options: { countStates: false } });
    expect(item).toMatchObject({
      ready: null,
      callsWaiting: 4,
      vendor: { available: 2, offline: 2 },
    });
    expect(asked()).toEqual(['agents-status', 'chats']);
  });

  test('of an unknown department are zero', async () => {
    const [item] = await run({ ...counts, department: 'abcdefghijklmnopq' });
    expect(item).toMatchObject({
      total: 0,
      callsWaiting: 0,
      vendor: { available: 0, away: 0, busy: 0, offline: 0 },
    });
  });
});

describe('bad input', () => {
  /** What a run throws, and that no token is anywhere in it. */
  async function failure(
    parameters: INodeParameters = { operation: 'getLiveInfo' },
    credentials: Record<string, unknown> = {},
    user = 'admin',
  ) {
    const subject = nodeAt(rocketChat, simulator, parameters, {
      ...loginAs(simulator, user),
      ...credentials,
    });
    const error: unknown = await execute(subject).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const shown = JSON.stringify(error, Object.getOwnPropertyNames(error));
    expect(shown).not.toContain(String(subject.credentials.authToken));
    return error;
  }

  test.each([
    ['unauthorized401', '401', 'Rocket.Chat does not accept the user ID or the token'],
    ['forbidden403', '403', 'The Rocket.Chat user lacks a permission that this needs'],
    ['rateLimited429', '429', 'Rocket.Chat takes no more requests for now'],
    ['schema400', '400', 'Rocket.Chat refused the request'],
    ['spaHtml', '404', 'There is no Rocket.Chat API at this address (HTTP 200)'],
    ['pageRepeats', '502', "Rocket.Chat's list is not complete"],
    ['totalLies', '502', "Rocket.Chat's list is not complete"],
    ['gateway502', '503', 'The server answered that it is broken (HTTP 502)'],
  ])('%s is HTTP %s: %s', async (type, httpCode, message) => {
    await simulator.close();
    simulator = await startSimulator({ floor: { agents: 120 } });
    simulator.faults.set({ type });
    expect(await failure()).toMatchObject({ name: 'NodeApiError', httpCode, message });
  });

  test.each([
    ['XML', '<?xml version="1.0"?><users/>', '404', /^There is no Rocket.Chat API/],
    ['other JSON', '{"success":true}', '502', "Rocket.Chat's answer cannot be read"],
    ['nothing', '', '404', /^There is no Rocket.Chat API/],
  ])(
    '%s where agents were asked for is an error, not an empty floor',
    async (_name, body, httpCode, message) => {
      simulator.faults.set({ type: 'answer', status: 200, body });
      expect(await failure()).toMatchObject({
        httpCode,
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      });
    },
  );

  test('a redirect from http to https is no other service', async () => {
    simulator.faults.set({
      type: 'answer',
      status: 301,
      body: '<html><head><title>301 Moved Permanently</title></head></html>',
    });
    expect(await failure()).toMatchObject({
      httpCode: '404',
      message: 'The server sends the request on to another address',
      description: expect.stringContaining('https:// for http://'),
    });
  });

  test('JSON with text around it is read', async () => {
    const page = { users: [], count: 0, offset: 0, total: 0, success: true };
    simulator.faults.set({
      type: 'answer',
      status: 200,
      body: `Notice: a plugin says hello\n${JSON.stringify(page)}\n`,
      match: { function: 'users/agent' },
    });
    expect(await run({ operation: 'getLiveInfo' })).toEqual([]);
  });

  test('the end of the rate limit is told', async () => {
    simulator.faults.set({ type: 'rateLimited429', retryAfter: 42 });
    expect(await failure()).toMatchObject({ description: expect.stringContaining('in 4') });
  });

  test('a user without the permission is told its name', async () => {
    expect(await failure({ operation: 'getLiveInfo' }, {}, 'manager')).toMatchObject({
      httpCode: '403',
      description: expect.stringContaining('"transfer-livechat-guest"'),
    });
  });

  test.each([
    ['a wrong token', { authToken: 'wrong-token' }],
    ['the token of another user', { userId: 'simAgent333333333' }],
  ])('%s is refused, and sent once', async (_name, credentials) => {
    expect(await failure(undefined, credentials)).toMatchObject({ httpCode: '401' });
    expect(await failure(undefined, credentials)).toMatchObject({ httpCode: '401' });
    expect(simulator.requests()).toHaveLength(1);
  });

  test('somebody who is no agent is not found', async () => {
    expect(await failure({ operation: 'getStatus', agent: 'simAdmin333333333' })).toMatchObject({
      httpCode: '404',
    });
  });

  test('no agent at all is refused before anything is sent', async () => {
    expect(await failure({ operation: 'getStatus', agent: '' })).toMatchObject({
      httpCode: '400',
      message: 'No agent is chosen',
    });
    expect(simulator.requests()).toHaveLength(0);
  });

  test('a list that changes while it is read is read once more', async () => {
    await simulator.close();
    simulator = await startSimulator({ floor: { agents: 150 } });
    simulator.faults.set({ type: 'totalChanges', times: 1 });
    const items = await run({ operation: 'getLiveInfo' });
    expect(items.length).toBeGreaterThanOrEqual(149);
  });

  test.each([
    ['/rocketchat/', ''],
    ['/rocketchat/api/v1', ''],
    ['', ''],
  ])('the workspace is found at %s', async (path) => {
    const subject = nodeAt(
      rocketChat,
      simulator,
      { operation: 'getLiveInfo' },
      { baseUrl: simulator.url + path },
    );
    expect(await execute(subject)).toHaveLength(5);
  });
});
