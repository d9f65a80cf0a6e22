import type { INodeParameters } from 'n8n-workflow';
import { passHash } from '../simulator/goAutoDial/passHash.mjs';
import { crocoDial } from '../simulator/goAutoDial/croco/system.mjs';
import { goAutoDial } from '../simulator/goAutoDial/system.mjs';
import { execute } from '../support/contexts';
import { closedPort } from '../support/servers.mjs';
import { allText, byId, calls, errorOf, jsonOf, useSimulator } from '../support/simulated';
import { nodeAt } from '../support/subjects';
import { says, told } from '../support/told';

const simulator = useSimulator({ floor: 'demo' });
const SECRET = 'Wr0ng-Secret_77';

const LIVE = { operation: 'getLiveInfo' };
const USERS = { ...LIVE, users: '1101, 1102' };

const go = (fields = {}, parameters: INodeParameters = LIVE) =>
  nodeAt(goAutoDial, simulator().url, parameters, fields);
const croco = (fields = {}, parameters: INodeParameters = USERS) =>
  nodeAt(crocoDial, simulator().url, parameters, fields);

describe('a login that is refused', () => {
  test('at GOautodial, for its password', async () => {
    expect(await told(go({ password: SECRET }))).toEqual(
      says('401', 'GOautodial does not accept the user or the password', 'pass_hash'),
    );
  });

  test('at GOautodial, for a password that is not encrypted', async () => {
    expect(await told(go({ password: 'MyPass1' }))).toMatchObject({ httpCode: '401' });
    Object.assign(simulator().goautodial.settings, { php: 7 });
    expect(await told(go({ password: 'MyPass1', sessionUser: '6666' }))).toEqual(
      says('403', 'The GOautodial user may not do this', '31 characters'),
    );
  });

  test('at CROCO-dial, for its user', async () => {
    expect(await told(croco({ user: 'nobody' }))).toEqual(
      says('401', 'CROCO-dial does not accept the user or the password', 'Check both'),
    );
  });

  test('is not sent again for further items', async () => {
    await errorOf(croco({ password: SECRET }), [{}, {}, {}]);
    expect(simulator().requests()).toHaveLength(1);
  });

  test('leaves no secret anywhere on the error', async () => {
    const error = await errorOf(croco({ password: SECRET }));
    expect(JSON.stringify(error)).not.toContain(SECRET);
    expect(allText(error)).not.toContain(SECRET);
  });
});

describe('a login without the rights', () => {
  const low = { user: 'lowuser', password: passHash('LowPass1') };

  test('at GOautodial', async () => {
    expect(await told(go(low))).toEqual(
      says('403', 'The GOautodial user may not do this', 'level 8'),
    );
  });

  test('at CROCO-dial', async () => {
    expect(await told(croco(low))).toEqual(
      says('403', 'The CROCO-dial user may not do this', 'level 8'),
    );
  });

  test('in whose name nothing can be asked', async () => {
    simulator().faults.set({
      type: 'answer',
      body: '{"result":"Error: Session User Not Defined."}',
    });
    expect(await told(go())).toEqual(
      says('400', 'GOautodial wants to know in whose name it is asked', 'Session User'),
    );
  });

  test('whose session user crashes PHP 8', async () => {
    expect(await told(go({ sessionUser: 'api8' }))).toEqual(
      says('503', 'GOautodial sent an empty answer', 'ADMIN'),
    );
  });
});

describe('the other system', () => {
  test('GOautodial that is called CROCO-dial', async () => {
    expect(await told(croco({ baseUrl: simulator().url, password: passHash('MyPass1') }))).toEqual(
      says('404', 'CROCO-dial does not know the command', 'System'),
    );
  });

  test('a server that knows none of the commands', async () => {
    simulator().faults.set('unknownAction');
    expect(await told(go())).toEqual(
      says('404', 'GOautodial does not know the command', 'too old'),
    );
  });
});

describe('a wrong address', () => {
  test('at which nothing listens', async () => {
    const url = await closedPort();
    expect(await told(go({ baseUrl: url }))).toEqual(
      says('503', `Nothing accepts connections at ${new URL(url).host}`, 'port'),
    );
  });

  test('that is none', async () => {
    expect(await told(go({ baseUrl: 'ftp://dialer' }))).toEqual(
      says('400', 'The URL in the credential is not a web address', 'https://'),
    );
  });

  test('of something else', async () => {
    expect(await told(go({ baseUrl: `${simulator().url}/nowhere` }))).toEqual(
      says('404', 'There is no GOautodial API at this address (HTTP 404)', 'Something else'),
    );
  });

  test('that sends on to another', async () => {
    simulator().faults.set('redirectToLogin');
    expect(await told(go())).toMatchObject({
      httpCode: '404',
      message: 'The server sends the request on to another address',
    });
  });
});

describe('an answer that is none', () => {
  test.each([
    ['htmlLogin', '404', 'There is no GOautodial API at this address (HTTP 200)'],
    ['notConfigured', '503', 'The server of GOautodial is not set up'],
    ['dbDown', '503', 'GOautodial sent an empty answer'],
    ['emptyBody', '503', 'GOautodial sent an empty answer'],
    ['xmlInsteadOfJson', '502', 'GOautodial answered in XML though JSON was asked for'],
    ['noData', '502', "GOautodial's answer cannot be read"],
    ['status429', '429', 'The server takes no more requests for now'],
    ['gateway502', '503', 'The server answered that it is broken (HTTP 502)'],
  ])('%s', async (fault, httpCode, message) => {
    simulator().faults.set(fault);
    expect(await told(go())).toMatchObject({ name: 'NodeApiError', httpCode, message });
  });

  test('because it broke off', async () => {
    simulator().faults.set({ type: 'truncated', bytes: 900 });
    expect(await told(go())).toMatchObject({ httpCode: '502' });
  });

  test.each([
    [{ data: [{ vla_status: 'READY' }] }],
    [{ data: [{ vla_user: '' }] }],
    [{ data: 'all is well' }],
    [{ data: 7 }],
    [{ data: null }],
  ])('because a row cannot be read: %j', async (fields) => {
    const body = JSON.stringify({ result: 'success', ...fields });
    simulator().faults.set({ type: 'answer', body });
    expect(await told(go())).toMatchObject({
      httpCode: '502',
      message: "GOautodial's answer cannot be read",
    });
  });

  test('because its columns are of different lengths', async () => {
    const times = ['agent_time', 'wait_time', 'dispo_time', 'pause_time', 'wrap_up'];
    const TOPsorted_output = {
      name: ['Ann', 'Bob'],
      user: ['1101', '1102'],
      number_of_calls: [1, 1],
      customer_time: ['00:00:01', '00:00:01'],
      ...Object.fromEntries(times.map((name) => [name, ['00:00:01', '00:00:01']])),
    };
    const window = { from: '2026-11-21T00:00:00Z', to: '2026-11-22T00:00:00Z' };
    const answers = (columns: object) =>
      simulator().faults.set({
        type: 'answer',
        body: JSON.stringify({ result: 'success', TOPsorted_output: columns }),
      });
    const activity = go({}, { operation: 'getActivity', ...window });
    answers(TOPsorted_output);
    expect(jsonOf(await execute(activity))).toHaveLength(2);
    answers({ ...TOPsorted_output, wait_time: ['00:00:01'] });
    expect(await told(activity)).toMatchObject({ httpCode: '502' });
  });

  test.each([['Success'], ['SUCCESS'], ['success '], ['fail']])(
    'whose result is "%s"',
    async (result) => {
      simulator().faults.set({ type: 'answer', body: JSON.stringify({ result, data: [] }) });
      expect(await told(go())).toMatchObject({
        httpCode: '400',
        message: 'GOautodial refused the request',
      });
    },
  );

  test('that nobody has seen is told without the password', async () => {
    const password = `${SECRET}-${'x'.repeat(20)}`;
    simulator().faults.set({
      type: 'answer',
      body: JSON.stringify({ code: '41002', result: `Error: Bad value ${password} here` }),
    });
    expect(await told(go({ password }))).toEqual(
      says('400', 'GOautodial refused the request', 'Bad value *** here'),
    );
  });

  test('of a database in trouble', async () => {
    simulator().faults.set({ type: 'answer', body: '{"code":"10010","result":"Error: SQL"}' });
    expect(await told(croco())).toMatchObject({ httpCode: '503' });
  });
});

test('a server that hangs', async () => {
  simulator().faults.set('hang');
  const subject = go({}, { ...LIVE, options: { requestTimeout: 1 } });
  expect(await told(subject)).toMatchObject({
    httpCode: '408',
    message: `127.0.0.1:${simulator().port} did not answer within 1 s`,
  });
});

test('no agent, no login', async () => {
  expect(await told(go({}, { operation: 'getStatus', agent: byId(' ') }))).toEqual(
    says('400', 'No agent is chosen', 'Choose one'),
  );
  expect(await told(go({ password: '' }))).toEqual(
    says('400', 'The credential has no user or no password', 'Enter both'),
  );
  expect(simulator().requests()).toHaveLength(0);
});

test('with Continue On Fail, an item tells what is wrong and the others go on', async () => {
  const agent = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
  const subject = {
    ...go({}, { operation: 'getStatus', agent }),
    node: { onError: 'continueRegularOutput' as const },
  };
  const items = await execute(subject, [{ id: '1101' }, { id: 'nosuch' }, { id: '1106' }]);
  expect(jsonOf(items)).toMatchObject([
    { agentId: '1101' },
    { error: 'GOautodial knows no such agent', httpCode: '404' },
    { agentId: '1106', state: 'paused' },
  ]);
  expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
    { item: 0 },
    { item: 1 },
    { item: 2 },
  ]);
  expect(calls(simulator())).toMatchObject({ goGetRealtimeAgentsMonitoring: 1 });
});
