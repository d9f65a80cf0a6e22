import assert from 'node:assert/strict';
import { simulatedCredential } from '../../playground/lib/furnish.mjs';
import { saveCredential, testCredential } from '../../playground/lib/n8n-credentials.mjs';
import { systems } from '../simulator/systems.mjs';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { activateFully, started, startedTimes } from './lib/alerts.mjs';
import { nobodyPaused } from './lib/floor.mjs';
import { runOperation } from './lib/operation.mjs';
import { ASKED, pauseWorkflow } from './lib/workflows.mjs';

/** @typedef {import('./lib/stage.mjs').Stage} Stage */
/** @typedef {import('../simulator/systems.mjs').System} System */

/**
 * @param {Stage} stage
 * @param {System} system
 */
async function credential(stage, system) {
  const simulator = await stage.simulate();
  for (const [other, expected] of /** @type {const} */ ([
    [{}, 'OK'],
    [system.wrong, 'Error'],
  ])) {
    const { type, data } = simulatedCredential(system, simulator, other);
    const saved = await saveCredential(stage.client, { name: `test ${system.name}`, type, data });
    const { status, message } = await testCredential(stage.client, { ...saved, type, data });
    assert.equal(status, expected, message);
  }
}

/**
 * @param {Stage} stage
 * @param {System} system
 */
async function operations(stage, system) {
  const simulator = await stage.simulate();
  const liveInfo = { resource: 'agent', operation: 'getLiveInfo', ...system.asking?.(ASKED) };
  const counts = { resource: 'team', operation: 'getCounts' };
  for (const parameters of [liveInfo, counts]) {
    const name = `operations ${system.name}`;
    const run = await runOperation(stage, name, simulator, parameters, {}, system);
    assert.equal(run.error?.message, undefined, JSON.stringify(parameters));
    assert.notEqual(run.outputs[0]?.length ?? 0, 0, JSON.stringify(parameters));
  }
}

/**
 * @param {Stage} stage
 * @param {System} system
 */
async function trigger(stage, system) {
  const simulator = await stage.simulate();
  nobodyPaused(simulator);
  const name = `pause too long ${system.name}`;
  const workflow = await pauseWorkflow(stage, name, simulator, {}, system);
  await activateFully(stage, workflow);
  const ann = system.nameless ? '1001' : 'Ann Ready';
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

const others = systems.filter((system) => system !== vicidial);

/** @type {import('./lib/suite.mjs').Suite[]} what VICIdial's own suites prove, for the others */
export default others.map((system) => ({
  title: system.name,
  tests: {
    'the credential test tells good from bad': (stage) => credential(stage, system),
    'each operation runs': (stage) => operations(stage, system),
    'the trigger tells a pause too long once, and its end once': (stage) => trigger(stage, system),
  },
}));
