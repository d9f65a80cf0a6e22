import type { Expected } from './reference/store';
import { toldBy, type Told } from './told';
import type { Polled } from './world/play';
import { faultMessage } from './world/vendor';

/** What differs between what a poll told and what it should have told; nothing when all is well. */
export interface Difference {
  poll: number;
  missing: string[];
  unexpected: string[];
}

/** A count's start is a matter of its pending time; how sure it is, nobody asks. */
const LEFT_OUT: Partial<Record<string, Array<keyof Told>>> = {
  countLimit: ['sinceSource', 'uncertainty', 'unseen'],
  stateChange: ['sinceSource', 'uncertainty', 'severity'],
  sourceDown: ['sinceSource', 'uncertainty', 'unseen', 'severity', 'value', 'unit', 'threshold'],
  heartbeat: ['since', 'sinceSource', 'uncertainty', 'unseen', 'severity', 'value', 'unit'],
};

const kindOf = (key: string) => key.split(/[:/]/)[0]!;

/** An event in one line, without what is not compared. */
export function line(told: Told, alsoLeftOut: ReadonlySet<string> = new Set()): string {
  const left = new Set<string>(LEFT_OUT[kindOf(told.key)]);
  if (alsoLeftOut.has(told.key)) left.add('unseen');
  const { event, key, ...rest } = told;
  const fields = Object.entries(rest)
    .filter(([name, value]) => !left.has(name) && value !== null && name in SHOWN)
    .map(([name, value]) => `${name}=${TIMES.has(name) ? clock(Number(value)) : String(value)}`);
  return [event, key, ...fields].join(' ');
}

const SHOWN: Record<keyof Omit<Told, 'event' | 'key'>, true> = {
  idStart: true,
  severity: true,
  reason: true,
  since: true,
  sinceSource: true,
  uncertainty: true,
  at: true,
  value: true,
  threshold: true,
  unit: true,
  unseen: true,
  from: true,
  to: true,
};
const TIMES = new Set(['idStart', 'since', 'at']);

/** Epoch seconds as a time of day, with the date where it is not that of the world's beginning. */
export const clock = (seconds: number) =>
  Number.isFinite(seconds)
    ? new Date(seconds * 1000).toISOString().slice(0, 19).replace('2026-01-05T', '')
    : String(seconds);

const WORD = 'asked whether one who is gone is offline';

/** Compares one poll with the reference: the same events, and in the same order of their groups. */
export function compared(polled: Polled, { entry, asked }: Expected): Difference | null {
  const { given, server, number } = polled;
  const expected = (entry?.told ?? []).filter(({ silent, event }) => !silent && event !== 'kept');
  const open = new Set(expected.filter(({ unseen }) => unseen === null).map(({ key }) => key));
  const told = (given.items ?? []).map((item) => line(toldBy(item, server), open));
  const wanted = expected.filter(({ event }) => event !== 'error').map((each) => line(each, open));
  const errors = expected.filter(({ event }) => event === 'error').map(() => errorOf(polled));
  const actual = [
    ...told,
    ...given.reported.map((message) => `error: ${message}`),
    ...(given.threw === null ? [] : [`thrown: ${given.threw}`]),
    ...(polled.runs === 'overrun' ? [] : polled.askedAfter).map(() => WORD),
    ...(given.items?.length === 0 ? ['an empty execution'] : []),
  ];
  const should = [...wanted, ...errors, ...(asked ? [WORD] : [])];
  const missing = without(should, actual);
  const unexpected = without(actual, should);
  if (missing.length + unexpected.length > 0) return { poll: number, missing, unexpected };
  const [order, wantedOrder] = [told, wanted].map((lines) => lines.map(groupOf).join('\n'));
  if (order === wantedOrder) return null;
  return { poll: number, missing: [`in order:\n${wantedOrder}`], unexpected: [`${order}`] };
}

const errorOf = ({ answer }: Polled) =>
  answer !== null && 'fault' in answer
    ? `error: ${faultMessage(answer.fault)}`
    : 'error: Most agents are gone from the list at once, and the contact center does not confirm it';

/** Which events come before which: agents of one rule in any order, ends before beginnings. */
function groupOf(text: string): string {
  const [event, key = ''] = text.split(' ');
  const rule = kindOf(key) === 'stateTooLong' ? key.slice(0, key.lastIndexOf('/')) : kindOf(key);
  const removed = text.includes('reason=ruleRemoved');
  const phase = event === 'resolved' ? 'end' : 'begin';
  if (removed) return 'removed';
  return ['stateTooLong', 'countLimit'].includes(kindOf(key)) ? `${rule} ${phase}` : rule;
}

/** Those of the first list that the second has not, each as often as it is too many. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((each) => {
    const index = left.indexOf(each);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
