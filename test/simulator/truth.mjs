/** @import { TruthEntry } from './types.mjs' */

const MOST_KEPT = 200_000;

/**
 * The simulator's own log of what really happened. Tests compare with it what a client made of the
 * vendor's answers. A change of state is one entry; so is a change of the reason within a pause
 * (from and to are then both `paused`).
 *
 * @returns {{ add: (entry: TruthEntry) => void, entries: () => TruthEntry[] }}
 */
export function createTruth() {
  /** @type {TruthEntry[]} */
  const log = [];

  return {
    add(entry) {
      log.push(entry);
      if (log.length > MOST_KEPT) log.splice(0, MOST_KEPT / 10);
    },
    entries: () => log.map((entry) => ({ ...entry })),
  };
}
