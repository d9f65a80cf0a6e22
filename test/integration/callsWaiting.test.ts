import { systems } from '../simulator/systems.mjs';
import { waitingAt, WANTED } from '../support/callsWaiting';
import { calls, useSimulator } from '../support/simulated';
import { floorAt } from '../support/subjects';

const simulator = useSimulator();

/** Those that report calls waiting, and what each is asked for. */
const reporting = systems.flatMap((system) => {
  const { name, callsWaiting } = system;
  return callsWaiting ? [{ name, system, ...callsWaiting }] : [];
});

describe.each(reporting)('$name', ({ system, agents, waiting }) => {
  const open = () => floorAt(system, simulator(), {});

  test.each([[0], [1], [17]])('tells that %i calls are waiting', async (count) => {
    simulator().world.setWaitingCalls(count);
    expect(await waitingAt(open())).toBe(count);
  });

  test('tells of each moment what is waiting in it', async () => {
    const source = open();
    const told = [];
    for (const count of [2, 9, 0]) {
      simulator().world.setWaitingCalls(count);
      // Rocket.Chat's figures may be five seconds old.
      simulator().world.advance(6);
      told.push(await waitingAt(source));
    }
    expect(told).toEqual([2, 9, 0]);
  });

  test('lists everyone with them, whatever states are wanted', async () => {
    const source = open();
    const { agents: without } = await source.readFloor({ states: [], callsWaiting: false });
    const { agents: found, observedAt } = await source.readFloor(WANTED);
    expect(found.map(({ agentId }) => agentId)).toEqual(without.map(({ agentId }) => agentId));
    expect(found.length).toBeGreaterThan(10);
    expect(Math.abs(Date.now() - observedAt)).toBeLessThan(60_000);
  });

  test('asks after them only when they are wanted', async () => {
    const { callsWaiting } = await open().readFloor({ states: ['paused'], callsWaiting: false });
    expect(callsWaiting).toBeNull();
    const asked = Object.keys(calls(simulator()));
    expect(asked).toContain(agents);
    expect(asked).not.toContain(waiting);
  });

  test('fails as a whole when it cannot tell them', async () => {
    simulator().faults.set({ type: 'gateway502', match: { function: waiting } });
    await expect(open().readFloor(WANTED)).rejects.toMatchObject({ kind: 'outage' });
    await expect(open().readFloor({ ...WANTED, callsWaiting: false })).resolves.toBeDefined();
  });
});
