import { createClock } from '../../simulator/clock.mjs';
import { resolveFloor } from '../../simulator/floors/index.mjs';
import { createWorld } from '../../simulator/world.mjs';

const START = Date.UTC(2026, 10, 21, 12);

/** @param {import('../../simulator/floors/index.mjs').FloorChoice} [choice] */
function makeWorld(choice = [{ id: '1', name: 'One', state: 'ready' }]) {
  const clock = createClock({ now: START, speed: 0 });
  return createWorld({ floor: resolveFloor(choice, 1, START), clock });
}

describe('the world', () => {
  test('logs every change of state as the truth, in order', () => {
    const world = makeWorld();
    world.advance(10);
    world.setAgent('1', { state: 'paused', reason: 'BREAK' });
    world.setAgent('1', { callsToday: 5 });
    world.advance(5);
    world.setAgent('1', { reason: 'LUNCH' });
    world.setAgent('1', { state: 'ready' });
    world.setAgent('1', { state: 'ready' });
    expect(world.truth()).toEqual([
      { at: START + 10_000, agentId: '1', from: 'ready', to: 'paused', reason: 'BREAK' },
      { at: START + 15_000, agentId: '1', from: 'paused', to: 'paused', reason: 'LUNCH' },
      { at: START + 15_000, agentId: '1', from: 'paused', to: 'ready', reason: null },
    ]);
  });

  test('stamps since when the state changes, not when its reason does', () => {
    const world = makeWorld();
    world.advance(10);
    world.setAgent('1', { state: 'paused' });
    world.advance(10);
    expect(world.setAgent('1', { reason: 'BREAK' })).toMatchObject({
      since: START + 10_000,
      detailSince: START + 20_000,
      reason: 'BREAK',
    });
    expect(world.setAgent('1', { since: START }).since).toBe(START);
  });

  test('creates an agent it does not know, and removes one', () => {
    const world = makeWorld();
    world.setAgent('2', { state: 'busy', campaign: 'NEWCAMP', group: 'NEWGROUP' });
    expect(world.agents().map(({ id }) => id)).toEqual(['1', '2']);
    expect(world.campaigns.has('NEWCAMP')).toBe(true);
    expect(world.removeAgent('2')).toBe(true);
    expect(world.removeAgent('2')).toBe(false);
    expect(world.truth().map(({ from, to }) => `${from} ${to}`)).toEqual([
      'offline busy',
      'busy offline',
    ]);
  });

  test('refuses a state that does not exist and changes nothing', () => {
    const world = makeWorld();
    const before = world.agents();
    expect(() => world.setAgent('1', /** @type {any} */ ({ state: 'gone', name: 'X' }))).toThrow(
      'unknown state gone',
    );
    expect(world.agents()).toEqual(before);
  });

  test('keeps one call from ringing to wrap-up, counts it once and files it', () => {
    const world = makeWorld();
    const ringing = world.setAgent('1', { state: 'busy', subState: 'ringing' });
    expect(ringing).toMatchObject({
      callsToday: 0,
      call: { phone: /** @type {any} */ (expect.stringMatching(/^\d{3}55501\d\d$/)) },
    });
    const talking = world.setAgent('1', { subState: null });
    expect(talking).toMatchObject({ callsToday: 1, call: { id: ringing.call?.id } });
    world.advance(60);
    expect(world.setAgent('1', { state: 'wrapUp' }).call?.id).toBe(ringing.call?.id);
    world.advance(30);
    expect(world.setAgent('1', { state: 'ready' })).toMatchObject({ call: null, callsToday: 1 });
    expect(world.finishedCalls.get(ringing.call?.id ?? '')).toMatchObject({
      agentId: '1',
      seconds: 90,
    });
    expect(world.history('1').map(({ state, subState }) => subState ?? state)).toEqual([
      'busy',
      'wrapUp',
    ]);
  });

  test('cannot be changed through what it hands out', () => {
    const world = makeWorld();
    const [agent] = world.agents();
    if (agent) Object.assign(agent, { state: 'paused' });
    expect(world.agents()[0]?.state).toBe('ready');
  });

  test('keeps the bytes of a name that is not UTF-8', () => {
    const world = makeWorld([
      { id: '1', name: { latin1: 'René' } },
      { id: '2', name: Buffer.from([0x52, 0xe9]) },
    ]);
    expect(world.agents()).toMatchObject([
      { name: 'René', nameEncoding: 'latin1' },
      { name: 'Ré', nameEncoding: 'latin1' },
    ]);
  });
});
