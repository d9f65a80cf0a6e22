import { mapValues } from 'lodash';
import type { AgentState } from '../model/AgentState';
import type { SinceSource } from '../model/AgentSnapshot';
import type { Severity } from './rules';

/** An agent's unbroken time in a set of states. All times are epoch milliseconds. */
export interface Track {
  start: number;
  startSource: SinceSource;
  /** How many seconds earlier it may have begun; null when nobody knows. */
  uncertainty: number | null;
  state: AgentState;
  /** The pause code's key; empty for none. */
  code: string;
  codeStart: number;
  /** Since when in codes without a rule of their own; null while in one that has. */
  otherStart: number | null;
  /** What the vendor said last about since when. */
  vendorSince: number | null;
  callsToday: number | null;
  /** Set while the agent is missing from the floor: since when, and when last seen. */
  absent: { since: number; seenAt: number } | null;
  /** Seconds of the episode in which nobody looked. */
  unseen: number;
}

/** A rule that fires for an agent, from `fired` to `resolved`. */
export interface Alert {
  ruleId: string;
  agentId: string;
  agentName: string | null;
  /** The clock of the rule: when the time that is too long began. */
  start: number;
  startSource: SinceSource;
  uncertainty: number | null;
  /** The start in seconds as the alertId has it; it stays when clocks are set. */
  idStart: number;
  limitMs: number;
  severity: Severity;
  code: string;
  /** Already over when the trigger was switched on: nothing was sent, so no end is either. */
  silent: boolean;
}

/** All a trigger remembers from poll to poll. */
export interface Memory {
  polledAt: number | null;
  /** The last observation that was believed. */
  goodAt: number | null;
  /** The last two times between polls, to know the rhythm. */
  rhythm: number[];
  badPolls: number;
  outageTold: boolean;
  /** Keys of everyone on the floor at the last good observation. */
  roster: string[];
  /** Most of the floor is gone since then; how many polls have agreed since. */
  doubt: { since: number; polls: number } | null;
  /** Per key of states, per agent key. */
  tracks: Record<string, Record<string, Track>>;
  /** Per rule and agent. */
  alerts: Record<string, Alert>;
}

export const EMPTY_MEMORY: Memory = {
  polledAt: null,
  goodAt: null,
  rhythm: [],
  badPolls: 0,
  outageTold: false,
  roster: [],
  doubt: null,
  tracks: {},
  alerts: {},
};

export function alertKeyOf(ruleId: string, agentKey: string): string {
  return `${ruleId}/${agentKey}`;
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

/** The memory on a clock that was set back: everything as long ago as at the last poll. */
export function onClock(memory: Memory, now: number): Memory {
  if (memory.polledAt === null || now >= memory.polledAt) return memory;
  const by = now - memory.polledAt;
  const move = (time: number | null) => (time === null ? null : time + by);
  const moveTrack = (track: Track): Track => ({
    ...track,
    start: track.start + by,
    codeStart: track.codeStart + by,
    otherStart: move(track.otherStart),
    vendorSince: move(track.vendorSince),
    absent: track.absent && {
      since: track.absent.since + by,
      seenAt: track.absent.seenAt + by,
    },
  });
  return {
    ...memory,
    polledAt: now,
    goodAt: move(memory.goodAt),
    doubt: memory.doubt && { ...memory.doubt, since: memory.doubt.since + by },
    tracks: mapValues(memory.tracks, (set) => mapValues(set, moveTrack)),
    alerts: mapValues(memory.alerts, (alert) => ({ ...alert, start: alert.start + by })),
  };
}
