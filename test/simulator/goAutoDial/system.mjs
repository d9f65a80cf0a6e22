import { editor } from './editor.mjs';
import { createGoAutoDial } from './index.mjs';
import { passHash } from './passHash.mjs';

/** @type {import('../systems.mjs').System<'goautodial'>} */
export const goAutoDial = {
  name: 'GOautodial',
  node: 'crocoDial',
  credentialType: 'crocoDialApi',
  dialect: createGoAutoDial,
  page: 'croco-dial.md',
  itemsOnPage: ['Get Live Info', 'Get Activity', 'Get Counts'],
  example: 'agent-paused-too-long-goautodial.json',
  login: ({ url }) => ({
    baseUrl: url,
    user: 'apiuser',
    password: passHash('MyPass1'),
    dialect: 'goAutoDial',
  }),
  serverZone: { serverTimezone: 'UTC' },
  wrong: { password: 'wrong' },
  findsBy: 'agentId',
  tellsSince: true,
  team: (group) => ({ filters: { userGroupIds: group } }),
  editor,
};
