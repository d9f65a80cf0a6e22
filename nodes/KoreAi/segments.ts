import { findLast, sortBy, uniqBy } from 'lodash';
import type { Zone } from 'luxon';
import { ContactCenterFailure } from '../shared/http/failure';
import { readTime } from './time';
import type { SegmentRecord } from './api/schemas';

/** A stretch of time in one status, on Kore.ai's clock. `to` is null as long as it lasts. */
export interface Segment {
  primary: string;
  /** The custom status, or the primary one again. */
  secondary: string | null;
  from: number;
  to: number | null;
}

/** Kore.ai loses seconds between two stretches of the same status; longer than this is a real gap. */
const GAP_MS = 60_000;

/**
 * Segments of one or several answers, oldest first. One that reaches over midnight is in the
 * answers of both days.
 *
 * @throws ContactCenterFailure `unreadable` where a time cannot be read
 */
export function toSegments(records: readonly SegmentRecord[], zone: Zone): Segment[] {
  const segments = records.map(({ primaryStatus, secondaryStatus, startTime, endTime }) => ({
    primary: primaryStatus.toUpperCase(),
    secondary: secondaryStatus,
    from: timeOf(startTime, zone),
    to: endTime === null || endTime === '-' ? null : timeOf(endTime, zone),
  }));
  return sortBy(
    uniqBy(segments, ({ primary, secondary, from }) => `${primary}|${secondary}|${from}`),
    ({ from }) => from,
  );
}

/** The segment that lasts; undefined when none does. */
export function openSegment(segments: readonly Segment[]): Segment | undefined {
  return findLast(segments, ({ to }) => to === null);
}

/** Since when the status lasts, over adjacent segments of the same status. */
export function sinceWhen(segments: readonly Segment[], open: Segment): number {
  let since = open.from;
  for (const segment of segments.filter(({ to }) => to !== null).reverse()) {
    if (segment.from > since) continue;
    if (!isSameStatus(segment, open) || since - (segment.to ?? since) >= GAP_MS) break;
    since = segment.from;
  }
  return since;
}

/**
 * Whether the day's segments leave open since when the status lasts: none is open, or it reaches
 * back to midnight.
 */
export function needsDayBefore(segments: readonly Segment[], midnight: number): boolean {
  const open = openSegment(segments);
  if (open === undefined) return true;
  const since = sinceWhen(segments, open);
  return since >= midnight && since < midnight + GAP_MS;
}

function isSameStatus(one: Segment, other: Segment): boolean {
  const same = (a: string | null, b: string | null) =>
    (a ?? '').toLowerCase() === (b ?? '').toLowerCase();
  return same(one.primary, other.primary) && same(one.secondary, other.secondary);
}

function timeOf(text: string, zone: Zone): number {
  const ms = readTime(text, zone);
  if (!Number.isNaN(ms)) return ms;
  throw new ContactCenterFailure(
    'unreadable',
    'A time in what Kore.ai sent cannot be read',
    'It is written in another way than Kore.ai documents. Report it with the version of your Kore.ai.',
  );
}
