/**
 * @typedef {object} Clock
 * @property {() => number} now
 * @property {(ms: number) => void} set
 * @property {(seconds: number) => void} advance
 * @property {(speed: number) => void} setSpeed
 * @property {() => number} speed
 */

/**
 * A clock that starts anywhere and runs at any speed: 1 is real time, 60 a minute per second,
 * 0 stands still. Left at its defaults it tells the machine's own time.
 *
 * @param {{ now?: number, speed?: number, realNow?: () => number }} [options]
 * @returns {Clock}
 */
export function createClock({ now, speed = 1, realNow = Date.now } = {}) {
  let anchor = realNow();
  let simulated = now ?? anchor;
  let rate = speed;

  const read = () => Math.floor(simulated + (realNow() - anchor) * rate);
  /** @param {number} ms */
  const set = (ms) => {
    if (!Number.isFinite(ms)) throw new Error(`not a time: ${ms}`);
    simulated = ms;
    anchor = realNow();
  };

  return {
    now: read,
    set,
    advance: (seconds) => set(read() + seconds * 1000),
    setSpeed: (next) => {
      set(read());
      rate = next;
    },
    speed: () => rate,
  };
}

/**
 * Reads a moment as people write it: epoch milliseconds, a Date, or a date string.
 *
 * @param {import('./types.mjs').Moment} moment
 * @returns {number}
 */
export function toMs(moment) {
  const ms = typeof moment === 'number' ? moment : new Date(moment).getTime();
  if (!Number.isFinite(ms)) throw new Error(`not a time: ${String(moment)}`);
  return ms;
}
