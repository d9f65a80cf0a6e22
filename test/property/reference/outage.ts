import { blank } from './ledger';
import type { Entry, Log, Remembered } from './log';

/** The polls since the last observation that was believed, `log` ending with one that is not. */
function sinceBelieved(log: Log): Log {
  return log.slice(log.findLastIndex(({ kind }) => kind === 'believed') + 1);
}

const told = (polls: Log, event: string) =>
  polls.flatMap((entry) => entry.told).find((each) => each.event === event);

/**
 * Rule 14: an outage is told once, a refused login at once, anything else when so many polls were
 * bad; as an event where that is chosen, else as an error. Doubted polls do not count (rule 6).
 */
export function downEvents(log: Log, entry: Entry): Remembered[] {
  if (entry.kind !== 'bad') return [];
  const polls = sinceBelieved(log);
  if (told(polls, 'sourceDown') !== undefined || told(polls, 'error') !== undefined) return [];
  const bad = [...polls.filter(({ kind }) => kind === 'bad'), entry];
  const { sourceDown, downAfter } = entry.setup;
  if (entry.failure !== 'loginRefused' && bad.length < downAfter) return [];
  const { begun: since, begunThen } = bad[0]!;
  const event = {
    ...blank(entry, 'sourceDown'),
    since,
    idStart: begunThen,
    value: bad.length,
    threshold: downAfter,
    unit: 'polls',
    severity: 'critical',
  };
  return [{ ...event, event: sourceDown ? 'sourceDown' : 'error' }];
}

/** The end of an outage that was told as an event. */
export function recoveredEvents(log: Log, entry: Entry): Remembered[] {
  const down = told(sinceBelieved(log), 'sourceDown');
  if (entry.kind !== 'believed' || down === undefined) return [];
  return [{ ...down, event: 'sourceRecovered', at: entry.at }];
}

/** Every so many minutes, at whatever poll there is. */
export function heartbeats(log: Log, entry: Entry): Remembered[] {
  const every = entry.setup.heartbeatEvery * 60;
  const last = log.findLast(({ told: events }) =>
    events.some(({ event }) => event === 'heartbeat'),
  );
  if (every === 0 || (last !== undefined && entry.begun - last.begun < every)) return [];
  return [{ ...blank({ at: entry.begun }, 'heartbeat'), event: 'heartbeat' }];
}
