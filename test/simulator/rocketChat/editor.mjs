import {
  ACTIONS,
  AGENT,
  COUNTS,
  FILTERS,
  getStatus,
  GROUPS,
  LIVE,
  QUEUES,
  TEAM,
  TIMEOUT,
  TLS,
  WINDOW,
} from '../editorWords.mjs';

/** @type {import('../editorWords.mjs').EditorWords} */
export const editor = {
  icon: 'rocketChat',
  listed: {
    name: 'Rocket.Chat Omnichannel',
    words: ['Rocket.Chat', 'omnichannel', 'livechat'],
    actions: ACTIONS,
  },
  credential: {
    fields: ['Workspace URL *', 'User ID *', 'Personal Access Token *', TLS],
    refusal: 'Rocket.Chat does not accept the user ID or the token.',
  },
  operations: [
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
      shows: LIVE,
      filters: ['Departments by ID', 'Department Names or IDs', 'States'],
      options: TIMEOUT,
    },
    getStatus(...TIMEOUT),
    {
      ...TEAM,
      operation: 'Get Counts',
      shows: ['Department Name or ID', 'Options'],
      options: ['Count States', 'Request Timeout'],
    },
  ],
  trigger: {
    notice: 'Rocket.Chat does not tell since when an agent is in a state',
    reasons: 'Pause Reasons',
    counts: COUNTS,
    filters: [...FILTERS, 'Department Names or IDs', 'Departments by ID'],
  },
  pickers: [
    {
      filter: 'Department Names or IDs',
      parameter: 'departments',
      choices: ['ADMIN', ...GROUPS, ...QUEUES],
    },
  ],
};
