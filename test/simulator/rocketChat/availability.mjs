import { presenceOf } from './people.mjs';

/** @import { World } from '../world.mjs' */
/** @import { Person } from './people.mjs' */
/** @import { Settings } from './settings.mjs' */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/**
 * A stretch of being available for service; `to` is null while it goes on.
 * @typedef {{ from: number, to: number | null }} Stretch
 */

/**
 * What the server has written down of an agent's day. The stretch that still goes on is in it only
 * by being there at all.
 *
 * @typedef {object} DayRecord
 * @property {number} day   the server's calendar day, as a number of days
 * @property {number} seconds
 * @property {{ startedAt: string, stoppedAt: string }[] | null} history   null: none is over yet
 */

/**
 * The agent's days, earliest first: available is who has the toggle on and is not offline, away
 * and busy included. At midnight a stretch is cut, and loses its last second.
 *
 * @param {World} world
 * @param {Person} person
 * @param {Settings} settings
 * @returns {DayRecord[]}
 */
export function serviceDays(world, person, settings) {
  /** @type {Map<number, DayRecord>} */
  const days = new Map();
  const now = world.now();
  for (const { from, to } of stretches(world, person)) {
    const last = dayOf(to ?? now, settings);
    for (let day = dayOf(from, settings); day <= last; day += 1) {
      const record = days.get(day) ?? { day, seconds: 0, history: null };
      days.set(day, record);
      const midnight = startOf(day + 1, settings);
      const stopped = day < last ? midnight - SECOND : to;
      if (stopped === null) continue;
      const started = Math.max(from, startOf(day, settings));
      record.seconds += Math.max(0, Math.floor((stopped - started) / SECOND));
      record.history = [...(record.history ?? []), inWords(started, stopped)];
    }
  }
  return [...days.values()].sort((one, other) => one.day - other.day);
}

/**
 * @param {World} world
 * @param {Person} person
 * @returns {Stretch[]}
 */
function stretches(world, { agent }) {
  /** @type {Stretch[]} */
  const found = [];
  const { state, reason, detailSince: from } = agent;
  for (const one of [...world.history(agent.id), { state, reason, from, to: null }]) {
    const { status, statusLivechat } = presenceOf({ ...agent, ...one, extras: {} });
    if (status === 'offline' || statusLivechat !== 'available') continue;
    const last = found.at(-1);
    if (last && last.to === one.from) last.to = one.to;
    else found.push({ from: one.from, to: one.to });
  }
  return found;
}

/**
 * @param {number} at
 * @param {Settings} settings
 * @returns {number} the server's calendar day
 */
export const dayOf = (at, { utcOffsetMinutes }) =>
  Math.floor((at + utcOffsetMinutes * MINUTE) / DAY);

/**
 * @param {number} day
 * @param {Settings} settings
 */
const startOf = (day, { utcOffsetMinutes }) => day * DAY - utcOffsetMinutes * MINUTE;

/**
 * @param {number} from
 * @param {number} to
 */
const inWords = (from, to) => ({
  startedAt: new Date(from).toISOString(),
  stoppedAt: new Date(to).toISOString(),
});
