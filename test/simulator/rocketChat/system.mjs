import { loginOf } from './client.mjs';
import { departmentId } from './departments.mjs';
import { editor } from './editor.mjs';
import { createRocketChat } from './index.mjs';

/**
 * The login of one of the workspace's users.
 * @param {Parameters<typeof loginOf>[0]} simulator
 * @param {string} user
 */
export function loginAs(simulator, user) {
  const { userId, token } = loginOf(simulator, user);
  return { userId, authToken: token };
}

/** @type {import('../systems.mjs').System<'rocketChat'>} */
export const rocketChat = {
  name: 'Rocket.Chat',
  node: 'rocketChatOmnichannel',
  credentialType: 'rocketChatOmnichannelApi',
  dialect: createRocketChat,
  page: 'rocket-chat.md',
  itemsOnPage: ['Get Live Info', 'Get Activity', 'Get Counts'],
  example: 'agent-paused-too-long-rocket-chat.json',
  login: (simulator) => ({
    baseUrl: `${simulator.url}/rocketchat`,
    ...loginAs(simulator, 'bypass'),
  }),
  wrong: { authToken: 'wrong' },
  findsBy: 'agentId',
  callsWaiting: { agents: 'users/agent', waiting: 'chats' },
  // Somebody is switched off, away, or busy by hand.
  pauseReason: 'away',
  team: (group) => ({ filters: { departmentIds: departmentId('group', group) } }),
  editor,
};
