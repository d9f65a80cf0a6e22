import { askVicidial } from '../../simulator/client.mjs';
import { startSimulator } from '../../simulator/index.mjs';

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
beforeEach(async () => {
  simulator = await startSimulator({ now: '2026-11-21T22:18:21Z', speed: 0 });
});
afterEach(() => simulator.close());

const FLOOR = { function: 'logged_in_agents', campaigns: 'SUPPORT', header: 'YES' };
const ask = () => askVicidial(simulator, FLOOR);

describe('faults', () => {
  test.each([
    ['empty500', 500, /^$/],
    ['mysqlConnectError', 200, /^MySQL connect ERROR: {2}Connection refused$/],
    ['tableCrashed7', 200, /^ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666\|\n$/],
    ['apostrophe500', 500, /^user\|.*\n1002\|SUPPORT/],
    ['displayErrors', 200, /^<br \/>\n<b>Warning<\/b>:/],
    ['loginPage', 200, /<form/],
    ['redirectToLogin', 302, /^$/],
    ['gateway502', 502, /Bad Gateway/],
    ['status429', 429, /Too Many/],
    ['missingScript', 404, /Not Found/],
    ['emptyBody', 200, /^$/],
    ['truncated', 200, /^user\|[\s\S]*[^\n]$/],
    ['ipBlock', 200, /\|\|IPBLOCK\|\n$/],
    ['twoFactor', 200, /\|6666\|1234\|2FA\|\n$/],
    ['locked', 200, /\|6666\|LOCK\|\n$/],
    ['loginRefused', 200, /\|6666\|1234\|BAD\|\n$/],
    ['noHeader', 200, /^1002\|SUPPORT\|/],
    [
      'extraColumns',
      200,
      /^campaign_id\|new_column\|user\|.*\|newest_column\nSUPPORT\|new\|1002\|.*\|\n/,
    ],
    [
      'fewerColumns',
      200,
      /calls_today\|full_name\n1002\|SUPPORT\|8600052\|CLOSER\|0\|\|5\|Bob Closer\n/,
    ],
    ['duplicateRows', 200, /\n(1002.*)\n\1\n/],
    ['nullColumns', 200, /\n1002\|\|\|CLOSER\|0\|\|5\|\|AGENTS\|1\n/],
  ])('%s', async (type, status, body) => {
    simulator.faults.set(type);
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(body);
    expect(simulator.requests()).toMatchObject([{ status }]);
    simulator.faults.set(null);
    expect((await ask()).body).toMatch(/^user\|/);
  });

  test('a crashed table hides an agent who is there', async () => {
    simulator.faults.set('tableCrashed7');
    const { body } = await askVicidial(simulator, { function: 'agent_status', agent_user: '1003' });
    expect(body).toBe('ERROR: agent_status AGENT NOT FOUND: 6666|1003\n');
  });

  test('a hanging request is let go when the simulator closes', async () => {
    simulator.faults.set('hang');
    const asked = ask().catch(() => 'gone');
    while (simulator.requests().length === 0) await new Promise(setImmediate);
    await simulator.close();
    expect(await asked).toBe('gone');
    expect(simulator.requests()).toMatchObject([{ status: 0 }]);
  });

  test('a dropped connection and a length that is not kept are failures', async () => {
    simulator.faults.set('dropConnection');
    await expect(ask()).rejects.toThrow();
    simulator.faults.set({ type: 'truncated', withLength: true });
    await expect(ask()).rejects.toThrow();
  });

  test('a delay takes its time and goes with another fault', async () => {
    simulator.faults.set({ type: 'delay', ms: 60 });
    simulator.faults.add('gateway502');
    const began = performance.now();
    expect((await ask()).status).toBe(502);
    expect(performance.now() - began).toBeGreaterThan(50);
  });

  test('a huge body is streamed to the last byte', async () => {
    simulator.faults.set({ type: 'hugeBody', bytes: 3_000_001 });
    expect((await ask()).body).toHaveLength(3_000_001);
  });

  test('any answer can be given', async () => {
    simulator.faults.set({ type: 'answer', status: 503, headers: { 'X-A': 'b' }, body: 'no' });
    expect(await ask()).toEqual({ status: 503, body: 'no' });
  });

  test('times and match limit a fault', async () => {
    simulator.faults.add({ type: 'gateway502', times: 2, match: { function: 'logged_in_agents' } });
    const { status } = await askVicidial(simulator, { function: 'version' });
    expect(status).toBe(200);
    expect([await ask(), await ask(), await ask()].map((answer) => answer.status)).toEqual([
      502, 502, 200,
    ]);
    expect(simulator.faults.list()).toEqual([]);
  });

  test('an unknown fault is refused by name', () => {
    expect(() => simulator.faults.set('earthquake')).toThrow('unknown fault earthquake; one of');
  });
});
