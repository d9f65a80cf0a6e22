import assert from 'node:assert/strict';
import { simulatedCredential } from '../../playground/lib/furnish.mjs';
import { saveCredential, testCredential } from '../../playground/lib/n8n-credentials.mjs';
import { crocoDial, vendors, vicidial } from '../../playground/lib/vendors.mjs';
import { activateFully, started, startedTimes } from './lib/alerts.mjs';
import { nobodyPaused } from './lib/floor.mjs';
import { runOperation } from './lib/operation.mjs';
import { pauseWorkflow } from './lib/workflows.mjs';

/** @typedef {import('./lib/stage.mjs').Stage} Stage */
/** @typedef {import('../../playground/lib/vendors.mjs').Vendor} Vendor */

/**
 * @param {Stage} stage
 * @param {Vendor} vendor
 */
async function credential(stage, vendor) {
  const simulator = await stage.simulate();
  for (const [other, expected] of /** @type {const} */ ([
    [{}, 'OK'],
    [vendor.wrong, 'Error'],
  ])) {
    const { type, data } = simulatedCredential(vendor, simulator, other);
    const saved = await saveCredential(stage.client, { name: `test ${vendor.name}`, type, data });
    const { status, message } = await testCredential(stage.client, { ...saved, type, data });
    assert.equal(status, expected, message);
  }
}

/**
 * @param {Stage} stage
 * @param {Vendor} vendor
 */
async function operations(stage, vendor) {
  const simulator = await stage.simulate();
  for (const parameters of vendor.operations) {
    const name = `operations ${vendor.name}`;
    const run = await runOperation(stage, name, simulator, parameters, {}, vendor);
    assert.equal(run.error?.message, undefined, JSON.stringify(parameters));
    assert.notEqual(run.outputs[0]?.length ?? 0, 0, JSON.stringify(parameters));
  }
}

/**
 * @param {Stage} stage
 * @param {Vendor} vendor
 */
async function trigger(stage, vendor) {
  const simulator = await stage.simulate();
  nobodyPaused(simulator);
  const name = `pause too long ${vendor.name}`;
  const workflow = await pauseWorkflow(stage, name, simulator, {}, vendor);
  await activateFully(stage, workflow);
  // CROCO-dial has no names.
  const ann = vendor === crocoDial ? '1001' : 'Ann Ready';
  simulator.world.setAgent('1001', { state: 'paused' });
  await startedTimes(stage, workflow, 1, 150);
  simulator.world.setAgent('1001', { state: 'ready' });
  await startedTimes(stage, workflow, 2, 150);
  const items = (await started(stage, workflow)).flatMap((execution) => execution.items);
  assert.deepEqual(
    items.map(({ event, agent }) => [event, agent.agentName ?? agent.agentId]),
    [
      ['fired', ann],
      ['resolved', ann],
    ],
  );
}

const others = vendors.filter((vendor) => vendor !== vicidial);

/** @type {import('./lib/suite.mjs').Suite[]} what VICIdial's own suites prove, for the others */
export default others.map((vendor) => ({
  title: vendor.name,
  tests: {
    'the credential test tells good from bad': (stage) => credential(stage, vendor),
    'each operation runs': (stage) => operations(stage, vendor),
    'the trigger tells a pause too long once, and its end once': (stage) => trigger(stage, vendor),
  },
}));
