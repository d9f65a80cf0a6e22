import { mapValues, range } from 'lodash';
import { ContactCenterFailure } from '../shared/http/failure';
import type { Window } from '../shared/node/parameters/window';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The shortest day there is, one on which clocks go forward. */
const SHORTEST_DAY_MS = 23 * HOUR_MS;

/** As many as a workspace takes in a minute of one route: 8 days, and the end of the last. */
const MOST_REQUESTS = 10;

/** Chats that began longer ago than this many days are not counted, however long they wait. */
const DAYS_BACK = 30;

/** Both ends belong to it. */
export const spanOf = (first: number, last: number) => ({
  start: new Date(first).toISOString(),
  end: new Date(last).toISOString(),
});

/** Moments of which each day that a window touches has one, whatever the server's zone. */
export function momentsOf({ from, to }: Window): number[] {
  const moments = [...range(from, to - 1, SHORTEST_DAY_MS), to - 1];
  if (moments.length <= MOST_REQUESTS) return moments;
  throw new ContactCenterFailure(
    'badInput',
    `The time window spans ${Math.ceil((to - from) / DAY_MS)} days`,
    'Rocket.Chat is asked day by day of the window and allows ten requests a minute: choose at most 8 days.',
  );
}

/** Whole days, so that the same window is asked for all day and no chat is too new for it. */
export function recentDays(now: number) {
  const today = Math.floor(now / DAY_MS);
  const days = { start: today - DAYS_BACK, end: today + 2 };
  return mapValues(days, (day) => new Date(day * DAY_MS).toISOString());
}
