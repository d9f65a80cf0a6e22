import { forgetProcessMemory } from '../../../nodes/shared/trigger/store';
import { edited, valid } from './edits';
import { Floor } from './floor';
import { T0, type History, type Poll } from './history';
import { BUDGET_MS, N8n, type Given } from './n8n';
import { parametersOf, type Setup } from './setup';
import { ScriptedVendor, type Answer, type Asked } from './vendor';

/** A poll as it was: when, with which set-up, what the vendor was asked and n8n was given. */
export interface Polled extends Asked {
  /** Which poll of the history, from 0. */
  number: number;
  /** Epoch milliseconds. */
  begun: number;
  ended: number;
  setup: Setup;
  server: string;
  /** What was done before it: the workflow published again, its node renamed, n8n restarted. */
  published: boolean;
  renamed: boolean;
  restarted: boolean;
  /** The process ended after it: before anything was saved, under the classic poller. */
  killed: boolean;
  /** Whether it ran; `skipped` as another one still did, `overrun` as n8n gave it up. */
  runs: 'alone' | 'skipped' | 'overrun';
  word: Poll['word'];
  given: Given;
}

/** Past its budget n8n gives up a poll; past this as well, another one may begin (rule 18). */
const GRACE_MS = 10_000;

/** Plays a history against the real trigger; the clock has to be taken over. */
export async function play(history: History): Promise<Polled[]> {
  forgetProcessMemory();
  const player = new Player(history);
  await player.all();
  return player.played.toSorted((a, b) => a.number - b.number);
}

class Player {
  readonly played: Polled[] = [];
  private readonly n8n: N8n;
  private readonly floor: Floor;
  private setup: Setup;
  private server = 'one';
  private clock = T0;
  private answeredLate = false;
  private calls = 0;

  constructor(private readonly history: History) {
    this.n8n = new N8n(history.scheduler, history.zone);
    this.floor = new Floor(history.agents, T0);
    this.setup = valid(history.setup);
  }

  async all(): Promise<void> {
    const { polls } = this.history;
    for (let number = 0; number < polls.length; ) {
      const poll = polls[number]!;
      this.advance(poll, number);
      this.prepare(poll);
      if (poll.hangs === 0) {
        await this.one(poll, number);
        number += 1;
      } else {
        number = await this.hanging(poll, number);
      }
    }
  }

  /** Time passes, and agents do what they do. */
  private advance({ after, ms, moves, callsWaiting }: Poll, number: number, forward = false) {
    const back = after < 0 && !forward && !this.answeredLate;
    this.answeredLate = false;
    if (number > 0) {
      if (back) this.floor.setBack(-after * 1000);
      this.clock += (back ? after : Math.abs(after)) * 1000;
    }
    this.now(this.clock + ms);
    this.floor.move(moves, this.clock + ms);
    this.calls = callsWaiting;
  }

  private now(ms: number): void {
    jest.setSystemTime(ms);
  }

  /** What the user or the machine does before a poll. */
  private prepare({ edit, process }: Poll): void {
    if (edit !== null) {
      this.setup = edited(this.setup, edit);
      if (edit.edit === 'otherServer') this.server = this.server === 'one' ? 'two' : 'one';
      this.n8n.activate(edit.edit === 'renameNode');
    }
    if (process === 'restarts before') this.n8n.restart();
  }

  private async one(
    poll: Poll,
    number: number,
    runs: Polled['runs'] = 'alone',
    ready: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    const { setup, server } = this;
    const vendor = new ScriptedVendor(server, poll, async ({ callsWaiting }) => {
      await ready();
      return this.answer(poll, callsWaiting);
    });
    const record: Polled = {
      ...{ number, begun: Date.now(), ended: Date.now(), setup, server, runs, word: poll.word },
      ...{ wanted: null, answer: null, askedAfter: [] },
      published: poll.edit !== null,
      renamed: poll.edit?.edit === 'renameNode',
      restarted: poll.process === 'restarts before',
      killed: poll.process === 'killed after',
      given: { items: null, reported: [], threw: null },
    };
    this.played.push(record);
    const unsaved = () =>
      record.runs !== 'alone' || (record.killed && this.history.scheduler === 'classic');
    record.given = await this.n8n.poll(parametersOf(setup), vendor, unsaved);
    Object.assign(record, vendor.asked);
    record.ended = Date.now();
    if (record.killed) this.n8n.restart();
  }

  private answer({ fault }: Poll, callsWanted: boolean): Answer {
    if (fault !== null) return { fault };
    const observedAt = Date.now();
    const callsWaiting = callsWanted ? this.calls : null;
    return { rows: this.floor.rows(observedAt), callsWaiting, observedAt };
  }

  /** A poll that waits for its answer while others begin. */
  private async hanging(poll: Poll, number: number): Promise<number> {
    const begun = Date.now();
    let asked = () => {};
    let answer = () => {};
    const reading = new Promise<void>((resolve) => (asked = resolve));
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const ended = this.one(poll, number, 'alone', () => (asked(), answered));
    await Promise.race([reading, ended]);
    const record = this.played.at(-1)!;
    const giveUp = () => Object.assign(record, { runs: 'overrun', killed: false });
    const next = Math.min(number + 1 + poll.hangs, this.history.polls.length);
    for (let other = number + 1; other < next; other += 1) {
      const during: Poll = { ...this.history.polls[other]!, process: 'runs', edit: null };
      this.advance(during, other, true);
      if (Date.now() - begun >= BUDGET_MS[this.history.scheduler] + GRACE_MS) {
        giveUp();
      }
      await this.one(during, other, record.runs === 'overrun' ? 'alone' : 'skipped');
    }
    if (Date.now() - begun > BUDGET_MS[this.history.scheduler]) giveUp();
    answer();
    await ended;
    this.answeredLate = true;
    return next;
  }
}
