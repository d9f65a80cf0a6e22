/**
 * What differs from vendor to vendor in what a person should see of a trigger, written down by hand.
 * @typedef {object} TriggerWords
 * @property {string} notice how exact since-when is: its beginning
 * @property {string} reasons what reasons of a pause are called
 * @property {string[]} counts what can be counted
 * @property {string[]} [watch] fields of this vendor only
 * @property {string[]} filters what can be added, by name
 * @property {string[]} [options] of this vendor only, while something has a limit
 * @property {string[]} [always] of this vendor only
 */

const EVERY = ['Active Hours', 'Agent IDs', 'Agent IDs to Leave Out'];
const COUNTS = ['Agents', 'Calls Waiting', 'Percent of Logged-In'];

/** @type {Record<'vicidial' | 'rocketChat' | 'koreAi' | 'crocoDial', TriggerWords>} */
export const triggerWords = {
  vicidial: {
    notice: 'VICIdial does not tell since when an agent is in a state',
    reasons: 'Pause Codes',
    counts: COUNTS,
    filters: [
      ...EVERY,
      'Campaign Names or IDs',
      'Campaigns by ID',
      'User Group Names or IDs',
      'User Groups by ID',
    ],
  },
  rocketChat: {
    notice: 'Rocket.Chat does not tell since when an agent is in a state',
    reasons: 'Pause Reasons',
    counts: COUNTS,
    filters: [...EVERY, 'Department Names or IDs', 'Departments by ID'],
  },
  koreAi: {
    notice: 'Kore.ai tells since when an agent is in a status',
    reasons: 'Custom Statuses',
    counts: COUNTS,
    filters: [...EVERY, 'Queue IDs', 'Queue Names or IDs'],
    options: ['Alert on Those Already Over'],
  },
  crocoDial: {
    notice: 'GOautodial tells since when an agent is in a state',
    reasons: 'Pause Codes',
    counts: ['Agents', 'Percent of Logged-In'],
    watch: ['Agents to Watch'],
    filters: [
      ...EVERY,
      'Campaign IDs',
      'Campaign Names or IDs',
      'User Group IDs',
      'User Group Names or IDs',
    ],
    options: ['Alert on Those Already Over'],
    always: ['Statuses That Mean Paused'],
  },
};

/**
 * @typedef {object} TriggerForm
 * @property {string[]} events what is chosen in Trigger On
 * @property {(words: TriggerWords) => string[]} shows below it, up to the vendor's own fields
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
    shows: ({ notice, reasons }) => [
      notice,
      'Time Limits',
      'States',
      reasons,
      'Minutes',
      'Severity',
      OVER,
    ],
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
    shows: ({ notice, reasons }) => [
      notice,
      'Time Limits',
      'States',
      reasons,
      'Minutes',
      'Severity',
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
