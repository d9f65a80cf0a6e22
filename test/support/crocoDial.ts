import type { INodeParameters } from 'n8n-workflow';
import { CrocoDialApi } from '../../credentials/CrocoDialApi.credentials';
import { CrocoDial } from '../../nodes/CrocoDial/CrocoDial.node';
import { CrocoDialTrigger } from '../../nodes/CrocoDial/CrocoDialTrigger.node';
import { passHash } from '../simulator/goAutoDial/passHash.mjs';
import type { Subject } from './contexts';

type Fields = Record<string, unknown>;

/** What sets a GOautodial apart: an encrypted password, and its own address. */
export const GOAUTODIAL: Fields = { dialect: 'goAutoDial', password: passHash('MyPass1') };

/** The credential of the simulator's good API user at CROCO-dial, or another one. */
export function crocoCredentials(url: string, fields: Fields = {}) {
  return {
    dialect: 'crocoDial',
    baseUrl: fields.dialect === 'goAutoDial' ? url : `${url}/croco`,
    user: 'apiuser',
    password: 'MyPass1',
    sessionUser: '',
    serverTimezone: 'UTC',
    ignoreTlsIssues: false,
    ...fields,
  } as Subject['credentials'];
}

/** The node with parameters as the editor would save them, at CROCO-dial. */
export function crocoNode(
  url: string,
  parameters: INodeParameters,
  credentials: Fields = {},
): Subject {
  return {
    nodeType: new CrocoDial(),
    credentialType: new CrocoDialApi(),
    credentials: crocoCredentials(url, credentials),
    parameters: { resource: 'agent', ...parameters },
  };
}

/** The same at GOautodial. */
export const goNode = (url: string, parameters: INodeParameters, credentials: Fields = {}) =>
  crocoNode(url, parameters, { ...GOAUTODIAL, ...credentials });

/** The trigger with one limit: paused for ten minutes. */
export function crocoTrigger(
  url: string,
  parameters: INodeParameters = {},
  credentials: Fields = {},
): Subject {
  return {
    nodeType: new CrocoDialTrigger(),
    credentialType: new CrocoDialApi(),
    credentials: crocoCredentials(url, credentials),
    parameters: {
      events: ['stateTooLong'],
      timeLimits: { rows: [{ states: ['paused'], reasons: '', minutes: 10, severity: 'warning' }] },
      sendResolved: true,
      users: '',
      filters: {},
      options: {},
      ...parameters,
    },
  };
}

/** The same at GOautodial. */
export const goTrigger = (
  url: string,
  parameters: INodeParameters = {},
  credentials: Fields = {},
) => crocoTrigger(url, parameters, { ...GOAUTODIAL, ...credentials });
