/** @typedef {import('../../simulator/editorWords.mjs').TriggerWords} TriggerWords */

/**
 * @typedef {object} TriggerForm
 * @property {string[]} events what is chosen in Trigger On
 * @property {(words: TriggerWords) => string[]} shows below it, up to the system's own fields
 * @property {string[]} [filters] what can be added for these events only
 * @property {string[]} [options] likewise
 * @property {boolean} [hasLimits]
 */

const NAMES = {
  stateTooLong: 'Agent in a State Too Long',
  countLimit: 'Count Crosses a Limit',
  stateChange: 'Agent Changes State',
  sourceDown: 'Contact Center Unreachable',
};

/** All that can be chosen in Trigger On. */
export const EVENTS = Object.values(NAMES);

const OVER = 'Also Send When It Is Over';

/** @param {TriggerWords} words */
const timeLimits = ({ notice, reasons }) => [
  notice,
  'Time Limits',
  'States',
  reasons,
  'Minutes',
  'Severity',
];
const COUNT_LIMITS = [
  'Count Limits',
  'Count',
  'States',
  'Is',
  'Value',
  'For Minutes',
  'Over Again At',
  'Severity',
];

/** @type {TriggerForm[]} */
export const triggerForms = [
  {
    events: [NAMES.stateTooLong],
    shows: (words) => [...timeLimits(words), OVER],
    options: ['Repeat Every (Minutes)'],
    hasLimits: true,
  },
  {
    events: [NAMES.countLimit],
    shows: () => [...COUNT_LIMITS, OVER],
    filters: ['Minimum Logged In'],
    options: ['Repeat Every (Minutes)'],
    hasLimits: true,
  },
  { events: [NAMES.stateChange], shows: ({ notice }) => [notice, 'Changes', 'From', 'To'] },
  { events: [NAMES.sourceDown], shows: () => ['After Failed Polls', OVER] },
  {
    events: EVENTS,
    shows: (words) => [
      ...timeLimits(words),
      ...COUNT_LIMITS,
      'Changes',
      'From',
      'To',
      'After Failed Polls',
      OVER,
    ],
    filters: ['Minimum Logged In'],
    options: ['Repeat Every (Minutes)'],
    hasLimits: true,
  },
];
