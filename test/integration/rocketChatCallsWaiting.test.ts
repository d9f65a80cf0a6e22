import type { INodeParameters } from 'n8n-workflow';
import { departmentId } from '../simulator/rocketChat/departments.mjs';
import { loginAs, rocketChat as system } from '../simulator/rocketChat/system.mjs';
import { callsOf, firedAt, waitingAt } from '../support/callsWaiting';
import { calls, useSimulator } from '../support/simulated';
import { floorAt } from '../support/subjects';

const simulator = useSimulator();
const call = callsOf(simulator);
const DAY_MS = 86_400_000;
const floor = (departments: string[] = [], credentials = {}) =>
  floorAt(system, simulator(), { filters: { departments } }, credentials);

describe('Rocket.Chat', () => {
  const [SALES, SUPPORT] = [
    departmentId('queue', 'SALESLINE'),
    departmentId('queue', 'SUPPORTQ'),
  ] as const;

  test('tells them in one request beside that for the agents', async () => {
    await waitingAt(floor());
    expect(calls(simulator())).toEqual({ 'users/agent': 1, chats: 1 });
  });

  test('counts those of the departments watched, each department once', async () => {
    simulator().world.setWaitingCalls([
      call('1', { queue: 'SALESLINE' }),
      call('2', { queue: 'SALESLINE' }),
      call('3', { queue: 'SUPPORTQ' }),
      call('4'),
    ]);
    expect(await waitingAt(floor([SALES]))).toBe(2);
    expect(await waitingAt(floor([SALES, SUPPORT, SALES]))).toBe(3);
    expect(await waitingAt(floor())).toBe(4);
    expect(calls(simulator())).toMatchObject({ chats: 1 + 2 + 1 });
  });

  test('counts chats that began up to thirty days ago', async () => {
    const now = simulator().world.now();
    simulator().world.setWaitingCalls(
      [0, 1, 29, 32].map((days) => call(`${days}`, { since: now - days * DAY_MS })),
    );
    expect(await waitingAt(floor())).toBe(3);
  });

  test.each(['2019-03-01T00:00:00Z', '2041-03-01T00:00:00Z'])(
    'counts them by its own clock, also where that says %s',
    async (now) => {
      simulator().world.setClock(Date.parse(now));
      simulator().world.setWaitingCalls(3);
      expect(await waitingAt(floor())).toBe(3);
    },
  );

  test('needs the permission for its figures', async () => {
    await expect(waitingAt(floor([], loginAs(simulator(), 'agent')))).rejects.toMatchObject({
      kind: 'forbidden',
      advice: expect.stringContaining('"view-livechat-manager"'),
    });
  });

  test('cannot be read without the number', async () => {
    const body = '{"open":1,"closed":1,"success":true}';
    simulator().faults.set({ type: 'answer', body, match: { function: 'chats' } });
    await expect(waitingAt(floor())).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

describe('the trigger', () => {
  test.each<[string, number, INodeParameters]>([
    ['Rocket.Chat', 4, {}],
    [
      'the departments watched in Rocket.Chat',
      2,
      { departments: [departmentId('queue', 'SALESLINE')] },
    ],
  ])('counts the calls waiting of %s', async (_, value, filters) => {
    expect(await firedAt(system, simulator(), filters)).toMatchObject([
      { event: 'fired', value, unit: 'calls' },
    ]);
  });
});
