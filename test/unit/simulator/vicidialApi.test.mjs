import { askVicidial } from '../../simulator/client.mjs';
import { startSimulator } from '../../simulator/index.mjs';

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
beforeEach(async () => {
  simulator = await startSimulator({ now: '2026-11-21T22:18:21Z', speed: 0 });
});
afterEach(() => simulator.close());

/** @param {Record<string, string>} params */
const ask = async (params) => (await askVicidial(simulator, params)).body;

/**
 * Asks with headers of its own and gives the whole answer.
 * @param {string} query
 * @param {RequestInit} [init]
 */
const request = async (query, init) => {
  const response = await fetch(`${simulator.url}/vicidial/non_agent_api.php?${query}`, init);
  return { status: response.status, body: await response.text() };
};

const LOGIN = 'source=test&user=6666&pass=1234';
const CID = /^INCALL\|V1211201000000000001\|/;

describe('how parameters are read', () => {
  test.each([
    ['the last of two wins', 'function=agent_status&agent_user=9999&agent_user=1003'],
    ['what is not allowed is deleted', "function=agent_status&agent_user=' 10 03 '"],
    ['unknown ones are ignored', 'function=agent_status&agent_user=1003&x[]=1&y'],
  ])('%s', async (_, query) => {
    expect((await request(`${LOGIN}&${query}`)).body).toMatch(CID);
  });

  test('the query wins over the body, and they may be split', async () => {
    const body = new URLSearchParams('user=6666&pass=1234&agent_user=9999&function=agent_status');
    const answer = await request('source=test&agent_user=1003', { method: 'POST', body });
    expect(answer.body).toMatch(CID);
    expect(simulator.requests()).toMatchObject([
      {
        method: 'POST',
        path: '/vicidial/non_agent_api.php',
        function: 'agent_status',
        agentUser: '1003',
        user: '6666',
        status: 200,
        queryHadPassword: false,
        bodyHadPassword: true,
      },
    ]);
    expect(JSON.stringify(simulator.requests())).not.toContain('1234');
  });

  test('multipart is read, JSON is not, a list stops the script', async () => {
    const form = new FormData();
    form.set('function', 'agent_status');
    form.set('agent_user', '1003');
    expect((await request(LOGIN, { method: 'POST', body: form })).body).toMatch(CID);
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await request('', json)).body).toContain('|||BAD|');
    const list = await request(`${LOGIN}&function=agent_status&agent_user[]=1003`);
    expect(list).toEqual({ status: 500, body: '' });
  });

  test('PUT works by its query, HEAD has no body but is executed', async () => {
    const query = `${LOGIN}&function=agent_status&agent_user=1003`;
    expect((await request(query, { method: 'PUT', body: 'x' })).body).toMatch(CID);
    expect(await request(query, { method: 'HEAD' })).toEqual({ status: 200, body: '' });
    expect(simulator.requests()).toHaveLength(2);
  });

  test('values are exact: yes and CSV are not given at all', async () => {
    const body = await ask({
      function: 'user_details',
      agent_user: '1003',
      header: 'yes',
      stage: 'CSV',
    });
    expect(body).toBe('1003|Cid Incall|AGENTS|1|Y\n');
  });
});

describe('what a user may see', () => {
  /** @param {string} user */
  const as = (user) => ({ user, pass: user });

  test('limmgr sees its user group, but the statistics of everybody', async () => {
    const limits = as('limmgr');
    expect(await ask({ ...limits, function: 'agent_status', agent_user: '1005' })).toBe(
      'ERROR: agent_status AGENT NOT FOUND: limmgr|1005\n',
    );
    const floor = await ask({ ...limits, function: 'logged_in_agents' });
    expect(floor).not.toContain('|NIGHT|');
    expect(floor.split('\n')).toHaveLength(14);
    const window = { datetime_start: '2026-11-20+00:00:00', datetime_end: '2026-11-22+00:00:00' };
    expect(await ask({ ...limits, ...window, function: 'agent_stats_export' })).toContain(
      '|NIGHT|',
    );
    const groups = { function: 'user_group_status', user_groups: 'AGENTS|NIGHT' };
    expect(await ask({ ...limits, ...groups })).toMatch(/^AGENTS NIGHT\|1\|13\|/);
  });

  test('camplim sees its campaign, and five dead calls where there is one', async () => {
    const limits = as('camplim');
    const floor = await ask({ ...limits, function: 'logged_in_agents' });
    expect(floor.split('\n').map((line) => line.slice(0, 4))).toEqual([
      '1002',
      '1012',
      '1013',
      '1016',
      '',
    ]);
    expect(await ask({ ...limits, function: 'agent_status', agent_user: '1003' })).toMatch(CID);
    const groups = { function: 'user_group_status', user_groups: 'AGENTS|NIGHT' };
    expect(await ask({ ...limits, ...groups })).toMatch(/^AGENTS NIGHT\|\d\|17\|\d\|4\|3\|5\|/);
  });

  test.each([
    ['camplim', 2],
    ['nocamp', 1],
    ['nogroup', 1],
    ['limmgr', 3],
  ])(
    '%s sees %i calls waiting: those of its campaigns, and all inbound ones',
    async (user, seen) => {
      const call = { phone: '3125550100', queue: null, campaign: null, since: 0 };
      simulator.world.setWaitingCalls([
        { ...call, id: 'Y1', queue: 'SALESLINE' },
        { ...call, id: 'V2', campaign: 'TESTCAMP' },
        { ...call, id: 'V3', campaign: 'SUPPORT' },
      ]);
      const none = { function: 'user_group_status', user_groups: 'NOSUCH' };
      expect(await ask({ ...as(user), ...none })).toBe(`NOSUCH|${seen}|0|0|0|0|0|0|0\n`);
      const sales = { function: 'in_group_status', in_groups: 'SALESLINE' };
      expect(await ask({ ...as(user), ...sales })).toMatch(/^SALESLINE\|\d\|1\|/);
    },
  );

  test('in_group_status counts agents of every campaign', async () => {
    const question = { function: 'in_group_status', in_groups: 'SALESLINE|SUPPORTQ' };
    expect(await ask({ ...as('camplim'), ...question })).toMatch(/^SALESLINE SUPPORTQ\|\d\|1\|5\|/);
  });

  test.each(['nocamp', 'nogroup'])('%s sees an empty floor', async (user) => {
    expect(await ask({ ...as(user), function: 'logged_in_agents' })).toBe(
      `ERROR: logged_in_agents NO LOGGED IN AGENTS: ${user}|\n`,
    );
  });
});

describe('the functions', () => {
  test.each([
    [
      { function: 'agent_ingroup_info', agent_user: '1002', stage: 'text' },
      'SUCCESS:  - 1002|text\nSELECTED INGROUPS:  SUPPORTQ -\nOUTBOUND AUTODIAL: N\nMANAGER OVERRIDE: N\nMANAGER: \n\n',
    ],
    [
      { function: 'agent_ingroup_info', agent_user: '2001' },
      'ERROR: agent_ingroup_info INVALID USER ID - 2001|6666\n',
    ],
    [
      {
        function: 'blind_monitor',
        phone_login: 'gs102',
        session_id: '8600053',
        server_ip: '10.10.10.15',
        stage: 'MONITOR',
      },
      'SUCCESS: blind_monitor HAS BEEN LAUNCHED - gs102|010*010*010*015*08600053|102|8600053|1|6666\n',
    ],
    [
      { function: 'blind_monitor', session_id: '8699999', server_ip: '10.10.10.15' },
      'ERROR: blind_monitor INVALID SESSION ID - 8699999|10.10.10.15|6666\n',
    ],
    [
      {
        function: 'blind_monitor',
        user: 'nobody',
        pass: 'V1211201000000000001',
        source: 'queuemetrics',
        stage: 'MONITOR',
      },
      'ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |nobody|blind_monitor|\n',
    ],
    [{ function: 'callid_info', call_id: 'V1121020000000000101' }, 'V1121020000000000101|285\n'],
    [
      { function: 'callid_info', call_id: 'V123' },
      'ERROR: callid_info INVALID SEARCH PARAMETERS: 6666|V123\n',
    ],
    [
      { function: 'callid_info', call_id: 'V1121020000000000999' },
      'ERROR: callid_info CALL NOT FOUND: 6666|\n',
    ],
    [{ function: 'user_group_status', user_groups: 'NOSUCH' }, 'NOSUCH|1|0|0|0|0|0|0|0\n'],
    [{ function: 'in_group_status', in_groups: 'NOSUCH' }, 'NOSUCH|0|0|0|0|0|0|0|0\n'],
    [
      { function: 'logged_in_agents', campaigns: 'SUPPORT,TESTCAMP' },
      'ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666|\n',
    ],
    [
      { function: 'agent_campaigns', agent_user: '9999' },
      'ERROR: agent_campaigns AGENT USER DOES NOT EXIST: |6666|9999\n',
    ],
    [
      { function: 'agent_stats_export', agent_user: '1003' },
      'ERROR: agent_stats_export INVALID SEARCH PARAMETERS: 6666|1003|||\n',
    ],
    [
      { function: 'campaigns_list', user: 'nocamp', pass: 'nocamp' },
      'ERROR: campaigns_list THIS USER HAS NO VIEWABLE CAMPAIGNS: nocamp|\n',
    ],
  ])('%j', async (params, body) => {
    expect(await ask(params)).toBe(body);
  });

  test('two monitoring calls of one kind in one second are one too many', async () => {
    const params = { function: 'blind_monitor', phone_login: 'gs102', session_id: '8600053' };
    const monitor = () => askVicidial(simulator, { ...params, server_ip: '10.10.10.15' });
    expect((await monitor()).body).toMatch(/^SUCCESS/);
    expect(await monitor()).toEqual({ status: 500, body: '' });
    simulator.world.advance(1);
    expect((await monitor()).body).toMatch(/^SUCCESS/);
  });

  test('include_ip names a column that only old log-ins fill', async () => {
    const params = {
      function: 'agent_status',
      agent_user: '1001',
      include_ip: 'YES',
      header: 'YES',
    };
    /** @param {string} body */
    const widths = (body) =>
      body
        .trimEnd()
        .split('\n')
        .map((line) => line.split('|').length);
    expect(widths(await ask(params))).toEqual([14, 13]);
    const days = (/** @type {number} */ ago) => simulator.world.now() - ago * 86_400_000;
    const logins = [
      { at: days(0.1), ip: '10.0.0.1' },
      { at: days(5), ip: '10.0.0.5' },
    ];
    simulator.world.setAgent('1001', { extras: { vicidial: { logins } } });
    expect(await ask(params)).toMatch(/\|10\.0\.0\.5\n$/);
  });

  test('the pause code lives on through the call and goes with the next round', async () => {
    const { world } = simulator;
    const code = async () =>
      (await ask({ function: 'agent_status', agent_user: '1001' }))
        .split('|')
        .slice(8, 10)
        .join(' ');
    const seen = [];
    for (const patch of /** @type {const} */ ([
      { state: 'paused', reason: 'BREAK' },
      { state: 'ready' },
      { state: 'busy' },
      { state: 'wrapUp', subState: 'DEAD' },
      { state: 'wrapUp', subState: null },
      { state: 'ready' },
    ])) {
      world.advance(10);
      world.setAgent('1001', patch);
      seen.push(await code());
    }
    expect(seen).toEqual(['BREAK ', 'BREAK ', 'BREAK ', 'BREAK DEAD', 'BREAK DISPO', ' ']);
  });

  test('a day of the world is counted in agent_stats_export', async () => {
    const { world } = simulator;
    world.setAgent('77', { name: 'New One', campaign: 'SUPPORT', state: 'paused' });
    for (const [seconds, patch] of /** @type {const} */ ([
      [20, { state: 'ready' }],
      [30, { state: 'busy' }],
      [100, { state: 'wrapUp', subState: 'hungUp' }],
      [5, { state: 'wrapUp', subState: null }],
      [15, { state: 'paused', reason: 'BREAK' }],
      [40, { state: 'ready' }],
    ])) {
      world.advance(seconds);
      world.setAgent('77', patch);
    }
    const params = {
      function: 'agent_stats_export',
      agent_user: '77',
      datetime_start: '2026-11-21 00:00:00',
      datetime_end: '2026-11-21 23:59:59',
      time_format: 'S',
    };
    expect(await ask(params)).toBe(
      '77|New One|AGENTS|1|225|100|0|30|100%|60|1|225|2|30|26.7%|2|30|105|30|5\n',
    );
    expect(await ask({ ...params, time_format: 'M', group_by_campaign: 'YES' })).toMatch(
      /^SUPPORT\|77\|New One\|AGENTS\|1\|3:30\|1:40\|0:00\|.*\|0:15\|0:05\n$/,
    );
  });

  test('an apostrophe breaks the answer of PHP 8 unless it is long', async () => {
    const { world } = simulator;
    world.setAgent('1025', { state: 'ready' });
    const one = await askVicidial(simulator, { function: 'agent_status', agent_user: '1025' });
    expect(one).toMatchObject({
      status: 500,
      body: /** @type {any} */ (expect.stringMatching(/^READY.*O'Neil/)),
    });
    Object.assign(simulator.vicidial.settings, { php: 7 });
    expect((await askVicidial(simulator, { function: 'logged_in_agents' })).status).toBe(200);
    Object.assign(simulator.vicidial.settings, { php: 8 });
    for (let id = 3000; id < 3100; id += 1) world.setAgent(String(id), { state: 'ready' });
    expect((await askVicidial(simulator, { function: 'logged_in_agents' })).status).toBe(200);
  });

  test('a chat breaks user_group_status', async () => {
    simulator.world.setAgent('1029', { state: 'busy', subState: 'chat' });
    const params = { function: 'user_group_status', user_groups: 'AGENTS' };
    expect(await askVicidial(simulator, params)).toEqual({ status: 500, body: '' });
  });

  test('ten thousand agents are all told', async () => {
    const big = await startSimulator({ floor: { agents: 10_000 }, seed: 3 });
    const { body } = await askVicidial(big, {
      function: 'logged_in_agents',
      show_sub_status: 'YES',
    });
    const signedIn = big.world.agents().filter(({ state }) => state !== 'offline');
    await big.close();
    expect(body.trimEnd().split('\n')).toHaveLength(signedIn.length);
  });
});
