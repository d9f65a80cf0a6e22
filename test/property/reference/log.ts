import type { AgentState } from '../../../nodes/shared/model/AgentState';
import type { Told } from '../told';
import type { CountRow, Setup } from '../world/setup';

/** What one look saw of one agent. Times are whole epoch seconds. */
export interface Sighting {
  state: AgentState;
  /** The pause code as it is compared: trimmed, in lower case; '' without one. */
  code: string;
  /** Since when by the vendor, where that can be believed. */
  since: number | null;
  calls: number | null;
  inScope: boolean;
}

/** What was told, and what it takes to go on from there. */
export interface Remembered extends Told {
  /** Not told, since it was over when the trigger was switched on (rule 13). */
  silent: boolean;
  /** The limit of a count that it was told with. */
  row?: CountRow;
}

/** One poll: what it saw and what was told. */
export interface Entry {
  begun: number;
  /** The same, as the clock showed it then. */
  begunThen: number;
  /** When the floor was seen; for a bad poll when it began. */
  at: number;
  kind: 'believed' | 'doubted' | 'bad';
  /** Whether most were gone in it, so that it speaks for a doubt (rule 6). */
  mostGone: boolean;
  failure: string | null;
  /** By the agent's key. */
  floor: ReadonlyMap<string, Sighting>;
  callsWaiting: number | null;
  setup: Setup;
  inHours: boolean;
  /** Where a doubt ended in belief: when those who are gone were first missed. */
  goneSince: number | null;
  /** Whether a long gap lay before that. */
  goneAfterGap: boolean;
  told: Remembered[];
}

/** Everything that is remembered: the polls so far, oldest first. */
export type Log = readonly Entry[];

/** Rule 4: a clock that was set back moves everything remembered back, so that no time has passed. */
export function onClock(log: Log, now: number): Log {
  const last = log.at(-1);
  if (last === undefined || last.begun <= now) return log;
  const by = last.begun - now;
  const less = (time: number | null) => (time === null ? null : time - by);
  return log.map((entry) => ({
    ...entry,
    begun: entry.begun - by,
    at: entry.at - by,
    goneSince: less(entry.goneSince),
    floor: new Map(
      [...entry.floor].map(([key, seen]) => [key, { ...seen, since: less(seen.since) }]),
    ),
    told: entry.told.map((told) => ({ ...told, since: less(told.since), at: told.at - by })),
  }));
}

/** An observation that was believed, and what lies before it. */
export interface Look extends Entry {
  /** When the one before was made; null for the first. */
  previousAt: number | null;
  /** Rule 8: so long after the one before that much is unknown. */
  longGap: boolean;
  /** The seconds since the one before where that is more than twice the ordinary, else 0. */
  unseen: number;
}

const MINUTE = 60;
export const LONG = 5 * MINUTE;

/** The observations that count, oldest first (rules 5 and 6). */
export function looks(log: Log): Look[] {
  const found: Look[] = [];
  for (const [index, entry] of log.entries()) {
    if (entry.kind !== 'believed') continue;
    const previousAt = found.at(-1)?.at ?? null;
    const long = Math.max(3 * interval(log.slice(0, index)), LONG);
    const passed = previousAt === null ? 0 : entry.at - previousAt;
    const twice = 2 * Math.max(...distances(log.slice(0, index)), MINUTE);
    const failed = log.slice(0, index).findLast(({ kind }) => kind !== 'doubted')?.kind === 'bad';
    const unseen = passed > twice || failed ? passed : 0;
    found.push({ ...entry, previousAt, longGap: passed > long, unseen });
  }
  return found;
}

/** Rule 8: the shorter of the last two distances between polls, good or bad. */
export function interval(polls: Log): number {
  return polls.length < 2 ? 0 : Math.min(...distances(polls));
}

const distances = (polls: Log) =>
  polls
    .slice(-3)
    .flatMap(({ begun }, index, last) => (index > 0 ? [begun - last[index - 1]!.begun] : []));
