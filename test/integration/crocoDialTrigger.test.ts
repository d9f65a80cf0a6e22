import type { INodeParameters } from 'n8n-workflow';
import { crocoDial } from '../simulator/goAutoDial/croco/system.mjs';
import { goAutoDial } from '../simulator/goAutoDial/system.mjs';
import { poller } from '../support/contexts';
import { at } from '../support/floor';
import { pollingBy, useReadyFloor } from '../support/polling';
import { triggerAt } from '../support/subjects';

const IDS = Array.from({ length: 12 }, (_, index) => String(1001 + index));
const USERS = IDS.join(', ');

const simulator = useReadyFloor(IDS, () => ({ campaign: 'SALES', group: 'AGENTS' }));

const go = (parameters: INodeParameters = {}, credentials = {}) =>
  poller(triggerAt(goAutoDial, simulator().url, parameters, credentials));
const croco = (parameters: INodeParameters = {}, credentials = {}) =>
  poller(triggerAt(crocoDial, simulator().url, { users: USERS, ...parameters }, credentials));

const everyMinute = pollingBy('agent.agentId');

const pause = (id: string, reason = 'BREAK') =>
  simulator().world.setAgent(id, { state: 'paused', reason });

test('the trigger asks whom to watch, and which statuses are pauses', () => {
  const { properties } = triggerAt(crocoDial, '').nodeType.description;
  expect(properties.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['users', 'filters', 'options']),
  );
  const options = properties.find(({ name }) => name === 'options')?.options ?? [];
  expect(options.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['alertOnActivation', 'pausedStatuses', 'requestTimeout']),
  );
});

describe.each([
  ['GOautodial', go],
  ['CROCO-dial', croco],
] as const)('the trigger at %s', (name, trigger) => {
  test('fires once and resolves once, with nothing in between', async () => {
    const { poll } = trigger();
    await everyMinute({ poll }, 0, 1);
    jest.setSystemTime(at(2));
    pause('1001');
    expect(await everyMinute({ poll }, 2, 20)).toEqual(['12: fired 1001']);
    simulator().world.setAgent('1001', { state: 'ready' });
    expect(await everyMinute({ poll }, 21, 25)).toEqual(['21: resolved 1001']);
  });

  test('returns null when nothing is new', async () => {
    expect((await trigger().poll()).items).toBeNull();
  });

  test('reports an outage once, and fires and resolves nothing', async () => {
    const { poll } = trigger();
    await poll();
    pause('1001');
    await everyMinute({ poll }, 1, 11);
    simulator().faults.set('dbDown');
    const told = await everyMinute({ poll }, 12, 18);
    expect(told).toEqual([expect.stringMatching(/^14: .*sent an empty answer$/)]);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 19, 20)).toEqual([]);
  });

  test('skips a poll at a rate limit, which is no empty floor', async () => {
    const { poll } = trigger();
    await poll();
    pause('1001');
    await everyMinute({ poll }, 1, 11);
    simulator().faults.set('status429');
    expect(await everyMinute({ poll }, 12, 13)).toEqual([]);
    expect(await everyMinute({ poll }, 14, 16)).toEqual([
      '14: The server takes no more requests for now',
    ]);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 17, 18)).toEqual([]);
  });

  test('reports a refused login at once, and sends it no more', async () => {
    const { poll } = trigger({}, { password: 'wrong' });
    expect(await everyMinute({ poll }, 0, 20)).toEqual([
      `0: ${name} does not accept the user or the password`,
    ]);
    expect(simulator().requests()).toHaveLength(1);
  });

  test('watches those it is to watch', async () => {
    const { poll } = trigger({ users: '1002, 1003', filters: { excludeAgents: '1003' } });
    await poll();
    jest.setSystemTime(at(1));
    for (const id of ['1001', '1002', '1003']) pause(id);
    expect(await everyMinute({ poll }, 1, 12)).toEqual(['11: fired 1002']);
  });

  test('shows a test event', async () => {
    pause('1002', 'LUNCH');
    const parameters = { users: USERS };
    const subject =
      name === 'GOautodial'
        ? triggerAt(goAutoDial, simulator().url, parameters)
        : triggerAt(crocoDial, simulator().url, parameters);
    const { items } = await poller({ ...subject, mode: 'manual' }).poll();
    expect(items).toMatchObject([
      { testEvent: true, wouldFire: false, agent: { agentId: '1002', reason: 'LUNCH' } },
    ]);
  });
});

describe('the trigger at GOautodial', () => {
  test('takes one request per poll, whatever the number of agents', async () => {
    const { poll } = go();
    await everyMinute({ poll }, 0, 4);
    expect(
      simulator()
        .requests()
        .map((each) => each.function),
    ).toEqual(Array(5).fill('goGetRealtimeAgentsMonitoring'));
  });

  test("goes by the server's own since when", async () => {
    const { poll } = go();
    await poll();
    jest.setSystemTime(at(1) + 20_000);
    pause('1001');
    await everyMinute({ poll }, 2, 10);
    jest.setSystemTime(at(11) + 20_000);
    const [item] = (await poll()).items ?? [];
    expect(item).toMatchObject({
      event: 'fired',
      since: '2026-01-05T09:01:20Z',
      sinceSource: 'vendor',
      value: 600,
      agent: { secondsInState: 600, vendor: 'crocoDial' },
    });
  });

  test.each([
    [false, []],
    [true, ['20: fired 1001']],
  ])('alerts about those already over only when asked to: %s', async (alertOnActivation, told) => {
    pause('1001');
    const { poll } = go({ options: { alertOnActivation } });
    expect(await everyMinute({ poll }, 20, 22)).toEqual(told);
  });

  test('tells times on the clock of n8n when the server has another', async () => {
    await fetch(`${simulator().url}/control/clock`, {
      method: 'POST',
      body: JSON.stringify({ advance: -3600 }),
    });
    pause('1001');
    const { poll } = go({ options: { alertOnActivation: true } });
    expect(await everyMinute({ poll }, 0, 12)).toEqual(['10: fired 1001']);
  });

  test('believes a floor that empties when another list agrees', async () => {
    const { poll } = go();
    await poll();
    pause('1001');
    await everyMinute({ poll }, 1, 12);
    for (const id of IDS) simulator().world.setAgent(id, { state: 'offline' });
    expect(await everyMinute({ poll }, 13, 16)).toEqual(['15: resolved 1001']);
  });

  test('does not believe an empty floor that another list denies', async () => {
    const { poll } = go();
    await poll();
    pause('1001');
    await everyMinute({ poll }, 1, 12);
    simulator().faults.set({
      type: 'dataZero',
      match: { function: 'goGetRealtimeAgentsMonitoring' },
    });
    expect(await everyMinute({ poll }, 13, 20)).toEqual([
      expect.stringMatching(/^17: Most agents are gone from the list at once/),
    ]);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 21, 22)).toEqual([]);
  });

  test('filters by campaign', async () => {
    const { poll } = go({ filters: { campaigns: ['OTHER'] } });
    await poll();
    pause('1001');
    expect(await everyMinute({ poll }, 1, 12)).toEqual([]);
  });
});

describe('the trigger at CROCO-dial', () => {
  test('takes one request per watched agent', async () => {
    const { poll } = croco();
    await everyMinute({ poll }, 0, 1);
    expect(
      simulator()
        .requests()
        .map((each) => each.agentUser)
        .sort(),
    ).toEqual([...IDS, ...IDS].sort());
  });

  test('has at most ten requests in flight', async () => {
    simulator().faults.set({ type: 'delay', ms: 100 });
    const { poll } = croco({ users: Array.from({ length: 40 }, (_, n) => `u${n}`).join(',') });
    const begun = performance.now();
    await poll();
    // The first goes alone, since the login has not been seen to work: 1 + 39 / 10, rounded up.
    expect(performance.now() - begun).toBeGreaterThan(450);
  });

  test('takes the time itself', async () => {
    const { poll } = croco();
    await poll();
    pause('1001');
    await everyMinute({ poll }, 1, 10);
    jest.setSystemTime(at(11));
    const [item] = (await poll()).items ?? [];
    expect(item).toMatchObject({
      since: '2026-01-05T09:01:00Z',
      sinceSource: 'observed',
      sinceUncertaintySeconds: 60,
      title: '1001 paused (BREAK) for 10 min, limit 10 min',
    });
  });

  test('keeps the memory of a user that cannot be read', async () => {
    const { poll } = croco();
    await poll();
    pause('1001');
    await everyMinute({ poll }, 1, 5);
    simulator().faults.set({ type: 'dbDown', match: { agentUser: '1001' } });
    expect(await everyMinute({ poll }, 6, 12)).toEqual([]);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 13, 14)).toEqual(['13: fired 1001']);
  });

  test('and fires and resolves nothing when fewer than nine in ten can be read', async () => {
    const { poll } = croco();
    await poll();
    pause('1001');
    await everyMinute({ poll }, 1, 11);
    simulator().world.setAgent('1001', { state: 'ready' });
    for (const agentUser of ['1002', '1003']) {
      simulator().faults.add({ type: 'dbDown', match: { agentUser } });
    }
    expect(await everyMinute({ poll }, 12, 15)).toEqual([
      '14: At least 2 of 12 agents could not be read: CROCO-dial sent an empty answer',
    ]);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 16, 16)).toEqual(['16: resolved 1001']);
  });

  test('somebody of whom it tells nothing is unknown, and alerts nobody', async () => {
    const { poll } = croco();
    await poll();
    for (const id of IDS.slice(0, 6)) simulator().world.setAgent(id, { state: 'offline' });
    pause('1012');
    expect(await everyMinute({ poll }, 1, 12)).toEqual(['11: fired 1012']);
  });

  test('goes on when most are taken off the list of those to watch', async () => {
    const subject = triggerAt(crocoDial, simulator().url, { users: USERS });
    const before = poller(subject);
    await before.poll();
    pause('1001');
    pause('1002');
    await everyMinute(before, 1, 11);
    const after = poller(
      { ...subject, parameters: { ...subject.parameters, users: '1001' } },
      before.saved(),
    );
    expect(await everyMinute(after, 12, 15)).toEqual(['14: resolved 1002']);
    simulator().world.setAgent('1001', { state: 'ready' });
    expect(await everyMinute(after, 16, 16)).toEqual(['16: resolved 1001']);
  });

  test('watches other words for a pause', async () => {
    Object.assign(simulator().goautodial.settings, { pauseForm: 'bare' });
    const options = { pausedStatuses: 'TRAIN' };
    const { poll } = croco({ options });
    await poll();
    pause('1001', 'TRAIN');
    pause('1002', 'LUNCH');
    expect(await everyMinute({ poll }, 1, 12)).toEqual(['11: fired 1001']);
  });

  test.each([
    [{ users: '' }, 'No agent is named'],
    [
      { filters: { userGroups: ['AGENTS'] } },
      'CROCO-dial does not tell the campaign or user group',
    ],
  ])('a set-up with %j is refused where the user sees it', async (parameters, message) => {
    await expect(croco(parameters).poll()).rejects.toThrow(message);
    expect(simulator().requests()).toHaveLength(0);
  });
});
