import { webRoot } from '../../nodes/KoreAi/api/address';
import { startSimulator, type Simulator } from '../simulator/index.mjs';
import { app, koreAi } from '../simulator/koreAi/system.mjs';
import { testCredential, testRequest, verdict } from '../support/credentialTest';
import { nodeAt } from '../support/subjects';

const subject = (host: string, fields: Record<string, unknown> = {}) =>
  nodeAt(koreAi, host, {}, fields);

/** What a user may paste, and the root it means. */
const ADDRESSES: Array<[pasted: string, root: string]> = [
  ['https://platform.kore.ai', 'https://platform.kore.ai'],
  ['platform.kore.ai', 'https://platform.kore.ai'],
  [' platform.kore.ai/ ', 'https://platform.kore.ai'],
  ['https://platform.kore.ai//', 'https://platform.kore.ai'],
  ['https://platform.kore.ai/agentassist/api', 'https://platform.kore.ai'],
  ['https://platform.kore.ai/builder#/home?x=/y', 'https://platform.kore.ai'],
  ['https://platform.kore.ai?from=mail', 'https://platform.kore.ai'],
  ['http://127.0.0.1:8091', 'http://127.0.0.1:8091'],
  ['localhost:8091', 'https://localhost:8091'],
  ['https://[2001:db8::7]/', 'https://[2001:db8::7]'],
];

describe('the host that a user enters', () => {
  test.each(ADDRESSES)('%j leads the client to %s', (pasted, root) => {
    expect(webRoot(pasted.trim())).toBe(root);
  });

  test.each(ADDRESSES)('%j leads the credential test to the same place', (pasted, root) => {
    expect(testRequest(subject(pasted)).url).toMatch(
      new RegExp(`^${root.replace(/[[\]]/g, '\\$&')}/agentassist/api/public/analytics/account/`),
    );
  });
});

const BAD_LOGIN = /^Kore\.ai does not accept the client ID or the client secret/;
const NO_SCOPE = /^The login is good, but the app may not.*"SmartAssist Analytics"/;
const NOT_KORE = /^Something else than Kore\.ai answers at this host/;

describe('the rules tell', () => {
  const rulesOn = (body: unknown) => verdict(subject('https://platform.kore.ai'), body);

  test.each([
    ['a login page', '<!DOCTYPE html><html></html>'],
    ['an empty answer', ''],
    ['another JSON object', { error: 'not found' }],
    ['a JSON list', ['x']],
    ['a line of text', 'It works!'],
  ])('%s as something else', (_, body) => {
    expect(rulesOn(body)).toMatch(NOT_KORE);
  });

  test.each([
    ['a report without agents', { hasMore: false, data: [] }, /^OK$/],
    ['the code of a bad token', { errors: [{ msg: 'Token expired', code: 4002 }] }, BAD_LOGIN],
  ])('%s', (_, body, message) => {
    expect(rulesOn(body)).toMatch(message);
  });
});

describe('the credential test against a server', () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator({ floor: 'recorded' });
  });
  afterEach(() => simulator.close());
  const tested = (fields: Record<string, unknown> = {}) =>
    testCredential(subject(simulator.url, fields));

  test('a good login passes, in one request with the least there is, without the secret', async () => {
    expect(await tested()).toBe('OK');
    expect(simulator.requests()).toMatchObject([
      {
        method: 'POST',
        function: 'agentstatusdetails',
        params: { limit: '1', filter: { dateFilter: { timeZoneOffSet: 0 } } },
        bodyHadPassword: false,
        queryHadPassword: false,
        status: 200,
      },
    ]);
  });

  test.each([['date'], ['range']])(
    'asks for the day as the credential says: %s',
    async (dateFilter) => {
      Object.assign(simulator.koreAi.settings, { dateFilter });
      expect(await tested({ dateFilter })).toBe('OK');
      expect(await tested({ dateFilter: dateFilter === 'date' ? 'range' : 'date' })).toMatch(
        /Status Date Filter/,
      );
    },
  );

  test.each([
    ['a wrong secret', { clientSecret: 'wrong' }, BAD_LOGIN],
    ['an unknown client', { clientId: 'cs-x' }, BAD_LOGIN],
    ['no secret', { clientSecret: '' }, BAD_LOGIN],
    ['an app without scopes', app('none'), NO_SCOPE],
    ['an app whose scopes are not published', app('unpublished'), NO_SCOPE],
    ['an app with another scope', app('configuration'), NO_SCOPE],
    ['an app of another bot', app('otherStream'), NO_SCOPE],
    ['another account', { accountId: 'x' }, NO_SCOPE],
    ['a stream that does not exist', { streamId: 'st-x' }, /knows no app of this Stream ID/],
  ])('%s fails', async (_, fields, message) => {
    expect(await tested(fields)).toMatch(message);
  });

  test('an app that insists on a token ID passes', async () => {
    expect(await tested(app('jti'))).toBe('OK');
  });

  test.each([
    ['rateLimited429', /60 requests a minute/],
    ['htmlLogin', NOT_KORE],
    ['loginPage', NOT_KORE],
    ['missingScript', NOT_KORE],
    ['xmlInsteadOfJson', NOT_KORE],
    ['emptyBody', NOT_KORE],
  ])('%s fails', async (type, message) => {
    simulator.faults.set({ type });
    expect(await tested()).toMatch(message);
  });
});
