import type { AgentState } from '../../nodes/shared/model/AgentState';
import { forgetLogins } from '../../nodes/shared/http/loginGuard';
import { startSimulator, type Simulator } from '../simulator/index.mjs';
import { systems, type System } from '../simulator/systems.mjs';
import { execute } from '../support/contexts';
import { projectText } from '../support/texts.mjs';
import { nodeAt } from '../support/subjects';

/** What the agents do, each state and each way of being in it. */
const FLOOR = [
  { id: '1', name: 'Ready', state: 'ready' },
  { id: '2', name: 'Busy', state: 'busy' },
  { id: '3', name: 'Wrap-up', state: 'wrapUp' },
  { id: '4', name: 'Paused', state: 'paused', reason: 'BREAK' },
  { id: '5', name: 'Offline', state: 'offline' },
] as const;

let simulator: Simulator;

beforeEach(async () => {
  forgetLogins();
  simulator = await startSimulator({
    floor: FLOOR.map((agent) => ({ ...agent, username: agent.name.toLowerCase() })),
  });
});
afterEach(() => simulator.close());

const liveInfo = (system: System) =>
  nodeAt(system, simulator, {
    operation: 'getLiveInfo',
    ...system.asking?.(FLOOR.map(({ id }) => id)),
  });

/** State and reason by agent, as a system's Get Live Info tells them; "not listed" for nobody. */
async function told(system: System): Promise<Record<string, string>> {
  const items = await execute(liveInfo(system));
  return Object.fromEntries(
    FLOOR.map(({ id, name }) => {
      const found = items.find(({ json }) => json.agentName === name || json.agentId === id);
      const reason = found?.json.reason ? ` (${String(found.json.reason)})` : '';
      return [name, found === undefined ? 'not listed' : `${String(found.json.state)}${reason}`];
    }),
  );
}

/** The README's table: rows are what agents do, columns the systems. */
function readmeTable(): Record<string, Record<string, string>> {
  const rows = projectText('README.md')
    .split('### What each contact center can tell')[1]
    ?.split('\n#')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.replaceAll('`', '').trim())
        .slice(1, -1),
    );
  const [head = [], , ...body] = rows ?? [];
  return Object.fromEntries(
    head
      .slice(1)
      .map((system, column) => [
        system,
        Object.fromEntries(body.map(([name = '', ...cells]) => [name, cells[column] ?? ''])),
      ]),
  );
}

test.each(systems)('$name tells of one world what the README says it can', async (system) => {
  expect(await told(system)).toEqual(readmeTable()[system.name]);
});

test.each(systems)(
  '$name tells the same in Get Live Info, Get Status and Get Counts',
  async (system) => {
    const live = (await execute(liveInfo(system))).map(({ json }) => json);
    for (const item of live) {
      const [status] = await execute(
        nodeAt(system, simulator, {
          operation: 'getStatus',
          agent: String(item[system.findsBy]),
        }),
      );
      expect(status?.json).toMatchObject({ state: item.state, reason: item.reason });
    }
    if (system.ownCounts) return;
    const asked = { resource: 'team', operation: 'getCounts' };
    const [counts] = await execute(nodeAt(system, simulator, asked));
    const states: AgentState[] = ['ready', 'busy', 'wrapUp', 'paused'];
    for (const state of states) {
      expect(counts?.json[state]).toBe(live.filter((item) => item.state === state).length);
    }
  },
);

test.each(systems)('$name follows the world as it moves', async (system) => {
  for (const state of ['busy', 'paused', 'ready', 'busy'] as const) {
    simulator.world.setAgent('1', { state });
    simulator.world.advance(10);
    expect((await told(system)).Ready).toMatch(new RegExp(`^${state}`));
  }
});
