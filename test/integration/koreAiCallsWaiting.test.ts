import type { INodeParameters } from 'n8n-workflow';
import { koreId } from '../simulator/koreAi/ids.mjs';
import { app, koreAi as system } from '../simulator/koreAi/system.mjs';
import { callsOf, firedAt, waitingAt } from '../support/callsWaiting';
import { calls, useSimulator } from '../support/simulated';
import { floorAt } from '../support/subjects';

const simulator = useSimulator();
const call = callsOf(simulator);
const floor = (queues: string[] = [], credentials = {}) =>
  floorAt(system, simulator(), { filters: { queues } }, credentials);

describe('Kore.ai', () => {
  const [SALES, SUPPORT] = [koreId('queue', 'SALESLINE'), koreId('queue', 'SUPPORTQ')] as const;

  test('asks each of its queues, of which it lists ten at a time', async () => {
    const { queues } = simulator().world;
    for (let number = queues.size; number < 12; number += 1) {
      queues.set(`Q${number}`, { id: `Q${number}`, name: `Queue ${number}` });
    }
    simulator().world.setWaitingCalls(24);
    expect(await waitingAt(floor())).toBe(24);
    expect(calls(simulator())).toEqual({
      'agents/availability': 1,
      'queues/list': 2,
      'monitor/queueStatsById': 12,
    });
  });

  test('counts those of the queues watched, each queue once', async () => {
    simulator().world.setWaitingCalls([
      call('1', { queue: 'SALESLINE' }),
      call('2', { queue: 'SALESLINE' }),
      call('3', { queue: 'SUPPORTQ' }),
    ]);
    expect(await waitingAt(floor([SALES]))).toBe(2);
    simulator().clearRequests();
    expect(await waitingAt(floor([SUPPORT, SALES, SUPPORT]))).toBe(3);
    expect(calls(simulator())).toMatchObject({ 'monitor/queueStatsById': 2 });
    expect(calls(simulator())).not.toHaveProperty('queues/list');
  });

  test('needs the scope for its figures', async () => {
    await expect(waitingAt(floor([], app('configuration')))).rejects.toMatchObject({
      kind: 'forbidden',
      advice: expect.stringContaining('SmartAssist Analytics'),
    });
  });

  test('cannot be read where a queue does not tell the number', async () => {
    const body = '[{"queueName":"Sales","engaged":1}]';
    simulator().faults.set({
      type: 'answer',
      body,
      match: { function: 'monitor/queueStatsById' },
      times: 1,
    });
    await expect(waitingAt(floor())).rejects.toMatchObject({
      kind: 'unreadable',
      message: 'Kore.ai does not tell how many contacts wait in a queue',
    });
  });
});

describe('the trigger', () => {
  test.each<[string, number, INodeParameters]>([
    ['Kore.ai', 3, {}],
    ['the queues watched in Kore.ai', 2, { queues: [koreId('queue', 'SALESLINE')] }],
  ])('counts the calls waiting of %s', async (_, value, filters) => {
    expect(await firedAt(system, simulator(), filters)).toMatchObject([
      { event: 'fired', value, unit: 'calls' },
    ]);
  });
});
