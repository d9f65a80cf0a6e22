import { ContactCenterFailure, type FailureKind } from '../../nodes/shared/http/failure';
import { forgetLogins, guardLogin, loginKey } from '../../nodes/shared/http/loginGuard';
import { mapLimited } from '../../nodes/shared/http/mapLimited';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 21);
const KEY = loginKey('https://dialer', 'api', 'secret');

const failure = (kind: FailureKind) => new ContactCenterFailure(kind, `it is ${kind}`, 'do it');
const REFUSED = failure('loginRefused');

let now = START;
let sent = 0;

/** A request that counts itself and takes a few turns of the event loop. */
const request =
  (result: () => string = () => 'answer') =>
  async () => {
    sent += 1;
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    return result();
  };

const refuse = request(() => {
  throw REFUSED;
});

const fail = (kind: FailureKind) =>
  request(() => {
    throw failure(kind);
  });

const asked = (work: () => Promise<string>, byHand = false, key = KEY) =>
  guardLogin(key, byHand, () => now, work);

/** The values and messages that many requests at once end with. */
async function together(works: Array<() => Promise<string>>, byHand = false): Promise<string[]> {
  const results = await Promise.allSettled(works.map((work) => asked(work, byHand)));
  return results.map((result) =>
    result.status === 'fulfilled' ? result.value : (result.reason as Error).message,
  );
}

const times = (count: number, work: () => Promise<string>) =>
  Array.from({ length: count }, () => work);

beforeEach(() => {
  forgetLogins();
  now = START;
  sent = 0;
});

describe('after a refused login', () => {
  beforeEach(async () => {
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    sent = 0;
  });

  test('nothing more is sent, and the refusal is told again', async () => {
    await expect(asked(request())).rejects.toBe(REFUSED);
    expect(sent).toBe(0);
  });

  test('a person who tries by hand is let through', async () => {
    await expect(asked(request(), true)).resolves.toBe('answer');
  });

  test('a success by hand opens the way for everybody', async () => {
    await asked(request(), true);
    await expect(asked(request())).resolves.toBe('answer');
    expect(sent).toBe(2);
  });

  test.each([['notFound'], ['forbidden'], ['badInput']] as const)(
    'an answer by hand that is %s does not: it need not have come from the vendor',
    async (kind) => {
      await expect(asked(fail(kind), true)).rejects.toThrow(kind);
      await expect(asked(request())).rejects.toBe(REFUSED);
    },
  );

  test('a refusal by hand leaves it shut', async () => {
    await expect(asked(refuse, true)).rejects.toBe(REFUSED);
    await expect(asked(request())).rejects.toBe(REFUSED);
    expect(sent).toBe(1);
  });

  test('one moment before 30 minutes nothing is sent', async () => {
    now += 30 * MINUTE - 1;
    await expect(asked(request())).rejects.toBe(REFUSED);
    expect(sent).toBe(0);
  });

  test('after 30 minutes one more try is sent', async () => {
    now += 30 * MINUTE;
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    expect(sent).toBe(1);
  });

  test('after 30 minutes only one of twenty at once is sent', async () => {
    now += 30 * MINUTE;
    await together(times(20, refuse));
    expect(sent).toBe(1);
  });

  test('the next try comes 30 minutes after the last', async () => {
    now += 30 * MINUTE;
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    now += 30 * MINUTE - 1;
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    now += 1;
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    expect(sent).toBe(2);
  });

  test('a try after 30 minutes that the server does not answer is that try', async () => {
    now += 30 * MINUTE;
    await expect(asked(fail('timeout'))).rejects.toThrow('timeout');
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    expect(sent).toBe(1);
  });

  test('a try after 30 minutes that succeeds opens the way', async () => {
    now += 30 * MINUTE;
    await asked(request());
    await expect(asked(request())).resolves.toBe('answer');
  });

  test('another login is not concerned', async () => {
    const other = loginKey('https://dialer', 'api', 'another');
    await expect(asked(request(), false, other)).resolves.toBe('answer');
  });
});

describe('while a login has not been seen to work', () => {
  test('of twenty at once with a wrong password one is sent', async () => {
    const results = await together(times(20, refuse));
    expect(results).toEqual(times(20, refuse).map(() => REFUSED.message));
    expect(sent).toBe(1);
  });

  test('of twenty at once by hand with a wrong password one is sent', async () => {
    const results = await together(times(20, refuse), true);
    expect(results).toEqual(times(20, refuse).map(() => REFUSED.message));
    expect(sent).toBe(1);
  });

  test('of twenty that an operation asks a few at once by hand one is sent', async () => {
    const questions = mapLimited(times(20, refuse), (work) => asked(work, true));
    await expect(questions).rejects.toBe(REFUSED);
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    expect(sent).toBe(1);
  });

  test('of twenty at once by hand after a refusal one is sent', async () => {
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    await together(times(20, refuse), true);
    expect(sent).toBe(2);
  });

  test('one by hand that mends it lets through those by hand that waited', async () => {
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    const results = await together(times(20, request()), true);
    expect(new Set(results)).toEqual(new Set(['answer']));
  });

  test('of twenty at once with a good password all are sent', async () => {
    const results = await together(times(20, request()));
    expect(results).toEqual(times(20, refuse).map(() => 'answer'));
    expect(sent).toBe(20);
  });

  test('when the server does not answer the first, the others share that and do not wait in turn', async () => {
    const results = await together([fail('timeout'), ...times(19, refuse)]);
    expect(new Set(results).size).toBe(1);
    expect(sent).toBe(1);
  });

  test('one that comes later waits as well', async () => {
    const first = asked(refuse);
    await Promise.resolve();
    const second = asked(refuse);
    await expect(Promise.allSettled([first, second])).resolves.toHaveLength(2);
    expect(sent).toBe(1);
  });
});

describe('once a login has been seen to work', () => {
  beforeEach(async () => {
    await asked(request());
    sent = 0;
  });

  test('requests do not wait for each other', async () => {
    let release: (answer: string) => void = () => undefined;
    const slow = asked(() => new Promise<string>((resolve) => (release = resolve)));
    await expect(asked(request())).resolves.toBe('answer');
    release('slow answer');
    await expect(slow).resolves.toBe('slow answer');
  });

  test('a refusal shuts the way again', async () => {
    await expect(asked(refuse)).rejects.toBe(REFUSED);
    await expect(asked(request())).rejects.toBe(REFUSED);
    expect(sent).toBe(1);
  });

  test.each([['outage'], ['timeout'], ['forbidden'], ['notFound'], ['unreadable']] as const)(
    'a failure that is %s does not',
    async (kind) => {
      await expect(asked(fail(kind))).rejects.toThrow(kind);
      await expect(asked(request())).resolves.toBe('answer');
    },
  );
});

describe('the key of a login', () => {
  test.each([
    [['https://other', 'api', 'secret']],
    [['https://dialer', 'other', 'secret']],
    [['https://dialer', 'api', 'other']],
    [['https://dialer', 'apisecret', '']],
  ])('%j is another login', (parts) => {
    expect(loginKey(...parts)).not.toBe(KEY);
  });

  test('is the same for the same login', () => {
    expect(loginKey('https://dialer', 'api', 'secret')).toBe(KEY);
  });

  test('tells nothing of the password', () => {
    expect(KEY).not.toContain('secret');
  });
});
