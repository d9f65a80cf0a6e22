import { COMMON, getActivity, getCounts, getLiveInfo, getStatus } from '../editorWords.mjs';

const OF_QUEUE = ['Queue IDs', 'Queue Names or IDs'];

/** @type {import('../editorWords.mjs').EditorWords} */
export const editor = {
  icon: 'koreAi',
  listed: {
    name: 'Kore.ai Contact Center',
    words: ['Kore.ai', 'koreai', 'smartassist'],
    actions: COMMON.actions,
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
      COMMON.tls,
    ],
    refusal: 'Kore.ai does not accept the client ID or the client secret.',
  },
  operations: [
    getActivity(['Include Change Events', 'Request Timeout']),
    getLiveInfo([...OF_QUEUE, 'States'], ['Include Status Details', 'Request Timeout']),
    getStatus(COMMON.timeout),
    getCounts(OF_QUEUE, ['Include Custom Busy Statuses', 'Request Timeout']),
  ],
  trigger: {
    notice: 'Kore.ai tells since when an agent is in a status',
    reasons: 'Custom Statuses',
    counts: COMMON.counts,
    filters: [...COMMON.filters, ...OF_QUEUE],
    options: ['Alert on Those Already Over'],
  },
  pickers: [{ filter: 'Queue Names or IDs', parameter: 'queues', choices: COMMON.queues }],
};
