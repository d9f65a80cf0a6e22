import assert from 'node:assert/strict';
import { simulatedCredential } from '../../../playground/lib/furnish.mjs';
import { vicidial } from '../../../playground/lib/vendors.mjs';
import { CredentialForm } from '../../../scripts/lib/credentialForm.mjs';
import { login } from '../../e2e/lib/login.mjs';
import { NODE } from '../../e2e/lib/workflows.mjs';
import { untidy } from './mishaps.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */
/** @typedef {import('../../../playground/lib/vendors.mjs').Vendor} Vendor */

/** n8n adds it to every credential that nodes send requests with. */
const OF_N8N = 'Allowed HTTP Request Domains';
const TLS = 'Ignore SSL Issues (Insecure)';

/**
 * What a person should see of a credential, written down by hand.
 * @typedef {object} CredentialWords
 * @property {string[]} fields a star marks what is required
 * @property {string} refusal what is said about a wrong secret: its beginning
 */

/** @type {CredentialWords} */
const CROCO = {
  fields: [
    'System',
    'Domain or URL *',
    'User *',
    'Password *',
    'Session User',
    'Server Time Zone',
    TLS,
  ],
  refusal: 'The user or the password is not accepted.',
};

/** @type {Record<'vicidial' | 'rocketChat' | 'koreAi' | 'crocoDial' | 'goAutoDial', CredentialWords>} */
export const credentialWords = {
  vicidial: {
    fields: ['URL *', 'User *', 'Password *', 'Source *', 'Agent API URL', 'Server Time Zone', TLS],
    refusal: 'VICIdial does not accept the user or the password.',
  },
  rocketChat: {
    fields: ['Workspace URL *', 'User ID *', 'Personal Access Token *', TLS],
    refusal: 'Rocket.Chat does not accept the user ID or the token.',
  },
  koreAi: {
    fields: [
      'Host *',
      'Account ID *',
      'Stream ID *',
      'Client ID *',
      'Client Secret *',
      'Organization ID',
      'Status Time Zone',
      'Status Date Filter',
      TLS,
    ],
    refusal: 'Kore.ai does not accept the client ID or the client secret.',
  },
  crocoDial: CROCO,
  goAutoDial: CROCO,
};

/** How the choices of a credential are called. @type {Record<string, string>} */
const CHOICES = { crocoDial: 'CROCO-dial', goAutoDial: 'GOautodial' };

/**
 * @param {EditorStage} stage
 * @param {Vendor} vendor
 * @returns {Record<string, unknown>} the fields of a good login
 */
const goodLogin = (stage, vendor) =>
  simulatedCredential(vendor, stage.simulator, vendor === vicidial ? login : {}).data;

/**
 * @param {Vendor} vendor
 * @param {CredentialWords} words
 * @returns {Record<string, (stage: EditorStage) => Promise<void>>}
 */
export const credentialTests = (vendor, { fields, refusal }) => ({
  'its credential has every field, and tells a wrong secret from a good one': async (stage) => {
    await stage.openNode(vendor, NODE);
    const form = new CredentialForm(stage.page);
    await form.create();
    assert.deepEqual(await form.fields(), [...fields, OF_N8N]);
    assert.deepEqual(await untidy(stage.page), []);
    const good = goodLogin(stage, vendor);
    for (const [name, value] of Object.entries({ ...good, ...vendor.wrong })) {
      await form.fill(name, CHOICES[String(value)] ?? String(value));
    }
    const [secret = ''] = Object.keys(vendor.wrong);
    const input = form.field(secret).locator('input').last();
    assert.equal(await input.inputValue(), vendor.wrong[secret]);
    assert.equal(await input.getAttribute('type'), 'password');

    await form.save();
    await form.says('Couldn’t connect with these settings');
    await form.moreDetails();
    await form.says(refusal);

    await form.fill(secret, String(good[secret]));
    await form.save();
    await form.closed();
    await form.edit();
    await form.says('Connection tested successfully');
    await form.close();
  },
});
