import { APPS } from '../../simulator/koreAi/apps.mjs';
import { ANALYTICS, askKoreAi, STREAM } from '../../simulator/koreAi/client.mjs';
import { signToken } from '../../simulator/koreAi/jwt.mjs';
import { defaultSettings } from '../../simulator/koreAi/settings.mjs';
import { startSimulator } from '../../simulator/index.mjs';

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
beforeEach(async () => {
  simulator = await startSimulator({ now: '2026-11-21T22:18:21Z', speed: 0 });
});
afterEach(() => simulator.close());

const PATH = `${ANALYTICS}/queues`;
const { all } = APPS;
const seconds = () => Math.floor(Date.now() / 1000);

/** @param {string | null} token */
const tokenAnswer = async (token) => {
  const { status, body } = await askKoreAi(simulator, PATH, undefined, { token });
  return status === 200 ? 200 : [status, body.errors[0].msg, body.errors[0].code];
};

const REFUSED = [401, 'Invalid SDK credentials', 4002];
const GARBLED = [401, 'Invalid JWT token', 4002];
const NO_SCOPE = [401, 'Permission denied. Scope is incorrect!', 4002];

describe('the token', () => {
  /** @type {[string, () => string][]} */
  const GOOD = [
    ['only appId', () => signToken(all)],
    ['more than appId', () => signToken(all, { sub: '1234567890', iat: seconds() })],
    ['not over yet', () => signToken(all, { exp: seconds() + 60 })],
    ['jti where it must be', () => signToken(APPS.jti, { jti: '1' })],
  ];
  test.each(GOOD)('%s', async (_, token) => {
    expect(await tokenAnswer(token())).toBe(200);
  });

  /** @type {[string, () => string | null, (string | number)[]][]} */
  const BAD = [
    ['over, and the clock says so', () => signToken(all, { exp: seconds() - 1 }), REFUSED],
    ['an end that is no number', () => signToken(all, { exp: 'soon' }), REFUSED],
    ['no app', () => signToken(all, { appId: undefined }), REFUSED],
    ['appid', () => signToken(all, { appId: undefined, appid: all.clientId }), REFUSED],
    ['an unknown app', () => signToken(all, { appId: 'cs-unknown' }), REFUSED],
    ['another case', () => signToken(all, { appId: all.clientId.toUpperCase() }), REFUSED],
    ['another secret', () => signToken({ ...all, clientSecret: 'guessed' }), REFUSED],
    ['the secret of another app', () => signToken(APPS.wfm, { appId: all.clientId }), REFUSED],
    ['HS512', () => signToken(all, {}, 'HS512'), REFUSED],
    ['none', () => signToken(all, {}, 'none'), REFUSED],
    ['a changed claim', () => signToken(all).replace(/\.[^.]+\./, changed), REFUSED],
    ['other spare bits', () => spareBits(signToken(all)), REFUSED],
    ['more at the end', () => `${signToken(all)}123`, REFUSED],
    ['a signature cut short', () => signToken(all).slice(0, -2), REFUSED],
    ['no signature', () => signToken(all).replace(/[^.]+$/, ''), REFUSED],
    ['no jti where it must be', () => signToken(APPS.jti), REFUSED],
    ['Bearer before it', () => `Bearer ${signToken(all)}`, GARBLED],
    ['a signature that is none', () => signToken(all).replace(/[^.]+$/, 'no+token'), GARBLED],
    ['no token at all', () => 'JWTToken', GARBLED],
    ['nothing', () => null, REFUSED],
  ];
  test.each(BAD)('%s', async (_, token, expected) => {
    expect(await tokenAnswer(token())).toEqual(expected);
  });

  /**
   * The same bytes, written another way: the last digit has two bits that stand for nothing.
   * @param {string} token
   */
  const spareBits = (token) =>
    token.slice(0, -1) + String.fromCharCode(token.charCodeAt(token.length - 1) + 1);

  /** @param {string} part */
  const changed = (part) =>
    `.${Buffer.from(JSON.stringify({ appId: all.clientId, admin: part.length })).toString('base64url')}.`;

  test('an app may allow other algorithms, and be told another secret', async () => {
    simulator.koreAi.setUser(all.clientId, { algorithms: ['HS512'], clientSecret: 'new' });
    const app = { ...all, clientSecret: 'new' };
    expect(await tokenAnswer(signToken(app, {}, 'HS512'))).toBe(200);
    expect(await tokenAnswer(signToken(app))).toEqual(REFUSED);
    expect(await tokenAnswer(signToken(all, {}, 'HS512'))).toEqual(REFUSED);
  });

  test("its end may be looked up on the world's clock", async () => {
    simulator.world.setClock(Date.now() + 3_600_000);
    const token = signToken(all, { exp: seconds() + 60 });
    expect(await tokenAnswer(token)).toBe(200);
    simulator.koreAi.settings.jwtClock = 'world';
    expect(await tokenAnswer(token)).toEqual(REFUSED);
  });
});

describe('the ids', () => {
  const { accountId, streamId } = defaultSettings();

  /** @type {(path: string, headers: Record<string, string>, body?: unknown) => Promise<unknown>} */
  const ask = async (path, headers, sent) => {
    const { status, body } = await askKoreAi(simulator, path, sent, { headers });
    return status === 200 ? 200 : [status, body.errors[0].msg, body.errors[0].code];
  };
  const INVALID = [400, 'Validation errors/ Invalid arguments', 400];
  const AVAILABILITY = `${STREAM}/agents/availability`;

  test('each family of paths needs its own header', async () => {
    expect(await ask(PATH, { IId: streamId })).toBe(200);
    expect(await ask(PATH, { accountId })).toEqual(INVALID);
    expect(await ask(AVAILABILITY, { accountId }, {})).toBe(200);
    expect(await ask(AVAILABILITY, { iId: streamId }, {})).toEqual(INVALID);
  });

  test("they must be the app's", async () => {
    expect(await ask(PATH, { iId: 'st-unknown' })).toEqual([400, 'Invalid StreamId', 400]);
    expect(await ask(PATH, { iId: APPS.otherStream.streamId })).toEqual(NO_SCOPE);
    expect(await ask(PATH.replace(accountId, 'nobody'), { iId: streamId })).toEqual(NO_SCOPE);
    expect(await ask(AVAILABILITY, { accountId: 'nobody' }, {})).toEqual(NO_SCOPE);
    const orgs = `${STREAM}/organizations/o-unknown/agents`;
    expect(await ask(orgs, { accountId })).toEqual([400, 'Invalid OrgId', 400]);
  });

  test('what is not there, and what is there for another method', async () => {
    expect(await ask(`${ANALYTICS}/nothing`, {})).toEqual([404, 'Resource not found', 404]);
    expect(await ask(AVAILABILITY.replace('agents/availability', 'conversations'), {}, {})).toEqual(
      [405, 'Method Not Allowed', 405],
    );
    expect(await ask(`${STREAM}/agents/a-unknown`, { accountId })).toEqual([
      404,
      'Agent not found',
      404,
    ]);
  });

  test('numbers an installation may answer with instead', async () => {
    Object.assign(simulator.koreAi.settings, { scopeStatus: 403, invalidStatus: 412 });
    expect(await ask(PATH, { iId: APPS.otherStream.streamId })).toMatchObject({ 0: 403 });
    expect(await ask(PATH, {})).toEqual([412, 'Validation errors/ Invalid arguments', 412]);
  });
});

describe('the limit', () => {
  /** @param {{ clientId: string, clientSecret: string }} [app] */
  const status = async (app) => (await askKoreAi(simulator, PATH, undefined, { app })).status;

  /** @param {number} count */
  const spend = async (count) => {
    const asked = Array.from({ length: count }, () => status());
    return [...new Set(await Promise.all(asked))];
  };

  test("60 in a minute per account, whichever app or path, on the world's clock", async () => {
    expect(await spend(59)).toEqual([200]);
    expect(await status(APPS.analytics)).toBe(401);
    const over = await askKoreAi(simulator, `${STREAM}/agents/availability`, {});
    expect(over).toMatchObject({
      status: 429,
      body: {
        errors: [
          {
            code: 429,
            msg: "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
          },
        ],
      },
    });
    expect(await status(APPS.otherAccount)).toBe(401);
    simulator.world.advance(59);
    expect(await status()).toBe(429);
    simulator.world.advance(1);
    expect(await spend(60)).toEqual([200]);
    expect(await status()).toBe(429);
  });

  test('who is not known is not counted, and there may be none or another', async () => {
    for (let left = 70; left > 0; left -= 1) {
      expect(await tokenAnswer(null)).toEqual(REFUSED);
    }
    simulator.koreAi.settings.requestsPerMinute = 1;
    expect([await status(), await status()]).toEqual([200, 429]);
    simulator.koreAi.settings.requestsPerMinute = null;
    expect(await status()).toBe(200);
  });
});

describe('the request log', () => {
  test('has the endpoint, whom it is about and the app, and no secret', async () => {
    const body = {
      filter: { agents: ['ann@example.com'], dateFilter: {} },
      secret: all.clientSecret,
      token: signToken(all),
    };
    await askKoreAi(simulator, `${ANALYTICS}/agentstatusdetails?jwt=${signToken(all)}&x=1`, body);
    const [entry] = simulator.requests();
    expect(entry).toMatchObject({
      vendor: 'koreAi',
      function: 'agentstatusdetails',
      agentUser: 'ann@example.com',
      user: all.clientId,
      status: 400,
      queryHadPassword: true,
      bodyHadPassword: true,
      params: { x: '1', secret: '[hidden]', token: '[hidden]', jwt: '[hidden]' },
    });
    const kept = JSON.stringify(simulator.requests());
    expect(kept).not.toContain(all.clientSecret);
    expect(kept).not.toContain('eyJ');
  });

  test('a good request shows that nothing was in the open', async () => {
    await askKoreAi(simulator, `${STREAM}/agents/customId/1001`);
    expect(simulator.requests()).toMatchObject([
      {
        function: 'agents/customId',
        agentUser: '1001',
        status: 200,
        queryHadPassword: false,
        bodyHadPassword: false,
      },
    ]);
  });

  test('apps and settings are changed through the control API, too', async () => {
    /** @type {(path: string, body: unknown) => Promise<Response>} */
    const post = (path, body) =>
      fetch(`${simulator.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) });
    await post('users/cs-new?vendor=koreAi', { clientSecret: 'sesame', scopes: [] });
    await post('settings', { koreAi: { scopeStatus: 403 } });
    const app = { clientId: 'cs-new', clientSecret: 'sesame' };
    expect((await askKoreAi(simulator, PATH, undefined, { app })).status).toBe(403);
  });
});
