import { COMMON, getActivity, getCounts, getLiveInfo, getStatus } from '../editorWords.mjs';

const OF_CAMPAIGN = ['Campaign IDs', 'Campaign Names or IDs'];
const OF_USER_GROUP = ['User Group IDs', 'User Group Names or IDs'];
const PAUSED_STATUSES = ['Request Timeout', 'Statuses That Mean Paused'];

/**
 * The node and the credential that both systems share.
 * @type {import('../editorWords.mjs').EditorWords}
 */
export const editor = {
  icon: 'crocoDial',
  listed: {
    name: 'CROCO-dial / GOautodial',
    words: ['croco-dial', 'crocodial', 'GOautodial', 'goautodial'],
    actions: COMMON.actions,
  },
  credential: {
    fields: [
      'System',
      'Domain or URL *',
      'User *',
      'Password *',
      'Session User',
      'Server Time Zone',
      COMMON.tls,
    ],
    refusal: 'The user or the password is not accepted.',
    choices: { crocoDial: 'CROCO-dial', goAutoDial: 'GOautodial' },
  },
  operations: [
    getActivity(
      ['Campaign ID', 'Request Timeout'],
      'GOautodial tells totals per agent for the time window, not each state change. CROCO-dial only tells calls, which are added up per agent.',
    ),
    getLiveInfo([...OF_CAMPAIGN, 'States', ...OF_USER_GROUP], PAUSED_STATUSES, 'Agents'),
    getStatus(PAUSED_STATUSES),
    getCounts([...OF_CAMPAIGN, ...OF_USER_GROUP], COMMON.timeout),
  ],
  trigger: {
    notice: 'GOautodial tells since when an agent is in a state',
    reasons: 'Pause Codes',
    counts: ['Agents', 'Percent of Logged-In'],
    watch: ['Agents to Watch'],
    filters: [...COMMON.filters, ...OF_CAMPAIGN, ...OF_USER_GROUP],
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
      choices: ['ADMIN', ...COMMON.groups, 'SALES'],
    },
  ],
};
