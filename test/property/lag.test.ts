import fc from 'fast-check';
import { forgetProcessMemory } from '../../nodes/shared/trigger/store';
import { agent } from '../support/floor';
import { takeOverClock } from '../support/clock';
import { runsOfEach, wanted } from './check';
import { T0 } from './world/history';
import { N8n } from './world/n8n';
import { parametersOf, PLAIN, type Row } from './world/setup';
import { ScriptedVendor } from './world/vendor';

/** A floor on which one thing happens, and good polls at an even pace. */
interface Lag {
  /** Seconds between polls, and what a request takes in milliseconds. */
  interval: number;
  requestMs: number;
  /** Milliseconds after the first poll when everyone pauses. */
  pausesAt: number;
  /** Whole intervals a limit takes. */
  lasts: number;
  tellsSince: boolean;
}

const lag: fc.Arbitrary<Lag> = fc.record({
  interval: fc.constantFrom(60, 120, 300),
  requestMs: fc.integer({ min: 0, max: 20_000 }),
  pausesAt: fc.integer({ min: 1, max: 600_000 }),
  lasts: fc.integer({ min: 1, max: 5 }),
  tellsSince: fc.boolean(),
});

/** When the trigger tells of it, in milliseconds after it began; null when it never does. */
async function toldAfter({ interval, requestMs, pausesAt, tellsSince }: Lag, row: Row) {
  forgetProcessMemory();
  const n8n = new N8n('classic', 'UTC');
  const parameters = parametersOf({ ...PLAIN, rows: [row] });
  const began = T0 + pausesAt;
  for (let poll = 0; poll < 30; poll += 1) {
    jest.setSystemTime(T0 + poll * interval * 1000);
    const vendor = new ScriptedVendor('one', { word: 'yes' }, async () => {
      // The vendor looks when it is asked; the answer is there when the request is over.
      const isPaused = Date.now() >= began;
      jest.setSystemTime(Date.now() + requestMs);
      const since = isPaused && tellsSince ? { stateSince: began } : {};
      const rows = [agent('a1', isPaused ? 'paused' : 'ready', { ...since })];
      return { rows, callsWaiting: null, observedAt: Date.now() };
    });
    const { items } = await n8n.poll(parameters, vendor, () => false);
    if (items?.some(({ event }) => event === 'fired') === true) return Date.now() - began;
  }
  return null;
}

/** At most an interval and a request late; times are whole seconds. */
const latest = ({ interval, requestMs, lasts }: Lag) =>
  (lasts + 1) * interval * 1000 + requestMs + 1000;

const about: Array<[string, (world: Lag) => Row]> = [
  [
    'an agent in a state too long',
    ({ interval, lasts }) => ({
      kind: 'time',
      states: ['paused'],
      reasons: '',
      minutes: (lasts * interval) / 60,
      severity: 'warning',
    }),
  ],
  [
    'a count over its limit',
    ({ interval, lasts }) => ({
      kind: 'count',
      measure: 'percent',
      states: ['paused'],
      comparison: 'atLeast',
      value: 100,
      forMinutes: (lasts * interval) / 60,
      clearBy: 0,
      severity: 'warning',
    }),
  ],
];

describe.each(about)('of %s', (_name, rowOf) => {
  test('one is told within the interval, its time and one request', async () => {
    takeOverClock(T0);
    const inTime = fc.asyncProperty(lag, async (world) => {
      const after = await toldAfter(world, rowOf(world));
      expect(after).not.toBeNull();
      expect(after).toBeLessThanOrEqual(latest(world));
      // Nor too early: whoever takes the time from outside cannot know it to a second.
      expect(after).toBeGreaterThan(world.lasts * world.interval * 1000 - 2000);
    });
    await fc.assert(inTime, { numRuns: runsOfEach(10), seed: wanted.seed });
    jest.useRealTimers();
  }, 600_000);
});
