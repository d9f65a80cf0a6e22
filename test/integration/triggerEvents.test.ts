import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { poller } from '../support/contexts';
import { at } from '../support/floor';
import { triggerAt } from '../support/subjects';
import { useReadyFloor } from '../support/polling';

const simulator = useReadyFloor(['1001', '1002', '1003'], () => ({
  campaign: 'SALES',
  group: 'AGENTS',
}));

const trigger = (parameters: INodeParameters, mode?: 'manual') =>
  poller({ ...triggerAt(vicidial, simulator().url, parameters), ...(mode && { mode }) });

/** Polls once at a minute. */
async function pollAt({ poll }: ReturnType<typeof poller>, minute: number) {
  jest.setSystemTime(at(minute));
  return poll();
}

/** Polls each minute, both ends included, and gives all items. */
async function itemsOf(
  node: ReturnType<typeof poller>,
  from: number,
  to: number,
): Promise<IDataObject[]> {
  const items: IDataObject[] = [];
  for (let minute = from; minute <= to; minute += 1) {
    items.push(...((await pollAt(node, minute)).items ?? []));
  }
  return items;
}

const source = () => `vicidial:127.0.0.1:${simulator().port}:6666`;

describe('an outage', () => {
  const DOWN = { events: ['sourceDown'], downAfter: 2 };

  test('starts the workflow once, and so does its end', async () => {
    const node = trigger(DOWN);
    await pollAt(node, 0);
    simulator().faults.set('gateway502');
    const [down, ...more] = await itemsOf(node, 1, 6);
    expect(more).toEqual([]);
    expect(down).toMatchObject({
      event: 'sourceDown',
      severity: 'critical',
      value: 2,
      threshold: 2,
      unit: 'polls',
      since: '2026-01-05T09:01:00Z',
      durationText: '1 min',
      alertKey: `${source()}/sourceDown`,
      alertId: `${source()}/sourceDown@${at(1) / 1000}`,
      agent: null,
      counts: null,
      failure: { kind: 'outage' },
    });
    simulator().faults.clear();
    const [recovered, ...others] = await itemsOf(node, 7, 9);
    expect(others).toEqual([]);
    expect(recovered).toMatchObject({
      event: 'sourceRecovered',
      title: 'VICIdial can be read again after 6 min',
      value: 6,
      durationText: '6 min',
      alertId: down?.alertId,
      failure: null,
    });
  });

  test('that is told as an item is no error execution, and the other way round', async () => {
    const [asItem, asError] = [
      trigger(DOWN),
      poller({ ...triggerAt(vicidial, simulator().url), node: { id: 'other' } }),
    ];
    for (const node of [asItem, asError]) await pollAt(node, 0);
    simulator().faults.set('gateway502');
    const told: string[] = [];
    for (const minute of [1, 2, 3, 4]) {
      for (const node of [asItem, asError]) {
        const { items, reported } = await pollAt(node, minute);
        told.push(`${minute}: ${items?.length ?? 0} ${reported.length}`);
      }
    }
    expect(told.filter((each) => !each.endsWith('0 0'))).toEqual(['2: 1 0', '3: 0 1']);
  });

  test('by a refused login is told at the first poll', async () => {
    const node = trigger({ ...DOWN, downAfter: 9 });
    await pollAt(node, 0);
    simulator().vicidial.setUser('6666', { pass: 'changed' });
    const { items } = await pollAt(node, 1);
    expect(items?.[0]).toMatchObject({ event: 'sourceDown', failure: { kind: 'loginRefused' } });
  });

  test('that was over before it was told has no end either', async () => {
    const node = trigger(DOWN);
    await pollAt(node, 0);
    simulator().faults.set('gateway502');
    await pollAt(node, 1);
    simulator().faults.clear();
    expect(await itemsOf(node, 2, 4)).toEqual([]);
  });

  test('does not start the workflow at its end where ends are not wanted', async () => {
    const node = trigger({ ...DOWN, sendResolved: false });
    await pollAt(node, 0);
    simulator().faults.set('gateway502');
    expect(await itemsOf(node, 1, 3)).toHaveLength(1);
    simulator().faults.clear();
    expect(await itemsOf(node, 4, 6)).toEqual([]);
  });
});

describe('a heartbeat', () => {
  const BEATS = { options: { heartbeatEvery: 10 } };
  const beats = (items: IDataObject[]) => items.filter(({ event }) => event === 'heartbeat');

  test('comes at the first poll and every so often, with the counts', async () => {
    const items = beats(await itemsOf(trigger(BEATS), 0, 25));
    expect(items.map((item) => item.at)).toEqual([
      '2026-01-05T09:00:00Z',
      '2026-01-05T09:10:00Z',
      '2026-01-05T09:20:00Z',
    ]);
    expect(items[0]).toMatchObject({
      severity: 'info',
      title: 'The trigger is watching VICIdial',
      counts: { loggedIn: 3, total: 3 },
    });
  });

  test('comes during an outage too, and tells of it', async () => {
    const node = trigger(BEATS);
    await pollAt(node, 0);
    simulator().faults.set('gateway502');
    await pollAt(node, 1);
    const [beat] = beats(await itemsOf(node, 10, 10));
    expect(beat).toMatchObject({
      title: 'The trigger runs, but cannot see VICIdial',
      message: 'The trigger runs, but has not seen VICIdial for 10 min.',
      counts: null,
    });
  });
});

test('a count tells its figure, its limit and the counts behind it', async () => {
  const node = trigger({
    events: ['countLimit'],
    countLimits: { rows: [{ states: ['ready'], comparison: 'atMost', value: 1, forMinutes: 2 }] },
  });
  await pollAt(node, 0);
  for (const id of ['1001', '1002']) simulator().world.setAgent(id, { state: 'paused' });
  const [fired, ...more] = await itemsOf(node, 1, 5);
  expect(more).toEqual([]);
  expect(fired).toMatchObject({
    event: 'fired',
    title: '1 agent ready for 2 min, limit at most 1',
    value: 1,
    threshold: 1,
    unit: 'agents',
    since: '2026-01-05T09:01:00Z',
    rule: { id: 'countLimit:agents:atMost:ready', type: 'countLimit', comparison: 'atMost' },
    agent: null,
    alertKey: `${source()}/countLimit:agents:atMost:ready`,
    // What no rule asked for may not be known.
    counts: { ready: 1, paused: null, percentPaused: null, loggedIn: 3 },
  });
});

test('a change tells both states, the time in the old one, and the agent', async () => {
  const node = trigger({ events: ['stateChange'], changes: { rows: [{ from: [], to: [] }] } });
  await itemsOf(node, 0, 2);
  simulator().world.setAgent('1001', { state: 'paused', reason: 'LUNCH' });
  await itemsOf(node, 3, 7);
  simulator().world.setAgent('1001', { state: 'offline' });
  const [event] = await itemsOf(node, 8, 10);
  expect(event).toMatchObject({
    event: 'changed',
    title: 'Agent 1001 logged out, was paused for 5 min',
    severity: 'info',
    value: 300,
    threshold: null,
    unit: 'seconds',
    since: '2026-01-05T09:08:00Z',
    change: { from: 'paused', to: 'offline' },
    agent: { agentId: '1001', agentName: 'Agent 1001', state: 'offline' },
    alertKey: `${source()}/stateChange:any:any/1001`,
  });
});

test('every event has the same keys', async () => {
  const everything = trigger({
    events: ['stateTooLong', 'countLimit', 'stateChange', 'sourceDown'],
    downAfter: 1,
    timeLimits: { rows: [{ states: ['paused'], minutes: 1 }] },
    countLimits: { rows: [{ states: ['paused'], comparison: 'atLeast', value: 1, forMinutes: 1 }] },
    changes: { rows: [{ from: [], to: [] }] },
    options: { heartbeatEvery: 60 },
  });
  const items = await itemsOf(everything, 0, 0);
  simulator().world.setAgent('1001', { state: 'paused' });
  items.push(...(await itemsOf(everything, 1, 3)));
  simulator().faults.set('gateway502');
  items.push(...(await itemsOf(everything, 4, 4)));
  simulator().faults.clear();
  items.push(...(await itemsOf(everything, 5, 5)));
  expect(items.map(({ event }) => event)).toEqual([
    'heartbeat',
    'changed',
    'fired',
    'fired',
    'sourceDown',
    'sourceRecovered',
  ]);
  for (const item of items) expect(Object.keys(item)).toEqual(Object.keys(items[0] ?? {}));
});

describe('Fetch Test Event', () => {
  test('shows each kind of event, marked as a test, with how many match now', async () => {
    simulator().world.setAgent('1001', { state: 'paused', reason: 'BREAK' });
    const node = trigger(
      {
        events: ['stateTooLong', 'countLimit', 'stateChange', 'sourceDown'],
        countLimits: {
          rows: [
            { states: ['ready'], comparison: 'atMost', value: 2, forMinutes: 2 },
            { measure: 'percent', states: ['paused'], comparison: 'atLeast', value: 50 },
          ],
        },
        changes: { rows: [{ from: [], to: ['paused'] }] },
        options: { heartbeatEvery: 60 },
      },
      'manual',
    );
    const { items } = await pollAt(node, 0);
    const shown = (items ?? []).map((item) => [
      item.event,
      (item.rule as IDataObject).id,
      item.wouldFire,
      item.matchingNow,
      item.testEvent,
    ]);
    expect(shown).toEqual([
      ['fired', 'stateTooLong:paused', false, 1, true],
      ['fired', 'countLimit:agents:atMost:ready', true, 2, true],
      ['fired', 'countLimit:percent:atLeast:paused', false, 33.3, true],
      ['changed', 'stateChange:any:paused', false, 1, true],
      ['sourceDown', 'sourceDown', false, 0, true],
      ['heartbeat', 'heartbeat', true, 1, true],
    ]);
    expect(items?.map(({ message }) => message)).toEqual([
      'Test: Agent 1001 (1001) has been paused (BREAK) for 10 min. The limit is 10 min.',
      'Test: 2 agents ready for 2 min. The limit is at most 2.',
      'Test: 33.3 % paused now; this shows what an alert looks like: 50 % paused for 2 min. The limit is at least 50 %.',
      'Test: this shows what a change looks like: Agent 1001 (1001) is paused (BREAK), was ready for 10 min.',
      expect.stringContaining('this shows what an outage looks like'),
      'Test: The trigger is watching VICIdial. 3 agents are logged in.',
    ]);
  });

  test('shows counts though nobody is logged in', async () => {
    for (const id of ['1001', '1002', '1003']) {
      simulator().world.setAgent(id, { state: 'offline' });
    }
    const { items } = await pollAt(
      trigger({ events: ['countLimit'], countLimits: { rows: [{}] } }, 'manual'),
      0,
    );
    expect(items).toHaveLength(1);
    expect(items?.[0]).toMatchObject({ wouldFire: false, matchingNow: 0 });
  });
});

test.each([
  [{ events: ['countLimit'], countLimits: { rows: [{}, { states: [] }] } }, 'Count limit 2 counts'],
  [{ events: ['stateChange'], changes: { rows: [{}, {}] } }, 'Change 2 is there twice'],
  [{ filters: { activeHours: { hours: { from: '8' } } } }, 'The active hours cannot be read'],
  [
    { events: ['countLimit'], countLimits: { rows: [{}] }, filters: { minLoggedIn: -1 } },
    '"minLoggedIn" cannot be -1',
  ],
  [{ options: { repeatEvery: 'often' } }, '"repeatEvery" cannot be "often"'],
  [{ events: ['sourceDown'], downAfter: 0 }, '"downAfter" cannot be 0'],
])('a set-up that cannot be right is refused at activation: %j', async (parameters, words) => {
  await expect(trigger(parameters as INodeParameters).poll()).rejects.toThrow(words);
});
