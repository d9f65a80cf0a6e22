import assert from 'node:assert/strict';
import { simulatedCredential } from '../../playground/lib/furnish.mjs';
import { saveCredential, testCredential } from '../../playground/lib/n8n-credentials.mjs';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { login } from './lib/login.mjs';

/** n8n is told that it may ask this address. */
const ALLOWED = '127.0.0.2';

/**
 * What "Test" says of a credential.
 * @param {import('./lib/stage.mjs').Stage} stage
 * @param {Record<string, unknown>} [other] another address than the simulator's
 */
async function result(stage, other) {
  const simulator = await stage.simulate();
  const { type, data } = simulatedCredential(vicidial, simulator, { ...login, ...other });
  const saved = await saveCredential(stage.client, { name: 'walled', type, data });
  return testCredential(stage.client, { ...saved, type, data });
}

/**
 * An n8n that sends nothing to internal addresses, where a contact center often is.
 * @type {import('./lib/suite.mjs').Suite}
 */
export default {
  title: 'walled',
  needs: 'protection of internal addresses',
  own: {
    folder: 'walled',
    settings: {
      N8N_SSRF_PROTECTION_ENABLED: 'true',
      N8N_SSRF_ALLOWED_IP_RANGES: `${ALLOWED}/32`,
    },
  },
  tests: {
    'n8n says that the address is blocked': async (stage) => {
      const { status, message } = await result(stage);
      assert.match(
        message,
        /The request was blocked because it resolves to a restricted IP address/,
      );
      assert.equal(status, 'Error');
    },
    'an address that is allowed is asked': async (stage) => {
      const { message } = await result(stage, { baseUrl: `http://${ALLOWED}:1` });
      assert.match(message, /ECONNREFUSED/);
    },
  },
};
