import type { AgentState } from '../model/AgentState';
import type { SinceSource } from '../model/AgentSnapshot';
import type { Severity } from './rules/severity';

/** Since when something is so. All times are epoch milliseconds. */
export interface Start {
  start: number;
  startSource: SinceSource;
  /** How many seconds earlier it may have begun; null when nobody knows. */
  uncertainty: number | null;
}

/** An agent's unbroken time in a set of states. */
export interface Track extends Start {
  state: AgentState;
  /** The pause code's key; empty for none. */
  code: string;
  codeStart: number;
  /** Since when in codes without a rule of their own; null while in one that has. */
  otherStart: number | null;
  /** What the vendor said last about since when. */
  vendorSince: number | null;
  callsToday: number | null;
  /** Since when the agent is missing from the floor. */
  absentSince: number | null;
  /** The last look before a long gap, while the agent has not been seen in a known state since. */
  gapFrom: number | null;
  /** Seconds of the episode in which nobody looked. */
  unseen: number;
}

/** Something that fires, from `fired` to `resolved`. */
export interface Alert extends Start {
  /** The start in seconds as the alertId has it; it stays when clocks are set. */
  idStart: number;
  /** The limit that it is over, in the rule's unit. */
  limit: number;
  severity: Severity;
  /** Already over when the trigger was switched on: nothing was sent, so no end is either. */
  silent: boolean;
  /** When it was last told. */
  toldAt: number;
}

/** A rule that fires for an agent. */
export interface AgentAlert extends Alert {
  ruleId: string;
  agentId: string;
  agentName: string | null;
  code: string;
}

/** A count limit that holds, but perhaps not yet for long enough. */
export interface Pending {
  since: number;
  /** How many seconds earlier it may have begun; null when nobody knows. */
  uncertainty: number | null;
  limit: number;
  /** In how many observations it held; two are as good as more. */
  times: number;
}

/** What is remembered of a count rule. */
export interface CountTrack {
  pending: Partial<Record<Severity, Pending>>;
  alert: (Alert & { clearAt: number | null }) | null;
}

/** An agent who is logged in, for rules about changes. */
export interface Presence extends Start {
  agentId: string;
  agentName: string | null;
  state: AgentState;
  inScope: boolean;
  /** Since when the agent is missing from the floor. */
  absentSince: number | null;
  /** Whether a long gap ended without the agent being seen in a known state. */
  isStale: boolean;
}

/** A contact center that cannot be read. */
export interface Outage {
  since: number;
  /** The start in seconds as the alertId has it; it stays when clocks are set. */
  idStart: number;
  /** How many polls have failed. */
  polls: number;
  /** How it was told: as an item, as an error execution, or not yet. */
  told: 'item' | 'error' | null;
}

/** Most of the floor is gone at once, which is not believed yet. */
export interface Doubt {
  since: number;
  /** The last look before a long gap that came before it; null without one. */
  gapFrom: number | null;
  /** How many polls have agreed since. */
  polls: number;
}

/**
 * All a trigger remembers from poll to poll. What goes by an agent's key is a map: an agent may be
 * called `constructor` or `__proto__`.
 */
export interface Memory {
  polledAt: number | null;
  /** The last observation that was believed. */
  goodAt: number | null;
  /** The last two times between polls, to know the rhythm. */
  rhythm: number[];
  outage: Outage | null;
  /** When the last heartbeat was sent. */
  beatAt: number | null;
  /** Keys of everyone on the floor at the last good observation. */
  roster: string[];
  doubt: Doubt | null;
  /** Per key of states, per agent key. */
  tracks: Record<string, ReadonlyMap<string, Track>>;
  /** Per rule and agent. */
  alerts: Record<string, AgentAlert>;
  /** Per count rule. */
  counts: Record<string, CountTrack>;
  /** Per agent key, who is logged in; null until changes are watched. */
  present: ReadonlyMap<string, Presence> | null;
  /** The states that were told apart then; the vendor may have read others as one of them. */
  apart: readonly AgentState[];
}

export const EMPTY_MEMORY: Memory = {
  polledAt: null,
  goodAt: null,
  rhythm: [],
  outage: null,
  beatAt: null,
  roster: [],
  doubt: null,
  tracks: {},
  alerts: {},
  counts: {},
  present: null,
  apart: [],
};

export function alertKeyOf(ruleId: string, agentKey: string): string {
  return `${ruleId}/${agentKey}`;
}
