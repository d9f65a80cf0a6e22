import type { FailureKind } from '../../../nodes/shared/http/failure';
import type { AgentState } from '../../../nodes/shared/model/AgentState';
import type { Edit } from './edits';
import type { Setup } from './setup';

/**
 * How n8n polls and keeps static data (docs/n8n.md, Polling): `classic` saves it when something is
 * emitted and after an activation, and has one live object in between; `durable` reads it from the
 * database for each poll and saves it with an emission; `cursors` saves it after each poll.
 */
export type Scheduler = 'classic' | 'durable' | 'cursors';

/** What the vendor tells of since when an agent is in the state, beside the truth. */
export type Since =
  | 'truth'
  | 'none'
  | 'soon'
  | 'farFuture'
  | 'ancient'
  | 'earlier'
  | 'later'
  | 'muchLater';

/** An agent as the world knows them; `since` and `twice` are how the vendor tells it. */
export interface WorldAgent {
  state: AgentState;
  reason: string | null;
  campaign: string | null;
  /** Seconds in the state when the history begins. */
  age: number;
  calls: number | null;
  since: Since;
  listed: boolean;
  twice: boolean;
}

/** What happens to an agent since the last poll. */
export interface Move {
  agent: number;
  /** A state taken up so many seconds before the poll, also when it is the same as before. */
  state?: AgentState;
  ago?: number;
  reason?: string | null;
  campaign?: string | null;
  calls?: 'one more' | 'reset' | 'not told' | 'told';
  since?: Since;
  listed?: boolean;
  twice?: boolean;
  /** For this poll only. */
  once?: 'absent' | 'unknown';
}

/** What makes a reading fail; `thrown` is an error nobody foresaw. */
export type Fault = FailureKind | 'thrown';

export interface Poll {
  /** Seconds since the last poll began or ended; negative when the clock is set back. */
  after: number;
  /** Milliseconds beyond a whole second. */
  ms: number;
  moves: Move[];
  callsWaiting: number;
  fault: Fault | null;
  /** What the vendor says when asked whether one who is gone is offline. */
  word: 'yes' | 'no' | 'fails';
  /** What is done before the poll. */
  edit: Edit | null;
  /** The process ends: before the poll, or after it emitted and before anything was saved. */
  process: 'runs' | 'restarts before' | 'killed after';
  /** How many polls begin while this one still waits for its answer. */
  hangs: number;
}

/** All that happens in a small world, as plain data. */
export interface History {
  scheduler: Scheduler;
  zone: string;
  setup: Setup;
  agents: WorldAgent[];
  polls: Poll[];
}

/** A Monday morning, on a whole hour. */
export const T0 = Date.UTC(2026, 0, 5, 9, 0, 0);
