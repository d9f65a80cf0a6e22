import type { INodeParameters } from 'n8n-workflow';
import { forgetProcessMemory } from '../../nodes/shared/trigger/store';
import { koreId } from '../simulator/koreAi/ids.mjs';
import { app, koreAi } from '../simulator/koreAi/system.mjs';
import { poller } from '../support/contexts';
import { at, T0 } from '../support/floor';
import { pollingBy, useReadyFloor } from '../support/polling';
import { askedAbout, calls } from '../support/simulated';
import { triggerAt } from '../support/subjects';

const simulator = useReadyFloor(['1001', '1002', '1003', '1004', '1005', '1006'], (id) => ({
  since: T0 - 3600_000,
  queues: id < '1004' ? ['SALESLINE'] : [],
}));

const trigger = (parameters: INodeParameters = {}, credentials = {}, staticData = {}) =>
  poller(triggerAt(koreAi, simulator().url, parameters, credentials), staticData);

const everyMinute = pollingBy('agent.agentName');

const pause = (id: string, minute: number, reason?: string) => {
  jest.setSystemTime(at(minute));
  simulator().world.setAgent(id, { state: 'paused', ...(reason && { reason }) });
};

test('a pause over the limit starts one execution, its end another, nothing in between', async () => {
  const { poll } = trigger();
  await everyMinute({ poll }, 0, 1);
  pause('1001', 1.5, 'Lunch');
  expect(await everyMinute({ poll }, 2, 20)).toEqual(['12: fired Agent 1001']);
  simulator().world.setAgent('1001', { state: 'ready' });
  expect(await everyMinute({ poll }, 21, 25)).toEqual(['21: resolved Agent 1001']);
});

test('the time is Kore.ai’s own, to the second', async () => {
  const { poll } = trigger({ timeLimits: { rows: [{ minutes: 10 }] } });
  await poll();
  pause('1001', 0.5, 'Lunch');
  await everyMinute({ poll }, 1, 10);
  jest.setSystemTime(at(11));
  expect((await poll()).items).toMatchObject([
    {
      event: 'fired',
      title: 'Agent 1001 paused (Lunch) for 10 min, limit 10 min',
      since: '2026-01-05T09:00:30Z',
      sinceSource: 'vendor',
      sinceUncertaintySeconds: 0,
      value: 630,
      agent: {
        agentId: koreId('user', '1001'),
        email: '1001@example.com',
        stateSince: '2026-01-05T09:00:30Z',
      },
    },
  ]);
});

test('a quiet poll returns null, so that no execution is started', async () => {
  expect((await trigger().poll()).items).toBeNull();
});

describe('the fewest requests', () => {
  test('are one per poll as long as nobody is in the states watched', async () => {
    await everyMinute(trigger(), 0, 4);
    expect(calls(simulator())).toEqual({ 'agents/availability': 5 });
  });

  test('are one more per 50 agents in the states watched, and ask for those only', async () => {
    for (let index = 0; index < 60; index += 1) {
      simulator().world.setAgent(`6${index}`, { state: 'paused', since: T0 - 60_000 });
    }
    await trigger().poll();
    expect(calls(simulator())).toEqual({ 'agents/availability': 1, agentstatusdetails: 2 });
    expect(
      simulator()
        .requests()
        .map(({ agentUser }) => agentUser)
        .join(),
    ).not.toMatch(/100\d@/);
  });

  test('are one more where somebody is busy, since that may be a pause', async () => {
    simulator().world.setAgent('1001', { state: 'busy' });
    await trigger().poll();
    expect(askedAbout(simulator())).toEqual([
      ['agents/availability', ''],
      ['agentstatusdetails', '1001@example.com'],
    ]);
  });

  test('are one for a rule about wrap-up, which Kore.ai does not tell', async () => {
    simulator().world.setAgent('1001', { state: 'paused' });
    await trigger({ timeLimits: { rows: [{ states: ['wrapUp'], minutes: 1 }] } }).poll();
    expect(calls(simulator())).toEqual({ 'agents/availability': 1 });
  });
});

test('a custom status of the type Busy is a pause, work is none', async () => {
  const { poll } = trigger({ timeLimits: { rows: [{ reasons: 'NBK', minutes: 5 }] } });
  await poll();
  simulator().world.setAgent('1002', { state: 'busy' });
  simulator().world.setAgent('1001', { extras: { koreAi: { customType: 'BUSY' } } });
  pause('1001', 0.5, 'NBK');
  expect(await everyMinute({ poll }, 1, 10)).toEqual(['6: fired Agent 1001']);
});

test('agents who are over already alert when it is asked for', async () => {
  simulator().world.setAgent('1001', { state: 'paused', since: T0 - 20 * 60_000 });
  expect((await trigger().poll()).items).toBeNull();
  forgetProcessMemory();
  const { items } = await trigger({ options: { alertOnActivation: true } }).poll();
  expect(items).toMatchObject([{ event: 'fired', value: 1200, sinceSource: 'vendor' }]);
});

describe('filters', () => {
  test.each([
    ['queues', { queues: [koreId('queue', 'SALESLINE')] }],
    ['queues typed by hand', { queueIds: koreId('queue', 'SALESLINE') }],
    ['agents', { agents: koreId('user', '1001') }],
    ['agents to leave out', { excludeAgents: koreId('user', '1004') }],
  ])('by %s keep others silent', async (_name, filters) => {
    const { poll } = trigger({ filters });
    await poll();
    pause('1001', 0.5);
    pause('1004', 0.5);
    expect(await everyMinute({ poll }, 1, 12)).toEqual(['11: fired Agent 1001']);
  });

  test('by queues take a request per queue, and no report of others', async () => {
    pause('1001', -5);
    pause('1004', -5);
    jest.setSystemTime(T0);
    await trigger({ filters: { queues: [koreId('queue', 'SALESLINE')] } }).poll();
    expect(askedAbout(simulator())).toEqual([
      ['queues/agents', ''],
      ['agents/availability', ''],
      ['agentstatusdetails', '1001@example.com'],
    ]);
  });

  test('an agent who leaves the queue resolves at once', async () => {
    const { poll } = trigger({ filters: { queues: [koreId('queue', 'SALESLINE')] } });
    await poll();
    pause('1001', 0.5);
    await everyMinute({ poll }, 1, 11);
    simulator().world.setAgent('1001', { queues: [] });
    jest.setSystemTime(at(12));
    expect((await poll()).items).toMatchObject([
      { event: 'resolved', resolveReason: 'outOfScope' },
    ]);
  });
});

describe('an outage', () => {
  test('is reported once, at the third bad poll, fires nothing, and time runs on', async () => {
    const { poll } = trigger();
    await poll();
    pause('1001', 0.5);
    await everyMinute({ poll }, 1, 9);
    simulator().faults.set({ type: 'gateway502', status: 500 });
    expect(await everyMinute({ poll }, 10, 15)).toEqual([
      '12: Kore.ai answered that it is broken (HTTP 500)',
    ]);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 16, 18)).toEqual(['16: fired Agent 1001']);
  });

  test.each([
    ['rateLimited429', 'Kore.ai takes no more requests for now'],
    ['scopeMissing', 'The Kore.ai app may not ask this'],
    ['xmlInsteadOfJson', "Kore.ai's answer cannot be read"],
    ['malformedJson', "Kore.ai's answer cannot be read"],
    ['htmlLogin', 'There is no Kore.ai API at this address (HTTP 200)'],
    ['badRequest400', 'Kore.ai does not take the request'],
  ])('%s resolves nothing', async (type, message) => {
    const { poll } = trigger();
    await poll();
    pause('1001', 0.5);
    await everyMinute({ poll }, 1, 11);
    simulator().faults.set({ type });
    expect(await everyMinute({ poll }, 12, 16)).toEqual([`14: ${message}`]);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 17, 18)).toEqual([]);
    simulator().world.setAgent('1001', { state: 'ready' });
    expect(await everyMinute({ poll }, 19, 19)).toEqual(['19: resolved Agent 1001']);
  });

  test('of the status reports alone makes the poll bad, too', async () => {
    const { poll } = trigger();
    await poll();
    pause('1001', 0.5);
    await everyMinute({ poll }, 1, 11);
    simulator().faults.set({ type: 'emptyBody', match: { function: 'agentstatusdetails' } });
    expect(await everyMinute({ poll }, 12, 14)).toEqual(['14: Kore.ai sent an empty answer']);
  });
});

test('the account’s real limit counts as bad, and the floor is believed again afterwards', async () => {
  const { poll } = trigger();
  await poll();
  pause('1001', 0.5);
  await everyMinute({ poll }, 1, 11);
  Object.assign(simulator().koreAi.settings, { requestsPerMinute: 0 });
  expect(await everyMinute({ poll }, 12, 13)).toEqual([]);
  Object.assign(simulator().koreAi.settings, { requestsPerMinute: 60 });
  expect(await everyMinute({ poll }, 14, 16)).toEqual([]);
});

describe('a refused login', () => {
  test('is reported at once, and sent again once in 30 minutes', async () => {
    const told = await everyMinute(trigger({}, { clientSecret: 'wrong' }), 0, 65);
    expect(told).toEqual(['0: Kore.ai does not accept the client ID or the client secret']);
    expect(simulator().requests()).toHaveLength(3);
  });

  test('without a secret is thrown at activation, and not sent', async () => {
    await expect(trigger({}, { clientSecret: ' ' }).poll()).rejects.toMatchObject({
      name: 'NodeApiError',
      message: 'The credential has no Client Secret',
    });
    expect(simulator().requests()).toEqual([]);
  });
});

describe('a floor that vanishes', () => {
  test('is believed when the status reports confirm it', async () => {
    const { poll } = trigger();
    await poll();
    pause('1001', 0.5);
    await everyMinute({ poll }, 1, 11);
    const keep = '2001';
    simulator().world.setAgent(keep, { state: 'offline' });
    for (const { id } of [...simulator().world.roster()]) {
      if (id !== keep) simulator().world.removeAgent(id);
    }
    expect(await everyMinute({ poll }, 12, 15)).toEqual(['14: resolved Agent 1001']);
  });

  test('and is only the list that is broken resolves nothing, and is reported', async () => {
    const { poll } = trigger();
    await poll();
    pause('1001', 0.5);
    await everyMinute({ poll }, 1, 11);
    const someone = { _id: 'a-x', userId: 'u-x', emailId: 'x@example.com' };
    simulator().faults.set({
      type: 'answer',
      match: { function: 'agents/availability' },
      body: JSON.stringify({ OFFLINE: [someone] }),
    });
    expect(await everyMinute({ poll }, 12, 17)).toEqual([
      '16: Most agents are gone from the list at once, and the contact center does not confirm it',
    ]);
  });

  test('altogether is no list, and is reported', async () => {
    const { poll } = trigger();
    await poll();
    Object.assign(simulator().koreAi.settings, { emptyAvailability: 'none' });
    expect(await everyMinute({ poll }, 1, 5)).toEqual([
      '3: Kore.ai lists no agents at all, not even offline ones',
    ]);
  });
});

describe('Fetch Test Event', () => {
  const manual = () => poller({ ...triggerAt(koreAi, simulator().url), mode: 'manual' });

  test('shows real agents and whether they would be alerted now', async () => {
    simulator().world.setAgent('1001', {
      state: 'paused',
      reason: 'Lunch',
      since: T0 - 15 * 60_000,
    });
    expect((await manual().poll()).items).toMatchObject([
      { testEvent: true, wouldFire: true, matchingNow: 1, agent: { reason: 'Lunch' } },
    ]);
  });

  test('throws what goes wrong, so that the user sees it', async () => {
    const subject = triggerAt(koreAi, simulator().url, {}, app('none'));
    await expect(poller({ ...subject, mode: 'manual' }).poll()).rejects.toMatchObject({
      name: 'NodeApiError',
      httpCode: '403',
      description: expect.stringContaining('"Configuration"'),
    });
  });
});
