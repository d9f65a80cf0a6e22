import { webRoot } from '../../nodes/Vicidial/api/address';
import { startSimulator, type Simulator } from '../simulator/index.mjs';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { testCredential, testRequest, verdict } from '../support/credentialTest';
import { recordedAnswer } from '../support/recordings.mjs';
import { nodeAt } from '../support/subjects';

const subject = (url: string, fields: Record<string, unknown> = {}) =>
  nodeAt(vicidial, url, {}, fields);

/** What a user may paste, and the web root it means. */
const ADDRESSES: Array<[pasted: string, root: string]> = [
  ['https://dialer.example.com', 'https://dialer.example.com'],
  ['https://dialer.example.com/', 'https://dialer.example.com'],
  ['https://dialer.example.com//', 'https://dialer.example.com'],
  ['  https://dialer.example.com ', 'https://dialer.example.com'],
  ['http://192.0.2.7:8080', 'http://192.0.2.7:8080'],
  ['https://[2001:db8::7]/', 'https://[2001:db8::7]'],
  ['https://dialer.example.com/vicidial', 'https://dialer.example.com'],
  ['https://dialer.example.com/vicidial/', 'https://dialer.example.com'],
  ['https://dialer.example.com/VICIdial/', 'https://dialer.example.com'],
  ['https://dialer.example.com/vicidial/admin.php', 'https://dialer.example.com'],
  ['https://dialer.example.com/vicidial/admin.php?ADD=100&x=/y', 'https://dialer.example.com'],
  ['https://dialer.example.com/vicidial/admin.php#top', 'https://dialer.example.com'],
  ['https://dialer.example.com/vicidial/non_agent_api.php', 'https://dialer.example.com'],
  ['https://dialer.example.com/?from=mail', 'https://dialer.example.com'],
  ['https://dialer.example.com/index.php', 'https://dialer.example.com'],
  ['https://example.com/dialer', 'https://example.com/dialer'],
  ['https://example.com/dialer/', 'https://example.com/dialer'],
  ['https://example.com/dialer/vicidial/admin.php', 'https://example.com/dialer'],
  // The agents' own page, which most people have open.
  ['https://dialer.example.com/agc/vicidial.php', 'https://dialer.example.com'],
  ['https://dialer.example.com/agc/', 'https://dialer.example.com'],
  // A server that is called vicidial, as in many a local network.
  ['http://vicidial', 'http://vicidial'],
  ['http://vicidial/', 'http://vicidial'],
  ['http://vicidial/vicidial/admin.php', 'http://vicidial'],
  ['http://agc:8080', 'http://agc:8080'],
];

describe('the address that a user enters', () => {
  test.each(ADDRESSES)('%s leads the client to %s', (pasted, root) => {
    expect(webRoot(pasted.trim())).toBe(root);
  });

  test.each(ADDRESSES)('%s leads the credential test to the same place', (pasted, root) => {
    expect(testRequest(subject(pasted)).url).toBe(`${root}/vicidial/non_agent_api.php`);
  });

  test.each([
    ['dialer.example.com'],
    ['ftp://dialer.example.com'],
    ['https://'],
    ['https:///vicidial'],
    ['javascript:alert(1)'],
    ['https://exa mple.com'],
    [''],
  ])('%j is refused before anything is sent', (pasted) => {
    expect(() => webRoot(pasted)).toThrow('The URL in the credential is not a web address');
  });
});

describe('the request of the credential test', () => {
  test('is a POST of a form, so that no password is in a URL', () => {
    expect(testRequest(subject('https://dialer.example.com'))).toMatchObject({
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      disableFollowRedirect: true,
    });
  });

  test('asks after an agent who cannot exist: the name is longer than VICIdial allows', () => {
    const { body } = testRequest(subject('https://dialer.example.com'));
    const { function: name, agent_user: agent } = body as Record<string, string>;
    expect(name).toBe('agent_status');
    expect(agent).toMatch(/^[-_0-9a-zA-Z]{21,99}$/);
  });

  test.each([[true], [false]])('checks certificates unless told otherwise: %s', (ignore) => {
    const request = testRequest(subject('https://d.example.com', { ignoreTlsIssues: ignore }));
    expect(request.skipSslCertificateValidation).toBe(ignore);
  });
});

const BAD_LOGIN = /^VICIdial does not accept the user or the password/;
const NO_TEXT = /^The server answered with nothing, or not with text as VICIdial does/;
const NOT_VICIDIAL = /^Something else than VICIdial answers at this URL/;

describe('the rules tell a recorded answer', () => {
  const rulesOn = (body: unknown) => verdict(subject('https://dialer.example.com'), body);

  test.each([
    ['err-badpass', BAD_LOGIN],
    ['err-badpass-post', BAD_LOGIN],
    ['err-nouser', BAD_LOGIN],
    ['err-nocreds', BAD_LOGIN],
    ['err-weakuser', BAD_LOGIN],
    ['2fa-required', /second factor/],
    ['lockout-11-bad', /^VICIdial has locked this user/],
    ['ip-whitelist-block', /^VICIdial does not allow requests from the address/],
    ['fewfn.logged_in_agents', /may not call agent_status/],
    ['err-noapi.agent_status', /lacks a right.*View Reports and Agent API Access/],
    ['err-nosource.agent_status', /wants a source/],
    ['err-nofunction', /too old/],
    ['err-unknownfunction', /too old/],
    ['db-down.php7mode.agent_status', /cannot reach its database/],
    ['missing-script', NOT_VICIDIAL],
  ])('%s by its own message', (name, message) => {
    expect(rulesOn(recordedAnswer(name).body.toString('latin1'))).toMatch(message);
  });

  test('AGENT NOT FOUND as a good login', () => {
    const { body } = recordedAnswer('err-nosuch-agent.agent_status');
    expect(rulesOn(body.toString('latin1'))).toBe('OK');
  });

  test.each([
    ['a login page', '<!DOCTYPE html>\n<html><body><form></form></body></html>'],
    ['a page after an empty line', '\n<html></html>'],
    ['a page after a byte order mark', '\ufeff<!doctype html>'],
    ['a JSON list', ['x']],
    ['a line of text', 'It works!'],
    ['a word', 'OK'],
    ['a page in XML', '<?xml version="1.0"?><error/>'],
  ])('%s as something else than VICIdial', (_, body) => {
    expect(rulesOn(body)).toMatch(NOT_VICIDIAL);
  });

  test.each([
    ['an empty answer', ''],
    ['a JSON object', { error: 'not found' }],
    ['a number', 12],
  ])('%s as no text at all', (_, body) => {
    expect(rulesOn(body)).toMatch(NO_TEXT);
  });
});

describe('the credential test against a server', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ floor: 'recorded' });
  });
  afterAll(() => simulator.close());
  afterEach(() => {
    simulator.faults.clear();
    simulator.clearRequests();
    Object.assign(simulator.vicidial.settings, { twoFactor: false, allowIpLists: false });
    simulator.vicidial.setUser('6666', { ipList: [], locked: false, level: 9 });
  });
  const test6666 = (fields: Record<string, unknown> = {}) =>
    testCredential(subject(`${simulator.url}/vicidial/admin.php`, fields));

  test('a good login passes', async () => {
    expect(await test6666()).toBe('OK');
  });

  test('the password travels in the body only', async () => {
    await test6666();
    expect(simulator.requests()).toMatchObject([
      { method: 'POST', bodyHadPassword: true, queryHadPassword: false, user: '6666' },
    ]);
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, BAD_LOGIN],
    ['an unknown user', { user: 'nobody' }, BAD_LOGIN],
    ['a user below level 7', { user: 'weak', password: 'weak1' }, BAD_LOGIN],
    ['an inactive user', { user: 'inactive', password: 'inactive' }, BAD_LOGIN],
    ['a user without the API right', { user: 'noapi', password: 'noapi' }, /lacks a right/],
    ['a user without reports', { user: 'noreports', password: 'noreports' }, /lacks a right/],
    ['a source of one character', { source: 'x' }, /wants a source/],
    ['no source', { source: '' }, /wants a source/],
  ])('%s fails', async (_, fields, message) => {
    expect(await test6666(fields)).toMatch(message);
  });

  test('a user who may not call agent_status fails', async () => {
    simulator.vicidial.setUser('few', { pass: 'few', allowedFunctions: ['version'] });
    expect(await test6666({ user: 'few', password: 'few' })).toMatch(/may not call agent_status/);
  });

  test('a locked user fails', async () => {
    simulator.vicidial.setUser('6666', { locked: true });
    expect(await test6666()).toMatch(/^VICIdial has locked this user/);
  });

  test('a blocked address fails', async () => {
    Object.assign(simulator.vicidial.settings, { allowIpLists: true });
    simulator.vicidial.setUser('6666', { ipList: ['192.0.2.1'] });
    expect(await test6666()).toMatch(/does not allow requests from the address/);
  });

  test('a second factor fails', async () => {
    Object.assign(simulator.vicidial.settings, { twoFactor: true });
    expect(await test6666()).toMatch(/second factor/);
  });

  test('a login page fails', async () => {
    simulator.faults.set('loginPage');
    expect(await test6666()).toMatch(NOT_VICIDIAL);
  });

  test('an empty answer fails', async () => {
    simulator.faults.set('emptyBody');
    expect(await test6666()).toMatch(NO_TEXT);
  });

  test('a database that is down fails by its own message', async () => {
    simulator.faults.set('mysqlConnectError');
    expect(await test6666()).toMatch(/cannot reach its database/);
  });

  test('a server that shows PHP warnings around its answer is not called something else', async () => {
    simulator.faults.set('displayErrors');
    expect(await test6666()).toMatch(/warnings/i);
  });
});
