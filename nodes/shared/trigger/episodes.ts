import type { AgentSnapshot } from '../model/AgentSnapshot';
import { afterGap, sharpened, startOf, vendorTime } from './clocks';
import type { Doubt, Track } from './memory';
import { codeKey } from './rules/timeLimits';

/** Why an episode is over. */
type EndReason = 'leftState' | 'loggedOut' | 'unseen';

/** What one observation made of an agent's track. */
export interface Progress {
  /** The track from now on; undefined when the agent is not in the states. */
  track: Track | undefined;
  /** The episode that is over, and when. */
  ended: { reason: EndReason; at: number } | undefined;
  /** Whether the agent was seen, in a state that is known: without, nothing fires or resolves. */
  certain: boolean;
  /** The last look before a long gap that ends with this observation; null without one. */
  gapFrom: number | null;
}

/** What an observation is measured against. */
export interface Moment {
  now: number;
  /** The last believed observation; null when these states are watched for the first time. */
  goodAt: number | null;
  longGap: boolean;
  /** Seconds without a look since then, when it was more than one poll. */
  unseen: number;
  /** Since when those who are missing are gone, where that was doubted and is believed now. */
  gone: Doubt | null;
  hasOwnRule(code: string): boolean;
  inStates(agent: AgentSnapshot): boolean;
}

const JITTER_MS = 5_000;

/** Takes an agent's track one observation further. Pure. */
export function advance(
  old: Track | undefined,
  agent: AgentSnapshot | undefined,
  moment: Moment,
): Progress {
  if (old === undefined) return first(agent, moment);
  if (agent === undefined) return missing(old, moment);
  const gap = old.gapFrom ?? gapOf(moment);
  if (agent.state === 'unknown') {
    const unseen = old.unseen + moment.unseen;
    const track = { ...old, absentSince: null, gapFrom: gap, unseen };
    return { ...NOTHING, track, certain: false };
  }
  const ended = endOf(agent, gap, moment);
  if (!moment.inStates(agent)) return { ...NOTHING, ended };
  return isNewEpisode(old, agent, moment)
    ? { ...NOTHING, track: begin(agent, moment), ended }
    : { ...NOTHING, track: goOn(old, agent, gap !== null, moment), gapFrom: gap };
}

const NOTHING: Progress = { track: undefined, ended: undefined, certain: true, gapFrom: null };

function first(agent: AgentSnapshot | undefined, moment: Moment): Progress {
  return agent !== undefined && moment.inStates(agent)
    ? { ...NOTHING, track: begin(agent, moment) }
    : NOTHING;
}

/** One missing observation may be a hiccup; the second dates the log-out at the first. */
function missing(old: Track, moment: Moment): Progress {
  const { now, gone } = moment;
  const absentSince = old.absentSince ?? gone?.since ?? now;
  const gapBefore = gone === null ? gapOf(moment) : gone.gapFrom;
  const gapFrom = old.absentSince === null ? (old.gapFrom ?? gapBefore) : old.gapFrom;
  if (old.absentSince === null && gone === null) {
    const track = { ...old, absentSince, gapFrom, unseen: old.unseen + moment.unseen };
    return { ...NOTHING, track, certain: false };
  }
  return {
    ...NOTHING,
    ended:
      gapFrom === null
        ? { reason: 'loggedOut', at: absentSince }
        : { reason: 'unseen', at: gapFrom },
  };
}

/** The last look before the long gap that this one ends. */
function gapOf({ now, goodAt, longGap }: Moment): number | null {
  return longGap ? (goodAt ?? now) : null;
}

function endOf(agent: AgentSnapshot, gap: number | null, { now }: Moment): Progress['ended'] {
  if (gap !== null) return { reason: 'unseen', at: gap };
  return { reason: agent.state === 'offline' ? 'loggedOut' : 'leftState', at: now };
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
    absentSince: null,
    gapFrom: null,
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

function goOn(old: Track, agent: AgentSnapshot, isAfterGap: boolean, moment: Moment): Track {
  const { now, hasOwnRule } = moment;
  const vendorSince = vendorTime(agent, now);
  const sharp = {
    ...sharpened(old, vendorSince),
    unseen: old.unseen + moment.unseen,
  };
  const base = isAfterGap ? afterGap(sharp, agent, now) : sharp;
  const code = codeKey(agent.reason);
  // A code is chosen after the pause began; wrap-up before it is no part of the pause.
  const goesOn = agent.state === base.state && (code === base.code || base.code === '');
  const codeStart = goesOn ? base.codeStart : now;
  return {
    ...base,
    state: agent.state,
    code,
    codeStart,
    otherStart: hasOwnRule(code) ? null : (base.otherStart ?? codeStart),
    vendorSince: vendorSince ?? base.vendorSince,
    callsToday: agent.callsToday ?? base.callsToday,
    absentSince: null,
    gapFrom: null,
  };
}
