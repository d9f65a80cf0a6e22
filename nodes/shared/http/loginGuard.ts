import { createHash } from 'node:crypto';
import { ContactCenterFailure, type FailureKind } from './failure';

/** A refused login is tried again once in this time; VICIdial locks an account after ten tries. */
const RETRY_AFTER_MS = 30 * 60 * 1000;

interface Refusal {
  failure: ContactCenterFailure;
  triedAt: number;
}

const refusals = new Map<string, Refusal>();
const proven = new Set<string>();
const underWay = new Map<string, Promise<ContactCenterFailure | undefined>>();

/** Failures that say nothing of the login and would meet everyone who asks at that moment. */
const NO_ANSWER: ReadonlySet<FailureKind> = new Set([
  'unreachable',
  'timeout',
  'outage',
  'notTheService',
  'rateLimited',
]);

/** A key for a login: another URL, user or password is another key. Holds no secret. */
export function loginKey(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/**
 * Keeps a login that was refused from being sent over and over, by all nodes and triggers of
 * the process. While a login has not been seen to work, one request goes ahead and the others
 * wait for its end, and share it where the server did not answer: at n8n's start twenty triggers
 * would otherwise lock an account at once, or wait for a dead server one after the other.
 * A person who tries by hand is let through a refusal that was there when they began: they may
 * just have mended it.
 *
 * @param byHand whether somebody at the editor asks
 * @throws ContactCenterFailure the refusal, until 30 minutes after it
 */
export async function guardLogin<T>(
  key: string,
  byHand: boolean,
  now: () => number,
  work: () => Promise<T>,
): Promise<T> {
  const refusedBefore = refusals.get(key);
  const ahead = proven.has(key) ? undefined : underWay.get(key);
  // Without one ahead, no turn of the event loop may pass before `underWay` is set below.
  const noAnswer = ahead === undefined ? undefined : await ahead;
  if (noAnswer !== undefined) throw noAnswer;
  checkLogin(key, byHand && refusals.get(key) === refusedBefore, now());
  const refusal = refusals.get(key);
  if (refusal !== undefined) refusal.triedAt = now();
  const result = work();
  const settled = result.then(
    () => accepted(key),
    (error: unknown) => failed(key, error, now()),
  );
  underWay.set(key, settled);
  await settled;
  if (underWay.get(key) === settled) underWay.delete(key);
  return result;
}

/**
 * For a request that needs no login but carries it all the same.
 *
 * @throws ContactCenterFailure the refusal, as long as nothing may be sent
 */
export function checkLogin(key: string, byHand: boolean, now: number): void {
  const refusal = refusals.get(key);
  if (refusal !== undefined && !byHand && now - refusal.triedAt < RETRY_AFTER_MS) {
    throw refusal.failure;
  }
}

function accepted(key: string): undefined {
  proven.add(key);
  refusals.delete(key);
}

function failed(key: string, error: unknown, at: number): ContactCenterFailure | undefined {
  if (!(error instanceof ContactCenterFailure)) return undefined;
  if (error.kind === 'loginRefused') {
    proven.delete(key);
    refusals.set(key, { failure: error, triedAt: at });
  }
  return NO_ANSWER.has(error.kind) ? error : undefined;
}

/** Forgets every login: a process begins like this. */
export function forgetLogins(): void {
  refusals.clear();
  proven.clear();
  underWay.clear();
}
