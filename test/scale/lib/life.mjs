import { createRandom } from '../../simulator/random.mjs';
import { eventually, pass } from '../../e2e/lib/wait.mjs';
import { everybody, membersOf } from './floor.mjs';
import { TEAM } from './receiver.mjs';
import { courseOf } from './watchers.mjs';

/** @typedef {import('./watchers.mjs').Watcher} Watcher */
/** @typedef {import('./kinds.mjs').Lane} Lane */
/** @typedef {import('../../simulator/types.mjs').State} State */

/** What those do who have no part in an alert, and on average how many seconds they stay at it. */
const WORK = { ready: 'busy', busy: 'wrapUp', wrapUp: 'ready', offline: 'ready' };
const STAY = 30;
const LOG_OUT = 0.02;

/** Of each team, so many only play their part; the others work, and have one short pause at most. */
const ACTORS = 6;

/** A short pause, as a part of the limit. */
const SHORT = 0.4;

/** What is said of a pause that has a limit, and of how many polls the others last at least. */
const BREAK = 'BREAK';
const NEVER_LONG = 2;

/**
 * What must be told of a pause, by whom and of whom.
 * @typedef {{watcher: Watcher, about: string, course: string[], before: number}} Expected
 */

/** What goes on on the floor, second by second. No pause ends before all who watch it told it. */
export class Life {
  /** @type {Set<string>} who does not just work */
  #actors;

  /**
   * @param {object} stage
   * @param {import('./sizes.mjs').Size} stage.size
   * @param {import('../../simulator/index.mjs').Simulator} stage.simulator
   * @param {import('./receiver.mjs').Receiver} stage.receiver
   * @param {Watcher[]} stage.watchers
   */
  constructor({ size, simulator, receiver, watchers }) {
    this.size = size;
    this.world = simulator.world;
    this.receiver = receiver;
    this.watchers = watchers;
    this.random = createRandom(1, 'scale');
    this.#actors = new Set(watchers.flatMap(({ index }) => membersOf(index).slice(0, ACTORS)));
  }

  /**
   * Lets everybody live for as long as the size says, and then until nothing is left to be told.
   * @param {AbortSignal} signal
   */
  async run(signal) {
    const end = Date.now() + this.size.minutes * 60_000;
    const isOver = () => signal.aborted || Date.now() > end;
    const work = setInterval(() => this.#work(), 1000);
    try {
      await Promise.all(this.watchers.map((watcher) => this.#team(watcher, isOver)));
    } finally {
      clearInterval(work);
    }
  }

  /** Some of those who work go on to what comes next. */
  #work() {
    const ids = everybody().filter((id) => !this.#actors.has(id));
    const moves = ids.filter(() => this.random.next() < 1 / STAY);
    for (const id of moves) {
      const { state = 'ready' } = this.world.agent(id) ?? {};
      const leaves = state === 'wrapUp' && this.random.next() < LOG_OUT;
      const next = leaves ? 'offline' : WORK[/** @type {keyof typeof WORK} */ (state)];
      this.#move([id], { state: /** @type {State} */ (next) });
    }
  }

  /**
   * @param {Watcher} watcher
   * @param {() => boolean} isOver
   */
  async #team({ index, kind, never }, isOver) {
    const [...free] = membersOf(index);
    const actors = free.splice(0, ACTORS);
    const lanes = kind.lanes.map(({ agents, pause }) => {
      const ids = actors.splice(0, agents);
      if (pause === 'short') return this.#shortPauses(free, isOver);
      return this.#pauses(ids, pause === 'never' ? never : BREAK, isOver);
    });
    await Promise.all(lanes);
  }

  /**
   * @param {string[]} ids who pause together
   * @param {string} reason
   * @param {() => boolean} isOver
   */
  async #pauses(ids, reason, isOver) {
    while (!isOver()) {
      await this.#while();
      const expected = this.#expected(ids, reason);
      this.#move(ids, { state: 'paused', reason });
      await this.#told(ids, expected, 'before');
      await this.#while();
      if (reason !== BREAK) await pass(NEVER_LONG * this.size.everySeconds);
      this.#move(ids, { state: 'ready' });
      await this.#told(ids, expected, 'after');
    }
  }

  /**
   * Each has one only: two of them, each seen by one poll, cannot be told from one long one.
   * @param {string[]} ids
   * @param {() => boolean} isOver
   */
  async #shortPauses(ids, isOver) {
    const { everySeconds, limitMinutes } = this.size;
    for (let id = ids.shift(); id && !isOver(); id = ids.shift()) {
      this.#actors.add(id);
      const begin = this.#move([id], { state: 'paused', reason: BREAK });
      const end = begin + Math.floor(SHORT * limitMinutes * 60) * 1000;
      this.world.schedule(end, (at) => void this.world.apply(String(id), { state: 'ready' }, at));
      await pass(everySeconds + this.random.next() * everySeconds);
    }
  }

  /** Between the deeds of the actors: half an interval at most. */
  #while() {
    return pass((this.random.next() * this.size.everySeconds) / 2);
  }

  /**
   * At a full second, since some vendors tell since when in those.
   * @param {string[]} ids
   * @param {import('../../simulator/types.mjs').AgentPatch} patch
   * @returns {number} when
   */
  #move(ids, patch) {
    const second = Math.ceil(Date.now() / 1000) * 1000;
    this.world.schedule(second, (at) => {
      for (const id of ids) this.world.apply(id, patch, at);
    });
    return second;
  }

  /**
   * @param {string[]} ids
   * @param {string} reason
   * @returns {Expected[]}
   */
  #expected(ids, reason) {
    return this.watchers.flatMap((watcher) => {
      const seen = ids.filter((id) => watcher.agents.has(id));
      const { ofTeam, course } = watcher.kind;
      const about = ofTeam && seen.length > 0 ? [TEAM] : seen;
      return about.map((each) => ({
        watcher,
        about: each,
        course: ofTeam ? course : courseOf(watcher, reason),
        before: this.receiver.told(watcher.index, each).length,
      }));
    });
  }

  /**
   * What is not told in time is found missing in the end, by the simulator's log.
   * @param {string[]} ids
   * @param {Expected[]} expected
   * @param {'before' | 'after'} when the end of the pause
   */
  async #told(ids, expected, when) {
    const isTold = () =>
      expected.every(({ watcher, about, course, before }) => {
        const least = course.length === 0 || when === 'after' ? course.length : course.length - 1;
        return this.receiver.told(watcher.index, about).length >= before + least;
      });
    const seconds = 5 * this.size.everySeconds + 120;
    await eventually(`${ids}`, seconds, async () => isTold()).catch(() => undefined);
  }
}
