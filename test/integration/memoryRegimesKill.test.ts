import { takeOverClock } from '../support/clock';
import { controlledFloor, triggerNode } from '../support/controlledFloor';
import { agent, at, paused, since, T0 } from '../support/floor';
import { startN8n, toldBy, type Regime } from '../support/regimes';

beforeEach(() => takeOverClock(T0));
afterEach(() => jest.useRealTimers());

const REGIMES = ['classic', 'durable', 'durableCursors'] as const;

/** An n8n that has looked at a calm floor; then 1001 pauses, at minute 2. */
async function begin(regime: Regime, kind: 'observed' | 'dated' = 'observed', parameters = {}) {
  const floor = controlledFloor(agent('1001', 'ready'));
  const n8n = await startN8n(regime, floor, triggerNode('node-1', 'Trigger', parameters));
  await n8n.publish(0);
  await n8n.poll(1);
  floor.set(paused('1001', null, kind === 'dated' ? since(at(2)) : {}));
  return { n8n, floor };
}

describe('kill -9 while the answer to a poll is awaited', () => {
  test.each([
    ['classic', 'observed', '23: fired 1001'],
    ['classic', 'dated', '13: fired 1001'],
    ['durable', 'observed', '23: fired 1001'],
    ['durable', 'dated', '13: fired 1001'],
    ['durableCursors', 'observed', '13: fired 1001'],
    ['durableCursors', 'dated', '13: fired 1001'],
  ] as const)('loses no beginning: %s, %s', async (regime, kind, fired) => {
    const { n8n, floor } = await begin(regime, kind);
    await n8n.pollEveryMinute(2, 11);
    const asked = floor.hold();
    void n8n.poll(12);
    await asked;
    floor.pass();
    await n8n.start(13);
    await n8n.pollEveryMinute(14, 30);
    floor.set(agent('1001', 'ready'));
    await n8n.pollEveryMinute(31, 33);
    expect(toldBy(n8n)).toEqual([fired, '31: resolved 1001 leftState']);
  });

  test.each([
    ['classic', 'unseen'],
    ['durable', 'unseen'],
    ['durableCursors', 'leftState'],
  ] as const)('loses no end: %s', async (regime, reason) => {
    const { n8n, floor } = await begin(regime);
    await n8n.pollEveryMinute(2, 19);
    floor.set(agent('1001', 'ready'));
    const asked = floor.hold();
    void n8n.poll(20);
    await asked;
    floor.pass();
    await n8n.start(21);
    await n8n.pollEveryMinute(22, 30);
    expect(toldBy(n8n)).toEqual(['12: fired 1001', `21: resolved 1001 ${reason}`]);
  });
});

describe('kill -9 between the two things n8n writes when a poll emits', () => {
  test.each(['classic', 'durable'] as const)(
    'with memory saved and no execution, the beginning is never told: %s',
    async (regime) => {
      const { n8n, floor } = await begin(regime);
      await n8n.pollEveryMinute(2, 11);
      n8n.killAtEmission('memorySaved');
      await n8n.poll(12);
      await n8n.start(13);
      await n8n.pollEveryMinute(14, 30);
      floor.set(agent('1001', 'ready'));
      await n8n.poll(31);
      expect(toldBy(n8n)).toEqual(['31: resolved 1001 leftState']);
    },
  );

  test('and "Repeat Every" makes up for it', async () => {
    const { n8n } = await begin('classic', 'observed', { options: { repeatEvery: 15 } });
    await n8n.pollEveryMinute(2, 11);
    n8n.killAtEmission('memorySaved');
    await n8n.poll(12);
    await n8n.start(13);
    await n8n.pollEveryMinute(14, 30);
    expect(toldBy(n8n)).toEqual(['27: repeated 1001']);
  });

  test.each([
    ['classic', 'observed', 23],
    ['classic', 'dated', 13],
    ['durable', 'observed', 23],
    ['durable', 'dated', 13],
  ] as const)(
    'with the execution started and memory not saved, it is told twice with the same alertKey: %s, %s',
    async (regime, kind, again) => {
      const { n8n } = await begin(regime, kind);
      await n8n.pollEveryMinute(2, 11);
      n8n.killAtEmission('executionStarted');
      await n8n.poll(12);
      await n8n.start(13);
      await n8n.pollEveryMinute(14, 30);
      expect(toldBy(n8n)).toEqual(['12: fired 1001', `${again}: fired 1001`]);
      const [first, second] = n8n.told.map(({ item }) => item);
      expect(second?.alertKey).toBe(first?.alertKey);
      expect(second?.alertId === first?.alertId).toBe(kind === 'dated');
    },
  );

  test('with durable cursors it is both or neither: told once', async () => {
    const { n8n } = await begin('durableCursors');
    await n8n.pollEveryMinute(2, 11);
    n8n.killAtEmission('memorySaved');
    await n8n.poll(12);
    expect(toldBy(n8n)).toEqual([]);
    await n8n.start(13);
    await n8n.pollEveryMinute(14, 30);
    expect(toldBy(n8n)).toEqual(['13: fired 1001']);
  });
});

describe.each(REGIMES)('slow answers: %s', (regime) => {
  test('a poll that comes while another one waits does nothing', async () => {
    const { n8n, floor } = await begin(regime);
    await n8n.pollEveryMinute(2, 11);
    const asked = floor.hold();
    const slow = n8n.poll(12);
    await asked;
    const readings = floor.readings();
    await n8n.poll(12.5);
    expect(floor.readings()).toBe(readings);
    floor.release();
    await slow;
    expect(toldBy(n8n)).toEqual(['12.5: fired 1001']);
    await n8n.pollEveryMinute(13, 20);
    expect(toldBy(n8n)).toHaveLength(1);
  });

  test('an answer that never comes stops no later poll, and counts for nothing when it does', async () => {
    const { n8n, floor } = await begin(regime);
    await n8n.pollEveryMinute(2, 11);
    const asked = floor.hold();
    const slow = n8n.poll(12);
    await asked;
    floor.pass();
    await n8n.pollEveryMinute(13, 30);
    // Until it is void it keeps the others waiting, which is a long gap where it takes minutes.
    const told = regime === 'classic' ? '28: fired 1001' : '13: fired 1001';
    expect(toldBy(n8n)).toEqual([told]);
    floor.release();
    await slow;
    await n8n.pollEveryMinute(31, 35);
    expect(toldBy(n8n)).toEqual([told]);
  });
});

test.each([
  ['classic', '12.8: fired 1001'],
  ['durable', '13: fired 1001'],
  ['durableCursors', '13: fired 1001'],
] as const)(
  'what n8n throws away because it took too long is told by the next poll: %s',
  async (regime, told) => {
    const { n8n, floor } = await begin(regime);
    await n8n.pollEveryMinute(2, 11);
    const asked = floor.hold();
    const slow = n8n.poll(12);
    await asked;
    jest.setSystemTime(at(12.8));
    floor.release();
    await slow;
    await n8n.pollEveryMinute(13, 20);
    expect(toldBy(n8n)).toEqual([told]);
  },
);
