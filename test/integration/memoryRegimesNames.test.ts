import { takeOverClock } from '../support/clock';
import { controlledFloor, triggerNode } from '../support/controlledFloor';
import { agent, paused, T0 } from '../support/floor';
import { startN8n, toldBy, type Regime } from '../support/regimes';

beforeEach(() => takeOverClock(T0));
afterEach(() => jest.useRealTimers());

const NAMES = ['1001', '__proto__', 'constructor', 'toString'];

test.each<[Regime]>([['classic'], ['durable'], ['durableCursors']])(
  'agents who are called what every object has are kept by n8n as others are: %s',
  async (regime) => {
    const floor = controlledFloor(...NAMES.map((name) => agent(name, 'ready')));
    const parameters = {
      events: ['stateTooLong', 'stateChange'],
      changes: { rows: [{ from: ['paused'], to: ['ready'] }] },
    };
    const n8n = await startN8n(regime, floor, triggerNode('node-1', 'Trigger', parameters));
    await n8n.publish(0);
    floor.set(...NAMES.map((name) => paused(name)));
    await n8n.pollEveryMinute(1, 12);
    n8n.kill();
    await n8n.start(13);
    floor.set(...NAMES.map((name) => agent(name, 'ready')));
    await n8n.pollEveryMinute(14, 16);
    expect(toldBy(n8n)).toEqual([
      ...NAMES.map((name) => `11: fired ${name}`),
      ...NAMES.map((name) => `14: resolved ${name} leftState`),
      ...NAMES.map((name) => `14: changed ${name}`),
    ]);
  },
);
