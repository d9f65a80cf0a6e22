import { APPS } from './apps.mjs';
import { editor } from './editor.mjs';
import { koreId } from './ids.mjs';
import { createKoreAi } from './index.mjs';
import { defaultSettings } from './settings.mjs';

/**
 * The login of one of the customer's apps.
 * @param {keyof typeof APPS} name
 */
export function app(name) {
  const { clientId, clientSecret } = APPS[name];
  return { clientId, clientSecret };
}

/** @type {import('../systems.mjs').System<'koreAi'>} */
export const koreAi = {
  name: 'Kore.ai',
  node: 'koreAi',
  credentialType: 'koreAiApi',
  dialect: createKoreAi,
  page: 'kore-ai.md',
  itemsOnPage: ['Get Live Info', 'Get Activity', 'Get Counts'],
  example: 'agent-paused-too-long-kore-ai.json',
  login: ({ url }) => {
    const { accountId, streamId, orgId } = defaultSettings();
    return { host: url, accountId, streamId, orgId, ...app('all') };
  },
  wrong: { clientSecret: 'wrong' },
  findsBy: 'email',
  tellsSince: true,
  callsWaiting: { agents: 'agents/availability', waiting: 'monitor/queueStatsById' },
  team: (group) => ({ filters: { queueIds: koreId('queue', group) } }),
  unlimited: (simulator) => {
    simulator.koreAi.settings.requestsPerMinute = null;
  },
  editor,
};
