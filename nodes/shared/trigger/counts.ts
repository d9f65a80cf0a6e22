import { pickBy } from 'lodash';
import { clears, figureOf, holds, type Countable, type Figure } from './figures';
import { goOn, type AlertChange, type ResolveReason } from './lifeCycle';
import type { CountTrack, Pending } from './memory';
import type { CountLimitRule, CountStep } from './rules/countLimits';
import { gravest } from './rules/severity';

/** When and how an observation is looked at. */
interface CountMoment extends Countable {
  now: number;
  /** The last believed observation; null at the first of all. */
  goodAt: number | null;
  longGap: boolean;
  /** Whether this is within the active hours. */
  active: boolean;
  /** Whether nothing may fire: the trigger was just switched on. */
  seeding: boolean;
  repeatMs: number;
}

/** An alert of a count rule, as remembered while it fires. */
export type CountAlert = NonNullable<CountTrack['alert']>;

/** What one observation made of a count rule. */
interface CountVerdict {
  track: CountTrack;
  change: (AlertChange & { alert: CountAlert }) | undefined;
  /** The figure as it is told; null where nothing is counted. */
  value: number | null;
}

const NO_TRACK: CountTrack = { pending: {}, alert: null };

/** Takes a count rule one believed observation further. Pure. */
export function judgeCount(
  rule: CountLimitRule,
  old: CountTrack | undefined,
  moment: CountMoment,
): CountVerdict {
  const { alert, pending } = old ?? NO_TRACK;
  const found = figureOf(rule, moment);
  const value = typeof found === 'string' ? null : found.value;
  const before = moment.longGap ? {} : unedited(rule, pending);
  if (!moment.active || found === 'asleep') {
    const reason = moment.active ? 'nobodyLoggedIn' : 'outOfScope';
    return end(alert, { reason, at: moment.now }, {}, value);
  }
  if (found === 'unsure') {
    return { track: { pending: before, alert }, change: undefined, value };
  }
  const now = pendingOf(rule, before, found, moment);
  if (alert === null) return begin(rule, now, moment, found);
  if (rule.steps.every((step) => clears(rule, step, found) === true)) {
    return end(alert, endOf(rule, alert, found, moment), now, value);
  }
  return keep(rule, alert, now, moment, found);
}

/** What is pending for a limit that was edited begins anew. */
function unedited(
  { steps }: CountLimitRule,
  pending: CountTrack['pending'],
): CountTrack['pending'] {
  return pickBy(pending, (each, key) =>
    steps.some(({ severity, limit }) => severity === key && limit === each?.limit),
  );
}

function end(
  alert: CountAlert | null,
  { reason, at }: { reason: ResolveReason; at: number },
  pending: CountTrack['pending'],
  value: number | null,
): CountVerdict {
  const change = alert === null ? undefined : { event: 'resolved' as const, reason, at, alert };
  return { track: { pending, alert: null }, change, value };
}

function endOf(
  rule: CountLimitRule,
  alert: CountAlert,
  figure: Figure,
  { now, goodAt, longGap }: CountMoment,
): { reason: ResolveReason; at: number } {
  if (clears(rule, alert, figure) !== true) return { reason: 'ruleChanged', at: now };
  return longGap ? { reason: 'unseen', at: goodAt ?? now } : { reason: 'leftState', at: now };
}

/** The limits that hold, and since when; one that is unsure stays as it was. */
function pendingOf(
  rule: CountLimitRule,
  old: CountTrack['pending'],
  figure: Figure,
  { now, goodAt }: CountMoment,
): CountTrack['pending'] {
  const pending: CountTrack['pending'] = {};
  for (const step of rule.steps) {
    const { limit, severity } = step;
    const before = old[severity];
    const truth = holds(rule, step, figure);
    if (truth === 'unsure' && before !== undefined) pending[severity] = before;
    if (truth !== true) continue;
    pending[severity] =
      before === undefined
        ? { limit, since: now, times: 1, uncertainty: uncertaintyAt(now, goodAt) }
        : { ...before, times: 2 };
  }
  return pending;
}

function uncertaintyAt(now: number, goodAt: number | null): number | null {
  return goodAt === null ? null : Math.round((now - goodAt) / 1000);
}

/** The gravest limit that has held for long enough, and holds now. */
function reachedOf(
  rule: CountLimitRule,
  pending: CountTrack['pending'],
  figure: Figure,
  now: number,
): { step: CountStep; since: Pending } | undefined {
  const step = gravest(
    rule.steps.filter((each) => {
      const since = pending[each.severity];
      return (
        since !== undefined &&
        holds(rule, each, figure) === true &&
        now - since.since >= each.forMs &&
        (each.forMs === 0 || since.times > 1)
      );
    }),
  );
  const since = step && pending[step.severity];
  return step && since && { step, since };
}

function begin(
  rule: CountLimitRule,
  pending: CountTrack['pending'],
  { now, seeding }: CountMoment,
  figure: Figure,
): CountVerdict {
  const reached = seeding ? undefined : reachedOf(rule, pending, figure, now);
  if (reached === undefined) {
    return { track: { pending, alert: null }, change: undefined, value: figure.value };
  }
  const { step, since } = reached;
  const alert: CountAlert = {
    start: since.since,
    startSource: 'observed',
    uncertainty: since.uncertainty,
    idStart: Math.floor(since.since / 1000),
    limit: step.limit,
    clearAt: step.clearAt,
    severity: step.severity,
    silent: false,
    toldAt: now,
  };
  const change = { event: 'fired' as const, reason: null, at: now, alert };
  return { track: { pending, alert }, change, value: figure.value };
}

function keep(
  rule: CountLimitRule,
  old: CountAlert,
  pending: CountTrack['pending'],
  { now, repeatMs }: CountMoment,
  figure: Figure,
): CountVerdict {
  const reached = reachedOf(rule, pending, figure, now)?.step;
  const isCertain = rule.steps.some((step) => clears(rule, step, figure) === false);
  const { alert: kept, event } = goOn(old, rule.steps, reached, isCertain ? repeatMs : 0, now);
  const own = rule.steps.find(({ severity }) => severity === kept.severity);
  const alert = { ...kept, clearAt: own === undefined ? kept.clearAt : own.clearAt };
  const change = event && { event, reason: null, at: now, alert };
  return { track: { pending, alert }, change, value: figure.value };
}
