import { takeOverClock } from './clock';
import { useSimulator } from './simulated';

const NOW = '2026-11-21T22:18:21Z';

/** The day up to now. */
export const DAY = { from: '2026-11-21T00:00:00Z', to: NOW };

/** For each test of the file the floor whose items the pages and the editor show. */
export function useShownFloor() {
  const simulator = useSimulator({ now: NOW });
  beforeEach(() => {
    takeOverClock(Date.parse(NOW));
    simulator().world.setAgent('1008', { state: 'paused', since: '2026-11-21T22:10:00Z' });
  });
  afterEach(() => void jest.useRealTimers());
  return simulator;
}
