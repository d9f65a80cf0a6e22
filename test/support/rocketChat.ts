import type { INodeParameters } from 'n8n-workflow';
import { RocketChatOmnichannelApi } from '../../credentials/RocketChatOmnichannelApi.credentials';
import { RocketChatOmnichannel } from '../../nodes/RocketChatOmnichannel/RocketChatOmnichannel.node';
import { RocketChatOmnichannelTrigger } from '../../nodes/RocketChatOmnichannel/RocketChatOmnichannelTrigger.node';
import type { Simulator } from '../simulator/index.mjs';
import { loginOf } from '../simulator/rocketChat/client.mjs';
import type { Subject } from './contexts';

/** The credential of one of the simulated workspace's users. */
export function rocketChatCredentials(
  simulator: Simulator,
  fields: Record<string, unknown> = {},
  user = 'admin',
): Subject['credentials'] {
  const { userId, token } = loginOf(simulator, user);
  return {
    baseUrl: `${simulator.url}/rocketchat`,
    userId,
    authToken: token,
    ignoreTlsIssues: false,
    ...fields,
  } as Subject['credentials'];
}

/** The Rocket.Chat node with parameters as the editor would save them. */
export function rocketChatNode(
  simulator: Simulator,
  parameters: INodeParameters,
  credentials: Record<string, unknown> = {},
  user = 'admin',
): Subject {
  return {
    nodeType: new RocketChatOmnichannel(),
    credentialType: new RocketChatOmnichannelApi(),
    credentials: rocketChatCredentials(simulator, credentials, user),
    parameters: { resource: 'agent', ...parameters },
  };
}

/** The Rocket.Chat trigger with one limit: paused for ten minutes. */
export function rocketChatTrigger(
  simulator: Simulator,
  parameters: INodeParameters = {},
  credentials: Record<string, unknown> = {},
): Subject {
  return {
    nodeType: new RocketChatOmnichannelTrigger(),
    credentialType: new RocketChatOmnichannelApi(),
    credentials: rocketChatCredentials(simulator, credentials),
    parameters: {
      events: ['stateTooLong'],
      timeLimits: { rows: [{ states: ['paused'], reasons: '', minutes: 10, severity: 'warning' }] },
      sendResolved: true,
      filters: {},
      options: {},
      ...parameters,
    },
  };
}
