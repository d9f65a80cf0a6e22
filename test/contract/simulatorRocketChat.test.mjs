import { startSimulator } from '../simulator/index.mjs';
import { askRocketChat, loginOf } from '../simulator/rocketChat/client.mjs';

/** @typedef {import('../simulator/rocketChat/client.mjs').Options} Options */

const START = '2026-11-21T22:18:21.000Z';
const DASHBOARDS = 'livechat/analytics/dashboards/charts';
const EE = 'livechat/analytics/agents';
const DAY = { start: '2026-11-21T00:00:00Z', end: '2026-11-21T23:59:59Z' };
const ID = /^[23456789A-HJ-NP-TW-Za-km-z]{17}$/;

/** @type {import('../simulator/index.mjs').Simulator} */
let simulator;

/** One agent in each state the workspace can show. */
const FLOOR = [
  { id: 'amy', name: 'Amy Ready', queues: ['SALESLINE'], state: 'ready' },
  { id: 'ben', name: 'Ben Busy', queues: ['SALESLINE'], state: 'busy' },
  { id: 'cat', name: 'Cat Wrap', queues: ['SUPPORTQ'], state: 'wrapUp' },
  { id: 'dan', name: 'Dan Paused', queues: ['SUPPORTQ'], state: 'paused', reason: 'LUNCH' },
  { id: 'eva', name: 'Eva Away', queues: ['SUPPORTQ'], state: 'paused', reason: 'away' },
  { id: 'fay', name: 'Fay Disturb', queues: [], group: 'NIGHT', state: 'paused', reason: 'busy' },
  { id: 'gus', name: 'Gus Gone', queues: [], group: 'NIGHT', state: 'offline' },
];

/** @param {number | any[]} agents */
async function open(agents = FLOOR) {
  const floor = typeof agents === 'number' ? { agents } : agents;
  simulator = await startSimulator({ floor, now: START, speed: 0 });
}
beforeEach(() => open());
afterEach(() => simulator.close());

/**
 * @param {string} path
 * @param {Options} [options]
 */
const ask = (path, options) => askRocketChat(simulator, path, options);

/**
 * @param {string} path
 * @param {Options} [options]
 */
async function answer(path, options) {
  const { status, body } = await ask(path, options);
  return { status, body };
}

/** @param {string} username */
async function userId(username) {
  const { body } = await ask('livechat/users/agent', { as: 'bypass', query: { text: username } });
  return body.users[0]._id;
}

/** @param {string} name */
async function departmentId(name) {
  const { body } = await ask('livechat/department', { as: 'bypass', query: { text: name } });
  return body.departments[0]._id;
}

describe('who may ask', () => {
  const LOGIN = 'You must be logged in to do this.';
  const PERMISSION = 'User does not have the permissions required for this action';

  test.each([
    ['6', { status: 'error', message: LOGIN }],
    ['7', { success: false, error: LOGIN, status: 'error', message: LOGIN }],
    ['9', { success: false, error: LOGIN }],
  ])('version %s refuses who is not logged in with its own body', async (version, body) => {
    Object.assign(simulator.rocketChat.settings, { version });
    const wrong = { headers: { 'X-Auth-Token': 'wrong' } };
    expect(await answer('me', wrong)).toEqual({ status: 401, body });
  });

  test.each([
    ['6', `${PERMISSION} [error-unauthorized]`, 'unauthorized'],
    ['7', `${PERMISSION} [error-unauthorized]`, 'unauthorized'],
    ['9', `${PERMISSION} [error-forbidden]`, 'forbidden'],
  ])('version %s forbids in two ways', async (version, declared, handler) => {
    Object.assign(simulator.rocketChat.settings, { version });
    const none = { as: 'none' };
    expect(await answer(`${DASHBOARDS}/agents-status`, none)).toEqual({
      status: 403,
      body: { success: false, error: declared },
    });
    const inHandler = { status: 403, body: { success: false, error: handler } };
    expect(await answer('livechat/users/agent', none)).toEqual(inHandler);
    expect(await answer('livechat/rooms', none)).toEqual(inHandler);
  });

  test('a right token with another user id is not logged in', async () => {
    const { userId: other } = loginOf(simulator, 'manager');
    expect((await answer('me', { headers: { 'X-User-Id': other } })).status).toBe(401);
  });

  test.each([
    [`${DASHBOARDS}/agents-status`, { admin: 200, manager: 200, agent: 403, none: 403 }],
    ['livechat/users/agent', { admin: 200, manager: 403, agent: 200, none: 403 }],
    ['livechat/users/agent/x', { admin: 400, manager: 400, agent: 403, none: 403 }],
    ['livechat/queue', { admin: 200, manager: 403, agent: 200, none: 403 }],
    ['livechat/department', { admin: 200, manager: 403, agent: 200, none: 403 }],
    ['livechat/department/x/agents', { admin: 200, manager: 403, agent: 200, none: 403 }],
    ['livechat/agents/x/departments', { admin: 200, manager: 403, agent: 200, none: 403 }],
    ['livechat/rooms', { admin: 200, manager: 403, agent: 403, none: 403 }],
    ['me', { admin: 200, manager: 200, agent: 200, none: 200 }],
  ])('%s', async (path, expected) => {
    /** @type {Record<string, number>} */
    const statuses = {};
    for (const as of Object.keys(expected)) statuses[as] = (await ask(path, { as })).status;
    expect(statuses).toEqual(expected);
  });

  test('an agent may see its own rooms, and only those', async () => {
    const { userId: own } = loginOf(simulator, 'agent');
    const other = await userId('ben');
    /** @param {string} query */
    const rooms = async (query) => (await ask('livechat/rooms', { as: 'agent', query })).status;
    expect(await rooms(`agents[]=${own}`)).toBe(200);
    expect(await rooms(`agents[]=${other}`)).toBe(403);
    expect(await rooms(`agents[]=${own}&agents[]=${other}`)).toBe(403);
  });

  test('a bad parameter is told before a missing permission, a bad token before both', async () => {
    const query = { nonsense: '1' };
    expect((await answer('livechat/users/agent', { as: 'none', query })).status).toBe(400);
    const headers = { 'X-Auth-Token': 'wrong' };
    expect((await answer('livechat/users/agent', { query, headers })).status).toBe(401);
  });

  test('me tells whose token it is', async () => {
    const { body } = await ask('me', { as: 'manager' });
    expect(body).toMatchObject({
      _id: 'simManager3333333',
      username: 'sim.manager',
      active: true,
      roles: ['user', 'figures-only'],
      success: true,
    });
    const amy = await userId('amy');
    expect((await ask('me', { as: 'agent' })).body).toMatchObject({ _id: amy, name: 'Amy Ready' });
  });

  test('info is for everybody, the whole version only for some', async () => {
    const info = `${simulator.url}/rocketchat/api/info`;
    expect(await (await fetch(info)).json()).toEqual({ version: '7.10', success: true });
    const { userId: id, token } = loginOf(simulator, 'admin');
    const headers = { 'X-User-Id': id, 'X-Auth-Token': token };
    expect(await (await fetch(info, { headers })).json()).toMatchObject({ version: '7.10.0' });
  });

  test('the workspace is at the root and below a path, with its web client around the API', async () => {
    const query = { text: 'amy' };
    const below = await answer('livechat/users/agent', { query });
    expect(await answer('livechat/users/agent', { query, root: '' })).toEqual(below);
    const page = await fetch(`${simulator.url}/rocketchat/home`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await answer('livechat/nothing')).status).toBe(404);
  });
});

describe('the rate limit', () => {
  /** @param {Options} [options] */
  const call = (options) => ask('livechat/queue', options);

  test('is ten calls a minute, told in the headers, in epoch milliseconds', async () => {
    const now = simulator.world.now();
    const left = [];
    for (let n = 0; n < 10; n += 1) {
      const { status, headers } = await call();
      expect(status).toBe(200);
      expect(headers.get('x-ratelimit-limit')).toBe('10');
      expect(headers.get('x-ratelimit-reset')).toBe(String(now + 60_000));
      left.push(headers.get('x-ratelimit-remaining'));
    }
    expect(left).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1', '0']);

    simulator.world.advance(45.5);
    const refused = await call();
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({
      success: false,
      error:
        'Error, too many requests. Please slow down. You must wait 15 seconds before trying this ' +
        'endpoint again. [error-too-many-requests]',
    });
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('retry-after')).toBeNull();

    simulator.world.advance(15);
    expect((await call()).headers.get('x-ratelimit-remaining')).toBe('9');
  });

  test('counts per route pattern and address, whoever asks and whatever for', async () => {
    for (let n = 0; n < 10; n += 1) await ask(`livechat/users/agent/${n}`, { as: 'manager' });
    expect((await answer('livechat/users/agent/x')).status).toBe(429);
    expect((await answer('livechat/users/agent')).status).toBe(200);
    expect((await answer('livechat/users/agent/x', { as: 'bypass' })).status).toBe(400);
  });

  test('counts refused parameters and permissions too, but no bad token', async () => {
    const headers = { 'X-Auth-Token': 'wrong' };
    expect((await call({ headers })).headers.get('x-ratelimit-limit')).toBeNull();
    await call({ query: { nonsense: '1' } });
    const { status, headers: told } = await call({ as: 'none' });
    expect([status, told.get('x-ratelimit-remaining')]).toEqual([403, '8']);
  });

  test('spares who may bypass it, and can be switched off', async () => {
    for (let n = 0; n < 11; n += 1) {
      const { status, headers } = await call({ as: 'bypass' });
      expect([status, headers.get('x-ratelimit-limit')]).toEqual([200, null]);
    }
    Object.assign(simulator.rocketChat.settings, { rateLimiter: false });
    for (let n = 0; n < 11; n += 1) expect((await call()).status).toBe(200);
  });
});

describe('agents-status', () => {
  const path = `${DASHBOARDS}/agents-status`;
  const counts = { _id: null, offline: 2, away: 1, busy: 1, available: 3, success: true };

  test('counts numbers, the toggle off as offline', async () => {
    expect(await answer(path)).toEqual({ status: 200, body: counts });
  });

  test('says the same for five seconds, for each department', async () => {
    await answer(path);
    simulator.world.setAgent('amy', { state: 'offline' });
    expect((await answer(path)).body).toEqual(counts);
    const query = { departmentId: await departmentId('Sales Line') };
    expect((await answer(path, { query })).body).toMatchObject({ offline: 1, available: 1 });
    simulator.world.advance(5);
    expect((await answer(path)).body).toMatchObject({ offline: 3, available: 2 });
  });

  test('has no keys at all for a department without agents, or an unknown one', async () => {
    const empty = { query: { departmentId: await departmentId('ADMIN') } };
    expect((await answer(path, empty)).body).toEqual({ success: true });
    const unknown = { query: { departmentId: 'nosuchdepartment' } };
    expect((await answer(path, unknown)).body).toEqual({ success: true });
  });

  test.each(['departmentId=', 'departmentId=undefined', 'whatever=1'])(
    '%s is the whole workspace',
    async (query) => expect((await answer(path, { query })).body).toEqual(counts),
  );

  test('counts nobody who has no toggle, and the deactivated as offline', async () => {
    simulator.world.setAgent('amy', { extras: { rocketChat: { noStatusLivechat: true } } });
    simulator.world.setAgent('ben', { extras: { rocketChat: { active: false } } });
    const { body } = await ask(path);
    expect(body).toEqual({ ...counts, offline: 3, available: 1 });
  });
});

describe('the list of agents', () => {
  const path = 'livechat/users/agent';

  test('has these fields and no others, sorted by name', async () => {
    const { body } = await ask(path);
    expect(body).toMatchObject({ count: 7, offset: 0, total: 7, success: true });
    const [amy] = body.users;
    expect(Object.keys(amy)).toEqual([
      '_id',
      'username',
      'status',
      'statusLivechat',
      'name',
      'emails',
      'livechat',
      'departments',
    ]);
    expect(amy._id).toMatch(ID);
    expect(amy.emails).toEqual([{ address: 'amy@example.com', verified: true }]);
    expect(amy.departments).toHaveLength(2);
    expect(body.users.map((/** @type {any} */ one) => [one.username, one.status])).toEqual([
      ['amy', 'online'],
      ['ben', 'online'],
      ['cat', 'online'],
      ['dan', 'online'],
      ['eva', 'away'],
      ['fay', 'busy'],
      ['gus', 'offline'],
    ]);
    const off = body.users.filter((/** @type {any} */ one) => one.statusLivechat !== 'available');
    expect(off).toMatchObject([{ username: 'dan', statusLivechat: 'not-available' }]);
  });

  test.each([
    ['text=ready', ['amy']],
    ['text=FAY@example', ['fay']],
    ['text=.', ['amy', 'ben', 'cat', 'dan', 'eva', 'fay', 'gus']],
    ['text=a.y', []],
    ['onlyAvailable=true', ['amy', 'ben', 'cat', 'eva', 'fay', 'gus']],
    ['showIdleAgents=false', ['amy', 'ben', 'cat', 'dan', 'eva', 'fay']],
    ['sort={"username":-1}&count=2', ['gus', 'fay']],
  ])('%s', async (query, usernames) => {
    const { body } = await ask(path, { query });
    expect(body.users.map((/** @type {any} */ one) => one.username)).toEqual(usernames);
  });

  test('leaves one agent out', async () => {
    const query = { excludeId: await userId('amy') };
    expect((await ask(path, { query })).body.total).toBe(6);
  });

  test.each([
    ['departmentId=x', 'must NOT have additional properties'],
    ['count=many', 'must be number'],
    ['onlyAvailable=yes', 'must be boolean'],
  ])('%s is a bad parameter', async (query, text) => {
    expect(await answer(path, { query })).toEqual({
      status: 400,
      body: {
        success: false,
        error: `${text} [invalid-params]`,
        errorType: 'invalid-params',
      },
    });
  });

  test.each(['name', '{"name":2}', '5'])('%s is no order', async (sort) => {
    expect(await answer(path, { query: { sort } })).toMatchObject({
      status: 400,
      body: { errorType: 'error-invalid-sort' },
    });
  });

  test('comes fifty at a time, a hundred at most, without a word', async () => {
    await simulator.close();
    await open(130);
    /** @param {string} query */
    const page = async (query) => {
      const { users, count, offset, total } = (await ask(path, { query })).body;
      expect(users).toHaveLength(count);
      return [count, offset, total];
    };
    expect(await page('')).toEqual([50, 0, 130]);
    expect(await page('count=1000')).toEqual([100, 0, 130]);
    expect(await page('count=0')).toEqual([50, 0, 130]);
    expect(await page('count=100&offset=100')).toEqual([30, 100, 130]);
    expect(await page('count=100&offset=500')).toEqual([0, 500, 130]);
    Object.assign(simulator.rocketChat.settings, { allowInfiniteCount: true });
    expect(await page('count=0')).toEqual([130, 0, 130]);
  });
});

describe('one agent', () => {
  test('by id', async () => {
    const id = await userId('dan');
    expect((await answer(`livechat/users/agent/${id}`)).body).toMatchObject({
      user: { _id: id, username: 'dan', status: 'online', statusLivechat: 'not-available' },
      success: true,
    });
  });

  test('who is no agent is null, who is unknown a 400', async () => {
    expect(await answer('livechat/users/agent/simNone3333333333')).toEqual({
      status: 200,
      body: { user: null, success: true },
    });
    expect(await answer('livechat/users/agent/dan')).toEqual({
      status: 400,
      body: { success: false, error: 'User not found' },
    });
  });

  test('without a toggle has no such field, and null in the list', async () => {
    simulator.world.setAgent('amy', { extras: { rocketChat: { noStatusLivechat: true } } });
    const { body } = await ask('livechat/users/agent', { query: { text: 'amy' } });
    expect(body.users[0].statusLivechat).toBeNull();
    const one = await ask(`livechat/users/agent/${body.users[0]._id}`);
    expect(one.body.user).not.toHaveProperty('statusLivechat');
  });

  test('users.info shows more to some, getStatus and presence little to all', async () => {
    const id = await userId('eva');
    const info = await answer('users.info', { as: 'manager', query: { username: 'eva' } });
    expect(info.body.user).toMatchObject({ _id: id, status: 'away', active: true });
    expect(info.body.user).not.toHaveProperty('lastLogin');
    const all = await answer('users.info', { query: { userId: id } });
    expect(all.body.user).toMatchObject({ statusConnection: 'away', lastLogin: START });
    const nobody = { status: 400, body: { success: false, error: 'User not found.' } };
    expect(await answer('users.info', { query: { username: 'nobody' } })).toEqual(nobody);
    expect((await answer('users.info')).body.errorType).toBe('invalid-params');

    const status = await answer('users.getStatus', { query: { username: 'eva' } });
    expect(status.body).toEqual({ _id: id, status: 'away', success: true });
    const own = await answer('users.getStatus', { as: 'agent' });
    expect(own.body).toMatchObject({ status: 'online', connectionStatus: 'online' });
    const gus = await userId('gus');
    const presence = await answer('users.presence', { query: { ids: `${id},${gus},x` } });
    expect(presence.body).toMatchObject({ users: [{ _id: id, status: 'away' }], full: false });
    Object.assign(simulator.rocketChat.settings, { presenceBroadcastDisabled: true });
    expect((await answer('users.presence', { query: { ids: id } })).body.users).toEqual([]);
  });
});

describe('departments', () => {
  test('are the queues and the user groups', async () => {
    const { body } = await ask('livechat/department');
    const shown = body.departments.map((/** @type {any} */ one) => [one.name, one.numAgents]);
    expect(shown).toEqual([
      ['ADMIN', 0],
      ['AGENTS', 5],
      ['NIGHT', 2],
      ['Sales Line', 2],
      ['Single Agent Direct Queue', 0],
      ['Support Queue', 3],
    ]);
    expect(body).toMatchObject({ count: 6, offset: 0, total: 6, success: true });
    expect(body.departments[0]._id).toMatch(ID);
    const mine = { as: 'agent', query: { onlyMyDepartments: 'true' } };
    expect((await ask('livechat/department', mine)).body.total).toBe(2);
  });

  test('may be disabled or archived', async () => {
    const settings = { disabledDepartments: ['NIGHT'], archivedDepartments: ['SUPPORTQ'] };
    Object.assign(simulator.rocketChat.settings, settings);
    /** @param {string} query */
    const total = async (query) => (await ask('livechat/department', { query })).body.total;
    expect(await total('')).toBe(5);
    expect(await total('enabled=true')).toBe(4);
    expect(await total('enabled=false')).toBe(5);
    expect(await total('showArchived=true')).toBe(6);
  });

  test('know their agents, by agentId and without status', async () => {
    const id = await departmentId('Support Queue');
    const { body } = await ask(`livechat/department/${id}/agents`);
    expect(body).toMatchObject({ count: 3, total: 3 });
    const [cat] = body.agents;
    expect(cat).toMatchObject({ departmentId: id, username: 'cat', departmentEnabled: true });
    expect(cat.agentId).toBe(await userId('cat'));
    expect(cat._id).not.toBe(cat.agentId);
    expect(cat).not.toHaveProperty('status');
  });

  test('of an agent are not paged', async () => {
    Object.assign(simulator.rocketChat.settings, { disabledDepartments: ['AGENTS'] });
    const path = `livechat/agents/${await userId('amy')}/departments`;
    expect((await answer(path)).body.departments).toHaveLength(2);
    const { body } = await ask(path, { query: { enabledDepartmentsOnly: 'true' } });
    expect(body).toEqual({
      departments: [expect.objectContaining({ username: 'amy', departmentEnabled: true })],
      success: true,
    });
  });
});

describe('open chats', () => {
  const path = 'livechat/queue';

  test('are counted per agent and department', async () => {
    simulator.world.setAgent('ben', { extras: { rocketChat: { chats: 3 } } });
    const { body } = await ask(path);
    const user = { _id: await userId('ben'), username: 'ben', status: 'online' };
    const sales = { _id: await departmentId('Sales Line'), name: 'Sales Line' };
    const group = { _id: await departmentId('AGENTS'), name: 'AGENTS' };
    expect(body).toEqual({
      queue: [
        { chats: 2, user, department: sales },
        { chats: 1, user, department: group },
      ],
      count: 2,
      offset: 0,
      total: 2,
      success: true,
    });
    const one = await ask(path, { query: { departmentId: group._id } });
    expect(one.body).toMatchObject({ queue: [{ chats: 1 }], total: 1 });
  });

  test('of agents who are not there only if asked for', async () => {
    simulator.world.setAgent('gus', { extras: { rocketChat: { chats: 1 } } });
    simulator.world.setAgent('dan', { extras: { rocketChat: { chats: 1 } } });
    expect((await ask(path)).body.total).toBe(1);
    const all = await ask(path, { query: { includeOfflineAgents: 'true' } });
    expect(all.body.total).toBe(3);
    const agentId = await userId('dan');
    const one = await ask(path, { query: { includeOfflineAgents: 'true', agentId } });
    expect(one.body.queue).toMatchObject([{ user: { username: 'dan' } }]);
  });

  test('are rooms, with more in them than anybody should pass on', async () => {
    const id = await userId('ben');
    const query = `agents[]=${id}&open=true`;
    const { body } = await ask('livechat/rooms', { query });
    expect(body).toMatchObject({
      rooms: [{ t: 'l', open: true, servedBy: { _id: id, username: 'ben' } }],
      count: 1,
      total: 1,
    });
    expect(body.rooms[0].v.token).toEqual(expect.any(String));
    expect(body.rooms[0].lastMessage.msg).toEqual(expect.any(String));
    for (const more of [
      `departmentId=${await departmentId('Support Queue')}`,
      `createdAt=${JSON.stringify({ start: '2026-11-21T22:18:22Z' })}`,
      'onhold=true',
      'roomName=nobody',
    ]) {
      const { total } = (await ask('livechat/rooms', { query: `${query}&${more}` })).body;
      expect([more, total]).toEqual([more, 0]);
    }
    const unbracketed = await answer('livechat/rooms', { query: `agents=${id}` });
    expect(unbracketed).toMatchObject({ status: 400, body: { errorType: 'invalid-params' } });
    const createdAt = JSON.stringify({ start: 'soon' });
    expect((await answer('livechat/rooms', { query: { createdAt } })).body).toEqual({
      success: false,
      error: 'The "createdAt.start" query parameter must be a valid date.',
    });
  });

  test('queued ones are served by nobody, closed ones are not open', async () => {
    simulator.world.setWaitingCalls(2);
    simulator.world.advance(60);
    simulator.world.setAgent('ben', { state: 'wrapUp' });
    const queued = await ask('livechat/rooms', { query: { queued: 'true' } });
    expect(queued.body.total).toBe(2);
    expect(queued.body.rooms[0]).not.toHaveProperty('servedBy');
    const closed = await ask('livechat/rooms', { query: { open: 'false', roomName: 'visitor' } });
    const ben = closed.body.rooms.find((/** @type {any} */ one) => one.servedBy.username === 'ben');
    expect(ben.metrics.serviceTimeDuration).toBe(60);
    expect(ben).not.toHaveProperty('open');

    const chats = await ask(`${DASHBOARDS}/chats`, { query: DAY });
    expect(chats.body).toEqual({ open: 0, closed: 2, queued: 2, onhold: 0, success: true });
  });
});

describe('dashboards', () => {
  test('chats-per-agent is keyed by user name, with keys missing as the server has it', async () => {
    simulator.world.setAgent('ben', { state: 'wrapUp' });
    simulator.world.setAgent('amy', { state: 'busy' });
    simulator.world.setAgent('eva', { extras: { rocketChat: { onHold: 1 } } });
    const { body } = await ask(`${DASHBOARDS}/chats-per-agent`, { query: DAY });
    expect(body).toEqual({
      amy: { open: 1, closed: 0, onhold: 0 },
      ben: { open: 0, closed: 1 },
      cat: { open: 0, closed: 1 },
      eva: { onhold: 1 },
      success: true,
    });
  });

  test.each([
    ['', "must have required property 'start' [invalid-params]"],
    ['start=2026-11-21', "must have required property 'end' [invalid-params]"],
    ['start=soon&end=2026-11-21', 'The "start" query parameter must be a valid date.'],
    ['start=2026-11-21&end=2026-11-22&x=1', 'must NOT have additional properties [invalid-params]'],
  ])('want dates: %s', async (query, error) => {
    const { status, body } = await ask(`${DASHBOARDS}/chats`, { query });
    expect([status, body.error]).toEqual([400, error]);
  });

  test('agent-overview says texts', async () => {
    simulator.world.advance(90);
    simulator.world.setAgent('ben', { state: 'wrapUp' });
    const path = 'livechat/analytics/agent-overview';
    const dates = { from: '2026-11-21', to: '2026-11-21' };
    const duration = await ask(path, { query: { ...dates, name: 'Avg_chat_duration' } });
    expect(duration.body).toEqual({
      head: [{ name: 'Agent' }, { name: 'Avg_chat_duration' }],
      data: [
        { name: 'ben', value: '00:01:30' },
        { name: 'cat', value: '00:00:00' },
      ],
      success: true,
    });
    simulator.world.setAgent('amy', { state: 'busy' });
    simulator.world.setAgent('ben', { state: 'busy' });
    simulator.world.advance(5);
    const total = await ask(path, { query: { ...dates, name: 'Total_conversations' } });
    expect(total.body.data).toEqual([
      { name: 'ben', value: '50.00%' },
      { name: 'amy', value: '25.00%' },
      { name: 'cat', value: '25.00%' },
    ]);
    const bad = { status: 400, body: { success: false, error: 'invalid-chart-name' } };
    expect(await answer(path, { query: { ...dates, name: 'Total' } })).toEqual(bad);
    expect(await answer(path, { query: dates })).toEqual(bad);
  });
});

describe('the enterprise part', () => {
  const history = `${EE}/available-for-service-history`;
  const full = { ...DAY, fullReport: 'true' };

  test.each(['available-for-service-history', 'total-service-time', 'average-service-time'])(
    '%s needs a license, which is looked at first of all',
    async (name) => {
      const refused = {
        status: 400,
        body: {
          success: false,
          error: 'This is an enterprise feature [error-action-not-allowed]',
          errorType: 'error-action-not-allowed',
        },
      };
      expect(await answer(`${EE}/${name}`, { as: 'none' })).toEqual(refused);
      const headers = { 'X-Auth-Token': 'wrong' };
      expect(await answer(`${EE}/${name}`, { headers })).toEqual(refused);
      Object.assign(simulator.rocketChat.settings, { license: true });
      expect((await answer(`${EE}/${name}`, { query: DAY })).status).toBe(200);
      const paged = await answer(`${EE}/${name}`, { query: { ...DAY, count: '100' } });
      expect(paged).toMatchObject({ status: 400, body: { errorType: 'invalid-params' } });
      expect((await answer(`${EE}/${name}`, { as: 'agent', query: DAY })).status).toBe(403);
    },
  );

  test('the history has only what is over; away counts as available', async () => {
    Object.assign(simulator.rocketChat.settings, { license: true });
    simulator.world.advance(60);
    simulator.world.setAgent('amy', { state: 'busy' });
    simulator.world.setAgent('ben', { state: 'paused', reason: 'away' });
    simulator.world.advance(60);
    simulator.world.setAgent('amy', { state: 'paused', reason: 'LUNCH' });
    const { body } = await ask(history, { query: full });
    expect(body.total).toBe(5);
    expect(body.agents[0]).toEqual({
      serviceHistory: [{ startedAt: START, stoppedAt: '2026-11-21T22:20:21.000Z' }],
      availableTimeInSeconds: 120,
      username: 'amy',
    });
    expect(body.agents[1]).toEqual({
      serviceHistory: null,
      availableTimeInSeconds: 0,
      username: 'ben',
    });
    const short = await ask(history, { query: DAY });
    expect(short.body.agents[0]).toEqual({ availableTimeInSeconds: 120, username: 'amy' });
  });

  test('of several days the time of all comes, and the stretches of the first', async () => {
    Object.assign(simulator.rocketChat.settings, { license: true });
    simulator.world.setClock(Date.parse('2026-11-22T00:30:00Z'));
    simulator.world.setAgent('amy', { state: 'offline' });
    const query = {
      start: '2026-11-21T23:00:00Z',
      end: '2026-11-22T00:10:00Z',
      fullReport: 'true',
    };
    const both = (await ask(history, { query })).body.agents[0];
    const untilMidnight = 24 * 3600 - (22 * 3600 + 18 * 60 + 21) - 1;
    expect(both).toEqual({
      username: 'amy',
      serviceHistory: [{ startedAt: START, stoppedAt: '2026-11-21T23:59:59.000Z' }],
      availableTimeInSeconds: untilMidnight + 1800,
    });

    // Half an hour past midnight here is still the day before five hours further west.
    Object.assign(simulator.rocketChat.settings, { utcOffsetMinutes: -300 });
    const [west] = (await ask(history, { query: full })).body.agents;
    expect(west.serviceHistory).toEqual([
      { startedAt: START, stoppedAt: '2026-11-22T00:30:00.000Z' },
    ]);
  });

  test('service time is that of closed chats', async () => {
    Object.assign(simulator.rocketChat.settings, { license: true });
    simulator.world.advance(60);
    simulator.world.setAgent('ben', { state: 'ready' });
    simulator.world.setAgent('ben', { state: 'busy' });
    simulator.world.advance(31);
    simulator.world.setAgent('ben', { state: 'ready' });
    const total = await ask(`${EE}/total-service-time`, { query: DAY });
    expect(total.body.agents).toContainEqual({
      _id: await userId('ben'),
      username: 'ben',
      chats: 2,
      serviceTimeDuration: 91,
    });
    const average = await ask(`${EE}/average-service-time`, { query: DAY });
    expect(average.body.agents).toContainEqual({
      _id: await userId('ben'),
      username: 'ben',
      averageServiceTimeInSeconds: 46,
    });
    /** @param {Record<string, string>} query */
    const chatsOfBen = async (query) => {
      const { agents } = (await ask(`${EE}/total-service-time`, { query })).body;
      return agents.filter((/** @type {any} */ one) => one.username === 'ben');
    };
    // It is the beginning of a chat that is asked for, whenever it ended.
    expect(await chatsOfBen({ start: '2026-11-21T22:18:22Z', end: DAY.end })).toMatchObject([
      { chats: 1, serviceTimeDuration: 31 },
    ]);
    expect(await chatsOfBen({ start: DAY.start, end: '2026-11-21T22:19:00Z' })).toMatchObject([
      { chats: 1, serviceTimeDuration: 60 },
    ]);
    expect(await chatsOfBen({ start: DAY.start, end: '2026-11-21T22:18:20Z' })).toEqual([]);
  });
});

describe('agent.status', () => {
  const path = 'livechat/agent.status';

  test('sets the toggle, or turns it over, and moves the agent in the world', async () => {
    const agentId = await userId('amy');
    const off = await answer(path, { body: { agentId, status: 'not-available' } });
    expect(off).toEqual({ status: 200, body: { status: 'not-available', success: true } });
    expect(simulator.world.agent('amy')?.state).toBe('paused');
    const turned = await answer(path, { as: 'agent', body: {} });
    expect(turned.body).toEqual({ status: 'available', success: true });
    expect(simulator.truth()).toMatchObject([
      { agentId: 'amy', from: 'ready', to: 'paused' },
      { agentId: 'amy', from: 'paused', to: 'ready' },
    ]);
  });

  test('leaves an agent in a chat where it is', async () => {
    const agentId = await userId('ben');
    await ask(path, { body: { agentId } });
    expect(simulator.world.agent('ben')?.state).toBe('busy');
    /** @param {string} id */
    const toggle = async (id) => (await ask(`livechat/users/agent/${id}`)).body.user.statusLivechat;
    expect(await toggle(agentId)).toBe('not-available');
    await ask(path, { body: { agentId } });
    expect(await toggle(agentId)).toBe('available');
  });

  test('refuses what it must', async () => {
    const agentId = await userId('eva');
    const other = { as: 'agent', body: { agentId, status: 'not-available' } };
    expect((await answer(path, other)).status).toBe(403);
    expect(await answer(path, { body: { agentId: 'nobody' } })).toEqual({
      status: 404,
      body: { success: false, error: 'Agent not found' },
    });
    expect((await answer(path, { body: { status: 'away' } })).status).toBe(400);
    simulator.world.setAgent('eva', { extras: { rocketChat: { active: false } } });
    expect((await answer(path, { body: { agentId } })).body).toEqual({
      success: false,
      error: 'error-user-deactivated',
    });
  });

  test('is silent about closed business hours, but to the agent itself', async () => {
    Object.assign(simulator.rocketChat.settings, { businessHoursClosed: true });
    simulator.world.setAgent('amy', { state: 'paused', reason: '' });
    const body = { agentId: await userId('amy'), status: 'available' };
    expect(await answer(path, { body })).toEqual({
      status: 200,
      body: { status: 'not-available', success: true },
    });
    expect(await answer(path, { as: 'agent', body: { status: 'available' } })).toEqual({
      status: 400,
      body: { success: false, error: 'error-business-hours-are-closed' },
    });
  });
});
