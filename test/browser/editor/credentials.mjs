import assert from 'node:assert/strict';
import { simulatedCredential } from '../../../playground/lib/furnish.mjs';
import { vicidial } from '../../simulator/vicidial/system.mjs';
import { CredentialForm } from '../../../scripts/lib/credentialForm.mjs';
import { login } from '../../e2e/lib/login.mjs';
import { NODE } from '../../e2e/lib/workflows.mjs';
import { untidy } from './mishaps.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */
/** @typedef {import('../../simulator/systems.mjs').System} System */

/** n8n adds it to every credential that nodes send requests with. */
const OF_N8N = 'Allowed HTTP Request Domains';

/**
 * @param {EditorStage} stage
 * @param {System} system
 * @returns {Record<string, unknown>} the fields of a good login
 */
const goodLogin = (stage, system) =>
  simulatedCredential(system, stage.simulator, system === vicidial ? login : {}).data;

/**
 * @param {System} system
 * @returns {Record<string, (stage: EditorStage) => Promise<void>>}
 */
export const credentialTests = (system) => ({
  'its credential has every field, and tells a wrong secret from a good one': async (stage) => {
    await stage.openNode(system, NODE);
    const form = new CredentialForm(stage.page);
    await form.create();
    const { fields, refusal, choices = {} } = system.editor.credential;
    assert.deepEqual(await form.fields(), [...fields, OF_N8N]);
    assert.deepEqual(await untidy(stage.page), []);
    const good = goodLogin(stage, system);
    for (const [name, value] of Object.entries({ ...good, ...system.wrong })) {
      await form.fill(name, choices[String(value)] ?? String(value));
    }
    const [secret = ''] = Object.keys(system.wrong);
    const input = form.field(secret).locator('input').last();
    assert.equal(await input.inputValue(), system.wrong[secret]);
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
