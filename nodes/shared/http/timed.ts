import type { VendorAnswer } from './request';

/** What an answer holds, when it came, and how the server's clock differs. */
export interface Timed<T> {
  value: T;
  /** Epoch milliseconds. */
  receivedAt: number;
  /** What to add to a time of the server to have it on n8n's clock, in milliseconds. */
  clockOffset: number;
}

/** The Date header has whole seconds, and an answer takes a while: less than this says nothing. */
const LEAST_MS = 5_000;

/**
 * What was read of an answer, with the times. How far n8n's clock is ahead of the server's is known
 * by the Date header; small differences count as none.
 */
export function timed<T>(value: T, { headers, receivedAt }: Omit<VendorAnswer, 'body'>): Timed<T> {
  const offset = receivedAt - Date.parse(String(headers.date ?? ''));
  const clockOffset = Math.abs(offset) < LEAST_MS || Number.isNaN(offset) ? 0 : offset;
  return { value, receivedAt, clockOffset };
}
