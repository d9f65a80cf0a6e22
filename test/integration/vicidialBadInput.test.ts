import { sleep, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { forgetLogins } from '../../nodes/shared/http/loginGuard';
import { subjectOf, type Asked } from '../support/asked';
import { takeOverClock } from '../support/clock';
import { execute } from '../support/contexts';
import { closedPort } from '../support/servers.mjs';
import { allText, byId, calls, errorOf, jsonOf, useSimulator } from '../support/simulated';
import { says, told } from '../support/told';
import { useServers } from '../support/useServers';

const simulator = useSimulator();
const SECRET = 'Wr0ng-Secret_77';

const server = useServers();
afterEach(() => jest.useRealTimers());

const asked = (more: Partial<Asked> = {}, url = simulator().url) =>
  subjectOf(url, { parameters: { operation: 'getLiveInfo' }, ...more });

const oneAgent = (id: string, credentials: Record<string, unknown> = {}) =>
  asked({ parameters: { operation: 'getStatus', agent: byId(id) }, credentials });

describe('a wrong URL', () => {
  test('at which there is no server', async () => {
    expect(await told(asked({}, 'http://dialer.invalid'))).toEqual(
      says('503', 'There is no server of the name dialer.invalid', 'typing error'),
    );
  });

  test('whose port is shut', async () => {
    const url = await closedPort();
    expect(await told(asked({}, url))).toEqual(
      says('503', `Nothing accepts connections at ${url.replace('http://', '')}`, 'port'),
    );
  });

  test.each([['dialer.example.com'], ['ftp://dialer.example.com'], ['https://'], ['']])(
    'that is none: %j',
    async (url) => {
      expect(await told(asked({}, url))).toEqual(
        says('400', 'The URL in the credential is not a web address', 'https://dialer.example.com'),
      );
    },
  );

  test('that is https where the server speaks http', async () => {
    const { port } = await server({});
    expect(await told(asked({}, `https://127.0.0.1:${port}`))).toEqual(
      says('503', `No secure connection could be made to 127.0.0.1:${port}`, 'http://'),
    );
  });

  test('of another web server', async () => {
    const { url } = await server({ status: 404, body: '<html><body>Not Found</body></html>' });
    expect(await told(asked({}, url))).toEqual(
      says('404', 'There is no VICIdial API at this address (HTTP 404)', 'Something else answers'),
    );
  });

  test('of a server that answers JSON', async () => {
    const { url } = await server({ body: '{"status":"ok"}' });
    expect(await told(asked({}, url))).toEqual(
      says('404', 'There is no VICIdial API at this address (HTTP 200)', 'Something else answers'),
    );
  });
});

describe('a page instead of an answer', () => {
  test('for a login', async () => {
    simulator().faults.set('loginPage');
    expect(await told(asked())).toEqual(
      says('404', 'There is no VICIdial API at this address (HTTP 200)', 'Something else answers'),
    );
  });

  test.each([[301], [302], [307]])('that sends on to another one (%i)', async (status) => {
    simulator().faults.set({ type: 'redirectToLogin', status });
    expect(await told(asked())).toEqual(
      says('404', 'The server sends the request on to another address', 'https:// for http://'),
    );
  });

  test('of a proxy that takes no more requests', async () => {
    simulator().faults.set('status429');
    expect(await told(asked())).toEqual(
      says('429', 'The server takes no more requests for now', 'Poll less often'),
    );
  });

  test('of PHP alone', async () => {
    simulator().faults.set({
      type: 'answer',
      body: '<br />\n<b>Fatal error</b>:  Uncaught Error in <b>/srv/x.php</b> on line <b>7</b><br />\n',
    });
    expect(await told(asked())).toMatchObject({ httpCode: '503' });
  });
});

describe('a login that is refused', () => {
  test('for its password', async () => {
    expect(await told(asked({ credentials: { password: SECRET } }))).toEqual(
      says('401', 'VICIdial does not accept the user or the password', 'user level below 7'),
    );
  });

  test('for its user', async () => {
    expect(await told(asked({ credentials: { user: 'nobody' } }))).toEqual(
      says('401', 'VICIdial does not accept the user or the password', 'Check both'),
    );
  });

  test('for too many tries', async () => {
    simulator().vicidial.setUser('6666', { locked: true });
    expect(await told(asked())).toEqual(
      says(
        '401',
        'VICIdial has locked this user after too many wrong passwords',
        'Wait 15 minutes or unlock the user',
      ),
    );
  });

  test('for the address it comes from', async () => {
    Object.assign(simulator().vicidial.settings, { allowIpLists: true });
    simulator().vicidial.setUser('6666', { ipList: ['192.0.2.1'] });
    expect(await told(asked())).toEqual(
      says(
        '403',
        'VICIdial does not allow requests from the address of this n8n server',
        'API IP List',
      ),
    );
  });

  test('for want of a second factor', async () => {
    Object.assign(simulator().vicidial.settings, { twoFactor: true });
    expect(await told(asked())).toEqual(
      says(
        '401',
        'VICIdial asks for a second factor, which an API user cannot give',
        '2FA Override',
      ),
    );
  });

  test.each([
    ['user', { user: 'api.user' }],
    ['password', { password: 'pa.ss+word' }],
    ['password', { password: ' 1234' }],
  ])('for a %s with characters VICIdial deletes: nothing is sent', async (field, credentials) => {
    expect(await told(asked({ credentials }))).toEqual(
      says('401', `The ${field} in the credential can never log in to VICIdial`, 'letters, digits'),
    );
    expect(simulator().requests()).toEqual([]);
  });

  test.each([
    ['user', { user: '' }],
    ['password', { password: '' }],
  ])('for want of a %s: nothing is sent', async (_, credentials) => {
    expect(await told(asked({ credentials }))).toEqual(
      says('400', 'The credential has no user or no password', 'Enter both'),
    );
    expect(simulator().requests()).toEqual([]);
  });
});

describe('a login that is good, and not enough', () => {
  test.each([
    ['noapi', 'Agent API Access'],
    ['noreports', 'View Reports'],
  ])('for want of a right: %s', async (user, advice) => {
    expect(await told(asked({ credentials: { user, password: user } }))).toEqual(
      says('403', 'The VICIdial user lacks a right that this needs', advice),
    );
  });

  test('for want of a function', async () => {
    expect(await told(asked({ credentials: { user: 'fewfn', password: 'fewfn' } }))).toEqual(
      says('403', 'The VICIdial user is not allowed to call this function', 'Allowed Functions'),
    );
  });

  test.each([[''], ['x'], ['..']])('for want of a source: %j', async (source) => {
    expect(await told(asked({ credentials: { source } }))).toEqual(
      says('400', 'VICIdial wants to know the source of the request', 'give "Source" 2 to 20'),
    );
  });
});

describe('an agent', () => {
  test('who does not exist', async () => {
    expect(await told(oneAgent('9999'))).toEqual(
      says('404', 'VICIdial knows no such agent', 'Check the agent'),
    );
  });

  test('whom the API user may not see', async () => {
    expect(await told(oneAgent('1005', { user: 'limmgr', password: 'limmgr' }))).toEqual(
      says('404', 'VICIdial knows no such agent', 'Admin Viewable Groups'),
    );
  });

  test.each([['10.03'], ['10 03'], ['1003;'], ['Cid Incall'], ['1'.repeat(21)]])(
    'whose ID VICIdial would make another of: %s',
    async (id) => {
      expect(await told(oneAgent(id))).toEqual(
        says('404', `VICIdial cannot have an agent "${id}"`, 'up to 20 letters, digits'),
      );
      expect(simulator().requests()).toEqual([]);
    },
  );
});

describe('parameters that expressions have made up', () => {
  test.each([
    [{ operation: 'fly' }, 'There is no operation "fly" of "agent"'],
    [{ resource: 'ship', operation: 'getStatus' }, 'There is no operation "" of "ship"'],
    [
      { operation: 'getLiveInfo', returnAll: false, limit: 'many' },
      'The parameter "limit" cannot be "many"',
    ],
    [
      { operation: 'getLiveInfo', filters: { campaigns: { a: 1 } } },
      'The parameter "campaigns" cannot be {"a":1}',
    ],
  ] as Array<[INodeParameters, string]>)('%j', async (parameters, message) => {
    expect(await told(asked({ parameters }))).toMatchObject({ httpCode: '400', message });
  });
});

describe('a server in trouble', () => {
  test('behind a gateway that fails once is asked once more', async () => {
    simulator().faults.set({ type: 'gateway502', times: 1 });
    expect(jsonOf(await execute(asked()))).toHaveLength(17);
    expect(simulator().requests()).toHaveLength(2);
  });

  test('behind a gateway that goes on failing', async () => {
    simulator().faults.set('gateway502');
    expect(await told(asked())).toEqual(
      says('503', 'The server answered that it is broken (HTTP 502)', 'log of the web server'),
    );
    expect(simulator().requests()).toHaveLength(2);
  });

  test('that drops the connection once is asked once more', async () => {
    simulator().faults.set({ type: 'dropConnection', times: 1 });
    expect(jsonOf(await execute(asked()))).toHaveLength(17);
  });

  test('that drops every connection', async () => {
    simulator().faults.set('dropConnection');
    expect(await told(asked())).toEqual(
      says('503', `n8n lost the connection to 127.0.0.1:${simulator().port}`, 'Try again'),
    );
  });

  test('that never answers', async () => {
    simulator().faults.set('hang');
    const parameters = { operation: 'getLiveInfo', options: { requestTimeout: 1 } };
    expect(await told(asked({ parameters }))).toEqual(
      says(
        '408',
        `127.0.0.1:${simulator().port} did not answer within 1 s`,
        'give it more time with the option "Request Timeout"',
      ),
    );
    expect(simulator().requests()).toHaveLength(1);
  });

  test.each([['drip'], ['stall']] as const)(
    'that begins an answer and does not end it: %s',
    async (reaction) => {
      const { url, port, requests } = await server(reaction);
      const parameters = { operation: 'getLiveInfo', options: { requestTimeout: 1 } };
      expect(await told(asked({ parameters }, url))).toMatchObject({
        httpCode: '408',
        message: `127.0.0.1:${port} did not answer within 1 s`,
      });
      expect(requests).toHaveLength(1);
    },
  );

  test.each([['hang'], ['drip']] as const)(
    'is left at once when a person stops the execution: %s',
    async (reaction) => {
      const { url, requests } = await server(reaction);
      const stop = new AbortController();
      const parameters = { operation: 'getLiveInfo', options: { requestTimeout: 300 } };
      const end = errorOf({ ...asked({ parameters }, url), cancelled: stop.signal });
      while (requests.length === 0) await sleep(10);
      await sleep(100);
      stop.abort();
      await end;
      expect(requests).toHaveLength(1);
    },
  );

  test('whose answer breaks off', async () => {
    simulator().faults.set('truncated');
    expect(await told(asked())).toEqual(
      says('502', "VICIdial's answer broke off before its end", 'Try again'),
    );
  });

  test('whose answer breaks off right after its header', async () => {
    const header = 'user\tcampaign_id\tsession_id\tstatus\tlead_id\tcallerid\tcalls_today\t';
    const rest = 'full_name\tuser_group\tuser_level\tpause_code\tsub_status\n';
    simulator().faults.set({ type: 'answer', body: header + rest });
    expect(await told(asked())).toMatchObject({ httpCode: '502' });
  });

  test('whose answer is shorter than it was announced', async () => {
    simulator().faults.set({ type: 'truncated', withLength: true });
    expect(await told(asked())).toMatchObject({ httpCode: '503' });
  });

  test.each([['emptyBody'], ['empty500']])('whose answer is empty: %s', async (fault) => {
    simulator().faults.set(fault);
    expect(await told(asked())).toEqual(
      says('503', 'VICIdial sent an empty answer', 'its database is in trouble'),
    );
  });

  test('whose database is down', async () => {
    simulator().faults.set('mysqlConnectError');
    expect(await told(asked())).toEqual(
      says('503', 'VICIdial cannot reach its database', 'The login was not checked'),
    );
  });

  test('whose answer does not end', async () => {
    simulator().faults.set('hugeBody');
    // A busy machine may take longer than the usual ten seconds for so much.
    const parameters = { operation: 'getLiveInfo', options: { requestTimeout: 60 } };
    expect(await told(asked({ parameters }))).toEqual(
      says('502', "The server's answer does not end: more than 8 MB came", 'not to a download'),
    );
  });

  test('that says something nobody has seen', async () => {
    simulator().faults.set({ type: 'answer', body: 'ERROR: THE MOON IS FULL: |6666|1234|\n' });
    expect(await told(asked())).toEqual(
      says('400', 'VICIdial refused the request', 'It said: THE MOON IS FULL: |6666|***|'),
    );
  });

  test('that says very much is quoted in part', async () => {
    simulator().faults.set({ type: 'answer', body: `ERROR: ${'MOON '.repeat(5000)}\n` });
    const { description } = await errorOf(asked());
    expect(description?.length).toBeLessThan(300);
  });
});

describe('no secret', () => {
  const ECHO = `ERROR: Invalid: |6666|${SECRET}|${encodeURIComponent(SECRET)}| where pass='${SECRET}'\n`;
  const control = { operation: 'pause', agent: byId('1001') };

  test.each([
    ['after a refused login', null, { operation: 'getLiveInfo' }],
    ['after a refused login of the agent API, which shows its SQL', null, control],
    ['after an error that nobody has seen', ECHO, { operation: 'getLiveInfo' }],
    ['after an error of the agent API that nobody has seen', ECHO, control],
    ['after a page that shows the request', `<html>pass=${SECRET}</html>`, control],
    ['after a line that cannot be read', `${SECRET}\n`, { operation: 'getLiveInfo' }],
  ])('is anywhere on the error %s', async (_, body, parameters) => {
    if (body !== null) simulator().faults.set({ type: 'answer', body });
    const error = await errorOf(asked({ parameters, credentials: { password: SECRET } }));
    expect(allText(error)).not.toContain(SECRET);
    expect(JSON.stringify(error)).not.toContain(SECRET);
    expect(allText(error)).not.toContain('SELECT');
  });

  test('is anywhere on the error of a connection that broke', async () => {
    simulator().faults.set('dropConnection');
    const error = await errorOf(asked({ credentials: { password: SECRET } }));
    expect(allText(error)).not.toContain(SECRET);
  });

  test('is in the item of Continue On Fail', async () => {
    const subject = asked({ credentials: { password: SECRET }, continueOnFail: true });
    const items = await execute(subject);
    expect(items).toMatchObject([{ json: { httpCode: '401' }, pairedItem: { item: 0 } }]);
    expect(allText(items)).not.toContain(SECRET);
  });

  test('is in any URL', async () => {
    await execute(asked());
    await execute(asked({ parameters: { operation: 'pause', agent: byId('1001') } }));
    expect(
      simulator()
        .requests()
        .map(({ queryHadPassword }) => queryHadPassword),
    ).toEqual([false, false]);
  });

  test('is told of a URL that holds one', async () => {
    const { port } = await server('drop');
    const error = await errorOf(asked({}, `http://6666:${SECRET}@127.0.0.1:${port}`));
    expect(allText(error)).not.toContain(SECRET);
  });
});

describe('after a refused login', () => {
  const wrong = { credentials: { password: SECRET } };
  const sent = () => simulator().requests().length;

  test('nothing more is sent by a workflow that runs by itself', async () => {
    await errorOf(asked(wrong));
    expect(await told(asked(wrong))).toEqual(
      says('401', 'VICIdial does not accept the user or the password', 'Check both'),
    );
    expect(sent()).toBe(1);
  });

  const window = { from: '2026-11-21', to: '2026-11-22' };
  test.each([
    [{ operation: 'getStatus', agent: byId('1001') }],
    [{ operation: 'getActivity', ...window }],
    [{ operation: 'pause', agent: byId('1001') }],
    [{ resource: 'team', operation: 'getCounts' }],
  ])('nothing more is sent by any operation: %j', async (parameters) => {
    await errorOf(asked(wrong));
    await errorOf(asked({ ...wrong, parameters }));
    expect(sent()).toBe(1);
  });

  test('another password is tried at once', async () => {
    await errorOf(asked(wrong));
    expect(await execute(asked())).toHaveLength(17);
  });

  test('a run by hand is let through', async () => {
    await errorOf(asked(wrong));
    simulator().vicidial.setUser('6666', { pass: SECRET });
    expect(await execute(asked({ ...wrong, mode: 'manual' }))).toHaveLength(17);
  });

  test('a run by hand that succeeds opens the way for the others', async () => {
    await errorOf(asked(wrong));
    simulator().vicidial.setUser('6666', { pass: SECRET });
    await execute(asked({ ...wrong, mode: 'manual' }));
    expect(await execute(asked(wrong))).toHaveLength(17);
  });

  test('a run by hand over many items tries once, lest it lock the account', async () => {
    const subject = asked({
      ...wrong,
      mode: 'manual',
      continueOnFail: true,
      parameters: { operation: 'getStatus', agent: byId('={{ $json.id }}') },
    });
    const ids = Array.from({ length: 12 }, (_, index) => ({ id: `${1001 + index}` }));
    const items = await execute(subject, ids);
    expect(items.map(({ json }) => json.httpCode)).toEqual(ids.map(() => '401'));
    expect(sent()).toBe(1);
  });

  test('after 30 minutes one more try is sent', async () => {
    const start = Date.now();
    await errorOf(asked(wrong));
    takeOverClock(start + 29 * 60_000);
    await errorOf(asked(wrong));
    expect(sent()).toBe(1);
    jest.setSystemTime(start + 31 * 60_000);
    await errorOf(asked(wrong));
    await errorOf(asked(wrong));
    expect(sent()).toBe(2);
  });

  test('of twenty workflows that start at once one asks', async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, () => errorOf(asked(wrong))));
    expect(runs.map(({ httpCode }) => httpCode)).toEqual(runs.map(() => '401'));
    expect(sent()).toBe(1);
  });

  test('of twenty workflows that start at once with a good login each gets its answer', async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, () => execute(asked())));
    expect(runs.map((items) => items.length)).toEqual(runs.map(() => 17));
    expect(sent()).toBe(20);
  });

  test.each([
    ['locked', { locked: true }],
    ['inactive', { active: false }],
  ])('of a user who is %s nothing more is sent either', async (_, patch) => {
    simulator().vicidial.setUser('6666', patch);
    await errorOf(asked());
    await errorOf(asked());
    expect(sent()).toBe(1);
  });

  test('an address that is not allowed is no refused login', async () => {
    simulator().faults.set({ type: 'ipBlock', times: 1 });
    await errorOf(asked());
    expect(await execute(asked())).toHaveLength(17);
  });

  test('a server that is down is no refused login', async () => {
    simulator().faults.set({ type: 'empty500', times: 1 });
    await errorOf(asked());
    expect(await execute(asked())).toHaveLength(17);
  });

  test('a process that begins anew tries anew', async () => {
    await errorOf(asked(wrong));
    forgetLogins();
    await errorOf(asked(wrong));
    expect(sent()).toBe(2);
  });
});

describe('nothing is half emitted', () => {
  // Requests that were under way when another failed come to their end.
  afterEach(() => sleep(200));

  test('when the second of several requests fails', async () => {
    const parameters = {
      operation: 'getLiveInfo',
      options: { includeCallDetails: true },
    };
    simulator().faults.set({ type: 'empty500', match: { function: 'agent_status' } });
    const items = await execute(asked({ parameters, continueOnFail: true }));
    expect(items).toMatchObject([{ json: { httpCode: '503' }, pairedItem: { item: 0 } }]);
    expect(items).toHaveLength(1);
  });

  test('and nothing more is asked once one of many requests has failed', async () => {
    const parameters = {
      operation: 'getLiveInfo',
      options: { includeCallDetails: true },
    };
    simulator().faults.set({ type: 'empty500', match: { function: 'agent_status' } });
    await errorOf(asked({ parameters }));
    await sleep(200);
    // Five are under way at a time, of the eleven agents on a call.
    expect(calls(simulator()).agent_status).toBeLessThanOrEqual(5);
  });

  test('when one row of a table cannot be read', async () => {
    const body = 'user\tstatus\n1001\tREADY\n1002\n';
    simulator().faults.set({ type: 'answer', body });
    const items: IDataObject[] = jsonOf(await execute(asked({ continueOnFail: true })));
    expect(items).toMatchObject([{ error: 'A line of what VICIdial sent cannot be read' }]);
  });
});
