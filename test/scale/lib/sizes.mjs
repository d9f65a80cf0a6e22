/**
 * How big a run is. Everything that is waited for is counted in polls, so that the short form is
 * the same in fewer and quicker ones.
 * @typedef {object} Size
 * @property {string} name
 * @property {number} triggers active at once, each for a team of its own
 * @property {number} minutes how long agents live before the last alerts are waited for
 * @property {number} everySeconds from poll to poll of a trigger
 * @property {number} limitMinutes how long a pause may last
 */

/** @type {Size} n8n's own shortest interval */
export const FULL = {
  name: 'full',
  triggers: 100,
  minutes: 10,
  everySeconds: 60,
  limitMinutes: 0.75,
};

/** @type {Size} two minutes at that interval are too short for an alert and its end */
export const SHORT = {
  name: 'short',
  triggers: 10,
  minutes: 2,
  everySeconds: 20,
  limitMinutes: 0.5,
};

/**
 * A trigger's poll times, in n8n's form. They are spread over the first two thirds of the interval,
 * so that n8n is idle now and then.
 * @param {Size} size
 * @param {number} index the trigger's
 */
export function pollTimes({ triggers, everySeconds }, index) {
  const first = Math.floor((index * everySeconds * 2) / 3 / triggers);
  // n8n polls a single item once a minute at most.
  const times = Array.from({ length: 60 / everySeconds }, (_, time) => first + time * everySeconds);
  return {
    item: times.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })),
  };
}
