import type { VendorAnswer } from './request';

/** The Date header has whole seconds, and an answer takes a while: less than this says nothing. */
const LEAST_MS = 5_000;

/**
 * How many milliseconds n8n's clock is ahead of the server's, by the Date header of an answer; a
 * time of the server plus this is a time on n8n's clock. Small differences count as none.
 */
export function clockOffset({ headers, receivedAt }: Omit<VendorAnswer, 'body'>): number {
  const offset = receivedAt - Date.parse(String(headers.date ?? ''));
  return Math.abs(offset) < LEAST_MS || Number.isNaN(offset) ? 0 : offset;
}
