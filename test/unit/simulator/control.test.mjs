import { askVicidial } from '../../simulator/client.mjs';
import { startSimulator } from '../../simulator/index.mjs';

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
beforeEach(async () => {
  simulator = await startSimulator({ now: '2026-11-21T22:18:21Z', speed: 0 });
});
afterEach(() => simulator.close());

/**
 * @param {string} route   method and path
 * @param {unknown} [body]
 * @returns {Promise<{ status: number, body: any }>}
 */
async function control(route, body) {
  const [method, path] = route.split(' ');
  const init = { method, body: body === undefined ? null : JSON.stringify(body) };
  const response = await fetch(`${simulator.url}/control/${path}`, init);
  return { status: response.status, body: await response.json() };
}

/** @param {Record<string, string>} params */
const ask = async (params) => (await askVicidial(simulator, params)).body;

describe('the control API', () => {
  test('moves, creates and removes agents, and tells the truth of it', async () => {
    await control('POST agents/1001', { state: 'paused', reason: 'BREAK' });
    await control('POST agents/new%20one', { state: 'ready', name: { latin1: 'Né' } });
    expect((await control('DELETE agents/1002')).body).toEqual({ removed: true });
    const { body: state } = await control('GET state');
    const ids = state.agents.map((/** @type {{ id: string }} */ { id }) => id);
    expect(ids).toContain('new one');
    expect(ids).not.toContain('1002');
    const { body: truth } = await control('GET truth');
    expect(truth).toEqual(simulator.truth());
    expect(truth[0]).toMatchObject({
      agentId: '1001',
      from: 'ready',
      to: 'paused',
      reason: 'BREAK',
    });
  });

  test('moves the clock', async () => {
    const start = simulator.world.now();
    expect((await control('POST clock', { advance: 60 })).body.now).toBe(start + 60_000);
    expect((await control('POST clock', { now: '2026-01-01T00:00:00Z', speed: 0 })).body).toEqual({
      now: Date.UTC(2026, 0, 1),
      speed: 0,
    });
  });

  test('sets the calls waiting', async () => {
    await control('POST waiting', { count: 7 });
    expect(await ask({ function: 'user_group_status', user_groups: 'AGENTS' })).toMatch(
      /^AGENTS\|7\|/,
    );
  });

  test('sets and clears faults', async () => {
    expect((await control('POST faults', 'gateway502')).body).toEqual([{ type: 'gateway502' }]);
    expect((await control('POST faults', [{ type: 'hang', times: 1 }])).body).toHaveLength(1);
    await control('DELETE faults');
    expect((await control('GET faults')).body).toEqual([]);
    expect(await control('POST faults', { type: 'nothing' })).toMatchObject({ status: 400 });
  });

  test('shows what was asked, without passwords', async () => {
    await ask({ function: 'version' });
    const { body: requests } = await control('GET requests');
    expect(requests).toMatchObject([
      { vendor: 'vicidial', function: 'version', queryHadPassword: true },
    ]);
    expect(requests[0].params).not.toHaveProperty('pass');
    await control('DELETE requests');
    expect((await control('GET requests')).body).toEqual([]);
  });

  test('changes API users and settings', async () => {
    await control('POST users/boss', { pass: 'pw', allowedCampaigns: ['SUPPORT'] });
    const floor = await ask({ user: 'boss', pass: 'pw', function: 'logged_in_agents' });
    expect(floor.trimEnd().split('\n')).toHaveLength(4);
    await control('POST settings', { vicidial: { version: '2.16-1' } });
    expect(await ask({ function: 'version' })).toMatch(/^VERSION: 2\.16-1\|/);
  });

  test('says what is wrong', async () => {
    expect(await control('POST agents/1001', { state: 'lost' })).toMatchObject({
      status: 400,
      body: { error: /** @type {any} */ (expect.stringContaining('unknown state lost')) },
    });
    expect(await control('PATCH nothing')).toMatchObject({ status: 404 });
    expect(await control('POST settings', { nosuch: {} })).toMatchObject({ status: 400 });
  });
});
