import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { Start, Track } from './memory';
import { codeKey } from './rules/timeLimits';

/** Why an episode is over. */
export type EndReason = 'leftState' | 'loggedOut' | 'unseen';

/** What one observation made of an agent's track. */
export interface Progress {
  /** The track from now on; undefined when the agent is not in the states. */
  track: Track | undefined;
  /** The episode that is over, and when. */
  ended: { reason: EndReason; at: number } | undefined;
  /** Whether the agent was seen, in a state that is known: without, nothing fires or resolves. */
  certain: boolean;
}

/** What an observation is measured against. */
export interface Moment {
  now: number;
  /** The last believed observation; null when these states are watched for the first time. */
  goodAt: number | null;
  longGap: boolean;
  /** Seconds without a look since then, when it was more than one poll. */
  unseen: number;
  /** Since when those who are gone are gone, where that has been established. */
  goneSince: number | null;
  hasOwnRule(code: string): boolean;
  inStates(agent: AgentSnapshot): boolean;
}

const FUTURE_MS = 120_000;
const OLDEST_MS = 7 * 24 * 3600_000;
const JITTER_MS = 5_000;

/** Takes an agent's track one observation further. Pure. */
export function advance(
  old: Track | undefined,
  agent: AgentSnapshot | undefined,
  moment: Moment,
): Progress {
  if (agent === undefined) return old === undefined ? nothing : missing(old, moment);
  if (agent.state === 'unknown') return { track: old, ended: undefined, certain: false };
  if (!moment.inStates(agent)) {
    return old === undefined ? nothing : { ...nothing, ended: endOf(agent, moment) };
  }
  if (old === undefined) return { track: begin(agent, moment), ended: undefined, certain: true };
  return isNewEpisode(old, agent, moment)
    ? { track: begin(agent, moment), ended: endOf(agent, moment), certain: true }
    : { track: goOn(old, agent, moment), ended: undefined, certain: true };
}

const nothing: Progress = { track: undefined, ended: undefined, certain: true };

/** One missing observation may be a hiccup; the second dates the log-out at the first. */
function missing(old: Track, { now, goodAt, longGap, goneSince }: Moment): Progress {
  const absent = old.absent ?? { since: goneSince ?? now, seenAt: longGap ? (goodAt ?? now) : now };
  if (old.absent === null && goneSince === null) {
    return { track: { ...old, absent }, ended: undefined, certain: false };
  }
  const unseen = absent.seenAt < absent.since;
  return {
    track: undefined,
    ended: unseen
      ? { reason: 'unseen', at: absent.seenAt }
      : { reason: 'loggedOut', at: absent.since },
    certain: true,
  };
}

function endOf(agent: AgentSnapshot, { now, goodAt, longGap }: Moment): Progress['ended'] {
  if (longGap) return { reason: 'unseen', at: goodAt ?? now };
  return { reason: agent.state === 'offline' ? 'loggedOut' : 'leftState', at: now };
}

/** The vendor's time where it can be true: not in the future, not older than a week. */
function vendorTime(agent: AgentSnapshot, now: number): number | null {
  const since = agent.stateSinceSource === 'vendor' ? agent.stateSince : null;
  if (since === null || since > now + FUTURE_MS || since < now - OLDEST_MS) return null;
  return Math.floor(since / 1000) * 1000;
}

/** Since when an agent is in the state just seen: never before another one may have been seen. */
export function startOf(
  agent: AgentSnapshot,
  { now, goodAt }: Pick<Moment, 'now' | 'goodAt'>,
): Start {
  const vendorSince = vendorTime(agent, now);
  if (vendorSince !== null) {
    const start = Math.max(vendorSince, goodAt ?? vendorSince);
    return { start: Math.min(start, now), startSource: 'vendor', uncertainty: 0 };
  }
  const uncertainty = goodAt === null ? null : seconds(now - goodAt);
  return { start: now, startSource: 'observed', uncertainty };
}

function begin(agent: AgentSnapshot, moment: Moment): Track {
  const begun = startOf(agent, moment);
  const code = codeKey(agent.reason);
  return {
    ...begun,
    state: agent.state,
    code,
    codeStart: begun.start,
    otherStart: moment.hasOwnRule(code) ? null : begun.start,
    vendorSince: vendorTime(agent, moment.now),
    callsToday: agent.callsToday,
    absent: null,
    unseen: 0,
  };
}

function isNewEpisode(old: Track, agent: AgentSnapshot, { now }: Moment): boolean {
  const rose =
    old.callsToday !== null && agent.callsToday !== null && agent.callsToday > old.callsToday;
  const vendorSince = vendorTime(agent, now);
  const cameBack =
    vendorSince !== null &&
    old.vendorSince !== null &&
    vendorSince > old.vendorSince + JITTER_MS &&
    agent.state === old.state &&
    codeKey(agent.reason) === old.code;
  return rose || cameBack;
}

function goOn(old: Track, agent: AgentSnapshot, moment: Moment): Track {
  const { now, longGap, hasOwnRule } = moment;
  const vendorSince = vendorTime(agent, now);
  const base =
    longGap && old.startSource === 'observed' && vendorSince === null
      ? {
          ...old,
          start: now,
          codeStart: now,
          otherStart: old.otherStart === null ? null : now,
          uncertainty: null,
          unseen: 0,
        }
      : { ...sharpened(old, vendorSince), unseen: old.unseen + moment.unseen };
  const code = codeKey(agent.reason);
  const codeStart = code === base.code || base.code === '' ? base.codeStart : now;
  return {
    ...base,
    state: agent.state,
    code,
    codeStart,
    otherStart: hasOwnRule(code) ? null : (base.otherStart ?? codeStart),
    vendorSince: vendorSince ?? base.vendorSince,
    callsToday: agent.callsToday ?? base.callsToday,
    absent: null,
  };
}

/** An observed start that the vendor now dates, within what was uncertain about it. */
function sharpened(old: Track, vendorSince: number | null): Track {
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
