import { createClock, toMs } from '../../simulator/clock.mjs';
import { startSimulator } from '../../simulator/index.mjs';

const START = Date.UTC(2026, 10, 21, 22, 18, 21);

describe('the simulated clock', () => {
  /** @param {number} speed */
  const at = (speed) => {
    let real = 1000;
    const clock = createClock({ now: START, speed, realNow: () => real });
    return { clock, pass: (/** @type {number} */ ms) => (real += ms) };
  };

  test.each([
    [1, 2000],
    [60, 120_000],
    [0, 0],
  ])('at speed %d two real seconds are %d ms', (speed, passed) => {
    const { clock, pass } = at(speed);
    pass(2000);
    expect(clock.now()).toBe(START + passed);
  });

  test('tells real time when it is given none', () => {
    const before = Date.now();
    expect(createClock().now()).toBeGreaterThanOrEqual(before);
    expect(createClock().now()).toBeLessThanOrEqual(Date.now());
  });

  test('can be set, advanced and sped up without losing its place', () => {
    const { clock, pass } = at(1);
    clock.advance(90);
    pass(500);
    clock.setSpeed(10);
    pass(100);
    expect(clock.now()).toBe(START + 90_000 + 500 + 1000);
    clock.set(START);
    expect(clock.now()).toBe(START);
  });

  test('reads a moment however it is written, and refuses what is none', () => {
    expect(toMs('2026-11-21T22:18:21Z')).toBe(START);
    expect(toMs(new Date(START))).toBe(START);
    expect(toMs(START)).toBe(START);
    expect(() => toMs('soon')).toThrow('not a time');
  });

  test('dates every answer', async () => {
    const simulator = await startSimulator({ now: START, speed: 0 });
    simulator.world.advance(3600);
    const response = await fetch(`${simulator.url}/vicidial/non_agent_api.php?function=version`);
    await simulator.close();
    expect(response.headers.get('date')).toBe('Sat, 21 Nov 2026 23:18:21 GMT');
    expect(await response.text()).toContain('DATE: 2026-11-21 23:18:21|EPOCH: 1795303101|');
  });
});
