import { vendors } from '../../../playground/lib/vendors.mjs';
import { everybody, membersOf, ONE_TEAM } from './floor.mjs';
import { KINDS } from './kinds.mjs';

/** @typedef {import('../../../playground/lib/vendors.mjs').Vendor} Vendor */
/** @typedef {import('./kinds.mjs').Kind} Kind */

/**
 * One of the triggers, and whom it is about.
 * @typedef {object} Watcher
 * @property {number} index also the number of its team
 * @property {string} title
 * @property {Vendor} vendor
 * @property {Kind} kind
 * @property {Set<string>} agents the ids of those it watches
 * @property {Record<string, unknown>} scope the parameters that say so
 * @property {string} never the pause code that is always all right
 */

/** These watch the whole floor; CROCO-dial asks for each agent, so it cannot. */
const WHOLE_FLOOR = [0, 26, 52, 79];

/** In Rocket.Chat a pause has no code: somebody is switched off, away, or busy by hand. */
const NEVER = { 'Rocket.Chat': 'away', others: 'LUNCH' };

/**
 * Every vendor in turn, each in turn with every kind.
 * @param {number} count
 * @returns {Watcher[]}
 */
export const watchersOf = (count) =>
  Array.from({ length: count }, (_, index) => {
    const names = Object.keys(KINDS);
    const vendor = /** @type {Vendor} */ (vendors[index % vendors.length]);
    const round = Math.floor(index / vendors.length);
    const whole = WHOLE_FLOOR.includes(index);
    const name = whole ? 'pause' : String(names[(index + round) % names.length]);
    return {
      index,
      title: `${index} ${vendor.name} ${name}${whole ? ' of all' : ''}`,
      vendor,
      kind: /** @type {Kind} */ (KINDS[name]),
      agents: new Set(whole ? everybody() : membersOf(index)),
      scope: whole ? {} : (ONE_TEAM[vendor.name]?.(index) ?? {}),
      never: vendor.name === 'Rocket.Chat' ? NEVER['Rocket.Chat'] : NEVER.others,
    };
  });

/**
 * @param {Watcher} watcher
 * @param {string | null} reason of a pause that is too long
 * @returns {string[]} what it must tell of it
 */
export const courseOf = ({ kind, never }, reason) =>
  kind.ofTeam || (kind.leavesOut && reason === never) ? [] : kind.course;
