import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { Start, Track } from './memory';
import { wholeSeconds } from './timing';

/** When an observation was made, and when the last believed one before it. */
export interface When {
  now: number;
  goodAt: number | null;
}

const FUTURE_MS = 120_000;
const OLDEST_MS = 7 * 24 * 3600_000;

/** The vendor's time where it can be true: not in the future, not older than a week. */
export function vendorTime(agent: AgentSnapshot, now: number): number | null {
  const since = agent.stateSinceSource === 'vendor' ? agent.stateSince : null;
  if (since === null || since > now + FUTURE_MS || since < now - OLDEST_MS) return null;
  return wholeSeconds(since);
}

/** Since when an agent is in the state just seen: never before another one may have been seen. */
export function startOf(agent: AgentSnapshot, { now, goodAt }: When): Start {
  const vendorSince = vendorTime(agent, now);
  if (vendorSince !== null) {
    const start = Math.max(vendorSince, goodAt ?? vendorSince);
    return { start: Math.min(start, now), startSource: 'vendor', uncertainty: 0 };
  }
  const uncertainty = goodAt === null ? null : seconds(now - goodAt);
  return { start: now, startSource: 'observed', uncertainty };
}

/**
 * The clocks after a long gap. Time that only we have taken begins again; what the vendor tells is
 * as true as before.
 */
export function afterGap(old: Track, agent: AgentSnapshot, now: number): Track {
  const { start, startSource, uncertainty } =
    old.startSource === 'vendor' ? old : again(old, vendorTime(agent, now), now);
  // A code that is not the first of its pause is dated by nobody but us.
  const restarted = (time: number) => (time === old.start ? start : now);
  return {
    ...old,
    start,
    startSource,
    uncertainty,
    codeStart: restarted(old.codeStart),
    otherStart: old.otherStart === null ? null : restarted(old.otherStart),
    unseen: startSource === 'vendor' ? old.unseen : 0,
  };
}

/** An observed start anew. It may have begun as early as before, but not before another state. */
function again({ start, uncertainty }: Start, vendorSince: number | null, now: number): Start {
  if (vendorSince !== null) {
    return { start: Math.min(vendorSince, now), startSource: 'vendor', uncertainty: 0 };
  }
  const earliest = uncertainty === null ? null : start - uncertainty * 1000;
  return {
    start: now,
    startSource: 'observed',
    uncertainty: earliest === null ? null : seconds(now - earliest),
  };
}

/** An observed start that the vendor now dates, within what was uncertain about it. */
export function sharpened(old: Track, vendorSince: number | null): Track {
  if (old.startSource === 'vendor' || vendorSince === null || vendorSince > old.start) return old;
  const earliest = old.uncertainty === null ? vendorSince : old.start - old.uncertainty * 1000;
  const start = Math.max(vendorSince, earliest);
  const shift = (time: number) => (time === old.start ? start : time);
  return {
    ...old,
    start,
    startSource: 'vendor',
    uncertainty: 0,
    codeStart: shift(old.codeStart),
    otherStart: old.otherStart === null ? null : shift(old.otherStart),
  };
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
