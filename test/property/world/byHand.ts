import type { History, Poll, WorldAgent } from './history';
import { PLAIN, type Options, type Row } from './setup';

/** An agent who is there and of whom the vendor tells no time. */
export const someone = (fields: Partial<WorldAgent> = {}): WorldAgent => ({
  state: 'paused',
  reason: null,
  campaign: null,
  age: 0,
  calls: null,
  since: 'none',
  listed: true,
  twice: false,
  ...fields,
});

/** A poll a minute after the last, at which nothing happens but what is given. */
export const then = (fields: Partial<Poll> = {}): Poll => ({
  after: 60,
  ms: 0,
  moves: [],
  callsWaiting: 0,
  fault: null,
  word: 'yes',
  edit: null,
  process: 'runs',
  hangs: 0,
  ...fields,
});

/** So many polls at which nothing happens. */
export const quiet = (polls: number): Poll[] => Array.from({ length: polls }, () => then());

/** A history written by hand, under the classic poller. */
export const byHand = (
  rows: Row[],
  agents: WorldAgent[],
  polls: Poll[],
  options: Partial<Options> = {},
): History => ({
  scheduler: 'classic',
  zone: 'UTC',
  setup: { ...PLAIN, ...options, rows },
  agents,
  polls,
});
