import { systems } from '../../simulator/systems.mjs';
import { everybody, membersOf, nameOf } from './floor.mjs';
import { KINDS } from './kinds.mjs';

/** @typedef {import('../../simulator/systems.mjs').System} System */
/** @typedef {import('./kinds.mjs').Kind} Kind */

/**
 * One of the triggers, and whom it is about.
 * @typedef {object} Watcher
 * @property {number} index also the number of its team
 * @property {string} title
 * @property {System} system
 * @property {Kind} kind
 * @property {Set<string>} agents the ids of those it watches
 * @property {Record<string, unknown>} scope the parameters that say so
 * @property {string} never the pause code that is always all right
 */

/** One in so many watches the whole floor: the next of a system that can list it. */
const WHOLE_FLOOR_EVERY = 26;

/** @param {number} index */
const systemAt = (index) => /** @type {System} */ (systems[index % systems.length]);

/** @param {number} index */
function watchesWholeFloor(index) {
  let next = index - (index % WHOLE_FLOOR_EVERY);
  while (systemAt(next).asking !== undefined) next += 1;
  return index === next;
}

/**
 * Every system in turn, each in turn with every kind.
 * @param {number} count
 * @returns {Watcher[]}
 */
export const watchersOf = (count) =>
  Array.from({ length: count }, (_, index) => {
    const names = Object.keys(KINDS);
    const system = systemAt(index);
    const round = Math.floor(index / systems.length);
    const whole = watchesWholeFloor(index);
    const name = whole ? 'pause' : String(names[(index + round) % names.length]);
    return {
      index,
      title: `${index} ${system.name} ${name}${whole ? ' of all' : ''}`,
      system,
      kind: /** @type {Kind} */ (KINDS[name]),
      agents: new Set(whole ? everybody() : membersOf(index)),
      scope: whole ? {} : system.team(nameOf(index), membersOf(index)),
      never: system.pauseReason ?? 'LUNCH',
    };
  });

/**
 * @param {Watcher} watcher
 * @param {string | null} reason of a pause that is too long
 * @returns {string[]} what it must tell of it
 */
export const courseOf = ({ kind, never }, reason) =>
  kind.ofTeam || (kind.leavesOut && reason === never) ? [] : kind.course;
