import type { INodeParameters } from 'n8n-workflow';
import { VicidialApi } from '../../credentials/VicidialApi.credentials';
import { Vicidial } from '../../nodes/Vicidial/Vicidial.node';
import { VicidialTrigger } from '../../nodes/Vicidial/VicidialTrigger.node';
import type { Subject } from './contexts';

/** The credential of the simulator's good API user, or another one. */
export function vicidialCredentials(baseUrl: string, fields: Record<string, unknown> = {}) {
  return {
    baseUrl,
    user: '6666',
    password: '1234',
    source: 'n8n',
    agentApiUrl: '',
    serverTimezone: '',
    ignoreTlsIssues: false,
    ...fields,
  } as Subject['credentials'];
}

/** The VICIdial node with parameters as the editor would save them. */
export function vicidialNode(
  url: string,
  parameters: INodeParameters,
  credentials: Record<string, unknown> = {},
): Subject {
  return {
    nodeType: new Vicidial(),
    credentialType: new VicidialApi(),
    credentials: vicidialCredentials(url, credentials),
    parameters: { resource: 'agent', ...parameters },
  };
}

/** The VICIdial trigger with one limit: paused for ten minutes. */
export function vicidialTrigger(
  url: string,
  parameters: INodeParameters = {},
  credentials: Record<string, unknown> = {},
): Subject {
  return {
    nodeType: new VicidialTrigger(),
    credentialType: new VicidialApi(),
    credentials: vicidialCredentials(url, credentials),
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
