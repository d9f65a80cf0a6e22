import { webRoot } from '../../nodes/CrocoDial/api/address';
import { passHash } from '../simulator/goAutoDial/passHash.mjs';
import { crocoDial } from '../simulator/goAutoDial/croco/system.mjs';
import { goAutoDial } from '../simulator/goAutoDial/system.mjs';
import { testCredential, testRequest, verdict } from '../support/credentialTest';
import { useSimulator } from '../support/simulated';
import { nodeAt } from '../support/subjects';

const simulator = useSimulator({ floor: 'demo' });

const croco = (fields = {}) => nodeAt(crocoDial, simulator().url, {}, fields);
const go = (fields = {}) => nodeAt(goAutoDial, simulator().url, {}, fields);
const settings = (patch: Record<string, unknown>) =>
  Object.assign(simulator().goautodial.settings, patch);

/** What a user may enter, and where that leads. */
const ADDRESSES: Array<[entered: string, croco: string, goAutoDial?: string]> = [
  ['acme', 'https://acme.croco-dial.net', 'https://acme'],
  [' acme ', 'https://acme.croco-dial.net', 'https://acme'],
  ['acme.croco-dial.net', 'https://acme.croco-dial.net'],
  ['acme.croco-dial.net/', 'https://acme.croco-dial.net'],
  ['https://acme.croco-dial.net/goAPIv2/goUsers/goAPI.php', 'https://acme.croco-dial.net'],
  ['http://10.0.0.5:8080', 'http://10.0.0.5:8080'],
  ['10.0.0.5:8080', 'https://10.0.0.5:8080'],
  ['https://dialer.example.com/sub/goAPIv2/?x=1#y', 'https://dialer.example.com/sub'],
  ['HTTPS://Dialer.example.com//', 'HTTPS://Dialer.example.com'],
];

const EACH = ADDRESSES.flatMap(([baseUrl, atCroco, atGoAutoDial = atCroco]) => [
  { baseUrl, dialect: 'crocoDial' as const, root: atCroco },
  { baseUrl, dialect: 'goAutoDial' as const, root: atGoAutoDial },
]);

test.each(EACH)('"$baseUrl" at $dialect is $root, in node and test', (each) => {
  const { baseUrl, dialect, root } = each;
  expect(webRoot(baseUrl.trim(), dialect)).toBe(root);
  const { url } = testRequest(croco({ dialect, baseUrl }));
  expect(url).toBe(`${root}/goAPIv2/goDashboard/goAPI.php`);
});

test.each(['', 'ftp://dialer.example.com', 'https://', 'a b'])('%j is no address', (entered) => {
  expect(() => webRoot(entered, 'crocoDial')).toThrow('The URL in the credential');
});

describe('a good login passes', () => {
  test('at CROCO-dial, with the password or its hash', async () => {
    expect(await testCredential(croco())).toBe('OK');
    expect(await testCredential(croco({ password: passHash('MyPass1') }))).toBe('OK');
    expect(simulator().requests()).toMatchObject([
      { function: 'getAgentStatus', queryHadPassword: false, bodyHadPassword: true },
      {},
    ]);
  });

  test('at GOautodial, with the hash', async () => {
    expect(await testCredential(go())).toBe('OK');
    expect(simulator().requests()).toMatchObject([
      { function: 'goGetTotalAgentsPaused', params: { session_user: 'apiuser' } },
    ]);
  });
});

describe('a bad one is told apart', () => {
  test.each([
    ['a wrong password', () => croco({ password: 'wrong' }), 'is not accepted'],
    ['a wrong user', () => go({ user: 'nobody' }), 'is not accepted'],
    ['a clear password at GOautodial', () => go({ password: 'MyPass1' }), 'pass_hash'],
    ['too low a level', () => go({ user: 'lowuser', password: passHash('LowPass1') }), 'level 8'],
    [
      'the wrong system',
      () => go({ dialect: 'crocoDial', baseUrl: simulator().url }),
      'Check System',
    ],
  ])('%s', async (_name, subject, words) => {
    expect(await testCredential(subject())).toContain(words);
  });

  test('a clear password that passes the first check of GOautodial on PHP 7', async () => {
    settings({ php: 7 });
    expect(await testCredential(go({ password: 'MyPass1' }))).toContain('encrypted form');
  });

  test.each([
    ['htmlLogin', 'Something else'],
    ['notConfigured', 'Something else'],
    ['xmlInsteadOfJson', 'Something else'],
    ['displayErrors', 'display_errors'],
  ])('%s', async (fault, words) => {
    simulator().faults.set(fault);
    expect(await testCredential(croco())).toContain(words);
  });

  test('any other refusal', () => {
    expect(verdict(croco(), { result: 'error', message: 'Tenant is locked' })).toContain('refuses');
    expect(verdict(croco(), { result: 'Error: Session User Not Defined.' })).toContain(
      'Session User',
    );
    expect(verdict(croco(), { result: 'success', data: {} })).toBe('OK');
  });
});

test('no password is in what a test answers', async () => {
  expect(await testCredential(croco({ password: 'Wr0ng-Secret' }))).not.toContain('Wr0ng-Secret');
});
