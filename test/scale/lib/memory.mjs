import { megabytesByGroup } from './processes.mjs';

/**
 * A process's memory over time, its helpers included.
 * @typedef {object} Memory
 * @property {number} start MB when it was first looked at
 * @property {number} peak
 * @property {number} end
 */

const EVERY_MS = 2000;

/** The resident memory of some processes, looked at every two seconds. */
export class MemoryWatch {
  /** @type {Record<string, Memory>} by what each is called */
  seen = {};
  #timer;

  /** @param {() => Iterable<[name: string, group: {pid: number}]>} running each leads a group */
  constructor(running) {
    this.running = running;
    this.#timer = setInterval(() => void this.look(), EVERY_MS);
  }

  /** Looks at all that run now. */
  async look() {
    const groups = await megabytesByGroup();
    for (const [name, { pid }] of this.running()) {
      const now = groups.get(pid);
      if (now === undefined) continue;
      const { start, peak } = this.seen[name] ?? { start: now, peak: now };
      this.seen[name] = { start, peak: Math.max(peak, now), end: now };
    }
  }

  /** Ends the watch. */
  stop() {
    clearInterval(this.#timer);
  }
}
