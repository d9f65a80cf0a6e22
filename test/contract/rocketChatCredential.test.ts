import get from 'lodash/get';
import { Workflow } from 'n8n-workflow';
import { RocketChatOmnichannelApi } from '../../credentials/RocketChatOmnichannelApi.credentials';
import { webRoot } from '../../nodes/RocketChatOmnichannel/api/address';
import { startSimulator, type Simulator } from '../simulator/index.mjs';
import { askRocketChat } from '../simulator/rocketChat/client.mjs';
import { rocketChat } from '../simulator/rocketChat/system.mjs';
import { workflowOf } from '../support/contexts';
import { nodeAt } from '../support/subjects';

const { test: credentialTest } = new RocketChatOmnichannelApi();
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ floor: 'demo' });
});
afterAll(() => simulator.close());

/** What n8n makes of an answer: the message of the first rule that matches, or none. */
function verdict(body: unknown): string | undefined {
  const rules = credentialTest.rules ?? [];
  for (const { type, properties } of rules) {
    if (type === 'responseSuccessBody' && get(body, properties.key) === properties.value) {
      return properties.message;
    }
  }
  return undefined;
}

test('a good token passes', async () => {
  expect(verdict((await askRocketChat(simulator, 'me')).body)).toBeUndefined();
});

test.each(['6', '7', '9'])('a wrong token is told apart, version %s', async (version) => {
  simulator.rocketChat.settings.version = version;
  const { body, status } = await askRocketChat(simulator, 'me', {
    headers: { 'X-Auth-Token': 'wrong' },
  });
  expect(status).toBe(401);
  expect(verdict(body)).toMatch(/^Rocket.Chat does not accept the user ID or the token/);
});

test('a web page is told apart', () => {
  expect(verdict('<!DOCTYPE html><html></html>')).toMatch(/^Something else than Rocket.Chat/);
});

test.each([
  ['https://chat.example.com', 'https://chat.example.com/api/v1/me'],
  ['https://chat.example.com/', 'https://chat.example.com/api/v1/me'],
  ['https://example.com/chat/', 'https://example.com/chat/api/v1/me'],
  ['https://example.com/chat/api/v1', 'https://example.com/chat/api/v1/me'],
  ...[
    ...['home', 'channel/general', 'omnichannel/current', 'admin/users', 'group/x', 'direct/x'],
    ...['directory', 'account/profile', 'marketplace', 'live/x', 'home?resumeToken=x#y'],
  ].flatMap((page) => [
    [`https://chat.example.com/${page}`, 'https://chat.example.com/api/v1/me'],
    [`https://example.com/chat/${page}`, 'https://example.com/chat/api/v1/me'],
  ]),
])('the workspace %s is asked at %s', (baseUrl, url) => {
  const { workflow, node } = workflowOf(nodeAt(rocketChat, simulator, {}));
  expect(workflow).toBeInstanceOf(Workflow);
  const asked = workflow.expression.getSimpleParameterValue(
    node,
    credentialTest.request.url ?? '',
    'internal',
    { $credentials: { baseUrl } },
  );
  expect(asked).toBe(url);
  expect(`${webRoot(baseUrl ?? '')}/api/v1/me`).toBe(url);
});
