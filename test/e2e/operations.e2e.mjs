import assert from 'node:assert/strict';
import { wrongPassword } from './lib/login.mjs';
import { runOperation } from './lib/operation.mjs';
import { eventually } from './lib/wait.mjs';

/** @typedef {import('./lib/stage.mjs').Stage} Stage */
/** @typedef {import('./lib/stage.mjs').Simulator} Simulator */

/**
 * @param {Stage} stage
 * @param {Simulator} simulator
 * @param {Record<string, unknown>} parameters
 * @returns {Promise<Record<string, any>[]>} its items
 */
async function items(stage, simulator, parameters) {
  const { outputs, error } = await runOperation(stage, 'operations', simulator, parameters);
  assert.equal(error?.message, undefined);
  return outputs[0] ?? [];
}

/** @param {string} id */
const agent = (id) => ({ __rl: true, mode: 'id', value: id });

/** @param {{id: string, state: string}[]} agents as the simulator or the node has them */
const states = (agents) => Object.fromEntries(agents.map(({ id, state }) => [id, state]));

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'operations',
  tests: {
    'Get Live Info has everyone who is logged in': async (stage) => {
      const simulator = await stage.simulate();
      const found = await items(stage, simulator, { resource: 'agent', operation: 'getLiveInfo' });
      assert.deepEqual(
        states(found.map(({ agentId, state }) => ({ id: agentId, state }))),
        states(simulator.world.signedIn()),
      );
    },

    'Get Status has one agent, offline too': async (stage) => {
      const simulator = await stage.simulate();
      const parameters = { resource: 'agent', operation: 'getStatus' };
      const [hal] = await items(stage, simulator, { ...parameters, agent: agent('1008') });
      assert.deepEqual(
        [hal?.agentId, hal?.agentName, hal?.state, hal?.reason],
        ['1008', 'Hal Paused', 'paused', 'LUNCH'],
      );
      const [off] = await items(stage, simulator, { ...parameters, agent: agent('2001') });
      assert.equal(off?.state, 'offline');
    },

    'Get Activity has the totals of a time window': async (stage) => {
      const simulator = await stage.simulate();
      const [ann] = await items(stage, simulator, {
        resource: 'agent',
        operation: 'getActivity',
        agent: agent('1001'),
        from: new Date(Date.now() - 2 * 3600_000).toISOString(),
        to: new Date().toISOString(),
      });
      assert.equal(ann?.agentId, '1001');
      assert.equal(ann?.pauseSeconds, 165);
    },

    'Get Counts adds up to the floor': async (stage) => {
      const simulator = await stage.simulate();
      const [counts] = await items(stage, simulator, { resource: 'team', operation: 'getCounts' });
      const floor = simulator.world.signedIn();
      for (const state of ['ready', 'busy', 'wrapUp', 'paused']) {
        assert.equal(counts?.[state], floor.filter((one) => one.state === state).length, state);
      }
      assert.equal(counts?.loggedIn, floor.length);
      assert.equal(counts?.callsWaiting, 1);
    },

    'Pause, Set Pause Code, Resume and Log Out reach the agent': async (stage) => {
      const simulator = await stage.simulate();
      /**
       * @param {Record<string, unknown>} parameters
       * @param {Record<string, unknown>} expected what becomes of the agent
       */
      const act = async (parameters, expected) => {
        const common = { resource: 'agent', agent: agent('1001') };
        const [item] = await items(stage, simulator, { ...common, ...parameters });
        assert.equal(item?.requested, true);
        await eventually(`${parameters.operation}`, 60, async () => {
          const now = simulator.world.agents().find(({ id }) => id === '1001');
          return Object.entries(expected).every(
            ([key, value]) => Reflect.get({ ...now }, key) === value,
          );
        });
      };
      await act({ operation: 'pause' }, { state: 'paused' });
      await act({ operation: 'setPauseCode', pauseCode: 'BREAK' }, { reason: 'BREAK' });
      await act({ operation: 'resume' }, { state: 'ready' });
      await act({ operation: 'logOut' }, { state: 'offline' });
    },

    'an unknown agent is an error that says so': async (stage) => {
      const simulator = await stage.simulate();
      const { error } = await runOperation(stage, 'operations', simulator, {
        resource: 'agent',
        operation: 'getStatus',
        agent: agent('9999'),
      });
      assert.equal(error?.message, 'VICIdial knows no such agent');
      assert.match(error?.description ?? '', /user ID/);
    },

    'a refused login is an error that says so': async (stage) => {
      const simulator = await stage.simulate();
      const parameters = { resource: 'agent', operation: 'getLiveInfo' };
      const { error } = await runOperation(stage, 'operations', simulator, parameters, {
        password: wrongPassword,
      });
      assert.equal(error?.message, 'VICIdial does not accept the user or the password');
    },
  },
};
