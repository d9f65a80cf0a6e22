import { askVicidial } from '../../simulator/client.mjs';
import { startSimulator } from '../../simulator/index.mjs';

/** @type {import('../../simulator/index.mjs').Simulator} */
let simulator;
beforeEach(async () => {
  simulator = await startSimulator({ now: '2026-11-21T22:18:21Z', speed: 0 });
});
afterEach(() => simulator.close());

/** @param {string} pass */
async function logIn(pass) {
  const params = { user: 'lockme', pass, function: 'agent_status', agent_user: '1003' };
  const { body } = await askVicidial(simulator, params);
  if (!body.startsWith('ERROR')) return 'GOOD';
  return /\|([A-Z0-9]+)\|\n$/.exec(body)?.[1] ?? body;
}

/**
 * @param {number} times
 * @param {string} pass
 */
async function logInOften(times, pass) {
  const answers = [];
  for (let time = 0; time < times; time += 1) answers.push(await logIn(pass));
  return answers;
}

const bad = (/** @type {number} */ times) => Array.from({ length: times }, () => 'BAD');

describe("VICIdial's lock", () => {
  test('locks after ten bad logins, for the right password too', async () => {
    expect(await logInOften(12, 'wrong')).toEqual([...bad(10), 'LOCK', 'LOCK']);
    expect(await logIn('lockme')).toBe('LOCK');
  });

  test('counts from the last good login, and a good one starts the count anew', async () => {
    await logInOften(9, 'wrong');
    expect(await logIn('lockme')).toBe('GOOD');
    expect(await logInOften(11, 'wrong')).toEqual([...bad(10), 'LOCK']);
  });

  test('opens 15 minutes after the last good login, whatever was tried since', async () => {
    await logIn('lockme');
    await logInOften(10, 'wrong');
    simulator.world.advance(890);
    expect(await logIn('lockme')).toBe('LOCK');
    simulator.world.advance(11);
    expect(await logIn('lockme')).toBe('GOOD');
  });

  test('lets the count roll over once when the last good login is long ago', async () => {
    simulator.world.advance(3600);
    expect(await logInOften(21, 'wrong')).toEqual([...bad(20), 'LOCK']);
  });

  test('counts a login that is too weak, and compares without case', async () => {
    simulator.vicidial.setUser('lockme', { level: 1 });
    await logInOften(10, 'lockme');
    expect(await logIn('lockme')).toBe('LOCK');
    simulator.vicidial.setUser('lockme', { level: 9, locked: false });
    expect(await logIn('LOCKme')).toBe('GOOD');
  });

  test('can be locked and freed from outside, and does not hide the version', async () => {
    simulator.vicidial.setUser('lockme', { locked: true });
    expect(await logIn('lockme')).toBe('LOCK');
    const { body } = await askVicidial(simulator, { user: 'lockme', function: 'version' });
    expect(body).toMatch(/^VERSION: 2\.14-202\|/);
  });
});

describe('the order of checks', () => {
  test.each([
    [
      'no source is told before the right',
      { user: 'noapi', pass: 'noapi', source: 'x' },
      'ERROR: Invalid Source - x\nERROR: Invalid Source: |x|\n',
    ],
    [
      'an unknown function needs a login only',
      { function: 'AGENT_STATUS', source: '' },
      'ERROR: NO FUNCTION SPECIFIED\n',
    ],
    [
      'an inactive user is a wrong password',
      { user: 'inactive', pass: 'inactive' },
      'ERROR: Login incorrect, please try again: |inactive|inactive|BAD|\n',
    ],
    [
      'characters that are not allowed are deleted',
      { user: 'no body', pass: 'a.b+c' },
      'ERROR: Login incorrect, please try again: |nobody|abc|BAD|\n',
    ],
    [
      'a right that is missing',
      { user: 'noreports', pass: 'noreports' },
      'ERROR: agent_status USER DOES NOT HAVE PERMISSION TO GET AGENT INFO: |noreports|0|\n',
    ],
  ])('%s', async (_, params, body) => {
    const asked = { function: 'agent_status', agent_user: '1003', ...params };
    expect((await askVicidial(simulator, asked)).body).toBe(body);
  });

  test('format=debug adds its tail', async () => {
    const { body } = await askVicidial(simulator, { function: 'x', format: 'debug' });
    expect(body).toBe(
      'ERROR: NO FUNCTION SPECIFIED\n\n<!-- script runtime: 0 seconds -->\n</body>\n</html>\n',
    );
  });
});
