import type { AgentState } from '../../../nodes/shared/model/AgentState';
import type { Look, Sighting } from './log';

/** Since when something goes on. */
export interface Clock {
  start: number;
  source: 'vendor' | 'observed';
  /** How many seconds earlier it may have begun; null where nobody knows. */
  uncertainty: number | null;
  /** When something else was last seen; null where nobody knows. */
  notBefore: number | null;
}

/** An agent's unbroken time in a set of states (rule 1), as of the last sighting. */
export interface Episode {
  /** At which look it began, counted from the first. */
  began: number;
  seen: Sighting;
  /** The whole time in the set. */
  whole: Clock;
  /** The time in the pause code (rule 2). */
  inCode: Clock;
  /** The time in codes without a row of their own; null while in one that has (rule 2). */
  inOthers: Clock | null;
  calls: number | null;
  vendorSince: number | null;
  absences: number;
  /** Whether a long gap lies since the last sighting. */
  gap: boolean;
  /** How many of its seconds were not seen. */
  unseen: number;
  /** Whether the vendor dated it after it was first observed. */
  datedLater: boolean;
}

/** What one wants to know an agent's time of. */
export interface StateSet {
  states: readonly AgentState[];
  /** Whether any rule is about these states at that look: only then they are followed. */
  followed(look: Look): boolean;
  /** Whether a pause code has a row of its own at that look. */
  hasRow(look: Look, code: string): boolean;
}

/** A vendor's time that moves by less is the same time (rule 1). */
const SAME = 5;

/** The episode an agent is in after the last look, worked out from the first look on. */
export function episodeAfter(history: readonly Look[], key: string, set: StateSet): Episode | null {
  let episode: Episode | null = null;
  let known = false;
  for (const [index, look] of history.entries()) {
    if (!set.followed(look)) {
      episode = null;
      known = false;
      continue;
    }
    const seen = look.floor.get(key);
    if (episode !== null) {
      episode.gap ||= look.longGap;
      episode.unseen += look.unseen;
    }
    if (seen === undefined) episode = afterAbsence(episode, look);
    else if (episode !== null) episode.absences = 0;
    if (seen !== undefined && seen.state !== 'unknown') {
      const goesOn = episode !== null && isSame(episode, seen, set);
      if (goesOn) continued(episode!, look, seen, set);
      else episode = set.states.includes(seen.state) ? begun(look, index, seen, set, known) : null;
    }
    known = true;
  }
  return episode;
}

/** Rules 1 and 6: two absences in a row end it, and so does one that was doubted and believed. */
function afterAbsence(episode: Episode | null, look: Look): Episode | null {
  if (episode === null) return null;
  episode.absences += 1;
  return episode.absences >= 2 || look.goneSince !== null ? null : episode;
}

/** Rule 1: another state, a call more, or a later word of the vendor is a new episode. */
function isSame({ seen: before, calls, vendorSince }: Episode, seen: Sighting, set: StateSet) {
  if (!set.states.includes(seen.state)) return false;
  if (calls !== null && seen.calls !== null && seen.calls > calls) return false;
  const sameState = before.state === seen.state && before.code === seen.code;
  const later = vendorSince !== null && seen.since !== null && seen.since > vendorSince + SAME;
  return !(sameState && later);
}

function begun(look: Look, index: number, seen: Sighting, set: StateSet, known: boolean): Episode {
  const earliest = known ? look.previousAt : null;
  const whole = firstSeen(look, seen.since, earliest);
  return {
    began: index,
    seen,
    whole,
    inCode: whole,
    inOthers: set.hasRow(look, seen.code) ? null : whole,
    calls: seen.calls,
    vendorSince: seen.since,
    absences: 0,
    gap: false,
    unseen: 0,
    datedLater: false,
  };
}

/**
 * Rule 3: the later of the vendor's time and the last time another state was seen; without the
 * vendor's word the time it was observed, which may be late by the time since the last look.
 * Elapsed time is never negative (rule 4).
 *
 * @param earliest when something else was seen; null where that is not known
 */
export function firstSeen(look: Look, since: number | null, earliest: number | null): Clock {
  if (since === null) return observed(look, earliest);
  const start = Math.min(look.at, Math.max(since, earliest ?? since));
  return { start, source: 'vendor', uncertainty: 0, notBefore: earliest };
}

const observed = (look: Look, earliest: number | null): Clock => ({
  start: look.at,
  source: 'observed',
  uncertainty: earliest === null ? null : look.at - earliest,
  notBefore: earliest,
});

const clocksOf = ({ whole, inCode, inOthers }: Episode) =>
  new Set([whole, inCode, inOthers].filter((clock) => clock !== null));

function continued(episode: Episode, look: Look, seen: Sighting, set: StateSet): void {
  const { seen: before } = episode;
  const again = episode.gap;
  if (again) for (const clock of clocksOf(episode)) restart(clock, look);
  episode.gap = false;
  episode.datedLater ||= sharpen(episode.whole, look, seen.since);
  // Times that began again at the same look, and that nobody has dated, are one.
  if (again && episode.whole.source === 'observed') {
    episode.inCode = episode.whole;
    episode.inOthers &&= episode.whole;
    episode.unseen = 0;
  }
  const sameState = before.state === seen.state;
  const goesOn = sameState && (seen.code === before.code || before.code === '');
  if (!goesOn) {
    episode.inCode = episode.whole.start === look.at ? episode.whole : observed(look, null);
  }
  if (set.hasRow(look, seen.code)) episode.inOthers = null;
  else episode.inOthers ??= episode.inCode;
  episode.seen = seen;
  episode.calls = seen.calls ?? episode.calls;
  episode.vendorSince = seen.since ?? episode.vendorSince;
}

/** Rule 8: after a long gap observed time starts again; the vendor's is as true as before. */
function restart(clock: Clock, look: Look): void {
  if (clock.source === 'observed') Object.assign(clock, observed(look, clock.notBefore));
}

/** Rule 3: what was observed and is dated later by the vendor is sharpened, within what was unsure. */
function sharpen(clock: Clock, look: Look, since: number | null): boolean {
  if (clock.source === 'vendor' || since === null) return false;
  const { start } = firstSeen(look, since, clock.notBefore);
  if (start > clock.start) return false;
  Object.assign(clock, { start, source: 'vendor', uncertainty: 0 });
  return true;
}
