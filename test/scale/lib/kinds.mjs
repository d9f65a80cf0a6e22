/**
 * What a trigger is set to.
 * @typedef {object} Kind
 * @property {(limit: number, never: string) => Record<string, unknown>} parameters with a limit in
 *   minutes, and a pause code that is always all right
 * @property {string[]} course what it tells of one pause, or of one rush for a count
 * @property {boolean} [ofTeam] tells of the team, not of its agents
 * @property {boolean} [leavesOut] tells nothing of the code that is always all right
 * @property {Lane[]} lanes what goes on in its team, side by side
 */

/**
 * What somebody does over and over: pause until all who watch have told it, and work until all have
 * told that, too. A short one ends before the limit, and nobody tells anything.
 * @typedef {object} Lane
 * @property {number} agents
 * @property {'break' | 'never' | 'short'} pause
 */

/** From how many agents who are paused at the same time a count is too high. */
export const RUSH = 6;

/** @type {Lane} */
const BREAK = { agents: 1, pause: 'break' };
/** @type {Lane} */
const NEVER = { agents: 1, pause: 'never' };
/** @type {Lane} */
const SHORT = { agents: 1, pause: 'short' };

/** @param {[reasons: string, minutes: number, severity: string][]} rows */
const timeLimits = (rows) => ({
  events: ['stateTooLong'],
  timeLimits: {
    rows: rows.map(([reasons, minutes, severity]) => ({
      states: ['paused'],
      reasons,
      minutes,
      severity,
    })),
  },
});

/** @type {Record<string, Kind>} */
export const KINDS = {
  pause: {
    parameters: (limit) => timeLimits([['*', limit, 'warning']]),
    course: ['fired', 'resolved'],
    lanes: [BREAK, BREAK, SHORT],
  },
  codes: {
    parameters: (limit, never) =>
      timeLimits([
        [never, 0, 'warning'],
        ['', limit, 'warning'],
      ]),
    course: ['fired', 'resolved'],
    leavesOut: true,
    lanes: [BREAK, NEVER, SHORT],
  },
  severities: {
    parameters: (limit) =>
      timeLimits([
        ['*', limit, 'warning'],
        ['*', 2 * limit, 'critical'],
      ]),
    course: ['fired', 'escalated', 'resolved'],
    lanes: [BREAK, BREAK, SHORT],
  },
  count: {
    parameters: (limit) => ({
      events: ['countLimit'],
      countLimits: {
        rows: [
          {
            measure: 'agents',
            states: ['paused'],
            comparison: 'atLeast',
            value: RUSH,
            forMinutes: limit,
            clearAt: '',
            severity: 'warning',
          },
        ],
      },
    }),
    course: ['fired', 'resolved'],
    ofTeam: true,
    lanes: [{ agents: RUSH, pause: 'break' }, SHORT],
  },
  changes: {
    parameters: () => ({
      events: ['stateChange'],
      changes: {
        rows: [
          { from: [], to: ['paused'] },
          { from: ['paused'], to: [] },
        ],
      },
    }),
    course: ['changed', 'changed'],
    lanes: [BREAK, BREAK],
  },
};
