import { takeOverClock } from '../support/clock';
import { controlledFloor, triggerNode } from '../support/controlledFloor';
import { agent, paused, T0 } from '../support/floor';
import { startN8n, toldBy, type Regime, type SimulatedN8n } from '../support/regimes';

beforeEach(() => takeOverClock(T0));
afterEach(() => jest.useRealTimers());

const FIRST = triggerNode('node-1', 'First', { filters: { agents: '1001' } });
const SECOND = triggerNode('node-2', 'Second', { filters: { agents: '1002' } });

async function begin(regime: Regime) {
  const floor = controlledFloor(agent('1001', 'ready'), agent('1002', 'ready'));
  const n8n = await startN8n(regime, floor, FIRST, SECOND);
  await n8n.publish(0);
  return { n8n, floor };
}

/** Whether the database has lost that the second trigger's alert was told. */
const secondIsRolledBack = ({ database }: SimulatedN8n) =>
  !JSON.stringify(database.staticData['node:Second']).includes('stateTooLong:paused/1002');

test('the classic poller rolls back a trigger that was registered for itself; nothing comes twice', async () => {
  const { n8n, floor } = await begin('classic');
  // Its limit edited and published: n8n registers this one anew, and the other runs on.
  await n8n.publish(1, [SECOND]);
  floor.set(paused('1002'));
  await n8n.pollEveryMinute(2, 12);
  floor.set(paused('1001'));
  await n8n.pollEveryMinute(13, 23);
  const before = ['12: fired 1002', '23: fired 1001'];
  expect(toldBy(n8n)).toEqual(before);
  expect(secondIsRolledBack(n8n)).toBe(true);

  await n8n.start(24);
  await n8n.pollEveryMinute(25, 40);
  expect(toldBy(n8n)).toEqual(before);
  floor.set(agent('1001', 'ready'), agent('1002', 'ready'));
  await n8n.pollEveryMinute(41, 42);
  expect(toldBy(n8n)).toEqual([
    ...before,
    '41: resolved 1001 leftState',
    '41: resolved 1002 leftState',
  ]);
});

test.each(['durable', 'durableCursors'] as const)(
  'two triggers that tell at the same moment do so once, also after a restart: %s',
  async (regime) => {
    const { n8n, floor } = await begin(regime);
    await n8n.poll(1);
    floor.set(paused('1001'), paused('1002'));
    await n8n.pollEveryMinute(2, 12);
    await n8n.start(13);
    await n8n.pollEveryMinute(14, 30);
    expect(toldBy(n8n)).toEqual(['12: fired 1001', '12: fired 1002']);
  },
);
