import { AGENT_STATES, type AgentState } from '../../../nodes/shared/model/AgentState';
import { timeRows, type Setup, type Severity } from '../world/setup';
import { episodeAfter, type Clock, type Episode, type StateSet } from './clocks';
import { blank, type Firing } from './ledger';
import type { Look, Remembered } from './log';
import { goneAt, unseenSince, type End } from './presence';

/** All rows of one identity: the same states and the same code (rule 10). */
interface TimeRule {
  id: string;
  states: AgentState[];
  code: string;
  limits: Array<{ seconds: number; severity: Severity }>;
}

const RANK: Record<string, number> = { warning: 1, critical: 2 };

/** The codes a row is for; a row about other states than a pause has none. */
const codesOf = ({ states, reasons }: { states: AgentState[]; reasons: string }) =>
  states.includes('paused') ? reasons.split(',').map((code) => code.trim().toLowerCase()) : [''];

const inOrder = (states: readonly AgentState[]) =>
  AGENT_STATES.filter((state) => states.includes(state));

/** So that a set-up is taken apart once. */
const RULES = new WeakMap<Setup, TimeRule[]>();

/** Rule 10: a rule's identity is its states and code; its severities and minutes are its limits. */
export function timeRules(setup: Setup): TimeRule[] {
  const known = RULES.get(setup);
  if (known !== undefined) return known;
  const rules = new Map<string, TimeRule>();
  for (const row of timeRows(setup)) {
    const states = inOrder(row.states);
    for (const code of codesOf(row)) {
      const id = ['stateTooLong', states.join('+'), ...(code === '' ? [] : [code])].join(':');
      const rule = rules.get(id) ?? { id, states, code, limits: [] };
      rule.limits.push({ seconds: row.minutes * 60, severity: row.severity });
      rules.set(id, rule);
    }
  }
  const found = [...rules.values()];
  RULES.set(setup, found);
  return found;
}

const same = (a: readonly AgentState[], b: readonly AgentState[]) => a.join() === b.join();

const setOf = ({ states }: TimeRule): StateSet => ({
  states,
  followed: ({ setup }) => timeRules(setup).some((rule) => same(rule.states, states)),
  hasRow: ({ setup }, code) =>
    code !== '' && timeRules(setup).some((rule) => same(rule.states, states) && rule.code === code),
});

/** What there is to tell of a rule about agents at the last look, those that end first. */
export function timeLimitEvents(
  rule: TimeRule,
  history: readonly Look[],
  going: ReadonlyMap<string, Firing>,
): Remembered[] {
  const look = history.at(-1)!;
  const prefix = `${rule.id}/`;
  const alerted = [...going.keys()].filter((key) => key.startsWith(prefix));
  const keys = new Set([...look.floor.keys(), ...alerted.map((key) => key.slice(prefix.length))]);
  const events = [...keys].flatMap((key) => eventsOf(rule, key, history, going.get(prefix + key)));
  const ends = ({ event }: Remembered) => event === 'resolved';
  return [...events.filter(ends), ...events.filter((event) => !ends(event))];
}

function eventsOf(
  rule: TimeRule,
  key: string,
  history: readonly Look[],
  alert: Firing | undefined,
): Remembered[] {
  const look = history.at(-1)!;
  const episode = episodeAfter(history, key, setOf(rule));
  const clock = episode === null ? null : clockOf(rule, episode);
  const end = alert === undefined ? null : endOf(rule, key, history, alert, episode);
  const ends = alert !== undefined && end !== null ? [resolved(alert, end)] : [];
  const seen = look.floor.get(key);
  const certain = seen !== undefined && seen.state !== 'unknown' && seen.inScope && look.inHours;
  const edited = end?.reason === 'ruleChanged';
  if (!certain || clock === null || edited) return ends;
  const goesOn = end === null ? alert : undefined;
  const kept = keptOf(rule, goesOn);
  const event =
    grown(rule, key, history, episode!, goesOn) ?? repeated(look, goesOn, kept?.threshold);
  return [...ends, ...[kept, event].filter((each) => each !== null)];
}

/** Rule 10: an alert that goes on has the limit of its severity as it is now. */
function keptOf({ limits }: TimeRule, alert: Firing | undefined): Remembered | null {
  if (alert === undefined) return null;
  const { last } = alert;
  const limit = limits.find(({ severity }) => severity === last.severity);
  if (limit === undefined || limit.seconds === 0) return null;
  return { ...last, event: 'kept', threshold: limit.seconds };
}

/** Rule 2: which clock a rule runs on; none when it is not about the code the agent is in. */
function clockOf({ code }: TimeRule, episode: Episode): Clock | null {
  if (code === '*') return episode.whole;
  if (code === '') return episode.inOthers;
  return episode.seen.code === code ? episode.inCode : null;
}

/** Rule 9: why an alert is over, if it is. */
function endOf(
  rule: TimeRule,
  key: string,
  history: readonly Look[],
  alert: Firing,
  episode: Episode | null,
): End | null {
  const look = history.at(-1)!;
  const now = look.at;
  const seen = look.floor.get(key);
  const outOfScope =
    look.inHours && seen?.inScope !== false ? null : { reason: 'outOfScope', at: now };
  if (seen === undefined) return gone(history, key) ?? outOfScope;
  if (seen.state === 'unknown') return outOfScope;
  const sameEpisode = episode !== null && episode.began <= alert.began;
  if (sameEpisode && outOfScope !== null) return outOfScope;
  const clock = sameEpisode ? clockOf(rule, episode) : null;
  if (clock !== null) {
    const start = Math.min(clock.start, alert.first.since ?? clock.start);
    return reached(rule, now - start) === null ? { reason: 'ruleChanged', at: now } : null;
  }
  const unseen = unseenSince(history, key, history.length - 1);
  if (unseen !== null) return { reason: 'unseen', at: unseen };
  if (seen.state === 'offline') return { reason: 'loggedOut', at: now };
  return { reason: sameEpisode ? 'codeChanged' : 'leftState', at: now };
}

/** Rules 6 and 8: who is gone logged out, or was gone when one could see again. */
function gone(history: readonly Look[], key: string): End | null {
  const left = goneAt(history, key, history.length - 1);
  if (left === null) return null;
  const unseen = unseenSince(history, key, left.first);
  return unseen === null ? { reason: 'loggedOut', at: left.at } : { reason: 'unseen', at: unseen };
}

/** The gravest limit that so many seconds reach. 0 minutes is never. */
function reached({ limits }: TimeRule, elapsed: number) {
  return limits
    .filter(({ seconds }) => seconds > 0 && elapsed >= seconds)
    .reduce<
      TimeRule['limits'][number] | null
    >((gravest, limit) => (gravest !== null && RANK[gravest.severity]! >= RANK[limit.severity]! ? gravest : limit), null);
}

/** Rules 9, 10 and 13: a limit that is reached fires once, a graver one escalates. */
function grown(
  rule: TimeRule,
  key: string,
  history: readonly Look[],
  episode: Episode,
  alert: Firing | undefined,
): Remembered | null {
  const look = history.at(-1)!;
  const clock = clockOf(rule, episode)!;
  const limit = reached(rule, look.at - clock.start);
  if (limit === null) return null;
  if (alert !== undefined && RANK[limit.severity]! <= RANK[alert.last.severity!]!) return null;
  const start = alert?.first ?? {
    since: clock.start,
    idStart: clock.start,
    sinceSource: clock.source,
    uncertainty: clock.uncertainty,
  };
  const seeds = history.length === 1 && !look.setup.alertOnActivation;
  const value = look.at - start.since!;
  const unseen = unseenOf(episode);
  return {
    ...blank(look, `${rule.id}/${key}`),
    event: alert === undefined || alert.last.silent ? 'fired' : 'escalated',
    since: start.since,
    idStart: start.idStart,
    sinceSource: start.sinceSource,
    uncertainty: start.uncertainty,
    severity: limit.severity,
    threshold: limit.seconds,
    value,
    unit: 'seconds',
    unseen: unseen === null ? null : Math.min(unseen, value),
    silent: alert === undefined && seeds && clock.source === 'vendor',
  };
}

/** Rule 8: how much of it nobody saw; null where it was dated afterwards, of which no rule tells. */
const unseenOf = ({ unseen, datedLater }: Episode) => (datedLater && unseen > 0 ? null : unseen);

/** Repeats: an alert that was told and goes on is told again every so many minutes. */
export function repeated(
  look: Look,
  alert: Firing | undefined,
  threshold = alert?.last.threshold ?? null,
): Remembered | null {
  const every = look.setup.repeatEvery * 60;
  if (alert === undefined || alert.last.silent || every === 0) return null;
  if (look.at - alert.lastAt < every) return null;
  const value = look.at - alert.first.since!;
  return { ...alert.last, event: 'repeated', at: look.at, value, threshold, unseen: null };
}

const resolved = ({ last }: Firing, { reason, at }: End): Remembered => ({
  ...last,
  event: 'resolved',
  reason,
  at,
  value: Math.max(0, at - last.since!),
  unseen: null,
});
