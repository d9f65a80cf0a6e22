import { editor } from './editor.mjs';
import { createVicidial } from './index.mjs';

/** @type {import('../systems.mjs').System<'vicidial'>} */
export const vicidial = {
  name: 'VICIdial',
  node: 'vicidial',
  credentialType: 'vicidialApi',
  dialect: createVicidial,
  page: 'vicidial.md',
  itemsOnPage: ['Get Live Info', 'Get Activity', 'Get Counts'],
  example: 'agent-paused-too-long.json',
  login: ({ url }) => ({ baseUrl: url, user: '6666', password: '1234', source: 'n8n' }),
  wrong: { password: 'wrong' },
  findsBy: 'agentId',
  callsWaiting: { agents: 'logged_in_agents', waiting: 'user_group_status' },
  team: (group) => ({ filters: { userGroupIds: group } }),
  editor,
};
