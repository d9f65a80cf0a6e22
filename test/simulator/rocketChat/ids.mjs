import { createHash } from 'node:crypto';

/** Rocket.Chat's ids use no character that looks like another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';
const LENGTH = 17;

/** @type {Map<string, string>} */
const known = new Map();

/**
 * An id as Rocket.Chat makes them, random to look at, but always the same for the same thing.
 *
 * @param {string} kind   what has the id: user, department, room...
 * @param {string} name   the thing's own name in the world
 * @returns {string}
 */
export function makeId(kind, name) {
  const bytes = createHash('sha256').update(`${kind}:${name}`).digest();
  return [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/**
 * The same, remembered: for what is asked again and again and never grows beyond the floor.
 *
 * @param {'user' | 'department' | 'link'} kind
 * @param {string} name
 * @returns {string}
 */
export function idOf(kind, name) {
  const key = `${kind}:${name}`;
  const id = known.get(key) ?? makeId(kind, name);
  known.set(key, id);
  return id;
}

/**
 * A number that is always the same for the same thing, for what the world does not know.
 *
 * @param {string} name
 * @param {number} below
 * @returns {number} 0 <= n < below
 */
export function numberOf(name, below) {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % below;
}
