import { askGoAutoDial } from '../../simulator/goAutoDial/client.mjs';
import { passHash } from '../../simulator/goAutoDial/passHash.mjs';
import { startSimulator } from '../../simulator/index.mjs';

const NOW = Date.parse('2026-11-21T22:18:21Z');

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
beforeEach(async () => {
  simulator = await startSimulator({ floor: 'demo', now: NOW, speed: 0 });
});
afterEach(() => simulator.close());

/**
 * @param {string} action
 * @param {Record<string, string>} [params]
 */
const ask = (action, params) => askGoAutoDial(simulator, action, params);

/** @param {Record<string, unknown>} patch */
const set = (patch) => Object.assign(simulator.goautodial.settings, patch);

const PAUSED = 'goDashboard/goGetTotalAgentsPaused';
const LIVE = 'goDashboard/goGetRealtimeAgentsMonitoring';

/** @param {string} id */
async function live(id) {
  const { json } = await ask(LIVE);
  return json.data.find((/** @type {any} */ row) => row.vla_user === id);
}

const WRONG = { result: 'error', message: 'Invalid Username/Password' };
const DENIED = {
  code: '10001',
  result: 'Error: You do not have permission to view this page ',
};

describe('the login of GOautodial', () => {
  const plain = { goPass: 'MyPass1' };
  const hash = { goPass: passHash('MyPass1') };

  /** @type {[string, Record<string, unknown>, Record<string, string>, object][]} */
  const cases = [
    ['the hash, on PHP 8', {}, hash, { result: 'success' }],
    ['the hash, on PHP 7', { php: 7 }, hash, { result: 'success' }],
    ['a clear password, on PHP 8', {}, plain, WRONG],
    ['a clear password, on PHP 7, fails at the second check', { php: 7 }, plain, DENIED],
    ['a clear password without hashing, too', { passHashEnabled: false }, plain, DENIED],
    ['the hash without hashing', { passHashEnabled: false }, hash, WRONG],
    ['no password', {}, { goPass: '' }, WRONG],
    [
      'log_pass in place of goPass',
      {},
      { goPass: 'x', log_pass: hash.goPass },
      { result: 'success' },
    ],
    ['a user in another case', {}, { goUser: 'APIUser' }, { result: 'success' }],
    ['the dialer itself, which has no password', {}, { goUser: 'VDAD', goPass: '' }, WRONG],
  ];
  test.each(cases)('%s', async (_, settings, params, answer) => {
    set(settings);
    const { status, type, json } = await ask(PAUSED, params);
    expect({ status, type }).toEqual({ status: 200, type: 'text/html; charset=UTF-8' });
    expect(json).toMatchObject(answer);
  });

  test('a hash has 31 characters, some of which must be encoded in a URL', () => {
    for (const pass of ['MyPass1', 'x', 'another one']) {
      expect(passHash(pass)).toMatch(/^[./A-Za-z0-9]{31}$/);
      expect(encodeURIComponent(passHash(pass))).not.toBe(passHash(pass));
    }
  });

  test('an inactive user gets in, a low level does not get far', async () => {
    simulator.goautodial.setUser('apiuser', { active: false });
    expect((await ask(PAUSED)).json).toMatchObject({ result: 'success' });
    simulator.goautodial.setUser('apiuser', { level: 7 });
    expect((await ask(PAUSED)).json).toEqual(DENIED);
    expect((await ask('goBarging/goGetAgentsOnCall')).json).toMatchObject({ result: 'success' });
  });

  test('an agent may log in too, to what needs any login', async () => {
    const login = { goUser: '1101', goPass: passHash('1101') };
    expect((await ask('goBarging/goGetAgentsOnCall', login)).json.user).toContain('1101');
    expect((await ask(LIVE, login)).json).toEqual(DENIED);
  });
});

describe('the session user', () => {
  const without = { session_user: '' };

  test('is needed by most, borrowed by anybody, and not by all', async () => {
    expect((await ask(LIVE, without)).json).toEqual({
      result: 'Error: Session User Not Defined.',
    });
    const api8 = { goUser: 'api8', goPass: passHash('MyPass8') };
    expect((await ask(LIVE, { ...api8, session_user: 'apiuser' })).json.data).toHaveLength(13);
    expect((await ask('goBarging/goGetAgentsOnCall', without)).json.user).toHaveLength(13);
    const { json } = await ask('goDashboard/goGetOfflineActiveAgents', without);
    expect(json.data.map((/** @type {any} */ row) => row.vu_user)).toContain('1114');
  });

  test('limits the campaigns, where PHP lets it', async () => {
    const limited = { session_user: 'api8' };
    expect(await ask(LIVE, limited)).toMatchObject({ status: 500, body: '' });
    set({ php: 7 });
    const { json } = await ask(LIVE, limited);
    const campaigns = json.data.map((/** @type {any} */ row) => row.vla_campaign_id);
    expect(new Set(campaigns)).toEqual(new Set(['SALES']));
    expect((await ask('goDashboard/goGetTotalAgentsCall', limited)).json.data).toBe(2);
    expect((await ask('goDashboard/goGetTotalAgentsCall')).json.data).toBe(5);
  });

  test('that does not exist sees nobody, or everybody', async () => {
    const nobody = { session_user: 'nosuch' };
    expect((await ask(PAUSED, nobody)).json).toEqual({ result: 'success', data: 0 });
    expect((await ask('goUsers/goGetAllUsers', nobody)).json.user).toContain('VDAD');
    expect((await ask('goUsers/goGetAllUsers')).json.user).not.toContain('VDAD');
  });
});

describe('how parameters are read', () => {
  /**
   * @param {string} query
   * @param {RequestInit} [init]
   */
  const request = async (query, init) => {
    const url = `${simulator.url}/goAPIv2/goDashboard/goAPI.php?${query}`;
    return (await fetch(url, init)).text();
  };
  const login = { goUser: 'apiuser', goPass: passHash('MyPass1'), session_user: 'apiuser' };
  const query = new URLSearchParams({ ...login, responsetype: 'json' });

  test('the action of the query wins, of all else the body does', async () => {
    const body = new URLSearchParams({ goAction: 'goGetTotalAgentsCall', session_user: 'nosuch' });
    const answer = await request(`${query}&goAction=goGetTotalAgentsWaitCalls`, {
      method: 'POST',
      body,
    });
    expect(answer).toBe('{"result":"success","data":0}');
    expect(simulator.requests()).toMatchObject([
      {
        vendor: 'goautodial',
        method: 'POST',
        function: 'goGetTotalAgentsWaitCalls',
        user: 'apiuser',
        queryHadPassword: true,
        bodyHadPassword: false,
      },
    ]);
    expect(JSON.stringify(simulator.requests())).not.toContain(login.goPass);
  });

  test('multipart is read; a body that was put is not; a list stops the script', async () => {
    const body = new FormData();
    for (const [name, value] of query) body.set(name, value);
    expect(await request('goAction=goGetTotalAgentsCall', { method: 'POST', body })).toBe(
      '{"result":"success","data":5}',
    );
    const put = { method: 'PUT', body: query };
    expect(await request('goAction=goGetTotalAgentsCall', put)).toContain('Invalid Username/Pass');
    expect(await request(`${query}&goAction=goGetTotalAgentsCall&goUser[]=x`)).toBe('');
  });

  test.each([
    'gogettotalagentscall',
    '',
    '../goGetTotalAgentsCall',
    'constructor',
    'goGetAllUsers',
  ])('no action: %p', async (goAction) => {
    expect((await ask('goDashboard/', { goAction })).json).toEqual({
      result: 'error',
      message: 'Command Not Found',
    });
  });

  test('xml unless it says json, and nothing else', async () => {
    const { body } = await ask(PAUSED, { responsetype: '' });
    expect(body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\\n<goautodialapi version="4.0">(\\n' +
        '<action>"goGetTotalAgentsPaused "</action>\\n" )<result>success</result>\n' +
        '<data>3</data>\n</goautodialapi>\n',
    );
    expect((await ask(PAUSED, { responsetype: 'JSON' })).body).toMatch(/^result=error;message=/);
  });

  test('columns lose their names in XML', async () => {
    const { body } = await ask('goUsers/goGetAllUsers', { responsetype: 'xml' });
    expect(body).toContain('<result>success</result>\n<0>7</0>\n<1>8</1>\n');
    expect(body).not.toContain('full_name');
  });

  test('there is no other module, and no other path', async () => {
    for (const path of ['goNoSuch/goAPI.php', 'goUsers/goAPI.php5', 'goUsers/']) {
      expect((await fetch(`${simulator.url}/goAPIv2/${path}`)).status).toBe(404);
    }
  });
});

describe('what GOautodial tells about the world', () => {
  const since = (/** @type {number} */ seconds) => NOW / 1000 - seconds;

  test('each state, since when, and the call', async () => {
    const { world } = simulator;
    world.setAgent('1101', { state: 'busy' });
    world.advance(100);
    world.setAgent('1101', { state: 'wrapUp', subState: 'hungUp' });
    world.advance(10);
    const dead = await live('1101');
    const { call } = world.agents().find(({ id }) => id === '1101') ?? {};
    expect(dead).toMatchObject({
      vla_status: 'INCALL',
      vla_comments: 'AUTO',
      vla_callerid: call?.id,
      vla_lead_id: Number(call?.leadId),
      vl_phone_number: call?.phone,
      vla_campaign_name: 'Spring Offer',
      last_call_time: since(0),
      last_state_change: since(-100),
      last_update_time: since(-110),
    });
    expect(dead.last_call_finish).toBeLessThan(dead.last_call_time);
    const { json } = await ask(LIVE);
    const onLine = json.callerids.map((/** @type {any} */ one) => one.vac_callerid);
    expect(onLine).not.toContain(call?.id);
    expect(onLine).toContain(world.agents().find(({ id }) => id === '1102')?.call?.id);

    world.setAgent('1101', { subState: null });
    world.advance(5);
    expect(await live('1101')).toMatchObject({
      vla_status: 'PAUSED',
      vla_lead_id: Number(call?.leadId),
      last_call_finish: since(-110),
      last_state_change: since(-110),
    });

    world.setAgent('1101', { state: 'paused', reason: 'BREAK' });
    const paused = await live('1101');
    expect(paused).toMatchObject({
      vla_status: 'PAUSED',
      vla_pausecode: 'BREAK',
      vla_lead_id: 0,
      vla_callerid: '',
      last_call_time: since(0),
      last_call_finish: since(-110),
      last_state_change: since(-115),
    });
    expect(Object.keys(paused)).not.toContain('vl_phone_number');

    world.setAgent('1101', { state: 'offline' });
    expect(await live('1101')).toBeUndefined();
  });

  test('an inbound campaign waits as CLOSER, with calls of its own kind', async () => {
    expect(await live('1103')).toMatchObject({
      vla_status: 'CLOSER',
      vla_campaign_name: 'Support',
    });
    expect(await live('1105')).toMatchObject({ vla_status: 'INCALL', vla_comments: 'INBOUND' });
  });

  test('a call that is not answered yet is among the calls', async () => {
    simulator.world.setWaitingCalls(2);
    const calls = simulator.world.waitingCalls().map(({ id }) => id);
    const { json } = await ask(LIVE);
    expect(json.callerids.map((/** @type {any} */ one) => one.vac_callerid)).toEqual(
      expect.arrayContaining(calls),
    );
  });

  test('the counts look at the status alone', async () => {
    const counts = await Promise.all(
      ['Call', 'Paused', 'WaitCalls'].map(
        async (name) => (await ask(`goDashboard/goGetTotalAgents${name}`)).json.data,
      ),
    );
    // Two of the three "paused" ones are in wrap-up.
    expect(counts).toEqual([5, 3, 5]);
    simulator.world.setAgent('1101', { state: 'busy', subState: 'manualQueue' });
    expect((await ask('goDashboard/goGetTotalAgentsWaitCalls')).json.data).toBe(4);
    expect((await ask('goDashboard/goGetTotalAgentsCall')).json.data).toBe(5);
  });

  test('remote agents are left out of some lists', async () => {
    simulator.world.setAgent('1101', {
      state: 'paused',
      reason: 'X',
      extras: { vicidial: { userLevel: 4 } },
    });
    expect(await live('1101')).toBeUndefined();
    expect((await ask(PAUSED)).json.data).toBe(4);
    expect((await ask('goBarging/goGetAgentsOnCall')).json.user).toContain('1101');
  });

  test('with the table `online` the rows are sorted the other way, all with a number', async () => {
    const before = (await ask(LIVE)).json.data;
    set({ onlineTable: true });
    const { json } = await ask(LIVE);
    const times = json.data.map((/** @type {any} */ row) => row.last_call_time);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(json.data).toHaveLength(before.length);
    expect(json.callerids).toBeUndefined();
    const ready = json.data.find((/** @type {any} */ row) => row.vla_user === '1101');
    expect(ready.vl_phone_number).toBeNull();
  });

  test('two sessions of one user are two rows', async () => {
    const second = { campaign: 'SUPPORT', session: '8600098', status: 'PAUSED' };
    simulator.world.setAgent('1101', { extras: { vicidial: { extraSessions: [second] } } });
    const { json } = await ask(LIVE);
    expect(json.data.filter((/** @type {any} */ row) => row.vla_user === '1101')).toHaveLength(2);
  });

  test('the broken counts are broken', async () => {
    const { status, body } = await ask('goDashboard/goGetTotalActiveAgents');
    expect({ status, body }).toEqual({ status: 500, body: '' });
  });
});

describe('users and reports', () => {
  test('the numbers of users stay, whoever comes', async () => {
    const ids = async () => {
      const { user, user_id } = (await ask('goUsers/goGetAllUsers')).json;
      return Object.fromEntries(
        user.map((/** @type {string} */ one, /** @type {number} */ i) => [one, user_id[i]]),
      );
    };
    const before = await ids();
    simulator.goautodial.setUser('newone', { level: 9 });
    simulator.world.setAgent('0001', { state: 'ready' });
    const after = await ids();
    expect(after).toMatchObject(before);
    expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 2);
    expect(before).toMatchObject({ 6666: 1, apiuser: 4, 1101: 7 });
  });

  test('user details crash on PHP 8, and leak passwords on PHP 7', async () => {
    const info = (/** @type {Record<string, string>} */ params) =>
      ask('goUsers/goGetUserInfo', params);
    expect(await info({ user: '1114' })).toMatchObject({ status: 500, body: '' });
    expect((await info({ user: 'nosuch' })).json).toEqual({
      code: '41004',
      result: "Invalid value in user. Doesn't exist",
    });
    expect((await info({})).json).toMatchObject({ code: '40002' });

    set({ php: 7 });
    const offline = (await info({ user: '1114' })).json.data;
    expect(offline).toMatchObject({ user: '1114', full_name: 'Sefa Taufa', pass: '1114' });
    const online = (await info({ user: '1102' })).json;
    expect(online.data[0]).toMatchObject({ vla_user: '1102', vla_status: 'INCALL' });
    expect(online.data.outcallstoday).toBeGreaterThan(0);
    expect(online.callerids.length).toBeGreaterThan(0);
    expect((await info({ user: '1101' })).json.callerids).toBeNull();
    expect((await info({ user: '1102', filter: 'userInfo' })).json.data.pass).toBe('1102');
    const low = { goUser: 'lowuser', goPass: passHash('LowPass1') };
    expect(await info({ ...low, user: '1102' })).toMatchObject({ status: 200, body: '' });
  });

  test('the time report adds up the finished rows of a window', async () => {
    const params = {
      pageTitle: 'agent_detail',
      campaignID: 'ALL',
      fromDate: '2026-11-21 00:00:00',
      toDate: '2026-11-21 23:59:59',
    };
    const report = (/** @type {object} */ more = {}) =>
      ask('goReports/goGetAgentTimeDetails', { ...params, ...more });
    const { json } = await report();
    const { name, user, agent_time: times, number_of_calls: calls } = json.TOPsorted_output;
    expect(user).toHaveLength(13);
    expect(user).toEqual([...user].sort().reverse());
    expect(name[user.indexOf('1101')]).toBe('Maria Lopez');
    expect(times[0]).toMatch(/^0[12]:\d\d:\d\d$/);
    expect(json.TOTcalls).toBe(
      calls.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b),
    );
    expect(json.PC_statuses.map((/** @type {any} */ row) => row.sub_status)).not.toContain('LOGIN');

    const before = json.TOTpause;
    simulator.world.setAgent('1106', { state: 'ready' });
    expect((await report()).json.TOTpause > before).toBe(true);
    expect((await report({ campaignID: 'SUPPORT' })).json).toMatchObject({
      TOT_AGENTS: 'AGENTS: 4',
      campaigns: ['SUPPORT'],
    });
    expect((await report({ fromDate: '2030-01-01', toDate: '2030-01-02' })).json).toMatchObject({
      result: 'success',
      TOPsorted_output: null,
      TOTcalls: 0,
    });
    expect((await report({ fromDate: '' })).json).toMatchObject({ code: '40001' });
  });

  test('the report reads dates on the clock of the server', async () => {
    set({ utcOffsetMinutes: -300 });
    const params = { pageTitle: 'agent_detail', campaignID: 'ALL' };
    const report = async (/** @type {string} */ from, /** @type {string} */ to) => {
      const dates = { fromDate: from, toDate: to };
      const { json } = await ask('goReports/goGetAgentTimeDetails', { ...params, ...dates });
      return json.TOTcalls;
    };
    expect(await report('2026-11-21 14:00:00', '2026-11-21 17:30:00')).toBeGreaterThan(0);
    expect(await report('2026-11-21 19:00:00', '2026-11-21 22:30:00')).toBe(0);
  });

  test("an agent's log comes after blank lines, as columns", async () => {
    const params = { user: '1102', start_date: '2026-11-21', end_date: '2026-11-21' };
    const calls = await ask('goUsers/goGetAgentLog', { ...params, agentlog: 'outbound' });
    expect(calls.body).toMatch(/^\n\n\{"result":"success","data":\{"call_date":\[/);
    expect(calls.json.data.call_date[0] > calls.json.data.call_date[1]).toBe(true);
    expect((await ask('goUsers/goGetAgentLog', params)).json.data).toBeNull();

    simulator.world.setAgent('1102', { state: 'offline' });
    simulator.world.advance(60);
    simulator.world.setAgent('1102', { state: 'paused', reason: 'LOGIN' });
    const { json } = await ask('goUsers/goGetAgentLog', { ...params, agentlog: 'userlog' });
    expect(json.data.event.slice(0, 2)).toEqual(['LOGIN', 'LOGOUT']);
    expect(json.data.event.at(-1)).toBe('LOGIN');
  });
});

describe('faults of GOautodial', () => {
  test.each([
    ['dbDown', 500, /^$/],
    ['notConfigured', 200, /^ERROR: 'astguiclient\.conf' file not found\.$/],
    ['htmlLogin', 200, /^<!DOCTYPE html>[\s\S]*user_pass/],
    ['displayErrors', 200, /^\nDeprecated: [^{]*\{"result":"success"/],
    ['wrongPassword', 200, /^\{"result":"error","message":"Invalid Username\\\/Password"\}$/],
    ['noPermission', 200, /^\{"code":"10001"/],
    ['unknownAction', 200, /^\{"result":"error","message":"Command Not Found"\}$/],
    ['xmlInsteadOfJson', 200, /^<\?xml .*\\n<goautodialapi/],
    ['dataZero', 200, /^\{"result":"success","data":0\}$/],
    ['noData', 200, /^\{"result":"success","dataGo":/],
    ['textAroundJson', 200, /^Notice: session renewed\n\{[\s\S]*\}\n<!-- node 2, 0\.03 s -->\n$/],
    ['blankLines', 200, /^\n\n\n\{"result":"success"/],
    ['gateway502', 502, /Bad Gateway/],
    ['emptyBody', 200, /^$/],
  ])('%s', async (type, status, body) => {
    simulator.faults.set({ type, match: { vendor: 'goautodial' } });
    const answer = await ask(LIVE);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(body);
    simulator.faults.set(null);
    expect((await ask(LIVE)).body).toMatch(/^\{"result":"success","data":\[/);
  });

  test('rows that come twice, and totals that lie', async () => {
    simulator.faults.set('duplicateRows');
    expect((await ask(LIVE)).json.data).toHaveLength(26);
    simulator.faults.set('lyingTotals');
    expect((await ask(PAUSED)).json.data).toBe(4);
  });
});
