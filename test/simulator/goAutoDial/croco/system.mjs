import { editor } from '../editor.mjs';
import { createGoAutoDial } from '../index.mjs';

/** @param {readonly string[]} ids */
const asking = (ids) => ({ users: ids.join(', ') });

/** @type {import('../../systems.mjs').System<'goautodial'>} */
export const crocoDial = {
  name: 'CROCO-dial',
  node: 'crocoDial',
  credentialType: 'crocoDialApi',
  dialect: createGoAutoDial,
  page: 'croco-dial.md',
  itemsOnPage: ['Get Live Info'],
  example: 'agent-paused-too-long-croco-dial.json',
  login: ({ url }) => ({
    baseUrl: `${url}/croco`,
    user: 'apiuser',
    password: 'MyPass1',
    dialect: 'crocoDial',
  }),
  serverZone: { serverTimezone: 'UTC' },
  wrong: { password: 'wrong' },
  findsBy: 'agentId',
  nameless: true,
  ownCounts: true,
  asking,
  team: (_, members) => asking(members),
  // Its few lists are read from GOautodial alone.
  editor: { ...editor, pickers: [] },
};
