import { COMMON, getActivity, getLiveInfo, getStatus } from '../editorWords.mjs';

/** @type {import('../editorWords.mjs').EditorWords} */
export const editor = {
  icon: 'rocketChat',
  listed: {
    name: 'Rocket.Chat Omnichannel',
    words: ['Rocket.Chat', 'omnichannel', 'livechat'],
    actions: COMMON.actions,
  },
  credential: {
    fields: ['Workspace URL *', 'User ID *', 'Personal Access Token *', COMMON.tls],
    refusal: 'Rocket.Chat does not accept the user ID or the token.',
  },
  operations: [
    getActivity(
      COMMON.timeout,
      'Chats count by when they began. Time available and in service needs the Enterprise licence of Rocket.Chat; without, there are only the chats. Time available has no stretch that still goes on.',
    ),
    getLiveInfo(['Department Names or IDs', 'Departments by ID', 'States'], COMMON.timeout),
    getStatus(COMMON.timeout),
    {
      resource: 'Team',
      operation: 'Get Counts',
      shows: ['Department Name or ID', 'Options'],
      options: ['Count States', 'Request Timeout'],
    },
  ],
  trigger: {
    notice: 'Rocket.Chat does not tell since when an agent is in a state',
    reasons: 'Pause Reasons',
    counts: COMMON.counts,
    filters: [...COMMON.filters, 'Department Names or IDs', 'Departments by ID'],
  },
  pickers: [
    {
      filter: 'Department Names or IDs',
      parameter: 'departments',
      choices: ['ADMIN', ...COMMON.groups, ...COMMON.queues],
    },
  ],
};
