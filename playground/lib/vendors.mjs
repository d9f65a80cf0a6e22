import { passHash } from '../../test/simulator/goAutoDial/passHash.mjs';
import { APPS } from '../../test/simulator/koreAi/apps.mjs';
import { defaultSettings } from '../../test/simulator/koreAi/settings.mjs';
import { loginOf } from '../../test/simulator/rocketChat/client.mjs';

/** @typedef {import('../../test/simulator/index.mjs').Simulator} Simulator */

/**
 * A contact center that the nodes speak to.
 * @typedef {object} Vendor
 * @property {string} name of its credential in n8n
 * @property {string} node its node's type; the trigger's is the same with Trigger behind it
 * @property {string} credentialType
 * @property {string} example its file in examples/
 * @property {(simulator: Simulator) => Record<string, unknown>} login the credential's fields for
 *   the simulated contact center
 * @property {Record<string, unknown>} wrong fields with which the login is refused
 * @property {Record<string, unknown>[]} operations parameters of operations that give the floor
 * @property {Record<string, unknown>} [trigger] parameters that its trigger needs beside the limits
 */

const COUNTS = { resource: 'team', operation: 'getCounts' };
const LIVE_INFO = { resource: 'agent', operation: 'getLiveInfo' };

/** @type {Vendor} */
export const vicidial = {
  name: 'VICIdial',
  node: 'vicidial',
  credentialType: 'vicidialApi',
  example: 'agent-paused-too-long.json',
  login: ({ url }) => ({ baseUrl: url, user: '6666', password: '1234', source: 'n8n' }),
  wrong: { password: 'wrong' },
  operations: [LIVE_INFO, COUNTS],
};

/** @type {Vendor} */
export const rocketChat = {
  name: 'Rocket.Chat',
  node: 'rocketChatOmnichannel',
  credentialType: 'rocketChatOmnichannelApi',
  example: 'agent-paused-too-long-rocket-chat.json',
  login: (simulator) => {
    const { userId, token } = loginOf(simulator, 'bypass');
    return { baseUrl: `${simulator.url}/rocketchat`, userId, authToken: token };
  },
  wrong: { authToken: 'wrong' },
  operations: [LIVE_INFO, COUNTS],
};

/** @type {Vendor} */
export const koreAi = {
  name: 'Kore.ai',
  node: 'koreAi',
  credentialType: 'koreAiApi',
  example: 'agent-paused-too-long-kore-ai.json',
  login: ({ url }) => {
    const { accountId, streamId, orgId } = defaultSettings();
    const { clientId, clientSecret } = APPS.all;
    return { host: url, accountId, streamId, orgId, clientId, clientSecret };
  },
  wrong: { clientSecret: 'wrong' },
  operations: [LIVE_INFO, COUNTS],
};

/** @type {Vendor} */
export const goAutoDial = {
  name: 'GOautodial',
  node: 'crocoDial',
  credentialType: 'crocoDialApi',
  example: 'agent-paused-too-long-goautodial.json',
  login: ({ url }) => ({
    baseUrl: url,
    user: 'apiuser',
    password: passHash('MyPass1'),
    dialect: 'goAutoDial',
  }),
  wrong: { password: 'wrong' },
  operations: [LIVE_INFO, COUNTS],
};

/** @type {Vendor} */
export const crocoDial = {
  name: 'CROCO-dial',
  node: 'crocoDial',
  credentialType: 'crocoDialApi',
  example: 'agent-paused-too-long-croco-dial.json',
  login: ({ url }) => ({
    baseUrl: `${url}/croco`,
    user: 'apiuser',
    password: 'MyPass1',
    dialect: 'crocoDial',
  }),
  wrong: { password: 'wrong' },
  operations: [{ ...LIVE_INFO, users: '1001, 1002' }, COUNTS],
  trigger: { users: '1001, 1002' },
};

/** All of them, in the order in which the playground shows them. */
export const vendors = [vicidial, rocketChat, koreAi, crocoDial, goAutoDial];
