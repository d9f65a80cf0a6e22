import type { INodeParameters } from 'n8n-workflow';
import { vicidial as system } from '../simulator/vicidial/system.mjs';
import { callsOf, firedAt, waitingAt } from '../support/callsWaiting';
import { calls, useSimulator } from '../support/simulated';
import { floorAt } from '../support/subjects';

const simulator = useSimulator();
const call = callsOf(simulator);
const floor = (credentials = {}) => floorAt(system, simulator(), {}, credentials);

describe('VICIdial', () => {
  test('tells them in one request beside that for the agents', async () => {
    await waitingAt(floor());
    expect(calls(simulator())).toEqual({ logged_in_agents: 1, user_group_status: 1 });
  });

  test('counts outbound calls that wait for an agent as well, each call once', async () => {
    simulator().world.setWaitingCalls([
      call('Y1', { queue: 'SALESLINE' }),
      call('V2', { campaign: 'TESTCAMP' }),
      call('V3', { campaign: 'SUPPORT' }),
    ]);
    expect(await waitingAt(floor())).toBe(3);
  });

  test('counts only those of campaigns and in-groups that the API user may see', async () => {
    simulator().world.setWaitingCalls([
      call('Y1', { queue: 'SALESLINE' }),
      call('V2', { campaign: 'TESTCAMP' }),
      call('V3', { campaign: 'SUPPORT' }),
    ]);
    const limited = { user: 'camplim', password: 'camplim' };
    expect(await waitingAt(floor(limited))).toBe(2);
  });

  test('tells them with nobody logged in, and with an agent in a chat', async () => {
    // On PHP 8 one agent in a chat is enough to crash the counts of the agent's group.
    simulator().world.setAgent('1003', { state: 'busy', subState: 'chat' });
    expect(await waitingAt(floor())).toBe(1);
    for (const { id } of simulator().world.agents()) {
      simulator().world.setAgent(id, { state: 'offline' });
    }
    expect(await waitingAt(floor())).toBe(1);
  });

  test('names the function that a user is not allowed to call', async () => {
    simulator().vicidial.setUser('6666', { allowedFunctions: ['logged_in_agents'] });
    await expect(waitingAt(floor())).rejects.toMatchObject({
      kind: 'forbidden',
      advice: expect.stringContaining('choose user_group_status under "Allowed Functions"'),
    });
  });

  test('cannot be read where a version does not tell the number', async () => {
    const columns = ['calls_waiting'];
    simulator().faults.set({
      type: 'fewerColumns',
      columns,
      match: { function: 'user_group_status' },
    });
    await expect(waitingAt(floor())).rejects.toMatchObject({
      kind: 'unreadable',
      message: 'VICIdial does not tell how many calls are waiting',
    });
  });
});

describe('the trigger', () => {
  test.each<[string, number, INodeParameters]>([
    ['VICIdial', 4, {}],
    ['VICIdial, whatever its filters say', 4, { campaignIds: 'TESTCAMP' }],
  ])('counts the calls waiting of %s', async (_, value, filters) => {
    expect(await firedAt(system, simulator(), filters)).toMatchObject([
      { event: 'fired', value, unit: 'calls' },
    ]);
  });
});
