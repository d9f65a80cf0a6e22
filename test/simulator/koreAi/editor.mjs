import {
  ACTIONS,
  AGENT,
  COUNTED,
  COUNTS,
  FILTERS,
  getStatus,
  LIVE,
  QUEUES,
  TEAM,
  TIMEOUT,
  TLS,
  WINDOW,
} from '../editorWords.mjs';

const CHOICES_OF_QUEUES = ['Queue IDs', 'Queue Names or IDs'];

/** @type {import('../editorWords.mjs').EditorWords} */
export const editor = {
  icon: 'koreAi',
  listed: {
    name: 'Kore.ai Contact Center',
    words: ['Kore.ai', 'koreai', 'smartassist'],
    actions: ACTIONS,
  },
  credential: {
    fields: [
      'Host *',
      'Account ID *',
      'Stream ID *',
      'Client ID *',
      'Client Secret *',
      'Organization ID',
      'Status Time Zone',
      'Status Date Filter',
      TLS,
    ],
    refusal: 'Kore.ai does not accept the client ID or the client secret.',
  },
  operations: [
    {
      ...AGENT,
      operation: 'Get Activity',
      shows: WINDOW,
      options: ['Include Change Events', 'Request Timeout'],
    },
    {
      ...AGENT,
      operation: 'Get Live Info',
      shows: LIVE,
      filters: [...CHOICES_OF_QUEUES, 'States'],
      options: ['Include Status Details', 'Request Timeout'],
    },
    getStatus(...TIMEOUT),
    {
      ...TEAM,
      operation: 'Get Counts',
      shows: COUNTED,
      filters: CHOICES_OF_QUEUES,
      options: ['Include Custom Busy Statuses', 'Request Timeout'],
    },
  ],
  trigger: {
    notice: 'Kore.ai tells since when an agent is in a status',
    reasons: 'Custom Statuses',
    counts: COUNTS,
    filters: [...FILTERS, ...CHOICES_OF_QUEUES],
    options: ['Alert on Those Already Over'],
  },
  pickers: [{ filter: 'Queue Names or IDs', parameter: 'queues', choices: QUEUES }],
};
