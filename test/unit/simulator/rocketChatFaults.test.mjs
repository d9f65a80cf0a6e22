import { startSimulator } from '../../simulator/index.mjs';
import { askRocketChat } from '../../simulator/rocketChat/client.mjs';

/** @typedef {import('../../simulator/rocketChat/client.mjs').Options} Options */

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
beforeEach(async () => {
  simulator = await startSimulator({
    floor: { agents: 130 },
    now: '2026-11-21T22:18:21Z',
    speed: 0,
  });
});
afterEach(() => simulator.close());

const LIST = 'livechat/users/agent';
const STATUS = 'livechat/analytics/dashboards/charts/agents-status';

/**
 * @param {string} path
 * @param {Options} [options]
 */
const ask = (path, options) => askRocketChat(simulator, path, options);

/**
 * Both pages of the list, by id.
 */
async function readAll() {
  const pages = [];
  for (const offset of ['0', '100']) {
    const query = { sort: '{"_id":1}', count: '100', offset };
    const { users, total } = (await ask(LIST, { query })).body;
    pages.push({ ids: users.map((/** @type {any} */ one) => one._id), total });
  }
  const ids = pages.flatMap((page) => page.ids);
  return { ids, different: new Set(ids).size, totals: pages.map(({ total }) => total) };
}

describe('what goes wrong with pages', () => {
  test('nothing, as long as nobody wants it', async () => {
    expect(await readAll()).toMatchObject({ different: 130, totals: [130, 130] });
  });

  test('pageRepeats: the first page comes again and again', async () => {
    simulator.faults.set('pageRepeats');
    const { ids, different } = await readAll();
    expect(different).toBe(100);
    expect(ids.slice(100, 200)).toEqual(ids.slice(0, 100));
  });

  test('totalLies: more rows are claimed than there are', async () => {
    simulator.faults.set('totalLies');
    expect(await readAll()).toMatchObject({ different: 130, totals: [180, 180] });
  });

  test('totalChanges: a row leaves while paging, and another one is never seen', async () => {
    simulator.faults.set('totalChanges');
    expect(await readAll()).toMatchObject({ different: 129, totals: [130, 129] });
  });

  test('unsortedPages: some rows come twice, some never', async () => {
    simulator.faults.set('unsortedPages');
    const { ids, different } = await readAll();
    expect(ids).toHaveLength(130);
    expect(different).toBe(100);
  });

  test('slowPage: later pages stop half-way for a while', async () => {
    simulator.faults.set({ type: 'slowPage', ms: 120 });
    const began = performance.now();
    await ask(LIST, { query: { count: '100' } });
    const first = performance.now() - began;
    const page = await ask(LIST, { query: { count: '100', offset: '100' } });
    expect(performance.now() - began - first).toBeGreaterThan(110);
    expect(page.body.users).toHaveLength(30);
  });
});

describe('what goes wrong with requests', () => {
  test.each([
    ['unauthorized401', 401, 'You must be logged in to do this.'],
    [
      'forbidden403',
      403,
      'User does not have the permissions required for this action [error-unauthorized]',
    ],
    ['schema400', 400, 'must NOT have additional properties [invalid-params]'],
  ])('%s', async (type, status, error) => {
    simulator.faults.set({ type, times: 1 });
    expect(await ask(STATUS)).toMatchObject({ status, body: { success: false, error } });
    expect((await ask(STATUS)).status).toBe(200);
  });

  test('rateLimited429 comes with its reset', async () => {
    simulator.faults.set({ type: 'rateLimited429', retryAfter: 7 });
    const { status, body, headers } = await ask(STATUS);
    expect(status).toBe(429);
    expect(body.error).toContain('You must wait 7 seconds');
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(headers.get('x-ratelimit-reset')).toBe(String(simulator.world.now() + 7000));
  });

  test('noLicense400 is for enterprise routes only', async () => {
    Object.assign(simulator.rocketChat.settings, { license: true });
    simulator.faults.set('noLicense400');
    expect((await ask(STATUS)).status).toBe(200);
    const { status, body } = await ask('livechat/analytics/agents/total-service-time');
    expect([status, body.errorType]).toEqual([400, 'error-action-not-allowed']);
  });

  test('spaHtml is a page with a 200', async () => {
    simulator.faults.set('spaHtml');
    const { status, body, headers } = await ask('me');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(body).toContain('<title>Rocket.Chat</title>');
  });

  test('tokenOfOtherUser: the session is that of somebody who may do nothing', async () => {
    simulator.faults.set('tokenOfOtherUser');
    expect((await ask('me')).body).toMatchObject({ _id: 'simNone3333333333' });
    expect((await ask(STATUS)).status).toBe(403);
  });

  test('closedSchemaStrict: an older server knows fewer parameters', async () => {
    simulator.faults.set('closedSchemaStrict');
    for (const name of ['onlyAvailable', 'showIdleAgents', 'excludeId']) {
      expect((await ask(LIST, { query: { [name]: 'true' } })).status).toBe(400);
    }
    expect((await ask(LIST, { query: { text: 'x', count: '1' } })).status).toBe(200);
  });

  test('faults can be limited to an endpoint, a user or an agent asked for', async () => {
    simulator.faults.set({ type: 'forbidden403', match: { function: 'users/agent' } });
    expect([(await ask(LIST)).status, (await ask(STATUS)).status]).toEqual([403, 200]);
    simulator.faults.set({ type: 'forbidden403', match: { user: 'manager' } });
    expect((await ask(STATUS, { as: 'manager' })).status).toBe(403);
    expect((await ask(STATUS)).status).toBe(200);
    simulator.faults.set({ type: 'unauthorized401', match: { agentUser: 'abc' } });
    expect((await ask(`${LIST}/abc`)).status).toBe(401);
    expect((await ask(`${LIST}/def`)).status).toBe(400);
  });
});
