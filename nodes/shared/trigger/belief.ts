import type { Doubt, Memory } from './memory';
import { isLongGap } from './timing';

/**
 * Whether a floor is to be believed. Most agents gone at once is more often a server in trouble
 * than the end of a shift, so it takes two further polls that agree, two minutes, and the
 * vendor's word about one of those who are gone.
 */
export type Verdict =
  | { kind: 'believed' }
  | { kind: 'doubted'; doubt: Doubt }
  | { kind: 'ask'; doubt: Doubt; agentKey: string };

const FURTHER_POLLS = 2;
const LEAST_MS = 2 * 60_000;
const FEWEST_AGENTS = 5;

/** @param present keys of everyone on the floor just read */
export function judge(memory: Memory, present: ReadonlySet<string>, now: number): Verdict {
  const gone = memory.roster.filter((key) => !present.has(key));
  const mostAreGone = gone.length * 2 > memory.roster.length;
  if (!mostAreGone || (memory.roster.length < FEWEST_AGENTS && present.size > 0)) {
    return { kind: 'believed' };
  }
  if (memory.doubt === null) {
    const { goodAt } = memory;
    const gapFrom = goodAt !== null && isLongGap(memory, now - goodAt) ? goodAt : null;
    return { kind: 'doubted', doubt: { since: now, gapFrom, polls: 0 } };
  }
  const doubt = { ...memory.doubt, polls: memory.doubt.polls + 1 };
  if (doubt.polls < FURTHER_POLLS || now - doubt.since < LEAST_MS) {
    return { kind: 'doubted', doubt };
  }
  // Another agent each time: the one asked after may have been deleted, or be just back.
  const agentKey = gone[doubt.polls % gone.length] ?? '';
  return { kind: 'ask', doubt, agentKey };
}
