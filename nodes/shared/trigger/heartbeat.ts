import type { Memory } from './memory';
import type { HeartbeatEvent } from './events';

/**
 * Whether a sign of life is due, and the memory of having sent it.
 *
 * @param everyMs 0 is never
 */
export function beat(
  memory: Memory,
  everyMs: number,
  now: number,
): { memory: Memory; events: HeartbeatEvent[] } {
  const isDue = everyMs > 0 && (memory.beatAt === null || now - memory.beatAt >= everyMs);
  if (!isDue) return { memory, events: [] };
  return {
    memory: { ...memory, beatAt: now },
    events: [{ type: 'heartbeat', event: 'heartbeat', at: now, goodAt: memory.goodAt }],
  };
}
