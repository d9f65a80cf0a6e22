import { createHash } from 'node:crypto';

/** The letters before Kore.ai's ids, and whether the first block has seven digits or eight. */
const KINDS = /** @type {const} */ ({
  user: ['u-', 8],
  agent: ['a-', 7],
  queue: ['qu-', 7],
  group: ['ag-', 7],
  conversation: ['c-', 7],
  customer: ['u-', 8],
});

/**
 * The id Kore.ai has for something of the world: always the same for the same name, and of the
 * form of its kind. One agent has two that say nothing of each other, a user's and an agent's.
 *
 * @param {keyof typeof KINDS} kind
 * @param {string} name   the id in the world
 * @returns {string}
 */
export function koreId(kind, name) {
  const [prefix, first] = KINDS[kind];
  const hex = digest(kind, name);
  const blocks = [hex.slice(0, first), hex.slice(8, 12), `5${hex.slice(13, 16)}`];
  return `${prefix}${[...blocks, `9${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')}`;
}

/**
 * An id of the database's own form.
 *
 * @param {string} kind
 * @param {string} name
 * @returns {string} 24 hexadecimal digits
 */
export const recordId = (kind, name) => digest(kind, name).slice(0, 24);

/**
 * Something that looks random and is not.
 *
 * @param {string} kind
 * @param {string} name
 * @returns {string} 40 hexadecimal digits
 */
export const digest = (kind, name) => createHash('sha1').update(`${kind} ${name}`).digest('hex');
