import { ContactCenterFailure } from '../../http/failure';
import type { ParameterReader } from './read';

/** A stretch of time, in epoch milliseconds. */
export interface Window {
  from: number;
  to: number;
}

/**
 * The time window of the parameters From and To.
 *
 * @throws ContactCenterFailure `badInput` where it is upside down
 */
export function windowOf(read: ParameterReader, timezone: string): Window {
  const window = { from: read.instant('from', timezone), to: read.instant('to', timezone) };
  if (window.from < window.to) return window;
  throw new ContactCenterFailure(
    'badInput',
    'The time window ends before it begins',
    'Set "To" to a later moment than "From".',
  );
}
