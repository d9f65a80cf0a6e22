import assert from 'node:assert/strict';
import { simulatedCredential } from '../../playground/lib/furnish.mjs';
import { saveCredential } from '../../playground/lib/n8n-credentials.mjs';
import { firstOfNode } from '../simulator/systems.mjs';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { login } from './lib/login.mjs';
import { PACKAGE } from './lib/workflows.mjs';

/** @typedef {import('./lib/stage.mjs').Stage} Stage */

/**
 * What the editor asks when a picker of the VICIdial node is opened.
 * @param {Stage} stage
 * @returns {Promise<(kind: string, methodName: string, filter?: string) => Promise<any>>}
 */
async function vicidialPickers(stage) {
  const simulator = await stage.simulate();
  const data = { ...simulatedCredential(vicidial, simulator, login), name: 'pickers' };
  const credentials = { vicidialApi: await saveCredential(stage.client, data) };
  const node = {
    path: 'parameters.agent',
    nodeTypeAndVersion: { name: `${PACKAGE}.vicidial`, version: 1 },
    currentNodeParameters: { resource: 'agent', operation: 'getStatus' },
    credentials,
  };
  return (kind, methodName, filter) =>
    stage.client.call('POST', `/rest/dynamic-node-parameters/${kind}`, {
      ...node,
      methodName,
      filter,
    });
}

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'pickers',
  tests: {
    'every node and trigger is there, with a light and a dark icon': async (stage) => {
      const names = firstOfNode.map(({ node }) => node);
      const all = names.flatMap((name) => [name, `${name}Trigger`]);
      /** @type {{name: string, iconUrl: {light: string, dark: string}}[]} */
      const found = await stage.client.call('POST', '/rest/node-types', {
        nodeInfos: all.map((name) => ({ name: `${PACKAGE}.${name}`, version: 1 })),
      });
      assert.deepEqual(found.map(({ name }) => name).sort(), all.sort());
      const icons = found.flatMap(({ iconUrl }) => [iconUrl.light, iconUrl.dark]);
      assert.equal(new Set(icons).size, 2 * names.length, 'a node and its trigger share theirs');
      for (const icon of icons) {
        const answer = await fetch(`${stage.client.url}/${icon}`);
        assert.match(String(answer.headers.get('content-type')), /svg/, icon);
        assert.match(await answer.text(), /^<svg /, icon);
      }
    },

    'agents are searched, campaigns and user groups listed': async (stage) => {
      const ask = await vicidialPickers(stage);
      const { results } = await ask('resource-locator-results', 'searchAgents', 'ann r');
      assert.deepEqual(
        results.map((/** @type {{value: string}} */ { value }) => value),
        ['1001'],
      );
      for (const [method, wanted] of [
        ['getCampaigns', 'TESTCAMP'],
        ['getUserGroups', 'AGENTS'],
      ]) {
        const options = await ask('options', String(method));
        assert.ok(options.some((/** @type {{value: string}} */ { value }) => value === wanted));
      }
    },
  },
};
