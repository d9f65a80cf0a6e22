import type { INodeParameters } from 'n8n-workflow';
import { KoreAiApi } from '../../credentials/KoreAiApi.credentials';
import { KoreAi } from '../../nodes/KoreAi/KoreAi.node';
import { KoreAiTrigger } from '../../nodes/KoreAi/KoreAiTrigger.node';
import { APPS } from '../simulator/koreAi/apps.mjs';
import { defaultSettings } from '../simulator/koreAi/settings.mjs';
import type { Subject } from './contexts';

const { accountId, streamId, orgId } = defaultSettings();

/** The credential of the simulator's app with all scopes, or another one. */
export function koreAiCredentials(
  host: string,
  fields: Record<string, unknown> = {},
): Subject['credentials'] {
  const { clientId, clientSecret } = APPS.all;
  const made = {
    host,
    accountId,
    streamId,
    orgId,
    clientId,
    clientSecret,
    statusTimezone: '',
    dateFilter: 'date',
    ignoreTlsIssues: false,
  };
  return { ...made, ...fields };
}

/** Another of the simulator's apps: its ID and secret. */
export function app(name: keyof typeof APPS) {
  const { clientId, clientSecret } = APPS[name];
  return { clientId, clientSecret };
}

/** The Kore.ai node with parameters as the editor would save them. */
export function koreAiNode(
  url: string,
  parameters: INodeParameters,
  credentials: Record<string, unknown> = {},
): Subject {
  return {
    nodeType: new KoreAi(),
    credentialType: new KoreAiApi(),
    credentials: koreAiCredentials(url, credentials),
    parameters: { resource: 'agent', ...parameters },
  };
}

/** The Kore.ai trigger with one limit: paused for ten minutes. */
export function koreAiTrigger(
  url: string,
  parameters: INodeParameters = {},
  credentials: Record<string, unknown> = {},
): Subject {
  return {
    nodeType: new KoreAiTrigger(),
    credentialType: new KoreAiApi(),
    credentials: koreAiCredentials(url, credentials),
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
