import type { INodeParameters } from 'n8n-workflow';
import { forgetProcessMemory } from '../../nodes/shared/trigger/store';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { at as field, poller } from '../support/contexts';
import { at, MINUTE, T0 } from '../support/floor';
import { pollingBy, useReadyFloor } from '../support/polling';
import { triggerAt } from '../support/subjects';

const simulator = useReadyFloor(['1001', '1002', '1003', '1004', '1005', '1006'], () => ({
  campaign: 'SALES',
  group: 'AGENTS',
}));

const trigger = (parameters: INodeParameters = {}, credentials = {}, staticData = {}) =>
  poller(triggerAt(vicidial, simulator().url, parameters, credentials), staticData);

const everyMinute = pollingBy('agent.agentId');

test('a pause over the limit starts one execution, its end another, nothing in between', async () => {
  const { poll } = trigger();
  await everyMinute({ poll }, 0, 1);
  simulator().world.setAgent('1001', { state: 'paused', reason: 'BREAK' });
  expect(await everyMinute({ poll }, 2, 20)).toEqual(['12: fired 1001']);
  simulator().world.setAgent('1001', { state: 'ready' });
  expect(await everyMinute({ poll }, 21, 25)).toEqual(['21: resolved 1001']);
});

test('a quiet poll returns null, so that no execution is started', async () => {
  expect((await trigger().poll()).items).toBeNull();
});

test('one poll takes one request, whatever the number of agents', async () => {
  const { poll } = trigger();
  await everyMinute({ poll }, 0, 4);
  expect(
    simulator()
      .requests()
      .map((each) => each.function),
  ).toEqual(Array(5).fill('logged_in_agents'));
});

test('the item has all there is to send, and the same alertId at both ends', async () => {
  const { poll } = trigger();
  await poll();
  simulator().world.setAgent('1001', { state: 'paused', reason: 'BREAK', name: 'Maria Lopez' });
  await everyMinute({ poll }, 1, 10);
  jest.setSystemTime(at(11));
  const [fired] = (await poll()).items ?? [];
  const source = `vicidial:127.0.0.1:${simulator().port}:6666`;
  expect(fired).toMatchObject({
    event: 'fired',
    testEvent: false,
    title: 'Maria Lopez paused (BREAK) for 10 min, limit 10 min',
    message: 'Maria Lopez (1001) has been paused (BREAK) for 10 min. The limit is 10 min.',
    severity: 'warning',
    alertKey: `${source}/stateTooLong:paused/1001`,
    alertId: `${source}/stateTooLong:paused/1001@${at(1) / 1000}`,
    rule: { type: 'stateTooLong', states: ['paused'], limitMinutes: 10 },
    threshold: 600,
    value: 600,
    unit: 'seconds',
    since: '2026-01-05T09:01:00Z',
    sinceSource: 'observed',
    sinceUncertaintySeconds: 60,
    durationText: '10 min',
    resolveReason: null,
    agent: {
      agentId: '1001',
      agentName: 'Maria Lopez',
      state: 'paused',
      reason: 'BREAK',
      stateSince: '2026-01-05T09:01:00Z',
      stateSinceSource: 'observed',
      secondsInState: 600,
      teams: { campaign: 'SALES', userGroup: 'AGENTS' },
    },
  });
  simulator().world.setAgent('1001', { state: 'ready' });
  jest.setSystemTime(at(14));
  const [resolved] = (await poll()).items ?? [];
  expect(resolved).toMatchObject({
    event: 'resolved',
    resolveReason: 'leftState',
    alertId: fired?.alertId,
    title: 'Maria Lopez no longer paused (BREAK) after 13 min',
    agent: { state: 'ready' },
  });
});

test('phone numbers, lead and call ids are passed on only when asked for', async () => {
  const rows = [{ states: ['busy'], minutes: 1, severity: 'warning' }];
  const quiet = trigger({ timeLimits: { rows } });
  const full = poller({
    ...triggerAt(vicidial, simulator().url, {
      timeLimits: { rows },
      options: { includePersonalData: true, simplify: false },
    }),
    node: { id: 'node-2' },
  });
  await quiet.poll();
  await full.poll();
  simulator().world.setAgent('1001', {
    state: 'busy',
    call: { phone: '5550101', leadId: '4711', leadCode: 'CRM-9' },
  });
  jest.setSystemTime(at(1));
  await quiet.poll();
  await full.poll();
  jest.setSystemTime(at(2));
  const [without] = (await quiet.poll()).items ?? [];
  const [withThem] = (await full.poll()).items ?? [];
  expect(JSON.stringify(without)).not.toMatch(/4711|5550101/);
  expect(field(without, 'agent.call')).toMatchObject({ campaign: 'SALES', leadId: null });
  expect(field(withThem, 'agent.call.leadId')).toBe('4711');
  expect(field(withThem, 'agent.raw.lead_id')).toBe('4711');
});

test('without "Also Send When It Is Over" only the beginning is told', async () => {
  const { poll } = trigger({ sendResolved: false });
  await poll();
  simulator().world.setAgent('1001', { state: 'paused' });
  await everyMinute({ poll }, 1, 11);
  simulator().world.setAgent('1001', { state: 'ready' });
  expect(await everyMinute({ poll }, 12, 14)).toEqual([]);
});

test.each([
  ['campaigns', { campaigns: ['OTHER'] }],
  ['user groups typed by hand', { userGroupIds: 'NIGHT, DAY' }],
  ['agents', { agents: '1002' }],
  ['agents to leave out', { excludeAgents: '1001' }],
])('filters by %s keep others silent', async (_name, filters) => {
  const { poll } = trigger({ filters });
  await poll();
  simulator().world.setAgent('1001', { state: 'paused' });
  expect(await everyMinute({ poll }, 1, 12)).toEqual([]);
});

describe('an outage', () => {
  test('is reported once, at the third bad poll, and never thrown', async () => {
    const { poll } = trigger();
    await poll();
    simulator().faults.set({ type: 'empty500' });
    expect(await everyMinute({ poll }, 1, 10)).toEqual(['3: VICIdial sent an empty answer']);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 11, 12)).toEqual([]);
    simulator().faults.set({ type: 'empty500' });
    expect(await everyMinute({ poll }, 13, 16)).toEqual(['15: VICIdial sent an empty answer']);
  });

  test('at activation leaves the trigger alive', async () => {
    simulator().faults.set({ type: 'empty500' });
    const { poll } = trigger();
    expect(await everyMinute({ poll }, 0, 5)).toHaveLength(1);
    simulator().faults.clear();
    await everyMinute({ poll }, 6, 6);
    simulator().world.setAgent('1001', { state: 'paused' });
    expect(await everyMinute({ poll }, 7, 17)).toEqual(['17: fired 1001']);
  });

  test('fires nothing, resolves nothing, and time runs on', async () => {
    const { poll } = trigger();
    await poll();
    simulator().world.setAgent('1001', { state: 'paused' });
    await everyMinute({ poll }, 1, 9);
    simulator().faults.set({ type: 'loginPage' });
    expect(await everyMinute({ poll }, 10, 11)).toEqual([]);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 12, 12)).toEqual(['12: fired 1001']);
  });
});

describe('a refused login', () => {
  test('is reported at once, and nothing more is sent with it but once in 30 minutes', async () => {
    const { poll } = trigger({}, { password: 'wrong' });
    const told = await everyMinute({ poll }, 0, 65);
    expect(told).toEqual(['0: VICIdial does not accept the user or the password']);
    expect(simulator().requests()).toHaveLength(3);
  });

  test('that works again goes on as if nothing had been', async () => {
    const { poll } = trigger();
    await poll();
    simulator().world.setAgent('1001', { state: 'paused' });
    simulator().faults.set({ type: 'twoFactor' });
    expect(await everyMinute({ poll }, 1, 2)).toHaveLength(1);
    simulator().faults.clear();
    await everyMinute({ poll }, 31, 32);
    expect(await everyMinute({ poll }, 33, 42)).toEqual(['41: fired 1001']);
  });

  test('with a password that VICIdial cannot take is thrown at activation, and not sent', async () => {
    const { poll } = trigger({}, { password: 'p.a+ss' });
    await expect(poll()).rejects.toMatchObject({
      name: 'NodeApiError',
      message: 'The password in the credential can never log in to VICIdial',
    });
    expect(simulator().requests()).toHaveLength(0);
  });
});

describe('a floor that empties at once', () => {
  const allOffline = () =>
    simulator()
      .world.agents()
      .forEach(({ id }) => simulator().world.setAgent(id, { state: 'offline' }));

  test('is believed after three polls when VICIdial confirms it, dated at the first', async () => {
    const { poll } = trigger();
    await poll();
    simulator().world.setAgent('1001', { state: 'paused' });
    await everyMinute({ poll }, 1, 12);
    allOffline();
    expect(await everyMinute({ poll }, 13, 16)).toEqual(['15: resolved 1001']);
    expect(
      simulator()
        .requests()
        .map((each) => each.function),
    ).toContain('agent_status');
  });

  test('and is a broken database resolves nothing, and is reported', async () => {
    const { poll } = trigger();
    await poll();
    simulator().world.setAgent('1001', { state: 'paused' });
    await everyMinute({ poll }, 1, 12);
    simulator().faults.set({ type: 'tableCrashed7' });
    expect(await everyMinute({ poll }, 13, 20)).toEqual([
      '17: Most agents are gone from the list at once, and the contact center does not confirm it',
    ]);
    simulator().faults.clear();
    expect(await everyMinute({ poll }, 21, 22)).toEqual([]);
    simulator().world.setAgent('1001', { state: 'ready' });
    expect(await everyMinute({ poll }, 23, 23)).toEqual(['23: resolved 1001']);
  });
});

describe('memory', () => {
  test('of a firing alert survives a restart with what n8n saved', async () => {
    const before = trigger();
    await before.poll();
    simulator().world.setAgent('1001', { state: 'paused' });
    await everyMinute(before, 1, 11);
    forgetProcessMemory();
    const after = trigger({}, {}, before.saved());
    expect(await everyMinute(after, 12, 14)).toEqual([]);
    simulator().world.setAgent('1001', { state: 'ready' });
    expect(await everyMinute(after, 15, 15)).toEqual(['15: resolved 1001']);
  });

  test('in the process survives static data that is read anew at every poll', async () => {
    const first = trigger();
    await first.poll();
    const saved = first.saved();
    simulator().world.setAgent('1001', { state: 'paused' });
    const told: string[] = [];
    for (let minute = 1; minute <= 12; minute += 1) {
      told.push(...(await everyMinute(trigger({}, {}, structuredClone(saved)), minute, minute)));
    }
    expect(told).toEqual(['11: fired 1001']);
  });

  test('of one contact center is not used for another', async () => {
    const before = trigger();
    await before.poll();
    simulator().world.setAgent('1001', { state: 'paused' });
    await everyMinute(before, 1, 11);
    const other = poller(
      triggerAt(vicidial, simulator().url.replace('127.0.0.1', 'localhost')),
      before.saved(),
    );
    expect(await everyMinute(other, 12, 13)).toEqual([]);
    simulator().world.setAgent('1001', { state: 'ready' });
    expect(await everyMinute(other, 14, 15)).toEqual([]);
  });
});

test('a poll that finds another one running does nothing', async () => {
  simulator().faults.set({ type: 'delay', ms: 300 });
  const { poll } = trigger();
  const [first, second] = await Promise.all([poll(), poll()]);
  expect([first.items, second.items]).toEqual([null, null]);
  expect(simulator().requests()).toHaveLength(1);
});

test.each([
  ['no limit', { timeLimits: { rows: [] } }, 'The trigger has no row under "Time Limits"'],
  ['nothing to trigger on', { events: [] }, 'The trigger has nothing to watch'],
  [
    'the same limit twice',
    { timeLimits: { rows: [{ minutes: 5 }, { minutes: 10 }] } },
    'Time limit 2 is there twice',
  ],
])('a set-up with %s is refused where the user sees it', async (_name, parameters, message) => {
  const { poll } = trigger(parameters);
  await expect(poll()).rejects.toThrow(message);
  expect(simulator().requests()).toHaveLength(0);
});

describe('Fetch Test Event', () => {
  const manual = (parameters: INodeParameters = {}, staticData = {}) =>
    poller({ ...triggerAt(vicidial, simulator().url, parameters), mode: 'manual' }, staticData);

  test('shows the agents a limit is about, and whether they would be alerted now', async () => {
    simulator().world.setAgent('1002', { state: 'paused', reason: 'LUNCH' });
    const { items } = await manual().poll();
    expect(items).toHaveLength(1);
    expect(items?.[0]).toMatchObject({
      event: 'fired',
      testEvent: true,
      wouldFire: false,
      matchingNow: 1,
      title: 'Test: Agent 1002 paused (LUNCH) for 10 min, limit 10 min',
      agent: { agentId: '1002', reason: 'LUNCH' },
    });
  });

  test('on a quiet floor shows a real agent in the real shape', async () => {
    const { items } = await manual().poll();
    expect(items).toHaveLength(1);
    expect(items?.[0]).toMatchObject({
      testEvent: true,
      wouldFire: false,
      matchingNow: 0,
      agent: { agentId: '1001', state: 'ready' },
    });
    expect(items?.[0]?.message).toMatch(/^Test: Agent 1001 is ready now; this shows/);
  });

  test('knows what the live trigger has timed, and leaves its memory alone', async () => {
    const live = trigger();
    await live.poll();
    simulator().world.setAgent('1001', { state: 'paused' });
    await everyMinute(live, 1, 8);
    jest.setSystemTime(at(8) + 30_000);
    const before = live.saved();
    const { items } = await manual({}, live.saved()).poll();
    expect(items?.[0]).toMatchObject({ durationText: '7 min', wouldFire: false });
    expect(live.saved()).toEqual(before);
    expect(await everyMinute(live, 9, 12)).toEqual(['11: fired 1001']);
  });

  test('with nobody logged in says so', async () => {
    simulator()
      .world.agents()
      .forEach(({ id }) => simulator().world.setAgent(id, { state: 'offline' }));
    await expect(manual().poll()).rejects.toMatchObject({
      name: 'NodeApiError',
      message: 'Nobody is logged in now',
    });
  });

  test('throws what goes wrong, so that the user sees it', async () => {
    simulator().faults.set({ type: 'loginPage' });
    await expect(manual().poll()).rejects.toMatchObject({ name: 'NodeApiError', httpCode: '404' });
  });
});

test('hostile names reach the item as text and break nothing', async () => {
  const { poll } = trigger({ timeLimits: { rows: [{ minutes: 1 }] } });
  await poll();
  const name = '<img src=x onerror=alert(1)> {{ $json }} ={{ 1+1 }}';
  simulator().world.setAgent('1001', { state: 'paused', name });
  jest.setSystemTime(T0 + MINUTE);
  await poll();
  jest.setSystemTime(T0 + 2 * MINUTE);
  const [item] = (await poll()).items ?? [];
  expect(field(item, 'agent.agentName')).toBe(name);
});
