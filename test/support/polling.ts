import { at as field, type PollResult } from './contexts';
import { at } from './floor';

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
