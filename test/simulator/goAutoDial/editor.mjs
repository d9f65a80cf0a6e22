import {
  ACTIONS,
  AGENT,
  COUNTED,
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
  'Campaign IDs',
  'Campaign Names or IDs',
  'User Group IDs',
  'User Group Names or IDs',
];

/**
 * The node and the credential that both systems share.
 * @type {import('../editorWords.mjs').EditorWords}
 */
export const editor = {
  icon: 'crocoDial',
  listed: {
    name: 'CROCO-dial / GOautodial',
    words: ['croco-dial', 'crocodial', 'GOautodial', 'goautodial'],
    actions: ACTIONS,
  },
  credential: {
    fields: [
      'System',
      'Domain or URL *',
      'User *',
      'Password *',
      'Session User',
      'Server Time Zone',
      TLS,
    ],
    refusal: 'The user or the password is not accepted.',
    choices: { crocoDial: 'CROCO-dial', goAutoDial: 'GOautodial' },
  },
  operations: [
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
      shows: ['Agents', ...LIVE],
      filters: [...CHOICES_OF_GROUPS.slice(0, 2), 'States', ...CHOICES_OF_GROUPS.slice(2)],
      options: ['Request Timeout', 'Statuses That Mean Paused'],
    },
    getStatus('Request Timeout', 'Statuses That Mean Paused'),
    {
      ...TEAM,
      operation: 'Get Counts',
      shows: COUNTED,
      filters: CHOICES_OF_GROUPS,
      options: TIMEOUT,
    },
  ],
  trigger: {
    notice: 'GOautodial tells since when an agent is in a state',
    reasons: 'Pause Codes',
    counts: ['Agents', 'Percent of Logged-In'],
    watch: ['Agents to Watch'],
    filters: [...FILTERS, ...CHOICES_OF_GROUPS],
    options: ['Alert on Those Already Over'],
    always: ['Statuses That Mean Paused'],
  },
  pickers: [
    {
      filter: 'Campaign Names or IDs',
      parameter: 'campaigns',
      choices: ['SUPPORT', 'TESTCAMP'],
    },
    {
      filter: 'User Group Names or IDs',
      parameter: 'userGroups',
      choices: ['ADMIN', ...GROUPS, 'SALES'],
    },
  ],
};
