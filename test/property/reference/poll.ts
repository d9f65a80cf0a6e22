import type { Answer } from '../world/vendor';
import type { Setup } from '../world/setup';
import { changeEvents } from './changes';
import { countEvents, countRules } from './countLimits';
import { blank, firing } from './ledger';
import { interval, LONG, looks, onClock, type Entry, type Log, type Remembered } from './log';
import { isInHours, seconds, sightings } from './look';
import { downEvents, heartbeats, recoveredEvents } from './outage';
import { timeLimitEvents, timeRules } from './timeLimits';

/** One poll from outside: when, with which set-up, and what the vendor answered. */
export interface Observed {
  /** Epoch milliseconds. */
  begun: number;
  setup: Setup;
  zone: string;
  answer: Answer;
  word: 'yes' | 'no' | 'fails';
}

/** What a poll comes to: the whole log with it, and whether the vendor had to give its word. */
export interface Outcome {
  log: Log;
  entry: Entry;
  asked: boolean;
}

/** Works out from everything that was seen and told before what a poll has to tell. */
export function referencePoll(before: Log, observed: Observed): Outcome {
  const log = onClock(before, seconds(observed.begun));
  const { entry, asked } = judged(log, observed);
  const told = eventsOf(log, entry).map((event) => ({ ...event, silent: isSilent(event, entry) }));
  const complete = { ...entry, told };
  return { log: [...log, complete], entry: complete, asked };
}

/** Rules 5 and 6: whether what was seen is believed. */
function judged(
  log: Log,
  { begun, setup, zone, answer, word }: Observed,
): { entry: Entry; asked: boolean } {
  const now = seconds('fault' in answer ? begun : answer.observedAt);
  const entry: Entry = {
    begun: seconds(begun),
    begunThen: seconds(begun),
    at: now,
    kind: 'bad',
    mostGone: false,
    failure: null,
    floor: new Map(),
    callsWaiting: null,
    setup,
    inHours: isInHours(setup, now, zone),
    goneSince: null,
    goneAfterGap: false,
    told: [],
  };
  if ('fault' in answer) return { entry: { ...entry, failure: answer.fault }, asked: false };
  const floor = sightings(answer.rows, setup, now);
  const seen: Entry = { ...entry, kind: 'believed', floor, callsWaiting: answer.callsWaiting };
  const last = log.findLastIndex(({ kind }) => kind === 'believed');
  const before = log[last]?.floor ?? new Map<string, unknown>();
  if (!areMostGone(before, floor)) return { entry: seen, asked: false };
  const first = log.findIndex(({ mostGone }, index) => index > last && mostGone);
  const agreeing = log.slice(last + 1).filter(({ mostGone }) => mostGone).length;
  const since = log[first]?.at ?? now;
  const doubted: Entry = { ...seen, kind: 'doubted', mostGone: true };
  if (agreeing < 2 || now - since < 120) return { entry: doubted, asked: false };
  if (word !== 'yes') {
    const bad: Entry = { ...doubted, at: entry.begun, kind: 'bad', failure: 'word' };
    return { entry: bad, asked: true };
  }
  const long = Math.max(3 * interval(log.slice(0, first)), LONG);
  const goneAfterGap = since - log[last]!.at > long;
  return { entry: { ...seen, goneSince: since, goneAfterGap }, asked: true };
}

/** Rule 6: more than half of at least five, or all there are. */
function areMostGone(before: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>) {
  const gone = [...before.keys()].filter((key) => !now.has(key)).length;
  const most = before.size >= 5 && gone > before.size / 2;
  return most || (now.size === 0 && before.size > 0);
}

/** All events of a poll, in the order they are told. */
function eventsOf(log: Log, entry: Entry): Remembered[] {
  const alive = heartbeats(log, entry);
  if (entry.kind !== 'believed') return [...downEvents(log, entry), ...alive];
  const history = looks([...log, entry]);
  const going = firing(log);
  return [
    ...recoveredEvents(log, entry),
    ...timeRules(entry.setup).flatMap((rule) => timeLimitEvents(rule, history, going)),
    ...countRules(entry.setup).flatMap((rule) => countEvents(rule, history, going.get(rule.id))),
    ...changeEvents(history),
    ...removedEvents(entry, going),
    ...alive,
  ];
}

/** Rule 9: an alert whose rule is gone is over. */
function removedEvents(entry: Entry, going: ReturnType<typeof firing>): Remembered[] {
  const times = timeRules(entry.setup).map(({ id }) => id);
  const counts = countRules(entry.setup).map(({ id }) => id);
  return [...going.values()]
    .filter(({ last: { key } }) => !counts.includes(key) && !times.includes(ruleIdOf(key)))
    .map(({ last }) => ({
      ...blank(entry, last.key),
      ...last,
      event: 'resolved',
      reason: 'ruleRemoved',
      at: entry.at,
      value: counts.includes(last.key) || last.row ? null : entry.at - last.since!,
      unseen: null,
    }));
}

/** The rule of an alert about an agent; an agent's key has no slash in it. */
const ruleIdOf = (key: string) => key.slice(0, key.lastIndexOf('/'));

/** What is remembered, but not told. */
function isSilent({ event, silent }: Remembered, { setup }: Entry): boolean {
  return silent || (!setup.sendResolved && ['resolved', 'sourceRecovered'].includes(event));
}
