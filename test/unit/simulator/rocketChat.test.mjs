import { startSimulator } from '../../simulator/index.mjs';
import { askRocketChat, loginOf } from '../../simulator/rocketChat/client.mjs';

/** @typedef {import('../../simulator/rocketChat/client.mjs').Options} Options */

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;

/** @param {Partial<import('../../simulator/index.mjs').SimulatorOptions>} [options] */
async function open(options) {
  simulator = await startSimulator({ now: '2026-11-21T22:18:21Z', speed: 0, ...options });
  Object.assign(simulator.rocketChat.settings, { rateLimiter: false });
}
beforeEach(() => open());
afterEach(() => simulator.close());

/**
 * @param {string} path
 * @param {Options} [options]
 */
const ask = async (path, options) => (await askRocketChat(simulator, path, options)).body;

/** @param {string} text */
async function agent(text) {
  const { users } = await ask('livechat/users/agent', { query: { text } });
  return users[0];
}

/** @param {Record<string, unknown>} rocketChat */
const override = (rocketChat) =>
  simulator.world.setAgent('1001', { extras: { rocketChat } }) && agent('1001@');

describe("the world in Rocket.Chat's words", () => {
  test('ids are the same each time, also in another simulator', async () => {
    const { _id } = await agent('1001@');
    await simulator.close();
    await open({ seed: 2 });
    expect((await agent('1001@'))._id).toBe(_id);
    expect((await agent('1002@'))._id).not.toBe(_id);
  });

  test.each([
    [{ _id: 'myOwnIdOfSeventee' }, { _id: 'myOwnIdOfSeventee' }],
    [{ status: 'away' }, { status: 'away', statusLivechat: 'available' }],
    [{ statusLivechat: 'not-available' }, { status: 'online', statusLivechat: 'not-available' }],
    [{ noStatusLivechat: true }, { status: 'online', statusLivechat: null }],
    [{ noStatus: true }, { status: null, statusLivechat: 'available' }],
    [{ active: false }, { status: 'offline', statusLivechat: 'available' }],
    [{ departments: ['NIGHT', 'gone'] }, { departments: [expect.any(String), 'gone'] }],
    [
      { livechat: { maxNumberSimultaneousChat: '9' } },
      { livechat: { maxNumberSimultaneousChat: '9' } },
    ],
  ])('%j may be set', async (extras, shown) => {
    expect(await override(extras)).toMatchObject(shown);
  });

  test('what was set is taken back by null', async () => {
    await override({ status: 'busy' });
    expect(await override({ status: null })).toMatchObject({ status: 'online' });
  });

  test.each([
    ['LUNCH', 'online', 'not-available'],
    ['', 'online', 'not-available'],
    ['away', 'away', 'available'],
    ['BUSY', 'busy', 'available'],
  ])('paused for %j', async (reason, status, statusLivechat) => {
    simulator.world.setAgent('1001', { state: 'paused', reason });
    expect(await agent('1001@')).toMatchObject({ status, statusLivechat });
  });

  test('every busy agent has a chat, and nobody else', async () => {
    const { queue } = await ask('livechat/queue', { query: { count: '100' } });
    const busy = simulator.world.agents().filter(({ state }) => state === 'busy');
    expect(queue.map((/** @type {any} */ row) => row.user.username).sort()).toEqual(
      busy.map(({ username }) => username).sort(),
    );
  });

  test('the demo floor is fourteen people in departments, some of them in chats', async () => {
    await simulator.close();
    await open({ floor: 'demo' });
    const { total } = await ask('livechat/users/agent');
    expect(total).toBe(14);
    const { departments } = await ask('livechat/department');
    expect(departments.map((/** @type {any} */ one) => one.name)).toEqual(
      expect.arrayContaining(['Help Desk', 'Payments', 'Sales Line', 'DAYSHIFT', 'LATE']),
    );
    const counts = await ask('livechat/analytics/dashboards/charts/agents-status');
    expect(counts).toMatchObject({ offline: 2, away: 0, busy: 0, available: 12 });
    expect((await ask('livechat/queue')).total).toBe(5);
    const query = { start: '2026-11-21T00:00:00Z', end: '2026-11-22T00:00:00Z' };
    const chats = await ask('livechat/analytics/dashboards/charts/chats', { query });
    expect(chats.closed).toBeGreaterThan(50);
  });
});

describe('users', () => {
  test('are added with no permission, changed, and may be agents', async () => {
    expect(simulator.rocketChat.setUser('eve', { userId: 'eve' })).toMatchObject({
      userId: 'eve',
      permissions: [],
    });
    expect(await ask('me', { as: 'eve' })).toMatchObject({ _id: 'eve', username: 'sim.eve' });
    simulator.rocketChat.setUser('eve', { agentId: '1003' });
    expect(await ask('me', { as: 'eve' })).toMatchObject({ name: 'Cid Incall' });
    simulator.rocketChat.setUser('eve', { active: false });
    expect(await ask('me', { as: 'eve' })).toMatchObject({ success: false, status: 'error' });
  });

  test('where anybody may read, a bad token is somebody without permissions', async () => {
    Object.assign(simulator.rocketChat.settings, { anonymousRead: true });
    const headers = { 'X-Auth-Token': 'wrong' };
    const { status } = await askRocketChat(simulator, 'livechat/queue', { headers });
    expect(status).toBe(403);
  });

  test('older servers want one permission more for the list', async () => {
    Object.assign(simulator.rocketChat.settings, { agentListNeedsManage: true });
    const list = (/** @type {string} */ as) =>
      askRocketChat(simulator, 'livechat/users/agent', { as });
    expect([(await list('agent')).status, (await list('admin')).status]).toEqual([403, 200]);
  });
});

describe('the log', () => {
  test('knows what was asked by whom about whom, and no token', async () => {
    const token = loginOf(simulator, 'manager').token;
    await ask('livechat/users/agent/abc', { as: 'manager' });
    await ask('users.info', { as: 'manager', query: { username: 'x', authToken: 'hush' } });
    await ask('livechat/agent.status', { as: 'manager', body: { agentId: 'abc', note: token } });
    const log = simulator.requests();
    expect(log).toMatchObject([
      {
        vendor: 'rocketChat',
        method: 'GET',
        path: '/rocketchat/api/v1/livechat/users/agent/abc',
        function: 'users/agent/:_id',
        agentUser: 'abc',
        user: 'manager',
        status: 400,
        queryHadPassword: false,
      },
      { function: 'users.info', agentUser: 'x', queryHadPassword: true, bodyHadPassword: false },
      { function: 'agent.status', agentUser: 'abc', bodyHadPassword: true },
    ]);
    expect(JSON.stringify(log)).not.toMatch(new RegExp(`${token}|hush`));
  });

  test('names an unknown user by the id it sent', async () => {
    await ask('me', { headers: { 'X-User-Id': 'stranger' } });
    expect(simulator.requests()).toMatchObject([{ function: 'me', user: 'stranger', status: 401 }]);
  });
});

describe('the control API', () => {
  test('changes settings and users of this vendor', async () => {
    /**
     * @param {string} path
     * @param {unknown} body
     */
    const control = async (path, body) => {
      const init = { method: 'POST', body: JSON.stringify(body) };
      return (await fetch(`${simulator.url}/control/${path}`, init)).json();
    };
    await control('settings', { rocketChat: { license: true } });
    expect(simulator.rocketChat.settings.license).toBe(true);
    expect(await control('users/agent?vendor=rocketChat', {})).toMatchObject({
      userId: (await agent('1001@'))._id,
      token: expect.any(String),
    });
  });
});
