import { AGENT_STATES } from '../../../nodes/shared/model/AgentState';
import { clearAt, countRows, type CountRow, type Setup } from '../world/setup';
import { blank, type Firing } from './ledger';
import type { Look, Remembered } from './log';
import { repeated } from './timeLimits';

/** All rows of one identity: the same measure, comparison and states (rule 10). */
export interface CountRule {
  id: string;
  limits: CountRow[];
}

/** What a count is, as far as it is known: from `least` to `most` (rule 7). */
interface Figure {
  least: number;
  most: number;
  /** Of those who are known. */
  told: number | null;
}

type Truth = 'true' | 'false' | 'unsure';

const RANK: Record<string, number> = { warning: 1, critical: 2 };
const UNIT = { agents: 'agents', percent: 'percent', callsWaiting: 'calls' };
const LOGGED_IN = ['ready', 'busy', 'wrapUp', 'paused'];

export function idOf({ measure, comparison, states }: CountRow): string {
  const of = AGENT_STATES.filter((state) => states.includes(state)).join('+');
  return ['countLimit', measure, comparison, ...(measure === 'callsWaiting' ? [] : [of])].join(':');
}

export function countRules(setup: Setup): CountRule[] {
  const ids = [...new Set(countRows(setup).map(idOf))];
  return ids.map((id) => ({ id, limits: countRows(setup).filter((row) => idOf(row) === id) }));
}

/** Who is in scope as just observed. */
function headcount(look: Look, states: readonly string[]) {
  const seen = [...look.floor.values()].filter(({ inScope }) => inScope);
  const of = (wanted: readonly string[]) =>
    seen.filter(({ state }) => wanted.includes(state)).length;
  return { inStates: of(states), known: of(LOGGED_IN), unknown: of(['unknown']) };
}

/** Rule 7: those who are unknown may be in the states or not. */
function figureOf(look: Look, { measure, states }: CountRow): Figure {
  if (measure === 'callsWaiting') {
    const calls = look.callsWaiting ?? NaN;
    return { least: calls, most: calls, told: calls };
  }
  const { inStates, known, unknown } = headcount(look, states);
  if (measure === 'agents') {
    return { least: inStates, most: inStates + unknown, told: inStates };
  }
  return {
    least: (100 * inStates) / (known + unknown),
    most: (100 * (inStates + unknown)) / (known + unknown),
    told: known === 0 ? null : Math.round((1000 * inStates) / known) / 10,
  };
}

/** Rule 7: only what both ends say is certain. */
function both({ least, most }: Figure, holds: (value: number) => boolean): Truth {
  const [low, high] = [holds(least), holds(most)];
  return low === high ? (low ? 'true' : 'false') : 'unsure';
}

/** Whether a limit holds at a look. */
function holds(look: Look, row: CountRow): Truth {
  if (manned(look, row) === 'unsure') return 'unsure';
  const { comparison, value } = row;
  return both(figureOf(look, row), (figure) =>
    comparison === 'atLeast' ? figure >= value : figure <= value,
  );
}

/** Whether a limit's clear value is reached at a look. */
function isClear(look: Look, row: CountRow): Truth {
  if (manned(look, row) === 'unsure') return 'unsure';
  const { comparison, value } = row;
  const clear = clearAt(row);
  if (clear === value)
    return { true: 'false', false: 'true', unsure: 'unsure' }[holds(look, row)] as Truth;
  return both(figureOf(look, row), (figure) =>
    comparison === 'atLeast' ? figure <= clear : figure >= clear,
  );
}

/** Rule 11: whether as many are logged in as it takes; percents take at least one. */
function manned(look: Look, { measure }: CountRow): Truth {
  const least = look.setup.minLoggedIn ?? 1;
  const needed = measure === 'percent' ? Math.max(1, least) : least;
  const { known, unknown } = headcount(look, []);
  return both({ least: known, most: known + unknown, told: null }, (count) => count >= needed);
}

/** How long a limit has held, as of the last look. */
interface Pending {
  /** Of another value it would be another limit. */
  value: number;
  since: number;
  times: number;
  /** It began at the first observation of all, which is no reason to alert (rule 13). */
  seeded: boolean;
}

/** Rule 11: false breaks it, what is unsure leaves it, a long gap restarts it. */
function pendingOf(history: readonly Look[], id: string, row: CountRow): Pending | null {
  let pending: Pending | null = null;
  for (const [index, look] of history.entries()) {
    const limit = countRows(look.setup).find(
      (each) => idOf(each) === id && each.severity === row.severity,
    );
    if (look.longGap || (limit !== undefined && limit.value !== pending?.value)) pending = null;
    if (limit === undefined || !look.inHours || manned(look, limit) === 'false') {
      pending = null;
      continue;
    }
    const truth = holds(look, limit);
    if (truth === 'false') pending = null;
    if (truth !== 'true') continue;
    pending ??= {
      value: limit.value,
      since: look.at,
      times: 0,
      seeded: index === 0 && !look.setup.alertOnActivation,
    };
    pending.times += 1;
  }
  return pending;
}

/** Rule 11: whether a limit is reached at the last look. */
function reachedSince(history: readonly Look[], id: string, row: CountRow): number | null {
  const look = history.at(-1)!;
  const pending = pendingOf(history, id, row);
  if (pending === null || holds(look, row) !== 'true') return null;
  const needed = row.forMinutes > 0 || pending.seeded ? 2 : 1;
  const long = look.at - pending.since >= row.forMinutes * 60;
  return long && pending.times >= needed ? pending.since : null;
}

/** What there is to tell of a rule about counts at the last look. */
export function countEvents(
  rule: CountRule,
  history: readonly Look[],
  alert: Firing | undefined,
): Remembered[] {
  const look = history.at(-1)!;
  const [row] = rule.limits;
  const reason = alert === undefined ? null : endOf(rule, history, alert);
  if (alert !== undefined && reason !== null) {
    const at = reason === 'unseen' ? look.previousAt! : look.at;
    const value = manned(look, row!) === 'true' ? figureOf(look, row!).told : null;
    return [{ ...alert.last, event: 'resolved', reason, at, value }];
  }
  if (!look.inHours || manned(look, row!) === 'false') return [];
  const kept = manned(look, row!) === 'true' ? keptOf(rule, alert) : null;
  const event = grown(rule, history, alert) ?? stillOver(rule, look, alert, kept);
  return [kept, event].filter((each) => each !== null);
}

/** Rules 9 and 11: why an alert is over, if it is. */
function endOf({ limits }: CountRule, history: readonly Look[], alert: Firing): string | null {
  const look = history.at(-1)!;
  if (!look.inHours) return 'outOfScope';
  if (manned(look, limits[0]!) === 'false') return 'nobodyLoggedIn';
  if (limits.some((row) => isClear(look, row) !== 'true')) return null;
  if (!wouldBeClear(look, alert)) return 'ruleChanged';
  return look.longGap ? 'unseen' : 'leftState';
}

/** Whether it would be over also by the limit it was told with. */
function wouldBeClear(look: Look, { last }: Firing): boolean {
  return last.row === undefined || isClear(look, last.row) === 'true';
}

/** Rules 9 and 10: the gravest limit that is reached fires once, a graver one escalates. */
function grown(
  { id, limits }: CountRule,
  history: readonly Look[],
  alert: Firing | undefined,
): Remembered | null {
  const look = history.at(-1)!;
  const [gravest] = limits
    .map((row) => ({ row, since: reachedSince(history, id, row) }))
    .filter(({ since }) => since !== null)
    .sort((a, b) => RANK[b.row.severity]! - RANK[a.row.severity]!);
  if (gravest === undefined) return null;
  const { row, since } = gravest;
  if (alert !== undefined && RANK[row.severity]! <= RANK[alert.last.severity!]!) return null;
  return {
    ...blank(look, id),
    event: alert === undefined ? 'fired' : 'escalated',
    since: alert?.first.since ?? since,
    idStart: alert?.first.idStart ?? since!,
    severity: row.severity,
    threshold: row.value,
    value: figureOf(look, row).told,
    unit: UNIT[row.measure],
    row,
  };
}

/** Rule 10: an alert that goes on has the limit of its severity as it is now. */
function keptOf({ limits }: CountRule, alert: Firing | undefined): Remembered | null {
  const row = limits.find(({ severity }) => severity === alert?.last.severity);
  if (alert === undefined || row === undefined) return null;
  return { ...alert.last, event: 'kept', threshold: row.value, row };
}

/** Repeats: only while it is certain that it is not over. */
function stillOver(
  { limits }: CountRule,
  look: Look,
  alert: Firing | undefined,
  kept: Remembered | null,
) {
  const certain = limits.some((row) => isClear(look, row) === 'false');
  const event = certain ? repeated(look, alert, kept?.threshold) : null;
  if (event === null) return null;
  return { ...event, value: figureOf(look, limits[0]!).told, row: kept?.row ?? event.row };
}
