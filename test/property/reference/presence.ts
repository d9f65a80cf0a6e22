import type { Look } from './log';

/** That something ended, as an alert's end or a change tells it. */
export interface End {
  reason: string;
  at: number;
}

const isKnown = ({ floor }: Look, key: string) =>
  floor.has(key) && floor.get(key)?.state !== 'unknown';

/**
 * When an agent who is not listed in a look went offline: after two observations without them,
 * dated at the first (rule 6), and at once where it is a doubt that is believed then.
 */
export function goneAt(
  history: readonly Look[],
  key: string,
  until: number,
): { at: number; first: number } | null {
  let first = until;
  while (first > 0 && !history[first - 1]!.floor.has(key)) first -= 1;
  const { at, goneSince } = history[first]!;
  if (first === until && goneSince === null) return null;
  return { at: goneSince ?? at, first };
}

/**
 * Rule 8: when an agent was last sure to be watched, if a long gap lies between the last sighting
 * and a look: the last look before that gap.
 */
export function unseenSince(history: readonly Look[], key: string, until: number): number | null {
  let unseen: number | null = null;
  for (let index = until; index > 0; index -= 1) {
    const { longGap, goneSince, goneAfterGap, previousAt, floor } = history[index]!;
    const missedHere = index === until && goneSince !== null && !floor.has(key);
    if (missedHere ? goneAfterGap : longGap) unseen = previousAt;
    if (isKnown(history[index - 1]!, key)) break;
  }
  return unseen;
}
