import {
  ACTIONS,
  AGENT,
  COUNTED,
  COUNTS,
  FILTERS,
  getStatus,
  GROUPS,
  LIVE,
  TEAM,
  TIMEOUT,
  TLS,
  WINDOW,
} from '../editorWords.mjs';

const CHOICES_OF_GROUPS = [
  'Campaign Names or IDs',
  'Campaigns by ID',
  'User Group Names or IDs',
  'User Groups by ID',
];

const ACT = {
  ...AGENT,
  shows: [
    "VICIdial asks the agent's own screen to do this. Check with Get Status a few seconds later.",
    'Agent',
    'Options',
  ],
  options: TIMEOUT,
};

/** @type {import('../editorWords.mjs').EditorWords} */
export const editor = {
  icon: 'vicidial',
  listed: {
    name: 'VICIdial',
    words: ['VICIdial', 'vicidial'],
    actions: [
      ...ACTIONS.slice(0, 3),
      'Log out an agent',
      'Pause an agent',
      'Resume an agent',
      'Set pause code of an agent',
      ...ACTIONS.slice(3),
    ],
  },
  credential: {
    fields: ['URL *', 'User *', 'Password *', 'Source *', 'Agent API URL', 'Server Time Zone', TLS],
    refusal: 'VICIdial does not accept the user or the password.',
  },
  operations: [
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
      shows: LIVE,
      filters: [...CHOICES_OF_GROUPS.slice(0, 2), 'States', ...CHOICES_OF_GROUPS.slice(2)],
      options: ['Include Call Details', 'Max Detail Requests', 'Request Timeout'],
    },
    getStatus(
      'Include Allowed Campaigns',
      'Include Call Record',
      'Include IP Address',
      'Request Timeout',
    ),
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
      shows: COUNTED,
      filters: CHOICES_OF_GROUPS,
      options: TIMEOUT,
    },
  ],
  trigger: {
    notice: 'VICIdial does not tell since when an agent is in a state',
    reasons: 'Pause Codes',
    counts: COUNTS,
    filters: [...FILTERS, ...CHOICES_OF_GROUPS],
  },
  pickers: [
    {
      filter: 'Campaign Names or IDs',
      parameter: 'campaigns',
      choices: ['Test Campaign, East (TESTCAMP)', 'Support (SUPPORT)', 'Old (OLDCAMP)'],
    },
    { filter: 'User Group Names or IDs', parameter: 'userGroups', choices: GROUPS },
  ],
};
