/**
 * What a person should see of an operation, written down by hand.
 * @typedef {object} OperationForm
 * @property {string} resource
 * @property {string} operation
 * @property {string[]} shows below the operation
 * @property {string[]} [filters] what can be added
 * @property {string[]} options what can be added
 */

const AGENT = { resource: 'Agent' };
const TEAM = { resource: 'Team' };
const TIMEOUT = ['Request Timeout'];
const WINDOW = ['Agent', 'From', 'To', 'Simplify', 'Options'];

const ACT = {
  ...AGENT,
  shows: [
    "VICIdial asks the agent's own screen to do this. Check with Get Status a few seconds later.",
    'Agent',
    'Options',
  ],
  options: TIMEOUT,
};
const VICIDIAL_GROUPS = [
  'Campaign Names or IDs',
  'Campaigns by ID',
  'User Group Names or IDs',
  'User Groups by ID',
];
const CROCO_GROUPS = [
  'Campaign IDs',
  'Campaign Names or IDs',
  'User Group IDs',
  'User Group Names or IDs',
];

/** @type {Record<'vicidial' | 'rocketChat' | 'koreAi' | 'crocoDial', OperationForm[]>} */
export const operationForms = {
  vicidial: [
    {
      ...AGENT,
      operation: 'Get Activity',
      shows: [
        'VICIdial tells totals per agent for the time window, not each change of state.',
        ...WINDOW,
      ],
      options: ['Campaign ID', 'Request Timeout', 'Split by Campaign'],
    },
    {
      ...AGENT,
      operation: 'Get Live Info',
      shows: ['Return All', 'Simplify', 'Filters', 'Options'],
      filters: [...VICIDIAL_GROUPS.slice(0, 2), 'States', ...VICIDIAL_GROUPS.slice(2)],
      options: ['Include Call Details', 'Max Detail Requests', 'Request Timeout'],
    },
    {
      ...AGENT,
      operation: 'Get Status',
      shows: ['Agent', 'Simplify', 'Options'],
      options: [
        'Include Allowed Campaigns',
        'Include Call Record',
        'Include IP Address',
        'Request Timeout',
      ],
    },
    { ...ACT, operation: 'Log Out' },
    { ...ACT, operation: 'Pause' },
    { ...ACT, operation: 'Resume' },
    {
      ...ACT,
      operation: 'Set Pause Code',
      shows: [...ACT.shows.slice(0, 2), 'Pause Code', 'Options'],
    },
    {
      ...TEAM,
      operation: 'Get Counts',
      shows: ['Group By', 'Filters', 'Options'],
      filters: VICIDIAL_GROUPS,
      options: TIMEOUT,
    },
  ],
  rocketChat: [
    {
      ...AGENT,
      operation: 'Get Activity',
      shows: [
        'Chats count by when they began. Time available and in service needs the Enterprise licence of Rocket.Chat; without, there are only the chats. Time available has no stretch that still goes on.',
        ...WINDOW,
      ],
      options: TIMEOUT,
    },
    {
      ...AGENT,
      operation: 'Get Live Info',
      shows: ['Return All', 'Simplify', 'Filters', 'Options'],
      filters: ['Departments by ID', 'Department Names or IDs', 'States'],
      options: TIMEOUT,
    },
    {
      ...AGENT,
      operation: 'Get Status',
      shows: ['Agent', 'Simplify', 'Options'],
      options: TIMEOUT,
    },
    {
      ...TEAM,
      operation: 'Get Counts',
      shows: ['Department Name or ID', 'Options'],
      options: ['Count States', 'Request Timeout'],
    },
  ],
  koreAi: [
    {
      ...AGENT,
      operation: 'Get Activity',
      shows: WINDOW,
      options: ['Include Change Events', 'Request Timeout'],
    },
    {
      ...AGENT,
      operation: 'Get Live Info',
      shows: ['Return All', 'Simplify', 'Filters', 'Options'],
      filters: ['Queue IDs', 'Queue Names or IDs', 'States'],
      options: ['Include Status Details', 'Request Timeout'],
    },
    {
      ...AGENT,
      operation: 'Get Status',
      shows: ['Agent', 'Simplify', 'Options'],
      options: TIMEOUT,
    },
    {
      ...TEAM,
      operation: 'Get Counts',
      shows: ['Group By', 'Filters', 'Options'],
      filters: ['Queue IDs', 'Queue Names or IDs'],
      options: ['Include Custom Busy Statuses', 'Request Timeout'],
    },
  ],
  crocoDial: [
    {
      ...AGENT,
      operation: 'Get Activity',
      shows: [
        'GOautodial tells totals per agent for the time window, not each state change. CROCO-dial only tells calls, which are added up per agent.',
        ...WINDOW,
      ],
      options: ['Campaign ID', 'Request Timeout'],
    },
    {
      ...AGENT,
      operation: 'Get Live Info',
      shows: ['Agents', 'Return All', 'Simplify', 'Filters', 'Options'],
      filters: [...CROCO_GROUPS.slice(0, 2), 'States', ...CROCO_GROUPS.slice(2)],
      options: ['Request Timeout', 'Statuses That Mean Paused'],
    },
    {
      ...AGENT,
      operation: 'Get Status',
      shows: ['Agent', 'Simplify', 'Options'],
      options: ['Request Timeout', 'Statuses That Mean Paused'],
    },
    {
      ...TEAM,
      operation: 'Get Counts',
      shows: ['Group By', 'Filters', 'Options'],
      filters: CROCO_GROUPS,
      options: TIMEOUT,
    },
  ],
};
