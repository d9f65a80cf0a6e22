/** @import { Settings } from './settings.mjs' */

/** @typedef {'SmartAssist Analytics' | 'WFM Integration' | 'Configuration'} Scope */

/**
 * An app of the customer's: what a client signs its tokens with, and what they open.
 *
 * @typedef {object} App
 * @property {string} clientId
 * @property {string} clientSecret
 * @property {Scope[]} scopes
 * @property {boolean} published   whether the scopes have been published since they were ticked
 * @property {string[]} algorithms   what tokens may be signed with
 * @property {boolean} enforceJti
 * @property {string} accountId
 * @property {string} streamId
 */

/** @typedef {ReturnType<typeof createApps>} Apps */

/** @type {Scope[]} */
const ALL_SCOPES = ['SmartAssist Analytics', 'WFM Integration', 'Configuration'];

/**
 * The apps there are at the start, by what they are for. What is not said is as in `PLAIN`.
 * @satisfies {Record<string, Partial<App> & { clientId: string, clientSecret: string }>}
 */
export const APPS = {
  all: {
    clientId: 'cs-a11a11a1-5c0e-5a11-9001-000000000001',
    clientSecret: 'SimulatedSecretOfTheAppWithAllScopes0000001=',
  },
  analytics: {
    clientId: 'cs-a7a17715-5c0e-5a11-9002-000000000002',
    clientSecret: 'SimulatedSecretOfTheAppForAnalytics00000002=',
    scopes: /** @type {Scope[]} */ (['SmartAssist Analytics']),
  },
  wfm: {
    clientId: 'cs-0f300f30-5c0e-5a11-9003-000000000003',
    clientSecret: 'SimulatedSecretOfTheAppForWfm00000000000003=',
    scopes: /** @type {Scope[]} */ (['WFM Integration']),
  },
  configuration: {
    clientId: 'cs-c0f190c0-5c0e-5a11-9004-000000000004',
    clientSecret: 'SimulatedSecretOfTheAppForConfiguration0004=',
    scopes: /** @type {Scope[]} */ (['Configuration']),
  },
  none: {
    clientId: 'cs-00000000-5c0e-5a11-9005-000000000005',
    clientSecret: 'SimulatedSecretOfTheAppWithoutScopes0000005=',
    scopes: /** @type {Scope[]} */ ([]),
  },
  unpublished: {
    clientId: 'cs-deaf0000-5c0e-5a11-9006-000000000006',
    clientSecret: 'SimulatedSecretOfTheUnpublishedApp000000006=',
    published: false,
  },
  jti: {
    clientId: 'cs-171717a0-5c0e-5a11-9007-000000000007',
    clientSecret: 'SimulatedSecretOfTheAppThatEnforcesJti00007=',
    enforceJti: true,
  },
  otherStream: {
    clientId: 'cs-07e0b070-5c0e-5a11-9008-000000000008',
    clientSecret: 'SimulatedSecretOfTheAppOfAnotherBot00000008=',
    streamId: 'st-0ddba115-1c35-5a68-8f42-d3e9b0a71c99',
  },
  otherAccount: {
    clientId: 'cs-07e0acc0-5c0e-5a11-9009-000000000009',
    clientSecret: 'SimulatedSecretOfTheAppOfAnotherAccount0009=',
    accountId: '64deadbeef5eedfeed5ca1ab',
    streamId: 'st-0ddacc01-1c35-5a68-8f42-d3e9b0a71c88',
  },
};

/**
 * The apps the simulated platform knows.
 *
 * @param {Settings} settings
 */
export function createApps({ accountId, streamId }) {
  const PLAIN = {
    scopes: ALL_SCOPES,
    published: true,
    algorithms: ['HS256'],
    enforceJti: false,
    accountId,
    streamId,
  };
  /** @type {Map<string, App>} */
  const apps = new Map(Object.values(APPS).map((app) => [app.clientId, { ...PLAIN, ...app }]));

  return {
    /**
     * @param {unknown} clientId   compared as it is
     * @returns {App | undefined}
     */
    find: (clientId) => apps.get(String(clientId)),

    /** @param {string} streamId */
    hasStream: (streamId) => [...apps.values()].some((app) => app.streamId === streamId),

    /**
     * @param {string} text
     * @returns {string[]} the secrets of apps that are in it
     */
    secretsIn: (text) =>
      [...apps.values()].map((app) => app.clientSecret).filter((secret) => text.includes(secret)),

    /**
     * Changes an app, or adds one.
     * @param {string} clientId
     * @param {Partial<App>} patch
     * @returns {App}
     */
    set(clientId, patch) {
      const old = apps.get(clientId) ?? { ...PLAIN, clientId, clientSecret: clientId };
      const changed = { ...old, ...patch, clientId };
      apps.set(clientId, changed);
      return { ...changed };
    },
  };
}
