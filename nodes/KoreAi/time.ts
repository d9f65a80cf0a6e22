import { DateTime, type Zone } from 'luxon';
import type { Window } from '../shared/node/parameters/window';

const DAY = 'yyyy-MM-dd';

/** A time as agentstatusdetails has it, without a zone; NaN where it is none. */
export function readTime(text: string, zone: Zone): number {
  return DateTime.fromISO(text.trim(), { zone }).toMillis();
}

/** A time as agentactivity has it: month first, hours with or without a zero, UTC; else NaN. */
export function readEventTime(text: string): number {
  return DateTime.fromFormat(text.trim(), 'M/d/yyyy H:mm:ss', { zone: 'utc' }).toMillis();
}

/** The day of a moment, as YYYY-MM-DD. */
export function dayOf(ms: number, zone: Zone): string {
  return DateTime.fromMillis(ms, { zone }).toFormat(DAY);
}

/** When a day begins, in epoch milliseconds. */
export function startOf(day: string, zone: Zone): number {
  return DateTime.fromISO(day, { zone }).toMillis();
}

export function dayBefore(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).minus({ days: 1 }).toFormat(DAY);
}

/** Every day that a window touches, the first one first. */
export function daysOf({ from, to }: Window, zone: Zone): string[] {
  const days: string[] = [];
  const last = dayOf(to - 1, zone);
  let day = DateTime.fromMillis(from, { zone }).startOf('day');
  for (; day.toFormat(DAY) <= last; day = day.plus({ days: 1 })) days.push(day.toFormat(DAY));
  return days;
}

/** A day's offset in minutes as Kore.ai counts it: east of Greenwich is negative. */
export function timeZoneOffset(day: string, zone: Zone): number {
  return 0 - DateTime.fromISO(`${day}T12:00`, { zone }).offset;
}
