import type { Alert } from './memory';
import { isGraver, type Step } from './rules/severity';

/** Why an alert is over. */
export type ResolveReason =
  | 'leftState'
  | 'codeChanged'
  | 'loggedOut'
  | 'outOfScope'
  | 'ruleChanged'
  | 'ruleRemoved'
  | 'unseen'
  | 'nobodyLoggedIn';

/** The end of an alert. */
export interface Ending {
  reason: ResolveReason;
  /** When it happened, as far as is known: a log-out is dated at the first poll that missed it. */
  at: number;
}

/** What happened to an alert. */
export interface AlertChange {
  event: 'fired' | 'escalated' | 'repeated' | 'resolved';
  /** For `resolved`: why. */
  reason: ResolveReason | null;
  at: number;
}

/**
 * An alert that goes on: it may become graver, never milder, and may be due to be told again.
 *
 * @param reached the gravest limit that it is over now
 * @param repeatMs after how long it is told again; 0 is never
 */
export function goOn<A extends Alert>(
  old: A,
  steps: readonly Step[],
  reached: Step | undefined,
  repeatMs: number,
  now: number,
): { alert: A; event: 'fired' | 'escalated' | 'repeated' | undefined } {
  const limit = steps.find(({ severity }) => severity === old.severity)?.limit ?? old.limit;
  const alert = { ...old, limit };
  if (reached !== undefined && isGraver(reached.severity, alert.severity)) {
    return {
      alert: {
        ...alert,
        severity: reached.severity,
        limit: reached.limit,
        silent: false,
        toldAt: now,
      },
      event: alert.silent ? 'fired' : 'escalated',
    };
  }
  const repeats = !alert.silent && repeatMs > 0 && now - alert.toldAt >= repeatMs;
  return repeats
    ? { alert: { ...alert, toldAt: now }, event: 'repeated' }
    : { alert, event: undefined };
}
