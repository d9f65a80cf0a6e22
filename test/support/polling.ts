import { forgetProcessMemory } from '../../nodes/shared/trigger/store';
import type { AgentSpec } from '../simulator/types.mjs';
import { takeOverClock } from './clock';
import { at as field, type PollResult } from './contexts';
import { at, T0 } from './floor';
import { useSimulator } from './simulated';

/**
 * For each test of the file a simulator whose agents are ready at T0, on a clock that was taken
 * over, and triggers that remember nothing of the test before.
 *
 * @param fields what the simulator has of each agent besides
 */
export function useReadyFloor(
  ids: readonly string[],
  fields: (id: string) => Partial<AgentSpec> = () => ({}),
) {
  beforeEach(() => {
    takeOverClock(T0);
    forgetProcessMemory();
  });
  afterEach(() => void jest.useRealTimers());
  return useSimulator({
    now: T0,
    speed: 1,
    floor: ids.map((id) => ({ id, name: `Agent ${id}`, state: 'ready', ...fields(id) })),
  });
}

/**
 * Polls a trigger each minute from `from` to `to`, on a clock that was taken over.
 *
 * @param who what an agent is called by: a path in the item
 * @returns a function that gives "minute: event agent" and "minute: what was reported"
 */
export function pollingBy(who: 'agent.agentId' | 'agent.agentName') {
  return async (
    { poll }: { poll(): Promise<PollResult> },
    from: number,
    to: number,
  ): Promise<string[]> => {
    const told: string[] = [];
    for (let minute = from; minute <= to; minute += 1) {
      jest.setSystemTime(at(minute));
      const { items, reported } = await poll();
      for (const item of items ?? []) {
        told.push(`${minute}: ${String(item.event)} ${String(field(item, who))}`);
      }
      told.push(...reported.map(({ message }) => `${minute}: ${message}`));
    }
    return told;
  };
}
