import { cloneDeepWith } from 'lodash';
import type { Memory } from './memory';

/** Moments are remembered in whole seconds. */
export function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

const SHORTEST_LONG_GAP_MS = 5 * 60_000;

/** Whether so long went by without a believed observation that what was timed is void. */
export function isLongGap(memory: Memory, gapMs: number): boolean {
  const interval = memory.rhythm.length === 0 ? 0 : Math.min(...memory.rhythm);
  return gapMs > Math.max(3 * interval, SHORTEST_LONG_GAP_MS);
}

/** Notes that a poll happens, good or bad. */
export function polled(memory: Memory, now: number): Memory {
  const rhythm =
    memory.polledAt === null ? [] : [...memory.rhythm, now - memory.polledAt].slice(-2);
  return { ...memory, polledAt: now, rhythm };
}

/** What of memory is a moment, wherever it stands, and moves when the clock is set back. */
const MOMENTS = new Set([
  'polledAt',
  'goodAt',
  'beatAt',
  'since',
  'start',
  'codeStart',
  'otherStart',
  'vendorSince',
  'gapFrom',
  'absentSince',
  'toldAt',
]);

/** The memory on a clock that was set back: everything as long ago as at the last poll. */
export function onClock(memory: Memory, now: number): Memory {
  if (memory.polledAt === null || now >= memory.polledAt) return memory;
  const by = now - memory.polledAt;
  return cloneDeepWith(memory, (value: unknown, key) =>
    typeof value === 'number' && MOMENTS.has(String(key)) ? value + by : undefined,
  );
}
