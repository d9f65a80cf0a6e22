import {
  COMMON,
  getActivity,
  getCounts,
  getLiveInfo,
  getStatus,
  ofAgents,
} from '../editorWords.mjs';

const OF_CAMPAIGN = ['Campaign Names or IDs', 'Campaigns by ID'];
const OF_USER_GROUP = ['User Group Names or IDs', 'User Groups by ID'];

/** @param {string} operation @param {string[]} asks besides the agent */
const order = (operation, ...asks) =>
  ofAgents(
    operation,
    [
      "VICIdial asks the agent's own screen to do this. Check with Get Status a few seconds later.",
      'Agent',
      ...asks,
      'Options',
    ],
    { options: COMMON.timeout },
  );

/** @type {import('../editorWords.mjs').EditorWords} */
export const editor = {
  icon: 'vicidial',
  listed: {
    name: 'VICIdial',
    words: ['VICIdial', 'vicidial'],
    actions: [
      ...COMMON.actions.slice(0, 3),
      'Log out an agent',
      'Pause an agent',
      'Resume an agent',
      'Set pause code of an agent',
      ...COMMON.actions.slice(3),
    ],
  },
  credential: {
    fields: [
      'URL *',
      'User *',
      'Password *',
      'Source *',
      'Agent API URL',
      'Server Time Zone',
      COMMON.tls,
    ],
    refusal: 'VICIdial does not accept the user or the password.',
  },
  operations: [
    getActivity(
      ['Campaign ID', 'Request Timeout', 'Split by Campaign'],
      'VICIdial tells totals per agent for the time window, not each change of state.',
    ),
    getLiveInfo(
      [...OF_CAMPAIGN, 'States', ...OF_USER_GROUP],
      ['Include Call Details', 'Max Detail Requests', 'Request Timeout'],
    ),
    getStatus([
      'Include Allowed Campaigns',
      'Include Call Record',
      'Include IP Address',
      'Request Timeout',
    ]),
    order('Log Out'),
    order('Pause'),
    order('Resume'),
    order('Set Pause Code', 'Pause Code'),
    getCounts([...OF_CAMPAIGN, ...OF_USER_GROUP], COMMON.timeout),
  ],
  trigger: {
    notice: 'VICIdial does not tell since when an agent is in a state',
    reasons: 'Pause Codes',
    counts: COMMON.counts,
    filters: [...COMMON.filters, ...OF_CAMPAIGN, ...OF_USER_GROUP],
  },
  pickers: [
    {
      filter: 'Campaign Names or IDs',
      parameter: 'campaigns',
      choices: ['Test Campaign, East (TESTCAMP)', 'Support (SUPPORT)', 'Old (OLDCAMP)'],
    },
    { filter: 'User Group Names or IDs', parameter: 'userGroups', choices: COMMON.groups },
  ],
};
