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

/** All of them, in the order in which the playground shows them. */
export const vendors = [vicidial, rocketChat];
