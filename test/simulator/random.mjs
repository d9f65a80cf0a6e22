/**
 * @typedef {object} Random
 * @property {() => number} next   0 <= n < 1
 * @property {(low: number, high: number) => number} between   a whole number, both ends included
 * @property {<T>(items: readonly T[]) => T} pick
 */

/**
 * A small seeded generator. The same seed and the same label always give the same row of numbers,
 * and two labels give independent rows, so that one agent's day does not depend on another's.
 *
 * @param {number} seed
 * @param {string} [label]
 * @returns {Random}
 */
export function createRandom(seed, label = '') {
  let state = mix(seed >>> 0, label);

  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let n = state;
    n = Math.imul(n ^ (n >>> 15), n | 1);
    n ^= n + Math.imul(n ^ (n >>> 7), n | 61);
    return ((n ^ (n >>> 14)) >>> 0) / 4294967296;
  };
  /** @type {Random['between']} */
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  /** @type {Random['pick']} */
  const pick = (items) => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };

  return { next, between, pick };
}

/**
 * @param {number} seed
 * @param {string} label
 * @returns {number}
 */
function mix(seed, label) {
  let hash = seed ^ 0x811c9dc5;
  for (const character of label) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
