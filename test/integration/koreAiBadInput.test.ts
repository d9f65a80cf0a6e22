import type { INodeParameters } from 'n8n-workflow';
import { app, koreAi } from '../simulator/koreAi/system.mjs';
import { takeOverClock } from '../support/clock';
import { execute } from '../support/contexts';
import { closedPort } from '../support/servers.mjs';
import { allText, byId, calls, errorOf, jsonOf, useSimulator } from '../support/simulated';
import { nodeAt } from '../support/subjects';
import { says, told } from '../support/told';
import { useServers } from '../support/useServers';

const NOW = '2026-11-21T22:18:21Z';
const simulator = useSimulator({
  now: NOW,
  floor: Array.from({ length: 60 }, (_, index) => ({
    id: `10${index}`,
    name: `Agent ${index}`,
    state: 'ready' as const,
    since: '2026-11-21T22:00:00Z',
  })),
});
const WRONG = 'Wr0ng-Secret+77/=';

const server = useServers();
beforeEach(() => takeOverClock(Date.parse(NOW)));
afterEach(() => jest.useRealTimers());

const LIVE: INodeParameters = { operation: 'getLiveInfo' };
const ACTIVITY: INodeParameters = {
  operation: 'getActivity',
  from: '2026-11-21T20:00:00Z',
  to: NOW,
};
const COUNTS: INodeParameters = { resource: 'team', operation: 'getCounts' };
const STATUS: INodeParameters = { operation: 'getStatus', agent: byId('100@example.com') };

const asked = (credentials: Record<string, unknown> = {}, parameters = LIVE, url?: string) =>
  nodeAt(koreAi, url ?? simulator().url, parameters, credentials);

const BAD_LOGIN = 'Kore.ai does not accept the client ID or the client secret';
const MAY_NOT = 'The Kore.ai app may not ask this';

describe('a login', () => {
  test.each([
    ['with a wrong secret', { clientSecret: WRONG }],
    ['with an unknown client ID', { clientId: 'cs-unknown' }],
    ['with a client ID in another case', { clientId: app('all').clientId.toUpperCase() }],
  ])('%s is refused', async (_, credentials) => {
    expect(await told(asked(credentials))).toEqual(says('401', BAD_LOGIN, 'HS256'));
  });

  test('of an app that allows another algorithm only is refused', async () => {
    simulator().koreAi.setUser(app('all').clientId, { algorithms: ['HS512'] });
    expect(await told(asked())).toEqual(says('401', BAD_LOGIN, 'HS256'));
  });

  test('that is refused is sent once, whatever the number of items', async () => {
    const subject = asked({ clientSecret: WRONG }, STATUS);
    const node = { onError: 'continueRegularOutput' as const };
    const items = await execute({ ...subject, node }, [{}, {}, {}]);
    expect(jsonOf(items)).toMatchObject(Array(3).fill({ error: BAD_LOGIN, httpCode: '401' }));
    expect(simulator().requests()).toHaveLength(1);
  });

  test('of an app that insists on a token ID is good', async () => {
    expect(await execute(asked(app('jti')))).toHaveLength(60);
  });

  test('with white space around what was pasted is good', async () => {
    const { clientId, clientSecret } = app('all');
    const credentials = { clientId: ` ${clientId}\n`, clientSecret: `${clientSecret} ` };
    expect(await execute(asked(credentials))).toHaveLength(60);
  });

  test.each([
    ['accountId', 'Account ID'],
    ['streamId', 'Stream ID'],
    ['clientId', 'Client ID'],
    ['clientSecret', 'Client Secret'],
  ])('without %s is not sent', async (name, label) => {
    expect(await told(asked({ [name]: ' ' }))).toEqual(
      says('400', `The credential has no ${label}`, 'Dev Tools'),
    );
    expect(simulator().requests()).toEqual([]);
  });
});

describe('a scope', () => {
  test.each([
    ['none', LIVE, 'Configuration'],
    ['unpublished', LIVE, 'Configuration'],
    ['analytics', LIVE, 'Configuration'],
    ['configuration', LIVE, 'SmartAssist Analytics'],
    ['wfm', STATUS, 'SmartAssist Analytics'],
    ['analytics', { ...ACTIVITY, options: { includeEvents: true } }, 'WFM Integration'],
    ['analytics', COUNTS, 'Configuration'],
  ] as const)('that the app "%s" lacks is named', async (name, parameters, scope) => {
    expect(await told(asked(app(name), { ...parameters }))).toEqual(
      says('403', MAY_NOT, `API scope "${scope}" and publish`),
    );
  });

  test('that is missing with 403 is the same', async () => {
    Object.assign(simulator().koreAi.settings, { scopeStatus: 403 });
    expect(await told(asked(app('none')))).toEqual(says('403', MAY_NOT, 'Configuration'));
  });

  test('that is missing does not make the login one that is refused', async () => {
    await told(asked(app('analytics')));
    expect(await execute(asked(app('analytics'), STATUS))).toHaveLength(1);
  });
});

describe('IDs of something else', () => {
  test.each([['otherStream'], ['otherAccount']] as const)(
    'a token of the app of another bot or account (%s)',
    async (name) => {
      expect(await told(asked(app(name)))).toEqual(
        says('403', MAY_NOT, 'Account ID or Stream ID are those of another app'),
      );
    },
  );

  test('a Stream ID that does not exist', async () => {
    expect(await told(asked({ streamId: 'st-nothing' }))).toEqual(
      says('400', 'Kore.ai knows no app of this Stream ID', 'begins with st-'),
    );
  });

  test('an organization that does not exist', async () => {
    const { clientId } = app('all');
    simulator().koreAi.setUser(clientId, { scopes: ['SmartAssist Analytics', 'WFM Integration'] });
    const parameters = { ...ACTIVITY, options: { includeEvents: true } };
    expect(await told(asked({ orgId: 'o-nothing' }, parameters))).toEqual(
      says('400', 'Kore.ai knows no organization of this ID', 'Organization ID'),
    );
  });
});

describe('limits', () => {
  test('60 a minute for the account', async () => {
    Object.assign(simulator().koreAi.settings, { requestsPerMinute: 1 });
    expect(await told(asked())).toEqual(
      says('429', 'Kore.ai takes no more requests for now', '60 a minute'),
    );
  });

  test('told with another status', async () => {
    simulator().faults.set({ type: 'rateLimited429', status: 400 });
    expect(await told(asked())).toMatchObject({ httpCode: '429' });
  });

  test('of a proxy that says how long', async () => {
    simulator().faults.set({ type: 'status429', retryAfter: 17 });
    expect(await told(asked())).toEqual(
      says('429', 'Kore.ai takes no more requests for now', 'wait 17 s'),
    );
  });
});

describe('pages', () => {
  const INCOMPLETE = "Kore.ai's list is not complete";

  test.each([['pageRepeats'], ['hasMoreLies']])('that do not make a whole (%s)', async (type) => {
    simulator().faults.set({ type });
    expect(await told(asked({}, ACTIVITY))).toEqual(says('502', INCOMPLETE, 'Try again'));
    expect(simulator().requests().length).toBeLessThan(6);
  });

  test.each([['pageRepeats'], ['hasMoreLies']])(
    'do not matter where every agent asked for is there (%s)',
    async (type) => {
      simulator().faults.set({ type });
      expect(await execute(asked())).toHaveLength(60);
      expect(calls(simulator())).toEqual({ 'agents/availability': 1, agentstatusdetails: 2 });
    },
  );
});

describe('an answer that is no data', () => {
  test('JSON with text around it is read', async () => {
    simulator().faults.set({ type: 'textAroundJson' });
    expect(await execute(asked())).toHaveLength(60);
  });

  test.each([
    ['xmlInsteadOfJson', '502', "Kore.ai's answer cannot be read"],
    ['malformedJson', '502', "Kore.ai's answer cannot be read"],
    ['emptyBody', '503', 'Kore.ai sent an empty answer'],
    ['htmlLogin', '404', 'There is no Kore.ai API at this address (HTTP 200)'],
    ['loginPage', '404', 'There is no Kore.ai API at this address (HTTP 200)'],
    ['missingScript', '404', 'There is no Kore.ai API at this address (HTTP 404)'],
    ['redirectToLogin', '404', 'The server sends the request on to another address'],
    ['badRequest400', '400', 'Kore.ai does not take the request'],
  ])('%s', async (type, httpCode, message) => {
    simulator().faults.set({ type });
    expect(await told(asked())).toEqual(says(httpCode, message, ''));
  });

  test('an answer that breaks off', async () => {
    simulator().faults.set({ type: 'truncated', bytes: 300 });
    expect(await told(asked())).toMatchObject({ httpCode: '503' });
  });

  test.each([
    ['that is cut', '{"AWAY":[{"_id":"a-1",', '502', "Kore.ai's answer cannot be read"],
    ['of another API', '{"ok":true}', '502', "Kore.ai's answer cannot be read"],
    [
      'with an agent without ID',
      '{"AWAY":[{"emailId":"x"}]}',
      '502',
      "Kore.ai's answer cannot be read",
    ],
    [
      'with an error and 200',
      '{"errors":[{"msg":"Invalid SDK credentials","code":4002}]}',
      '401',
      BAD_LOGIN,
    ],
  ])('JSON %s', async (_, body, httpCode, message) => {
    const { url } = await server({ headers: { 'Content-Type': 'application/json' }, body });
    expect(await told(asked({}, LIVE, url))).toMatchObject({ httpCode, message });
  });

  test('a time that cannot be read', async () => {
    const status = [{ primaryStatus: 'AWAY', startTime: 'yesterday', endTime: '-' }];
    const body = JSON.stringify({ data: [{ userId: 'u-1', email: '100@example.com', status }] });
    const { url } = await server({ body });
    expect(await told(asked({}, STATUS, url))).toEqual(
      says('502', 'A time in what Kore.ai sent cannot be read', 'documents'),
    );
  });
});

describe('a wrong host', () => {
  test('at which there is no server', async () => {
    expect(await told(asked({ host: 'kore.invalid' }))).toEqual(
      says('503', 'There is no server of the name kore.invalid', 'typing error'),
    );
  });

  test('whose port is shut', async () => {
    const host = await closedPort();
    expect(await told(asked({ host }))).toMatchObject({ httpCode: '503' });
  });

  test.each([['ftp://kore.ai'], [''], ['https://']])('%j is not sent to', async (host) => {
    expect(await told(asked({ host }))).toEqual(
      says('400', 'The URL in the credential is not a web address', 'https://platform.kore.ai'),
    );
  });

  test('that hangs is given up', async () => {
    simulator().faults.set({ type: 'hang' });
    const parameters = { ...LIVE, options: { requestTimeout: 1 } };
    expect(await told(asked({}, parameters))).toMatchObject({ httpCode: '408' });
  });
});

describe('secrets', () => {
  test('are never sent, only tokens signed with them that last five minutes', async () => {
    const { url, requests } = await server({ body: '{"ok":true}' });
    await errorOf(asked({ clientSecret: WRONG }, LIVE, url));
    const [request] = requests;
    expect(JSON.stringify(request)).not.toContain(WRONG);
    const token = String(request?.headers.auth);
    const [head, claims] = token
      .split('.')
      .slice(0, 2)
      .map((part): unknown => JSON.parse(Buffer.from(part, 'base64url').toString()));
    expect(head).toEqual({ alg: 'HS256', typ: 'JWT' });
    const iat = Date.parse(NOW) / 1000;
    expect(claims).toEqual({
      appId: app('all').clientId,
      iat,
      exp: iat + 300,
      jti: expect.any(String),
    });
  });

  test.each([
    ['secret', `cannot verify with ${WRONG}`, WRONG],
    ['token', 'cannot verify eyJhbGciOi.eyJhcHBJZCI6ImNz.c2lnbmF0dXJl', 'eyJhcHBJZCI6ImNz'],
  ])('that the server echoes (%s) are in no error', async (_, msg, hidden) => {
    const { url } = await server({ status: 418, body: JSON.stringify({ errors: [{ msg }] }) });
    const error = await errorOf(asked({ clientSecret: WRONG }, LIVE, url));
    expect(error.description).toMatch(/^It said: cannot verify .*\*\*\*/);
    expect(JSON.stringify(error) + allText(error)).not.toContain(hidden);
  });

  test.each([
    ['a refused login', 'unauthorized'],
    ['an answer nobody can read', 'xmlInsteadOfJson'],
    ['a page', 'htmlLogin'],
    ['a connection that breaks', 'dropConnection'],
  ])('are in no error of %s', async (_, type) => {
    simulator().faults.set({ type });
    const error = await errorOf(asked());
    const text = JSON.stringify(error) + allText(error);
    expect(text).not.toContain(app('all').clientSecret);
    expect(text).not.toMatch(/eyJ[\w-]{10}/);
  });

  test('of telephones are never asked for', async () => {
    for (const parameters of [LIVE, STATUS, COUNTS, ACTIVITY]) await execute(asked({}, parameters));
    const names = Object.keys(calls(simulator()));
    expect(names).not.toContain('agents/one');
    expect(names).not.toContain('agents/customId');
  });
});
