import type { INodeParameters } from 'n8n-workflow';
import { createClient as crocoClient } from '../../nodes/CrocoDial/api/client';
import { createFloor as crocoSource } from '../../nodes/CrocoDial/floor';
import { createClient as koreAiClient } from '../../nodes/KoreAi/api/client';
import { createFloor as koreAiSource } from '../../nodes/KoreAi/floor';
import { createClient as rocketChatClient } from '../../nodes/RocketChatOmnichannel/api/client';
import { createFloor as rocketChatSource } from '../../nodes/RocketChatOmnichannel/floor';
import type { Floor } from '../../nodes/shared/model/Floor';
import { forgetProcessMemory } from '../../nodes/shared/trigger/store';
import { createClient as vicidialClient } from '../../nodes/Vicidial/api/client';
import { createFloor as vicidialSource } from '../../nodes/Vicidial/floor';
import { koreId } from '../simulator/koreAi/ids.mjs';
import { departmentId } from '../simulator/rocketChat/departments.mjs';
import { lookup, poller, type Subject } from '../support/contexts';
import { crocoNode, goNode } from '../support/crocoDial';
import { app, koreAiNode, koreAiTrigger } from '../support/koreAi';
import { rocketChatNode, rocketChatTrigger } from '../support/rocketChat';
import { calls, useSimulator } from '../support/simulated';
import { vicidialNode, vicidialTrigger } from '../support/vicidial';

const simulator = useSimulator();
const DAY_MS = 86_400_000;
const BY_TRIGGER = { timeoutMs: () => 10_000, byHand: false };
const WANTED = { states: [], callsWaiting: true };

type Client<T> = (
  context: ReturnType<typeof lookup>,
  credentials: Subject['credentials'],
  options: typeof BY_TRIGGER,
) => T;
const clientOf = <T>(create: Client<T>, subject: Subject) =>
  create(lookup(subject), subject.credentials, BY_TRIGGER);

const vicidial = (credentials = {}) =>
  vicidialSource(clientOf(vicidialClient, vicidialNode(simulator().url, {}, credentials)));
const koreAi = (queues: string[] = [], credentials = {}) =>
  koreAiSource(clientOf(koreAiClient, koreAiNode(simulator().url, {}, credentials)), queues);
const rocketChat = (departments: string[] = [], user = 'bypass') =>
  rocketChatSource(
    clientOf(rocketChatClient, rocketChatNode(simulator(), {}, {}, user)),
    departments,
  );

/** Those that tell calls waiting, and what each asks after them. */
const VENDORS: Array<{ title: string; open(): Floor; agents: string; waiting: string }> = [
  {
    title: 'VICIdial',
    open: vicidial,
    agents: 'logged_in_agents',
    waiting: 'user_group_status',
  },
  { title: 'Rocket.Chat', open: () => rocketChat(), agents: 'users/agent', waiting: 'chats' },
  {
    title: 'Kore.ai',
    open: () => koreAi(),
    agents: 'agents/availability',
    waiting: 'monitor/queueStatsById',
  },
];

const waitingAt = async (source: Floor) => (await source.readFloor(WANTED)).callsWaiting;

/** A call of the world that waits. */
const call = (id: string, more: { queue?: string; campaign?: string; since?: number } = {}) => ({
  id,
  phone: '3125550100',
  queue: null,
  campaign: null,
  since: simulator().world.now(),
  ...more,
});

describe.each(VENDORS)('$title', ({ open, agents, waiting }) => {
  test.each([[0], [1], [17]])('tells that %i calls are waiting', async (count) => {
    simulator().world.setWaitingCalls(count);
    expect(await waitingAt(open())).toBe(count);
  });

  test('tells of each moment what is waiting in it', async () => {
    const source = open();
    const told = [];
    for (const count of [2, 9, 0]) {
      simulator().world.setWaitingCalls(count);
      // Rocket.Chat's figures may be five seconds old.
      simulator().world.advance(6);
      told.push(await waitingAt(source));
    }
    expect(told).toEqual([2, 9, 0]);
  });

  test('lists everyone with them, whatever states are wanted', async () => {
    const source = open();
    const { agents: without } = await source.readFloor({ states: [], callsWaiting: false });
    const { agents: found, observedAt } = await source.readFloor(WANTED);
    expect(found.map(({ agentId }) => agentId)).toEqual(without.map(({ agentId }) => agentId));
    expect(found.length).toBeGreaterThan(10);
    expect(Math.abs(Date.now() - observedAt)).toBeLessThan(60_000);
  });

  test('asks after them only when they are wanted', async () => {
    const { callsWaiting } = await open().readFloor({ states: ['paused'], callsWaiting: false });
    expect(callsWaiting).toBeNull();
    const asked = Object.keys(calls(simulator()));
    expect(asked).toContain(agents);
    expect(asked).not.toContain(waiting);
  });

  test('fails as a whole when it cannot tell them', async () => {
    simulator().faults.set({ type: 'gateway502', match: { function: waiting } });
    await expect(open().readFloor(WANTED)).rejects.toMatchObject({ kind: 'outage' });
    await expect(open().readFloor({ ...WANTED, callsWaiting: false })).resolves.toBeDefined();
  });
});

describe('VICIdial', () => {
  test('tells them in one request beside that for the agents', async () => {
    await waitingAt(vicidial());
    expect(calls(simulator())).toEqual({ logged_in_agents: 1, user_group_status: 1 });
  });

  test('counts outbound calls that wait for an agent as well, each call once', async () => {
    simulator().world.setWaitingCalls([
      call('Y1', { queue: 'SALESLINE' }),
      call('V2', { campaign: 'TESTCAMP' }),
      call('V3', { campaign: 'SUPPORT' }),
    ]);
    expect(await waitingAt(vicidial())).toBe(3);
  });

  test('counts only those of campaigns and in-groups that the API user may see', async () => {
    simulator().world.setWaitingCalls([
      call('Y1', { queue: 'SALESLINE' }),
      call('V2', { campaign: 'TESTCAMP' }),
      call('V3', { campaign: 'SUPPORT' }),
    ]);
    const limited = { user: 'camplim', password: 'camplim' };
    expect(await waitingAt(vicidial(limited))).toBe(2);
  });

  test('tells them with nobody logged in, and with an agent in a chat', async () => {
    // On PHP 8 one agent in a chat is enough to crash the counts of the agent's group.
    simulator().world.setAgent('1003', { state: 'busy', subState: 'chat' });
    expect(await waitingAt(vicidial())).toBe(1);
    for (const { id } of simulator().world.agents()) {
      simulator().world.setAgent(id, { state: 'offline' });
    }
    expect(await waitingAt(vicidial())).toBe(1);
  });

  test('names the function that a user is not allowed to call', async () => {
    simulator().vicidial.setUser('6666', { allowedFunctions: ['logged_in_agents'] });
    await expect(waitingAt(vicidial())).rejects.toMatchObject({
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
    await expect(waitingAt(vicidial())).rejects.toMatchObject({
      kind: 'unreadable',
      message: 'VICIdial does not tell how many calls are waiting',
    });
  });
});

describe('Rocket.Chat', () => {
  const [SALES, SUPPORT] = [
    departmentId('queue', 'SALESLINE'),
    departmentId('queue', 'SUPPORTQ'),
  ] as const;

  test('tells them in one request beside that for the agents', async () => {
    await waitingAt(rocketChat());
    expect(calls(simulator())).toEqual({ 'users/agent': 1, chats: 1 });
  });

  test('counts those of the departments watched, each department once', async () => {
    simulator().world.setWaitingCalls([
      call('1', { queue: 'SALESLINE' }),
      call('2', { queue: 'SALESLINE' }),
      call('3', { queue: 'SUPPORTQ' }),
      call('4'),
    ]);
    expect(await waitingAt(rocketChat([SALES]))).toBe(2);
    expect(await waitingAt(rocketChat([SALES, SUPPORT, SALES]))).toBe(3);
    expect(await waitingAt(rocketChat())).toBe(4);
    expect(calls(simulator())).toMatchObject({ chats: 1 + 2 + 1 });
  });

  test('counts chats that began up to thirty days ago', async () => {
    const now = simulator().world.now();
    simulator().world.setWaitingCalls(
      [0, 1, 29, 32].map((days) => call(`${days}`, { since: now - days * DAY_MS })),
    );
    expect(await waitingAt(rocketChat())).toBe(3);
  });

  test.each(['2019-03-01T00:00:00Z', '2041-03-01T00:00:00Z'])(
    'counts them by its own clock, also where that says %s',
    async (now) => {
      simulator().world.setClock(Date.parse(now));
      simulator().world.setWaitingCalls(3);
      expect(await waitingAt(rocketChat())).toBe(3);
    },
  );

  test('needs the permission for its figures', async () => {
    await expect(waitingAt(rocketChat([], 'agent'))).rejects.toMatchObject({
      kind: 'forbidden',
      advice: expect.stringContaining('"view-livechat-manager"'),
    });
  });

  test('cannot be read without the number', async () => {
    const body = '{"open":1,"closed":1,"success":true}';
    simulator().faults.set({ type: 'answer', body, match: { function: 'chats' } });
    await expect(waitingAt(rocketChat())).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

describe('Kore.ai', () => {
  const [SALES, SUPPORT] = [koreId('queue', 'SALESLINE'), koreId('queue', 'SUPPORTQ')] as const;

  test('asks each of its queues, of which it lists ten at a time', async () => {
    const { queues } = simulator().world;
    for (let number = queues.size; number < 12; number += 1) {
      queues.set(`Q${number}`, { id: `Q${number}`, name: `Queue ${number}` });
    }
    simulator().world.setWaitingCalls(24);
    expect(await waitingAt(koreAi())).toBe(24);
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
    expect(await waitingAt(koreAi([SALES]))).toBe(2);
    simulator().clearRequests();
    expect(await waitingAt(koreAi([SUPPORT, SALES, SUPPORT]))).toBe(3);
    expect(calls(simulator())).toMatchObject({ 'monitor/queueStatsById': 2 });
    expect(calls(simulator())).not.toHaveProperty('queues/list');
  });

  test('needs the scope for its figures', async () => {
    await expect(waitingAt(koreAi([], app('configuration')))).rejects.toMatchObject({
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
    await expect(waitingAt(koreAi())).rejects.toMatchObject({
      kind: 'unreadable',
      message: 'Kore.ai does not tell how many contacts wait in a queue',
    });
  });
});

describe('CROCO-dial and GOautodial', () => {
  const open = (node: typeof crocoNode) =>
    crocoSource(clientOf(crocoClient, node(simulator().url, {})), {
      users: ['1001', '1002'],
      pausedStatuses: [],
    });

  test.each([
    ['CROCO-dial', crocoNode, 2],
    ['GOautodial', goNode, 1],
  ])('%s tells none, and is not asked after them', async (_, node, requests) => {
    const { agents, callsWaiting } = await open(node).readFloor(WANTED);
    expect(callsWaiting).toBeNull();
    expect(agents).toHaveLength(2);
    expect(simulator().requests()).toHaveLength(requests);
  });
});

describe('the trigger', () => {
  beforeEach(forgetProcessMemory);

  const watching = (filters: INodeParameters = {}): INodeParameters => ({
    events: ['countLimit'],
    countLimits: {
      rows: [
        {
          measure: 'callsWaiting',
          comparison: 'atLeast',
          value: 2,
          forMinutes: 0,
          clearAt: '',
          severity: 'warning',
        },
      ],
    },
    filters,
  });

  test.each<[string, number, () => Subject]>([
    ['VICIdial', 4, () => vicidialTrigger(simulator().url, watching())],
    [
      'VICIdial, whatever its filters say',
      4,
      () => vicidialTrigger(simulator().url, watching({ campaignIds: 'TESTCAMP' })),
    ],
    ['Rocket.Chat', 4, () => rocketChatTrigger(simulator(), watching())],
    [
      'the departments watched in Rocket.Chat',
      2,
      () =>
        rocketChatTrigger(
          simulator(),
          watching({ departments: [departmentId('queue', 'SALESLINE')] }),
        ),
    ],
    ['Kore.ai', 3, () => koreAiTrigger(simulator().url, watching())],
    [
      'the queues watched in Kore.ai',
      2,
      () => koreAiTrigger(simulator().url, watching({ queues: [koreId('queue', 'SALESLINE')] })),
    ],
  ])('counts the calls waiting of %s', async (_, value, subject) => {
    simulator().world.setWaitingCalls([
      call('Y1', { queue: 'SALESLINE' }),
      call('Y2', { queue: 'SALESLINE' }),
      call('Y3', { queue: 'SUPPORTQ' }),
      call('V4', { campaign: 'TESTCAMP' }),
    ]);
    const trigger = poller(subject());
    expect(await trigger.poll()).toEqual({ items: null, reported: [] });
    expect((await trigger.poll()).items).toMatchObject([{ event: 'fired', value, unit: 'calls' }]);
  });
});
