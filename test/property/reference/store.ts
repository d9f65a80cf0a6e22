import type { Scheduler } from '../world/history';
import type { Polled } from '../world/play';
import type { Entry, Log } from './log';
import { referencePoll } from './poll';

/** The log as it was stored once; the later one counts (rule 15), whatever the clock said. */
interface Copy {
  log: Log;
  server: string;
  /** How many were stored before. */
  order: number;
}

/** What should have been told at a poll. */
export interface Expected {
  entry: Entry | null;
  asked: boolean;
}

/**
 * The reference with what n8n does to memory: a process remembers until it ends, the database what
 * was saved with an emission (rules 15 and 16; docs/n8n.md, Polling).
 */
export class Reference {
  private process: Copy | null = null;
  private database: Copy | null = null;
  private live: Copy | null = null;
  private activating = true;
  private stored = 0;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly zone: string,
  ) {}

  /** What a poll should have told. One that did not run, or was given up, tells nothing. */
  poll(polled: Polled): Expected {
    const { published, renamed, restarted, runs, killed, server, answer } = polled;
    if (renamed) this.database = null;
    if (published) this.publish();
    if (restarted) this.restart();
    const activating = this.activating;
    this.activating &&= runs === 'skipped';
    if (runs !== 'alone' || answer === null) return { entry: null, asked: false };
    const saved = this.scheduler === 'classic' ? this.live : this.database;
    const { begun, setup, word } = polled;
    const { log, entry, asked } = referencePoll(this.latest(saved, server), {
      ...{ begun, setup, answer, word },
      zone: this.zone,
    });
    const copy = { log, server, order: (this.stored += 1) };
    this.process = copy;
    this.live = copy;
    const emits = entry.told.some(
      ({ silent, event }) => !silent && !['error', 'kept'].includes(event),
    );
    const saves = emits || activating || this.scheduler === 'cursors';
    if (saves && !(killed && this.scheduler === 'classic')) this.database = copy;
    if (killed) this.restart();
    return { entry, asked };
  }

  private restart(): void {
    this.process = null;
    this.publish();
  }

  private publish(): void {
    this.live = this.database;
    this.activating = true;
  }

  /** Rule 15: of this server, the later one, that of the process on a tie. */
  private latest(saved: Copy | null, server: string): Log {
    const [latest] = [this.process, saved]
      .filter((copy) => copy !== null)
      .filter((copy) => copy.server === server)
      .sort((a, b) => b.order - a.order);
    return latest?.log ?? [];
  }
}
