import { attempt } from '../../nodes/shared/http/failure';
import type { Login, VendorRequest } from '../../nodes/shared/http/request';
import { send, sendShared, type SharedAnswers } from '../../nodes/shared/http/send';
import { hostOf } from '../../nodes/shared/http/networkFailure';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { lookup } from '../support/contexts';
import { closedPort } from '../support/servers.mjs';
import { credentialsAt, nodeAt } from '../support/subjects';
import { useServers } from '../support/useServers';

const server = useServers();

const request = (url: string, more: Partial<VendorRequest> = {}): VendorRequest => ({
  method: 'POST',
  url,
  body: { function: 'version' },
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  timeoutMs: 5000,
  ignoreTlsIssues: false,
  ...more,
});

const context = () => lookup(nodeAt(vicidial, 'http://unused', {}));

const login: Login = {
  credentialType: 'vicidialApi',
  credentials: credentialsAt(vicidial, 'http://unused'),
  key: 'login',
};

const ask = (url: string, more?: Partial<VendorRequest>) =>
  send(context(), login, request(url, more));

async function failure(url: string, more?: Partial<VendorRequest>) {
  const outcome = await attempt(() => ask(url, more));
  if (outcome.ok) throw new Error(`answered ${outcome.value.body.toString()}`);
  return outcome.failure;
}

describe('a request', () => {
  test('carries the credential in its body, and none of it in its URL', async () => {
    const { url, requests } = await server({});
    await ask(`${url}/api.php`);
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: '/api.php',
        body: 'function=version&source=n8n&user=6666&pass=1234',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    ]);
  });

  test.each([
    ['1234\n'],
    ['{"a":1}'],
    ['true'],
    ['null'],
    ['"text"'],
    ['ERROR: x\n'],
    [''],
    ['\ufeffx'],
  ])('gives the answer %j as it came', async (body) => {
    const { url } = await server({ body, headers: { 'Content-Type': 'application/json' } });
    expect((await ask(url)).body.toString()).toBe(body);
  });

  test('gives the bytes as they came', async () => {
    const body = Buffer.from([0x52, 0xe9, 0x00, 0xff, 0x0a]);
    const { url } = await server({ body });
    expect([...(await ask(url)).body]).toEqual([...body]);
  });

  test.each([200, 204, 400, 401, 404, 429, 500, 501])(
    'gives an answer with HTTP %i',
    async (status) => {
      const { url, requests } = await server({ status, headers: { 'X-Test': 'yes' } });
      expect(await ask(url)).toMatchObject({ status, headers: { 'x-test': 'yes' } });
      expect(requests).toHaveLength(1);
    },
  );

  test('tells when the answer was complete', async () => {
    const { url } = await server({});
    const before = Date.now();
    const { receivedAt } = await ask(url);
    expect(receivedAt).toBeGreaterThanOrEqual(before);
    expect(receivedAt).toBeLessThanOrEqual(Date.now());
  });

  test.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
    const other = await server({});
    const { url } = await server({ status, headers: { Location: other.url } });
    expect(await ask(url)).toMatchObject({ status });
    expect(other.requests).toEqual([]);
  });
});

describe('a second try', () => {
  test.each([502, 503, 504])('follows a gateway’s %i', async (status) => {
    const { url, requests } = await server({ status }, { body: 'good' });
    expect((await ask(url)).body.toString()).toBe('good');
    expect(requests).toHaveLength(2);
  });

  test('follows a connection that broke', async () => {
    const { url, requests } = await server('drop', { body: 'good' });
    expect((await ask(url)).body.toString()).toBe('good');
    expect(requests).toHaveLength(2);
  });

  test('follows an answer that broke off in the middle', async () => {
    const { url, requests } = await server('cut', { body: 'good' });
    expect((await ask(url)).body.toString()).toBe('good');
    expect(requests).toHaveLength(2);
  });

  test('is the last', async () => {
    const { url, requests } = await server({ status: 502 });
    expect(await ask(url)).toMatchObject({ status: 502 });
    expect(requests).toHaveLength(2);
  });

  test('is the last of a broken connection, too', async () => {
    const { url, requests } = await server('drop');
    expect((await failure(url)).kind).toBe('unreachable');
    expect(requests).toHaveLength(2);
  });

  test('does not follow a time that is up', async () => {
    const { url, requests } = await server('hang');
    expect((await failure(url, { timeoutMs: 700 })).kind).toBe('timeout');
    expect(requests).toHaveLength(1);
  });

  test('does not come where no time is left for it', async () => {
    const { url, requests } = await server({ status: 502 }, { body: 'good' });
    expect(await ask(url, { timeoutMs: 400 })).toMatchObject({ status: 502 });
    expect(requests).toHaveLength(1);
  });

  test('ends with the time of the whole', async () => {
    const { url, requests } = await server({ status: 503 }, 'hang');
    expect((await failure(url, { timeoutMs: 900 })).kind).toBe('timeout');
    expect(requests).toHaveLength(2);
  });
});

describe('the time a request may take', () => {
  test('ends a server that never answers', async () => {
    const { url } = await server('hang');
    expect(await failure(url, { timeoutMs: 300 })).toMatchObject({ kind: 'timeout' });
  });

  test('ends an answer that goes on and on', async () => {
    const { url } = await server('drip');
    expect(await failure(url, { timeoutMs: 300 })).toMatchObject({ kind: 'timeout' });
  });

  test('is told in seconds, with the server’s name', async () => {
    const { url, port } = await server('hang');
    const { message } = await failure(url, { timeoutMs: 1000 });
    expect(message).toBe(`127.0.0.1:${port} did not answer within 1 s`);
  });
});

describe('an answer without end', () => {
  test('is left at the cap, with no more of it taken', async () => {
    const { url, taken } = await server('endless');
    // A busy machine may take more than five seconds for so much.
    expect(await failure(url, { timeoutMs: 50_000 })).toMatchObject({
      kind: 'unreadable',
      message: "The server's answer does not end: more than 8 MB came",
    });
    expect(taken()).toBeLessThan(24 * 1024 * 1024);
  });
});

describe('a server that cannot be reached', () => {
  test('because nothing listens there', async () => {
    const url = await closedPort();
    expect(await failure(url)).toMatchObject({
      kind: 'unreachable',
      message: `Nothing accepts connections at ${hostOf(url)}`,
    });
  });

  test('because there is none of the name', async () => {
    expect(await failure('http://dialer.invalid/x')).toMatchObject({
      kind: 'unreachable',
      message: 'There is no server of the name dialer.invalid',
    });
  });

  test('because it does not speak https', async () => {
    const { port } = await server({});
    const { kind, message, advice } = await failure(`https://127.0.0.1:${port}`);
    expect(kind).toBe('unreachable');
    expect(message).toBe(`No secure connection could be made to 127.0.0.1:${port}`);
    expect(advice).toContain('http://');
  });

  test('because the connection broke', async () => {
    const { url } = await server('drop');
    expect((await failure(url)).message).toBe(`n8n lost the connection to ${hostOf(url)}`);
  });

  test('because the URL is none', async () => {
    expect((await failure('dialer.example.com')).kind).toBe('unreachable');
  });
});

describe('questions of one execution', () => {
  const once = (asked: SharedAnswers, url: string, more?: Partial<VendorRequest>) =>
    sendShared(asked, context(), login, request(url, more));

  test('that are equal are asked once, one after the other', async () => {
    const { url, requests } = await server({ body: 'a' }, { body: 'b' });
    const asked: SharedAnswers = new Map();
    const first = await once(asked, url);
    expect(await once(asked, url)).toBe(first);
    expect(requests).toHaveLength(1);
  });

  test('that are equal are asked once, at the same time', async () => {
    const { url, requests } = await server({ body: 'a' }, { body: 'b' });
    const asked: SharedAnswers = new Map();
    await Promise.all([once(asked, url), once(asked, url)]);
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['the body', { body: { function: 'other' } }],
    ['the method', { method: 'GET' as const }],
  ])('that differ in %s are asked each', async (_, more) => {
    const { url, requests } = await server({});
    const asked: SharedAnswers = new Map();
    await once(asked, url);
    await once(asked, url, more);
    expect(requests).toHaveLength(2);
  });

  test('share a failure', async () => {
    const { url, requests } = await server('hang');
    const asked: SharedAnswers = new Map();
    const both = [once(asked, url, { timeoutMs: 200 }), once(asked, url, { timeoutMs: 200 })];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(requests).toHaveLength(1);
  });
});

describe('the host of a URL', () => {
  test.each([
    ['https://dialer.example.com/x?pass=secret', 'dialer.example.com'],
    ['https://user:secret@dialer.example.com:8443/', 'dialer.example.com:8443'],
    ['no url', 'the server'],
  ])('%s is %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });
});
