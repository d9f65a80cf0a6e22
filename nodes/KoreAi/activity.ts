import { groupBy, mapValues, sortBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import type { AgentActivity } from '../shared/model/AgentActivity';
import { percentOf } from '../shared/model/AgentCounts';
import { toIso } from '../shared/model/AgentSnapshot';
import type { AgentState } from '../shared/model/AgentState';
import type { Window } from '../shared/node/parameters/window';
import { nameOf, reasonOf, stateOf, type Person } from './agents';
import { readEventTime } from './time';
import type { Segment } from './segments';
import type { EventRecord } from './api/schemas';

/** A segment within a window, in our words. Times are on n8n's clock. */
interface Stretch {
  state: AgentState;
  reason: string | null;
  vendorStatus: string;
  vendorSubStatus: string | null;
  from: number;
  to: number;
  /** Whether it still goes on at the end of the window. */
  open: boolean;
}

/** Two stretches of one state with less between them are one. */
const GAP_MS = 60_000;

/** Segments cut to a window; one that lasts ends at `now`. All on n8n's clock. */
export function stretchesOf(segments: readonly Segment[], window: Window, now: number): Stretch[] {
  return segments
    .map(({ primary, secondary, from, to }) => ({
      state: stateOf(primary, secondary),
      reason: reasonOf(primary, secondary),
      vendorStatus: primary,
      vendorSubStatus: secondary,
      from: Math.max(from, window.from),
      to: Math.min(to ?? now, window.to),
      open: to === null,
    }))
    .filter(({ from, to }) => from < to);
}

/** What an agent did, added up from the statuses of the window (docs/vendors/kore-ai.md, Activity). */
export function toActivity(
  person: Person,
  stretches: readonly Stretch[],
  source: string,
  window: Window,
): AgentActivity & { segments: IDataObject[] } {
  const seconds = (...states: AgentState[]) =>
    Math.round(
      stretches
        .filter(({ state }) => states.includes(state))
        .reduce((sum, { from, to }) => sum + to - from, 0) / 1000,
    );
  const [loggedIn, paused] = [seconds('ready', 'busy', 'paused', 'unknown'), seconds('paused')];
  const { userId, email, firstName, lastName, customId } = person;
  return {
    agentId: userId,
    agentName: nameOf(person),
    from: toIso(window.from) ?? '',
    to: toIso(window.to) ?? '',
    teams: { campaign: null, userGroup: null },
    contacts: null,
    sessions: null,
    pauses: pausesOf(stretches),
    loggedInSeconds: loggedIn,
    talkSeconds: null,
    averageTalkSeconds: null,
    waitSeconds: seconds('ready'),
    wrapUpSeconds: null,
    pauseSeconds: paused,
    percentPaused: percentOf(paused, loggedIn),
    segments: stretches.map(({ from, to, ...stretch }) => ({
      ...stretch,
      from: toIso(from),
      to: toIso(to),
      seconds: Math.round((to - from) / 1000),
    })),
    vendor: 'koreAi',
    source,
    raw: { userId, email, firstName, lastName, customId },
  };
}

function pausesOf(stretches: readonly Stretch[]): number {
  const paused = sortBy(
    stretches.filter(({ state }) => state === 'paused'),
    ({ from }) => from,
  );
  return paused.filter(({ from }, index) => {
    const before = paused[index - 1];
    return before === undefined || from - before.to >= GAP_MS;
  }).length;
}

/** Change events, the oldest first, by the agent ID they have. */
export function eventsByAgent(
  records: readonly EventRecord[],
  clockOffset: number,
): Record<string, IDataObject[]> {
  const timed = records.map(({ eventTime, ...event }) => ({
    ...event,
    at: readEventTime(eventTime) + clockOffset,
  }));
  return mapValues(
    groupBy(timed, ({ agentId }) => agentId),
    (own) =>
      sortBy(own, ({ at }) => at).map(({ at, activity, reasonCode }) => ({
        at: Number.isNaN(at) ? null : toIso(at),
        activity,
        reasonCode,
      })),
  );
}
