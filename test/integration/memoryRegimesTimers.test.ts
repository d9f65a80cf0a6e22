import type { INodeParameters } from 'n8n-workflow';
import { takeOverClock } from '../support/clock';
import { controlledFloor, triggerNode } from '../support/controlledFloor';
import { agent, paused, T0 } from '../support/floor';
import { startN8n, toldBy, type Regime } from '../support/regimes';

beforeEach(() => takeOverClock(T0));
afterEach(() => jest.useRealTimers());

async function begin(regime: Regime, parameters: INodeParameters) {
  const floor = controlledFloor(agent('1001', 'ready'));
  const n8n = await startN8n(regime, floor, triggerNode('node-1', 'Trigger', parameters));
  await n8n.publish(0);
  return { n8n, floor };
}

const HEARTBEAT = { options: { heartbeatEvery: 5 } };

describe.each(['classic', 'durable'] as const)('%s: a heartbeat', (regime) => {
  test('saves the clocks, so that a new process goes on with them', async () => {
    const { n8n, floor } = await begin(regime, HEARTBEAT);
    await n8n.poll(1);
    floor.set(paused('1001'));
    await n8n.pollEveryMinute(2, 7);
    await n8n.start(8);
    await n8n.pollEveryMinute(9, 14);
    expect(toldBy(n8n)).toEqual([
      '0: heartbeat',
      '5: heartbeat',
      '10: heartbeat',
      '12: fired 1001',
    ]);
  });

  test('goes on at its own pace in a new process', async () => {
    const { n8n } = await begin(regime, HEARTBEAT);
    await n8n.pollEveryMinute(1, 6);
    await n8n.start(7);
    await n8n.pollEveryMinute(8, 16);
    expect(toldBy(n8n)).toEqual(['0: heartbeat', '5: heartbeat', '10: heartbeat', '15: heartbeat']);
  });
});

/**
 * The end of a pause that nobody is told of starts no execution, so nothing saves it. A new process
 * that finds the agent paused again takes that for the pause it knows of.
 */
describe('without "Also Send When It Is Over", a second pause across a restart', () => {
  test.each([
    ['classic', {}, ['12: fired 1001']],
    ['classic', HEARTBEAT, ['12: fired 1001', '110: fired 1001']],
    ['durable', {}, ['12: fired 1001']],
    ['durableCursors', {}, ['12: fired 1001', '110: fired 1001']],
  ] as const)('%s %j', async (regime, parameters, expected) => {
    const { n8n, floor } = await begin(regime, { sendResolved: false, ...parameters });
    await n8n.poll(1);
    floor.set(paused('1001'));
    await n8n.pollEveryMinute(2, 19);
    floor.set(agent('1001', 'ready'));
    await n8n.pollEveryMinute(20, 99);
    floor.set(paused('1001'));
    await n8n.pollEveryMinute(100, 105);
    await n8n.start(106);
    await n8n.pollEveryMinute(107, 125);
    expect(toldBy(n8n).filter((word) => !word.includes('heartbeat'))).toEqual(expected);
  });

  test('is told where a call in between shows that it is another one', async () => {
    const { n8n, floor } = await begin('classic', { sendResolved: false });
    await n8n.poll(1);
    floor.set(paused('1001', null, { callsToday: 4 }));
    await n8n.pollEveryMinute(2, 19);
    floor.set(agent('1001', 'ready', { callsToday: 5 }));
    await n8n.pollEveryMinute(20, 99);
    floor.set(paused('1001', null, { callsToday: 5 }));
    await n8n.pollEveryMinute(100, 105);
    await n8n.start(106);
    await n8n.pollEveryMinute(107, 125);
    expect(toldBy(n8n)).toEqual(['12: fired 1001', '116: fired 1001']);
  });
});
