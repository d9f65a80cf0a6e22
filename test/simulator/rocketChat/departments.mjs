import { idOf } from './ids.mjs';

/** @import { World } from '../world.mjs' */
/** @import { Agent } from '../types.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * A department: a queue of the world, or a user group.
 *
 * @typedef {object} Department
 * @property {string} _id
 * @property {string} worldId
 * @property {string} name
 * @property {boolean} enabled
 * @property {boolean} archived
 */

/**
 * All departments, queues first. A queue only an agent knows is one too.
 *
 * @param {World} world
 * @param {Settings} settings
 * @returns {Map<string, Department>} by department id
 */
export function departmentsOf(world, settings) {
  /** @type {Map<string, Department>} */
  const found = new Map();
  /**
   * @param {'queue' | 'group'} kind
   * @param {string} worldId
   * @param {string} [name]
   */
  const add = (kind, worldId, name = worldId) => {
    const _id = departmentId(kind, worldId);
    /** @param {string[]} list */
    const listed = (list) => [_id, worldId, name].some((one) => list.includes(one));
    const archived = listed(settings.archivedDepartments);
    const enabled = !archived && !listed(settings.disabledDepartments);
    if (!found.has(_id)) found.set(_id, { _id, worldId, name, enabled, archived });
  };

  for (const { id, name } of world.queues.values()) add('queue', id, name);
  for (const { queues } of world.roster()) for (const id of queues) add('queue', id);
  for (const id of world.groups) add('group', id);
  return found;
}

/**
 * @param {'queue' | 'group'} kind
 * @param {string} worldId
 * @returns {string}
 */
export const departmentId = (kind, worldId) => idOf('department', `${kind}/${worldId}`);

/**
 * The departments an agent is in: its queues, then its group, or what `extras.rocketChat` says, by
 * world id, name or department id; what is no department is passed on as it is.
 *
 * @param {Agent} agent
 * @param {Map<string, Department>} departments
 * @returns {string[]} department ids
 */
export function departmentsOfAgent({ queues, group, extras }, departments) {
  /** @type {string[] | undefined | null} */
  const given = extras.rocketChat?.departments;
  if (!given) {
    const own = queues.map((id) => departmentId('queue', id));
    return group === '' ? own : [...own, departmentId('group', group)];
  }
  const all = [...departments.values()];
  return given.map((wanted) => {
    const found = all.find(({ _id, worldId, name }) => [_id, worldId, name].includes(wanted));
    return found?._id ?? wanted;
  });
}
