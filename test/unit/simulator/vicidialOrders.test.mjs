import { orderVicidial } from '../../simulator/client.mjs';
import { startSimulator } from '../../simulator/index.mjs';

const NOW = 1795299733;

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
beforeEach(async () => {
  simulator = await startSimulator({ now: NOW * 1000, speed: 0 });
});
afterEach(() => simulator.close());

/**
 * @param {string} name
 * @param {string} agent
 * @param {string} value
 * @param {Record<string, string>} [more]
 */
const order = async (name, agent, value, more = {}) =>
  (await orderVicidial(simulator, { function: name, agent_user: agent, value, ...more })).body;

/** @param {string} id */
const agent = (id) => simulator.world.agents().find((one) => one.id === id);

describe('the agent API', () => {
  test('pauses, gives the pause its code, and resumes', async () => {
    await order('external_pause', '1001', 'PAUSE');
    expect(agent('1001')).toMatchObject({ state: 'paused', reason: '' });
    expect(await order('pause_code', '1001', 'BREAK')).toBe(
      'SUCCESS: pause_code function sent - 1001\n',
    );
    expect(agent('1001')).toMatchObject({ state: 'paused', reason: 'BREAK' });
    await order('external_pause', '1001', 'RESUME');
    expect(agent('1001')).toMatchObject({ state: 'ready' });
  });

  test('pauses an agent on a call only after the call', async () => {
    await order('external_pause', '1003', 'PAUSE');
    expect(agent('1003')?.state).toBe('busy');
    expect(await order('external_hangup', '1003', '1')).toBe(
      'SUCCESS: external_hangup function set - 1|1003\n',
    );
    expect(agent('1003')?.state).toBe('wrapUp');
    expect(await order('external_status', '1003', 'SALE')).toBe(
      'SUCCESS: external_status function set - SALE|1003\n',
    );
    expect(agent('1003')).toMatchObject({ state: 'paused', reason: '' });
    expect(simulator.world.finishedCalls.get('V1211201000000000001')?.outcome).toBe('SALE');
  });

  test('pauses an agent of the scenario when it is through with its call', async () => {
    const living = await startSimulator({ floor: 'demo', now: NOW * 1000, speed: 0, life: true });
    const params = { function: 'external_pause', agent_user: '1102', value: 'PAUSE' };
    await orderVicidial(living, params);
    living.world.advance(3600);
    const moves = living.truth().filter(({ agentId }) => agentId === '1102');
    await living.close();
    expect(moves.map(({ to }) => to)).toEqual(['wrapUp', 'paused']);
  });

  test('logs out', async () => {
    await order('logout', '1013', 'LOGOUT');
    expect(agent('1013')?.state).toBe('offline');
  });

  test('acts when the screen gets to it, or never', async () => {
    Object.assign(simulator.vicidial.settings, { screenDelaySeconds: 5 });
    await order('external_pause', '1001', 'PAUSE');
    expect(agent('1001')?.state).toBe('ready');
    simulator.world.advance(6);
    expect(agent('1001')).toMatchObject({ state: 'paused', since: (NOW + 5) * 1000 });
    Object.assign(simulator.vicidial.settings, { screenDelaySeconds: null });
    expect(await order('external_pause', '1001', 'RESUME')).toMatch(/^SUCCESS/);
    simulator.world.advance(600);
    expect(agent('1001')?.state).toBe('paused');
  });

  /** @type {[string, string, string, Record<string, string>, string][]} */
  const refused = [
    ['external_pause', '1001', 'STOP', {}, 'ERROR: external_pause not valid - STOP|1001\n'],
    ['external_pause', '9999', 'PAUSE', {}, 'ERROR: agent_user is not logged in - 9999\n'],
    ['logout', '1013', 'x', {}, 'ERROR: logout not valid - x|1013\n'],
    ['pause_code', '1001', 'BREAK', {}, 'ERROR: pause_code error - agent is not paused - 1001\n'],
    ['pause_code', '1008', 'TOOLONG', {}, 'ERROR: pause_code not valid - TOOLONG|1008\n'],
    ['calls_in_queue_count', '1001', 'DISPLAY', {}, 'SUCCESS: calls_in_queue_count - 1'],
    ['calls_in_queue_count', '1001', 'x', {}, 'ERROR: calls_in_queue_count not valid - x|1001\n'],
    [
      'recording',
      '1003',
      'STATUS',
      {},
      'NOTICE: not recording - 1003|||||10.10.10.15|8600053|INCALL\n',
    ],
    ['external_dial', '1001', '5550100', {}, 'ERROR: agent_user is not paused - 1001\n'],
    [
      'external_pause',
      '',
      'PAUSE',
      { alt_user: 'xyz' },
      'ERROR: no user found - xyz\nERROR: agent_user is not logged in - \n',
    ],
    ['external_pause', '1001', 'PAUSE', { source: '' }, 'ERROR: Invalid Source - \n'],
    [
      'external_pause',
      '1001',
      'PAUSE',
      { user: 'fewfn', pass: 'fewfn' },
      'ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - PAUSE|fewfn|external_pause|ADMIN\n',
    ],
    [
      'external_pause',
      '1001',
      'PAUSE',
      { user: 'noapi', pass: 'noapi' },
      'ERROR: Invalid Username/Password: |noapi|noapi|1|0|GOOD|\n',
    ],
  ];
  test.each(refused)('%s %s %s %j', async (name, id, value, more, body) => {
    expect(await order(name, id, value, more)).toBe(body);
  });

  test('lets a user of level 1 in, and can be switched off', async () => {
    expect(await order('external_pause', '1001', 'PAUSE', { user: 'weak', pass: 'weak1' })).toBe(
      `SUCCESS: external_pause function set - PAUSE|${NOW}|1001\n`,
    );
    Object.assign(simulator.vicidial.settings, { agentApiActive: false });
    expect(await order('logout', '1001', 'LOGOUT')).toBe('ERROR: System API NOT ACTIVE\n');
  });
});
