import assert from 'node:assert/strict';
import { simulatedCredential } from '../../playground/lib/furnish.mjs';
import { saveCredential, testCredential } from '../../playground/lib/n8n-credentials.mjs';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { login, wrongPassword } from './lib/login.mjs';

/** @typedef {import('./lib/stage.mjs').Simulator} Simulator */

/**
 * A test in which the credential is refused.
 * @param {RegExp} words what the user must read
 * @param {(simulator: Simulator) => void} [prepare] makes it so
 * @param {{user?: string, password?: string, baseUrl?: string}} [other] another login than the good one
 * @returns {(stage: import('./lib/stage.mjs').Stage) => Promise<void>}
 */
const refused = (words, prepare, other) => async (stage) => {
  const simulator = await stage.simulate();
  prepare?.(simulator);
  const { status, message } = await result(stage, simulator, other);
  assert.match(message, words);
  assert.equal(status, 'Error');
};

/**
 * What "Test" says of a saved credential.
 * @param {import('./lib/stage.mjs').Stage} stage
 * @param {Simulator} simulator
 * @param {{user?: string, password?: string, baseUrl?: string}} [other]
 */
async function result(stage, simulator, other) {
  const { type, data } = simulatedCredential(vicidial, simulator, { ...login, ...other });
  const saved = await saveCredential(stage.client, { name: 'credential', type, data });
  return testCredential(stage.client, { ...saved, type, data });
}

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'credential',
  tests: {
    'a good login is accepted': async (stage) => {
      const { status, message } = await result(stage, await stage.simulate());
      assert.equal(status, 'OK', message);
    },
    'a wrong password': refused(/does not accept the user or the password/, undefined, {
      password: wrongPassword,
    }),
    'a locked account': refused(/has locked this user/, (simulator) => {
      simulator.vicidial.setUser(login.user, { locked: true });
    }),
    'a blocked address': refused(/does not allow requests from the address/, (simulator) => {
      simulator.vicidial.settings.allowIpLists = true;
      simulator.vicidial.settings.ipBlacklist = ['127.0.0.1'];
    }),
    'a missing right': refused(/lacks a right/, (simulator) => {
      simulator.vicidial.setUser(login.user, { viewReports: false });
    }),
    'a function that is not allowed': refused(/may not call agent_status/, (simulator) => {
      simulator.vicidial.setUser(login.user, { allowedFunctions: ['version'] });
    }),
    'a page that is not VICIdial': refused(/Something else than VICIdial/, (simulator) => {
      simulator.faults.set('loginPage');
    }),
    'a connection that breaks': refused(/./, (simulator) => {
      simulator.faults.set('dropConnection');
    }),
    // What n8n 2 or n8n 1 itself says (docs/troubleshooting.md, What n8n itself says).
    'nothing at the address': refused(
      /ECONNREFUSED|The service refused the connection/,
      undefined,
      { baseUrl: 'http://127.0.0.1:1' },
    ),
    'a URL without https://': refused(/ERR_INVALID_URL|Invalid URL/, undefined, {
      baseUrl: '127.0.0.1',
    }),
    'a name that no server has': refused(
      /ENOTFOUND|EAI_AGAIN|due to an incorrect host/,
      undefined,
      {
        baseUrl: 'http://nobody.invalid',
      },
    ),
    'https:// where there is no certificate': async (stage) => {
      const simulator = await stage.simulate();
      const other = { baseUrl: simulator.url.replace('http:', 'https:') };
      const { message } = await result(stage, simulator, other);
      assert.match(message, /EPROTO/);
    },
  },
};
