import { DateTime } from 'luxon';
import { z } from 'zod';
import { ContactCenterFailure } from '../http/failure';

/** Days of the week in luxon's order, whose Monday is 1. */
const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const timeOfDay = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/)
  .transform((text) => {
    const [hours = 0, minutes = 0] = text.split(':').map(Number);
    return hours * 60 + minutes;
  });

const schema = z.object({
  days: z.array(z.enum(WEEKDAYS)).default([]),
  from: timeOfDay.default('08:00'),
  to: timeOfDay.default('18:00'),
});

/**
 * Whether a moment is within the active hours. Hours over midnight belong to the day they begin
 * on; no day means every day, and from a time to the same the whole day.
 *
 * @param hours as the user filled them in; undefined for always
 * @param timezone IANA, of the workflow
 * @throws ContactCenterFailure `badInput` for hours that cannot be read
 */
export function activeHours(hours: unknown, timezone: string): (now: number) => boolean {
  if (hours === undefined) return () => true;
  const read = schema.safeParse(hours);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'days');
    throw new ContactCenterFailure(
      'badInput',
      `The active hours cannot be read: look at "${field}"`,
      'Enter times of day as hours and minutes, for example 08:00 and 18:30.',
    );
  }
  const { days, from, to } = read.data;
  return (now) => {
    const moment = DateTime.fromMillis(now, { zone: timezone });
    const minute = moment.hour * 60 + moment.minute;
    const isOn = (daysAgo: number) =>
      days.length === 0 ||
      days.some((day) => WEEKDAYS.indexOf(day) === (moment.weekday - 1 - daysAgo + 7) % 7);
    if (from < to) return isOn(0) && minute >= from && minute < to;
    return (isOn(0) && minute >= from) || (isOn(1) && minute < to);
  };
}
