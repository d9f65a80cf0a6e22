import type { Look, Log, Remembered } from './log';

/** An alert that goes on, as it was told last. */
export interface Firing {
  /** What began it. */
  first: Remembered;
  /** What was told of it last. */
  last: Remembered;
  /** When that was. */
  lastAt: number;
  /** At which look it began, counted from the first; its episode is the one of that look. */
  began: number;
}

/** `kept` is told to nobody: an edit gave the alert another limit (rule 10). */
const GOES_ON = ['fired', 'escalated', 'repeated', 'kept'];

/** The alerts that go on after all that was told, by key. */
export function firing(log: Log): Map<string, Firing> {
  const going = new Map<string, Firing>();
  let look = -1;
  for (const entry of log) {
    if (entry.kind === 'believed') look += 1;
    for (const told of entry.told) {
      if (told.event === 'resolved') going.delete(told.key);
      if (!GOES_ON.includes(told.event)) continue;
      const { first = told, began = look, lastAt = entry.at } = going.get(told.key) ?? {};
      const at = told.event === 'kept' ? lastAt : entry.at;
      going.set(told.key, { first, last: told, lastAt: at, began });
    }
  }
  return going;
}

/** An event with nothing in it yet. */
export const blank = (look: Pick<Look, 'at'>, key: string): Remembered => ({
  event: '',
  key,
  idStart: look.at,
  severity: null,
  reason: null,
  since: null,
  sinceSource: null,
  uncertainty: null,
  at: look.at,
  value: null,
  threshold: null,
  unit: null,
  unseen: 0,
  from: null,
  to: null,
  silent: false,
});
