import { ContactCenterFailure } from '../../../nodes/shared/http/failure';
import type { AgentSnapshot } from '../../../nodes/shared/model/AgentSnapshot';
import { eachMinute, engine, onOwnClock } from '../../support/engine';
import { agent, at, paused, since } from '../../support/floor';

onOwnClock();

const TEN = { events: ['stateTooLong'], timeLimits: { rows: [{ minutes: 10 }] } };
const COUNT = { states: ['paused'], comparison: 'atLeast', value: 2, forMinutes: 5 };
const counting = (...rows: object[]) => ({ events: ['countLimit'], countLimits: { rows } });
const changing = (...rows: object[]) => ({ events: ['stateChange'], changes: { rows } });

/** Fetch Test Event on a floor. */
function fetchTest(parameters: object, ...agents: AgentSnapshot[]) {
  const trigger = engine(parameters, { mode: 'manual' });
  trigger.center.agents = agents;
  return trigger;
}

const shown = async (parameters: object, ...agents: AgentSnapshot[]) =>
  (await fetchTest(parameters, ...agents).poll()).items ?? [];

describe('of a time limit', () => {
  test('shows an agent it is about as the event will be, and that it would not fire yet', async () => {
    const [item, ...more] = await shown(TEN, agent('1', 'ready'), paused('2', 'LUNCH'));
    expect(more).toEqual([]);
    expect(Object.keys(item ?? {}).slice(0, 6)).toEqual([
      'event',
      'testEvent',
      'wouldFire',
      'matchingNow',
      'title',
      'message',
    ]);
    expect(item).toMatchObject({
      event: 'fired',
      testEvent: true,
      wouldFire: false,
      matchingNow: 1,
      title: 'Test: Agent 2 paused (LUNCH) for 10 min, limit 10 min',
      message: 'Test: Agent 2 (2) has been paused (LUNCH) for 10 min. The limit is 10 min.',
      severity: 'warning',
      value: 600,
      threshold: 600,
      since: '2026-01-05T08:50:00Z',
      sinceSource: 'observed',
      unseenSeconds: 0,
      alertId: `test:server/stateTooLong:paused/2@${at(-10) / 1000}`,
      agent: { agentId: '2', reason: 'LUNCH', stateSince: null },
    });
  });

  test('shows at most three, and how many there are', async () => {
    const items = await shown(TEN, ...['1', '2', '3', '4'].map((id) => paused(id)));
    expect(items.map((item) => item.matchingNow)).toEqual([4, 4, 4]);
  });

  test('shows somebody else where it is about nobody now, and says so', async () => {
    const items = await shown(TEN, agent('1', 'ready'), agent('2', 'busy', { agentName: null }));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      wouldFire: false,
      matchingNow: 0,
      message: expect.stringMatching(
        /^Test: Agent 1 is ready now; this shows what an alert looks like: Agent 1 \(1\) has been paused for 10 min/,
      ),
      since: '2026-01-05T08:50:00Z',
      sinceSource: 'observed',
      agent: { state: 'ready' },
    });
    const [nameless] = await shown(TEN, agent('2', 'busy', { agentName: null }));
    expect(nameless?.message).toMatch(/^Test: 2 is busy now;/);
  });

  test('has the time of a vendor that tells it, and says whether it would fire', async () => {
    const items = await shown(
      TEN,
      paused('1', null, since(at(-11))),
      paused('2', null, since(at(-5))),
    );
    expect(items).toMatchObject([
      { wouldFire: true, value: 660, agent: { stateSinceSource: 'vendor' } },
      { wouldFire: false, value: 300, sinceSource: 'vendor' },
    ]);
    expect(items.map(({ sinceUncertaintySeconds }) => sinceUncertaintySeconds)).toEqual([0, 0]);
  });

  test('with two limits shows the gravest that is reached, or else the lower', async () => {
    const rows = [{ minutes: 10 }, { minutes: 20, severity: 'critical' }];
    const parameters = { ...TEN, timeLimits: { rows } };
    const items = await shown(parameters, paused('1', null, since(at(-21))), agent('2', 'ready'));
    expect(items).toMatchObject([{ severity: 'critical', threshold: 1200 }]);
    expect(await shown(parameters, agent('2', 'ready'))).toMatchObject([
      { severity: 'warning', threshold: 600 },
    ]);
  });

  test('shows nothing of a limit that is never', async () => {
    const rows = [{ minutes: 10 }, { reasons: 'BACK', minutes: 0 }];
    const items = await shown({ ...TEN, timeLimits: { rows } }, paused('1', 'BACK'));
    expect(items.map(({ matchingNow }) => matchingNow)).toEqual([0]);
  });

  test('of a pause code shows those in it', async () => {
    const rows = [{ reasons: 'LUNCH', minutes: 10 }];
    const floor = [paused('1', 'TEA'), paused('2', 'lunch')];
    const items = await shown({ ...TEN, timeLimits: { rows } }, ...floor);
    expect(items).toMatchObject([{ agent: { agentId: '2' }, matchingNow: 1 }]);
  });
});

describe('with what the live trigger remembers', () => {
  test('knows the times taken so far, and leaves memory alone', async () => {
    const live = engine(TEN);
    live.center.agents = [agent('1', 'ready')];
    await eachMinute(live, 0, 0);
    live.center.agents = [paused('1')];
    await eachMinute(live, 1, 8);
    const before = structuredClone(live.staticData);
    const test = engine(TEN, { mode: 'manual', staticData: live.staticData });
    test.center.agents = [paused('1')];
    jest.setSystemTime(at(8) + 30_000);
    expect((await test.poll()).items).toMatchObject([
      {
        wouldFire: false,
        value: 450,
        sinceUncertaintySeconds: 60,
        agent: { stateSince: '2026-01-05T09:01:00Z', secondsInState: 450 },
      },
    ]);
    expect(live.staticData).toEqual(before);
    expect(await eachMinute(live, 9, 12)).toEqual(['11: fired 1']);
  });

  test('shows no time that began only now', async () => {
    const live = engine(TEN);
    live.center.agents = [agent('1', 'ready')];
    await eachMinute(live, 0, 0);
    const test = engine(TEN, { mode: 'manual', staticData: live.staticData });
    test.center.agents = [paused('1')];
    jest.setSystemTime(at(1));
    expect((await test.poll()).items).toMatchObject([{ value: 600 }]);
    live.center.agents = [paused('1')];
    await eachMinute(live, 1, 1);
    jest.setSystemTime(at(1) + 1_000);
    expect((await test.poll()).items).toMatchObject([{ value: 1 }]);
  });

  test('shows no time of which nobody knows the beginning', async () => {
    const live = engine(TEN);
    live.center.agents = [paused('1')];
    await eachMinute(live, 0, 5);
    const test = engine(TEN, { mode: 'manual', staticData: live.staticData });
    test.center.agents = [paused('1')];
    expect((await test.poll()).items).toMatchObject([{ value: 600 }]);
  });
});

describe('of a count limit', () => {
  test('shows the figure that is over it', async () => {
    const floor = ['1', '2', '3'].map((id) => paused(id));
    expect(await shown(counting(COUNT), ...floor)).toMatchObject([
      {
        event: 'fired',
        wouldFire: true,
        matchingNow: 3,
        title: 'Test: 3 agents paused for 5 min, limit at least 2',
        message: 'Test: 3 agents paused for 5 min. The limit is at least 2.',
        value: 3,
        threshold: 2,
        since: '2026-01-05T08:55:00Z',
        sinceSource: 'observed',
        sinceUncertaintySeconds: 0,
        unseenSeconds: 0,
        counts: { paused: 3, loggedIn: 3 },
        alertId: `test:server/countLimit:agents:atLeast:paused@${at(-5) / 1000}`,
      },
    ]);
  });

  test('shows the limit itself where it is not reached, and says so', async () => {
    expect(await shown(counting(COUNT), paused('1'))).toMatchObject([
      {
        wouldFire: false,
        matchingNow: 1,
        value: 2,
        message:
          'Test: 1 agent paused now; this shows what an alert looks like: 2 agents paused for 5 min. The limit is at least 2.',
      },
    ]);
  });

  test('says so where nothing is counted', async () => {
    const floor = [agent('1', 'offline')];
    expect(await shown(counting(COUNT), ...floor)).toMatchObject([
      {
        wouldFire: false,
        matchingNow: 0,
        message: expect.stringMatching(/^Test: Not counted now; this shows/),
      },
    ]);
  });

  test('shows each of two limits', async () => {
    const items = await shown(
      counting(COUNT, { ...COUNT, value: 4, clearAt: '1', severity: 'critical' }),
      paused('1'),
    );
    expect(items).toMatchObject([
      { severity: 'warning', threshold: 2, rule: { clearAt: null } },
      { severity: 'critical', threshold: 4, rule: { clearAt: 1 } },
    ]);
  });

  test('counts only who passes the filters, and calls waiting of the whole floor', async () => {
    const calls = { measure: 'callsWaiting', comparison: 'atLeast', value: 5 };
    const parameters = { ...counting(COUNT, calls), filters: { excludeAgents: '2' } };
    const trigger = fetchTest(parameters, paused('1'), paused('2'));
    trigger.center.callsWaiting = 7;
    expect((await trigger.poll()).items).toMatchObject([
      { wouldFire: false, matchingNow: 1, counts: { paused: 1, callsWaiting: 7 } },
      { wouldFire: true, matchingNow: 7, value: 7 },
    ]);
  });
});

describe('of a change', () => {
  test('shows an agent who is in a state it leads to, from one it leads from', async () => {
    const [item, ...more] = await shown(
      changing({ from: ['busy'], to: ['paused'] }),
      agent('1', 'ready'),
      paused('2', 'LUNCH'),
    );
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      event: 'changed',
      wouldFire: false,
      matchingNow: 1,
      title: 'Test: Agent 2 is paused (LUNCH), was busy for 10 min',
      message:
        'Test: this shows what a change looks like: Agent 2 (2) is paused (LUNCH), was busy for 10 min.',
      change: { from: 'busy', to: 'paused' },
      value: 600,
      unseenSeconds: 0,
      agent: { agentId: '2', state: 'paused' },
      since: '2026-01-05T09:00:00Z',
    });
  });

  test('from any state shows one that the agent is not in', async () => {
    expect(await shown(changing({}), agent('1', 'ready'))).toMatchObject([
      { change: { from: 'busy', to: 'ready' }, matchingNow: 1 },
    ]);
  });

  test('from several states to one of them shows another', async () => {
    const rows = [{ from: ['paused', 'busy'], to: ['paused'] }];
    expect(await shown(changing(...rows), paused('1'))).toMatchObject([
      { change: { from: 'busy', to: 'paused' } },
    ]);
  });

  test('shows at most three, and somebody else where nobody is in a state it leads to', async () => {
    const four = ['1', '2', '3', '4'].map((id) => paused(id));
    const items = await shown(changing({ to: ['paused'] }), ...four);
    expect(items.map(({ matchingNow }) => matchingNow)).toEqual([4, 4, 4]);
    expect(await shown(changing({ to: ['wrapUp'] }), ...four)).toMatchObject([
      { matchingNow: 0, change: { from: 'ready', to: 'wrapUp' } },
    ]);
  });

  test('that is a log-out shows who is listed as offline, since now', async () => {
    expect(await shown(changing({ to: ['offline'] }), agent('1', 'offline'))).toMatchObject([
      {
        title: 'Test: Agent 1 logged out, was ready for 10 min',
        since: '2026-01-05T09:00:00Z',
        sinceSource: 'observed',
        sinceUncertaintySeconds: null,
        alertKey: 'test:server/stateChange:any:offline/1',
      },
    ]);
  });

  test('that is a log-in shows no time before it', async () => {
    expect(await shown(changing({ from: ['offline'] }), paused('1'))).toMatchObject([
      { title: 'Test: Agent 1 logged in, is paused', value: null },
    ]);
  });
});

test.each([
  ['09:00', true],
  ['10:00', false],
])('at 09:00 with active hours from %s those over their limit would fire: %s', async (from, is) => {
  const parameters = {
    events: ['stateTooLong', 'countLimit'],
    timeLimits: { rows: [{ minutes: 10 }] },
    countLimits: { rows: [{ ...COUNT, value: 1 }] },
    filters: { activeHours: { hours: { from, to: '18:00' } } },
  };
  expect(await shown(parameters, paused('1', null, since(at(-11))))).toMatchObject([
    { rule: { type: 'stateTooLong' }, wouldFire: is, matchingNow: 1, value: 660 },
    { rule: { type: 'countLimit' }, wouldFire: is, matchingNow: 1, value: 1 },
  ]);
});

describe('of the trigger itself', () => {
  test('shows an outage and a heartbeat where they are chosen', async () => {
    const parameters = { events: ['sourceDown'], downAfter: 5, options: { heartbeatEvery: 1 } };
    const [down, beat, ...more] = await shown(parameters, paused('1'));
    expect(more).toEqual([]);
    expect(down).toMatchObject({
      event: 'sourceDown',
      wouldFire: false,
      matchingNow: 0,
      title: 'Test: The contact center cannot be reached',
      message: expect.stringMatching(
        /^Test: the contact center answers; this shows what an outage looks like: The contact/,
      ),
      value: 5,
      threshold: 5,
      failure: { kind: 'unreachable', advice: expect.stringMatching(/\w/) },
    });
    expect(beat).toMatchObject({
      event: 'heartbeat',
      wouldFire: true,
      matchingNow: 1,
      title: 'Test: The trigger is watching Test Center',
      message: expect.stringMatching(/^Test: The trigger is watching/),
    });
  });

  test('shows neither where they are not', async () => {
    const items = await shown(TEN, paused('1'));
    expect(items.map(({ event }) => event)).toEqual(['fired']);
  });
});

describe('with nobody to show', () => {
  test.each([
    ['Nobody is logged in now', []],
    ['No agent who is logged in passes the filters', [paused('2')]],
  ])('says "%s", and what to do', async (message, agents) => {
    const trigger = fetchTest({ ...TEN, filters: { agents: '1' } }, ...agents);
    await expect(trigger.poll()).rejects.toMatchObject({
      name: 'NodeApiError',
      httpCode: '404',
      message,
      description: expect.stringMatching(/log one in/),
    });
  });
});

test('what goes wrong is thrown, so that the user sees it', async () => {
  const failure = new ContactCenterFailure('timeout', 'No answer', 'Try again.');
  const unread = fetchTest(TEN, paused('1'));
  unread.center.fails = failure;
  await expect(unread.poll()).rejects.toMatchObject({ message: 'No answer' });
  const unopened = fetchTest(TEN, paused('1'));
  unopened.center.refuses = failure;
  await expect(unopened.poll()).rejects.toMatchObject({ name: 'NodeApiError', httpCode: '408' });
});
