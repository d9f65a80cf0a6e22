import { askCroco, askGoAutoDial } from '../../simulator/goAutoDial/client.mjs';
import { passHash } from '../../simulator/goAutoDial/passHash.mjs';
import { startSimulator } from '../../simulator/index.mjs';

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
beforeEach(async () => {
  simulator = await startSimulator({ floor: 'demo', now: '2026-11-21T22:18:21Z', speed: 0 });
});
afterEach(() => simulator.close());

/**
 * @param {string} action
 * @param {Record<string, string>} [params]
 */
const ask = async (action, params) => (await askCroco(simulator, action, params)).json;

/** @param {string} user */
const info = (user) => ask('goUsers/getLiveAgentInfo', { user });

/** @param {string} user */
const status = async (user) => (await info(user)).data.status;

/** @param {Record<string, unknown>} patch */
const set = (patch) => Object.assign(simulator.goautodial.settings, patch);

const IDLE = {
  in_call_with: '',
  campaign_id: '',
  campaign_name: '',
  call_type: '',
  caller_id: '',
};

describe('getLiveAgentInfo', () => {
  test('somebody who waits, as documented', async () => {
    expect(await info('1101')).toEqual({
      result: 'success',
      data: {
        status: 'READY',
        color: 'primary',
        ...IDLE,
        conf_exten: '8601151',
        server_ip: '10.0.0.1',
        vendor_lead_code: '',
        lead_id: 0,
      },
    });
  });

  test('somebody on a call, in the documented order', async () => {
    const { data } = await info('1102');
    const { call } = simulator.world.agents().find(({ id }) => id === '1102') ?? {};
    expect(data).toMatchObject({
      status: 'IN CALL',
      color: 'green',
      in_call_with: call?.phone,
      campaign_id: 'SALES',
      campaign_name: 'Spring Offer',
      call_type: 'DIALER',
      vendor_lead_code: call?.leadCode,
      lead_id: Number(call?.leadId),
    });
    expect(Object.keys(data)).toEqual(Object.keys((await info('1101')).data));
    expect((await info('1105')).data.call_type).toBe('INBOUND');
  });

  test('wrap-up and pauses, in both forms', async () => {
    expect(await status('1104')).toBe('DISPOSITION');
    expect(await status('1106')).toBe('PAUSE - LUNCH');
    set({ pauseForm: 'bare' });
    expect(await status('1106')).toBe('LUNCH');
    set({ pauseNames: { LUNCH: 'LUNCH BREAK' } });
    expect(await status('1106')).toBe('LUNCH BREAK');
    set({ pauseForm: 'dash' });
    expect(await status('1106')).toBe('PAUSE - LUNCH BREAK');
    simulator.world.setAgent('1106', { state: 'paused', reason: '' });
    expect(await status('1106')).toBe('PAUSE');
  });

  test('a customer who has hung up, and a status nobody has seen', async () => {
    simulator.world.setAgent('1102', { state: 'wrapUp', subState: 'hungUp' });
    expect(await status('1102')).toBe('IN CALL');
    set({ deadStatus: 'HUNGUP' });
    expect(await status('1102')).toBe('HUNGUP');
    simulator.world.setAgent('1102', { extras: { croco: { status: 'ON FIRE' } } });
    expect(await status('1102')).toBe('ON FIRE');
  });

  test.each([
    ['offlineAnswer', '1114', 'Agent is not logged in'],
    ['unknownUserAnswer', 'nosuch', 'User does not exist'],
  ])('what is not documented has three forms: %s', async (setting, user, message) => {
    expect(await info(user)).toEqual({ result: 'error', message });
    set({ [setting]: 'empty' });
    expect(await info(user)).toEqual({ result: 'success', data: [] });
    set({ [setting]: 'status' });
    expect((await info(user)).data).toMatchObject({ status: 'OFFLINE', ...IDLE, lead_id: 0 });
  });

  test('needs a user, in any case', async () => {
    expect(await ask('goUsers/getLiveAgentInfo')).toMatchObject({ code: '40001' });
    simulator.world.setAgent('example.user', { state: 'ready' });
    expect(await status('Example.User')).toBe('READY');
  });
});

describe('the login of CROCO-dial', () => {
  const user = { user: '1101' };

  test.each(['MyPass1', passHash('MyPass1')])('%s is a password', async (goPass) => {
    const answer = await ask('goUsers/getLiveAgentInfo', { ...user, goPass });
    expect(answer).toMatchObject({ result: 'success' });
  });

  test('a wrong one, and too low a level, are the errors of GOautodial', async () => {
    const wrong = await ask('goUsers/getLiveAgentInfo', { ...user, goPass: 'x' });
    expect(wrong).toEqual({ result: 'error', message: 'Invalid Username/Password' });
    const low = { goUser: 'lowuser', goPass: 'LowPass1' };
    const denied = await ask('goUsers/getLiveAgentInfo', { ...user, ...low });
    expect(denied).toMatchObject({ code: '10001' });
  });

  test('the path chooses CROCO-dial, or the setting does for the other path', async () => {
    const asked = () => askGoAutoDial(simulator, 'goUsers/getLiveAgentInfo', user);
    expect((await asked()).json).toEqual({ result: 'error', message: 'Command Not Found' });
    set({ dialect: 'croco' });
    expect((await asked()).json).toMatchObject({ result: 'success' });
  });

  test('what is asked is logged without the password', async () => {
    await info('1101');
    expect(simulator.requests()).toMatchObject([
      {
        vendor: 'goautodial',
        path: '/croco/goAPIv2/goUsers/goAPI.php',
        function: 'getLiveAgentInfo',
        agentUser: '1101',
        user: 'apiuser',
        bodyHadPassword: true,
        queryHadPassword: false,
      },
    ]);
    expect(JSON.stringify(simulator.requests())).not.toContain('MyPass1');
  });
});

describe('lists and totals of CROCO-dial', () => {
  test('getAgentStatus counts the floor', async () => {
    expect((await ask('goDashboard/getAgentStatus')).data).toEqual({
      total_live_agents: 13,
      paused_agents: 3,
      ready_agents: 5,
      incall_agents: 5,
      offline_agents: 5,
      total_active_agents: 18,
    });
    const second = { campaign: 'SUPPORT', session: '8600098', status: 'PAUSED' };
    simulator.world.setAgent('1101', { extras: { vicidial: { extraSessions: [second] } } });
    expect((await ask('goDashboard/getAgentStatus')).data).toMatchObject({
      total_live_agents: 14,
      offline_agents: 5,
      total_active_agents: 18,
    });
  });

  test('the users are a list of objects', async () => {
    const { data } = await ask('goUsers/goGetAllUsers');
    const maria = data.user_list.find((/** @type {any} */ row) => row.user === '1101');
    expect(maria).toMatchObject({ name: 'Maria Lopez', exten: 'cc1101', campaign_id: 'SALES' });
    simulator.world.setAgent('1101', { extras: { vicidial: { active: false } } });
    const inactive = await ask('goUsers/goGetAllUsers', { only_inactives: '1' });
    expect(inactive.data.user_list.map((/** @type {any} */ row) => row.user)).toEqual(['1101']);
    const one = await ask('goUsers/getUserInfo', { user: '1101' });
    expect(one.data.user_info).toMatchObject({ user: '1101', pass: '1101', tenant: 'DAYSHIFT' });
  });

  test('agent_cdr tells the calls of a window, of some tenants', async () => {
    const day = { fromDate: '2026-11-21 00:00:00', toDate: '2026-11-21 23:59:59' };
    const rows = (await ask('goReports/agent_cdr', day)).data.agent_cdr;
    const { finishedCalls } = simulator.world;
    expect(rows).toHaveLength(finishedCalls.size);
    expect(rows[0].call_date < rows.at(-1).call_date).toBe(true);
    const call = finishedCalls.get(rows[0].uniqueid);
    expect(rows[0]).toMatchObject({
      user: call?.agentId,
      phone_number: call?.phone,
      length_in_sec: call?.seconds,
    });

    const late = (await ask('goReports/agent_cdr', { ...day, 'tenant[]': 'LATE' })).data.agent_cdr;
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(rows.length);
    const out = (await ask('goReports/outbound_cdr', day)).data.agent_cdr;
    expect(new Set(out.map((/** @type {any} */ row) => row.call_type))).toEqual(
      new Set(['DIALER']),
    );
    set({ cdrShape: 'list' });
    expect((await ask('goReports/agent_cdr', day)).data).toHaveLength(rows.length);
    expect(await ask('goReports/agent_cdr', { fromDate: day.fromDate })).toMatchObject({
      code: '40001',
    });
    expect((await ask('goReports/agent_cdr', { fromDate: 'x', toDate: 'y' })).data).toEqual([]);
  });
});
