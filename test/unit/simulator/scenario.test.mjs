import { startSimulator } from '../../simulator/index.mjs';

const START = Date.UTC(2026, 10, 21, 9);

/**
 * The truth of a floor that has lived for a while.
 *
 * @param {number} seed
 * @param {number[]} steps   in seconds
 * @param {import('../../simulator/floors/index.mjs').FloorChoice} [floor]
 */
async function live(seed, steps, floor = 'demo') {
  const simulator = await startSimulator({ floor, seed, now: START, speed: 0, life: true });
  for (const seconds of steps) simulator.world.advance(seconds);
  const agents = simulator.world.agents();
  const truth = simulator.truth();
  await simulator.close();
  return { agents, truth };
}

/** @param {import('../../simulator/types.mjs').TruthEntry[]} truth */
function breaksOf(truth) {
  const starts = truth.filter(({ to, reason }) => to === 'paused' && reason === 'BREAK');
  return starts.map((start) => {
    const end = truth.find(({ at, agentId }) => agentId === start.agentId && at > start.at);
    return {
      agentId: start.agentId,
      after: (start.at - START) / 1000,
      lasts: end && (end.at - start.at) / 1000,
      then: end?.to,
    };
  });
}

describe('the scenario', () => {
  test('gives the same truth for the same seed, however often somebody looks', async () => {
    const once = await live(7, [900]);
    const often = await live(
      7,
      Array.from({ length: 900 }, () => 1),
    );
    const odd = await live(7, [0.3, 12.7, 400, 0, 487]);
    expect(once.truth.length).toBeGreaterThan(100);
    expect(often).toEqual(once);
    expect(odd).toEqual(once);
  });

  test('gives another truth for another seed', async () => {
    expect((await live(8, [600])).truth).not.toEqual((await live(7, [600])).truth);
  });

  test('tells its truth in the order of time', async () => {
    const times = (await live(1, [3600], { agents: 50 })).truth.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test.each([1, 2, 3, 4, 5, 42])('the demo floor keeps its promises with seed %d', async (seed) => {
    const start = await live(seed, [0]);
    expect(start.agents.filter(({ state }) => state === 'paused')).toHaveLength(1);
    expect(start.agents.length).toBe(14);
    expect(new Set(start.agents.map(({ campaign }) => campaign)).size).toBe(3);
    for (const { email, call } of start.agents) {
      expect(email).toMatch(/^[a-z.]+@example\.com$/);
      if (call) expect(call.phone).toMatch(/55501\d\d$/);
    }

    const { truth } = await live(seed, [1500]);
    const breaks = breaksOf(truth);
    expect(breaks[0]?.after).toBeLessThanOrEqual(20);
    expect(breaks.length).toBeGreaterThanOrEqual(6);
    const first = breaks.slice(0, 3).map(({ agentId }) => agentId);
    expect(new Set([...first, '1106']).size).toBe(4);
    for (const { lasts, then } of breaks.slice(0, -1)) {
      expect(lasts).toBeGreaterThanOrEqual(140);
      expect(lasts).toBeLessThanOrEqual(165);
      expect(then).toBe('ready');
    }
    expect(truth.filter(({ to }) => to === 'busy').length).toBeGreaterThan(50);
  });

  test('leaves an agent alone that was moved by hand, until it is released', async () => {
    const simulator = await startSimulator({ floor: 'demo', now: START, speed: 0, life: true });
    const { world } = simulator;
    world.setAgent('1101', { state: 'paused', reason: 'MEET' });
    world.advance(3600);
    expect(world.agents().find(({ id }) => id === '1101')).toMatchObject({
      state: 'paused',
      since: START,
    });
    world.setAgent('1101', { state: 'ready', release: true });
    world.advance(600);
    const moves = simulator.truth().filter(({ agentId }) => agentId === '1101');
    expect(moves.length).toBeGreaterThan(4);
    await simulator.close();
  });

  test('stands still without life', async () => {
    const simulator = await startSimulator({ floor: 'demo', now: START, speed: 0 });
    simulator.world.advance(3600);
    expect(simulator.truth()).toEqual([]);
    await simulator.close();
  });
});
