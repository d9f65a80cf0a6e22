import { ContactCenterFailure } from '../../../nodes/shared/http/failure';
import { forgetProcessMemory } from '../../../nodes/shared/trigger/store';
import { eachMinute, engine, onOwnClock, type Around } from '../../support/engine';
import { agent, at, paused } from '../../support/floor';

onOwnClock();

const TEN = { events: ['stateTooLong'], timeLimits: { rows: [{ minutes: 10 }] } };
const BROKEN = new ContactCenterFailure('unreachable', 'Nothing answers', 'Check that it runs.');
const REFUSED = new ContactCenterFailure('loginRefused', 'The login is refused', 'Check it.');

/** A trigger with one limit on a floor where somebody has just paused. */
function pausedFloor(parameters: object = TEN, around: Around = {}) {
  const trigger = engine(parameters, around);
  trigger.center.agents = [paused('a1')];
  return trigger;
}

test('a poll with nothing to tell returns null, so that no execution starts', async () => {
  expect((await pausedFloor().poll()).items).toBeNull();
});

test('a pause over the limit starts one execution, its end another', async () => {
  const trigger = pausedFloor();
  expect(await eachMinute(trigger, 0, 14)).toEqual(['10: fired a1']);
  trigger.center.agents = [agent('a1', 'ready')];
  expect(await eachMinute(trigger, 15, 17)).toEqual(['15: resolved a1']);
});

test('who is forgotten on too large a floor is told in the log of n8n', async () => {
  const trigger = engine(TEN);
  trigger.center.agents = Array.from({ length: 5_003 }, (_, index) => paused(`a${index}`));
  expect((await trigger.poll()).warnings).toEqual([
    'Too many agents to remember: 3 who paused last were forgotten',
  ]);
  trigger.center.agents = [paused('a1')];
  expect((await trigger.poll()).warnings).toEqual([]);
});

test('without "Also Send When It Is Over" no end starts one', async () => {
  const trigger = pausedFloor({
    ...TEN,
    events: ['stateTooLong', 'sourceDown'],
    sendResolved: false,
  });
  await eachMinute(trigger, 0, 10);
  trigger.center.agents = [agent('a1', 'ready')];
  expect(await eachMinute(trigger, 11, 12)).toEqual([]);
  trigger.center.fails = BROKEN;
  expect(await eachMinute(trigger, 13, 15)).toEqual(['15: sourceDown']);
  trigger.center.fails = undefined;
  expect(await eachMinute(trigger, 16, 17)).toEqual([]);
});

test('only what the rules are about is asked of the contact center', async () => {
  const trigger = pausedFloor();
  await trigger.poll();
  expect(trigger.center.wanted).toEqual([{ states: ['paused'], callsWaiting: false }]);
  const count = { measure: 'callsWaiting', comparison: 'atLeast', value: 5 };
  trigger.change({ events: ['countLimit'], countLimits: { rows: [count] } });
  await trigger.poll();
  expect(trigger.center.wanted[1]).toEqual({ states: [], callsWaiting: true });
});

test.each([
  ['the request timeout', 7, null, 7],
  ['the budget of the poll, where that is shorter', 7, 5_000, 5],
  ['the request timeout, where the budget is longer', 7, 9_000, 7],
])('a request may take %s', async (_name, requestTimeout, budgetMs, seconds) => {
  const trigger = pausedFloor({ ...TEN, options: { requestTimeout } }, { budgetMs });
  await trigger.poll();
  expect(trigger.center.timeouts).toEqual([seconds]);
});

test('a request on an n8n without budgets may take no longer than a whole poll', async () => {
  const trigger = pausedFloor({ ...TEN, options: { requestTimeout: 999 } });
  await trigger.poll();
  expect(trigger.center.timeouts).toEqual([75]);
});

test('a set-up that cannot be right is thrown as n8n’s error, before anything is asked', async () => {
  const trigger = engine({ events: ['stateTooLong'], timeLimits: { rows: [] } });
  await expect(trigger.poll()).rejects.toMatchObject({
    name: 'NodeApiError',
    message: 'The trigger has no row under "Time Limits"',
  });
  expect(trigger.center.timeouts).toEqual([]);
});

describe('an outage', () => {
  test('is reported once, at the third failed poll in a row, as an error of n8n', async () => {
    const trigger = pausedFloor();
    await eachMinute(trigger, 0, 0);
    trigger.center.fails = BROKEN;
    expect(await eachMinute(trigger, 1, 9)).toEqual(['3: Nothing answers']);
    trigger.center.fails = undefined;
    await eachMinute(trigger, 10, 10);
    trigger.center.fails = BROKEN;
    expect(await eachMinute(trigger, 11, 14)).toEqual(['13: Nothing answers']);
    jest.setSystemTime(at(20));
    trigger.center.fails = undefined;
    await trigger.poll();
    trigger.center.fails = REFUSED;
    expect((await trigger.poll()).errors[0]).toMatchObject({
      name: 'NodeApiError',
      httpCode: '401',
      description: 'Check it.',
    });
  });

  test('fires nothing, resolves nothing, and time runs on', async () => {
    const trigger = pausedFloor();
    await eachMinute(trigger, 0, 8);
    trigger.center.fails = BROKEN;
    expect(await eachMinute(trigger, 9, 10)).toEqual([]);
    trigger.center.fails = undefined;
    expect(await eachMinute(trigger, 11, 11)).toEqual(['11: fired a1']);
  });

  test('is an item where that is chosen, and so is its end', async () => {
    const trigger = pausedFloor({ ...TEN, events: ['stateTooLong', 'sourceDown'], downAfter: 2 });
    await eachMinute(trigger, 0, 0);
    trigger.center.fails = BROKEN;
    expect(await eachMinute(trigger, 1, 5)).toEqual(['2: sourceDown']);
    trigger.center.fails = undefined;
    expect(await eachMinute(trigger, 6, 8)).toEqual(['6: sourceRecovered']);
  });

  test('that was not told has no end', async () => {
    const trigger = pausedFloor({ ...TEN, events: ['stateTooLong', 'sourceDown'] });
    await eachMinute(trigger, 0, 0);
    trigger.center.fails = BROKEN;
    await eachMinute(trigger, 1, 2);
    trigger.center.fails = undefined;
    expect(await eachMinute(trigger, 3, 4)).toEqual([]);
  });

  test('that was told as an error has no end as an item', async () => {
    const trigger = pausedFloor();
    trigger.center.fails = BROKEN;
    await eachMinute(trigger, 0, 3);
    trigger.change({ ...TEN, events: ['stateTooLong', 'sourceDown'] });
    trigger.center.fails = undefined;
    expect(await eachMinute(trigger, 4, 5)).toEqual([]);
  });

  test('that began before the first look is told as well', async () => {
    const trigger = pausedFloor();
    trigger.center.fails = BROKEN;
    expect(await eachMinute(trigger, 0, 5)).toEqual(['2: Nothing answers']);
  });
});

describe('a source that cannot even be made', () => {
  test('is thrown where nothing is remembered: the credential cannot be right', async () => {
    const trigger = pausedFloor();
    trigger.center.refuses = REFUSED;
    await expect(trigger.poll()).rejects.toMatchObject({
      name: 'NodeApiError',
      message: 'The login is refused',
    });
  });

  test('is an outage where it has worked before, and what is remembered stays', async () => {
    const trigger = pausedFloor();
    await eachMinute(trigger, 0, 2);
    trigger.center.refuses = REFUSED;
    expect(await eachMinute(trigger, 3, 5)).toEqual(['3: The login is refused']);
    trigger.center.refuses = undefined;
    expect(await eachMinute(trigger, 6, 11)).toEqual(['10: fired a1']);
  });

  test('is an outage of the same contact center, as items tell', async () => {
    const trigger = pausedFloor({ ...TEN, events: ['stateTooLong', 'sourceDown'] });
    await eachMinute(trigger, 0, 0);
    trigger.center.refuses = REFUSED;
    jest.setSystemTime(at(1));
    expect((await trigger.poll()).items?.[0]).toMatchObject({
      alertKey: 'test:server/sourceDown',
      severity: 'critical',
    });
  });
});

describe('memory', () => {
  test('survives a restart of n8n with what it saved', async () => {
    const before = pausedFloor();
    await eachMinute(before, 0, 11);
    forgetProcessMemory();
    const after = pausedFloor(TEN, { staticData: structuredClone(before.staticData) });
    expect(await eachMinute(after, 12, 14)).toEqual([]);
    after.center.agents = [agent('a1', 'ready')];
    expect(await eachMinute(after, 15, 15)).toEqual(['15: resolved a1']);
  });

  test('survives a restart also where another trigger’s execution saved last', async () => {
    const [first, second] = [pausedFloor(), pausedFloor(TEN, { nodeId: 'second' })];
    await eachMinute(first, 0, 11);
    await eachMinute(second, 12, 12);
    forgetProcessMemory();
    const staticData = { node: {}, global: structuredClone(second.staticData.global) };
    const after = pausedFloor(TEN, { staticData });
    expect(await eachMinute(after, 13, 14)).toEqual([]);
    after.center.agents = [agent('a1', 'ready')];
    expect(await eachMinute(after, 15, 15)).toEqual(['15: resolved a1']);
  });

  test('is not that of another contact center, which begins afresh', async () => {
    const trigger = pausedFloor();
    await eachMinute(trigger, 0, 9);
    trigger.center.id = 'test:other';
    expect(await eachMinute(trigger, 10, 20)).toEqual(['20: fired a1']);
  });

  test.each([
    ['another node', { nodeId: 'other' }],
    ['another workflow', { workflowId: 'other' }],
    ['a workflow that is not saved yet', { workflowId: null }],
  ])('is not that of %s', async (_name, around) => {
    await eachMinute(pausedFloor(), 0, 9);
    expect(await eachMinute(pausedFloor(TEN, around), 10, 19)).toEqual([]);
  });

  test('is as long ago as before when n8n’s clock is set back', async () => {
    const trigger = pausedFloor();
    await eachMinute(trigger, 0, 6);
    expect(await eachMinute(trigger, -60, -54)).toEqual(['-56: fired a1']);
  });

  test('takes times in whole seconds', async () => {
    const trigger = pausedFloor({ ...TEN, timeLimits: { rows: [{ minutes: 1 }] } });
    jest.setSystemTime(at(0) + 999);
    await trigger.poll();
    jest.setSystemTime(at(1));
    expect((await trigger.poll()).items?.[0]).toMatchObject({
      event: 'fired',
      since: '2026-01-05T09:00:00Z',
    });
  });
});

describe('two polls of the same trigger', () => {
  /** A poll that has asked for the floor and waits for it until it may end. */
  async function hanging(trigger: ReturnType<typeof engine>) {
    const { center } = trigger;
    const ends: Array<() => void> = [];
    const asked = new Promise<void>((resolve) => {
      center.meanwhile = () => {
        resolve();
        return new Promise((end) => ends.push(end));
      };
    });
    const poll = trigger.poll();
    await asked;
    center.meanwhile = async () => undefined;
    return { poll, end: () => ends.forEach((end) => end()) };
  }

  test('do not run at once: the second does nothing', async () => {
    const trigger = pausedFloor();
    const { poll, end } = await hanging(trigger);
    expect((await trigger.poll()).items).toBeNull();
    expect(trigger.center.wanted).toHaveLength(1);
    end();
    await poll;
    await trigger.poll();
    expect(trigger.center.wanted).toHaveLength(2);
  });

  test('where the first hangs beyond its time: it is forgotten, and tells nothing any more', async () => {
    const parameters = { ...TEN, timeLimits: { rows: [{ minutes: 1 }] } };
    const trigger = pausedFloor(parameters, { budgetMs: 60_000 });
    await trigger.poll();
    const { poll, end } = await hanging(trigger);
    jest.setSystemTime(at(1) + 9_999);
    expect((await trigger.poll()).items).toBeNull();
    jest.setSystemTime(at(1) + 10_000);
    expect((await trigger.poll()).items).toHaveLength(1);
    end();
    expect((await poll).items).toBeNull();
  });
});

describe('a floor of which most are gone at once', () => {
  const everyone = ['a1', 'a2', 'a3', 'a4', 'a5', 'A6'].map((id) => paused(id));
  const emptied = async (isOffline: boolean | Error) => {
    const trigger = pausedFloor();
    trigger.center.agents = everyone;
    await eachMinute(trigger, 0, 10);
    Object.assign(trigger.center, { agents: [], isOffline });
    return trigger;
  };

  test('is believed after three polls when the contact center confirms it', async () => {
    const trigger = await emptied(true);
    const told = await eachMinute(trigger, 11, 15);
    expect(told).toEqual(everyone.map(({ agentId }) => `13: resolved ${agentId}`));
    expect(trigger.center.askedAfter).toEqual(['a3']);
  });

  test.each([
    ['does not confirm it', false],
    ['cannot be asked', BROKEN],
  ])('and the contact center %s is an outage: nothing is resolved', async (_name, isOffline) => {
    const trigger = await emptied(isOffline);
    expect(await eachMinute(trigger, 11, 17)).toEqual([
      '15: Most agents are gone from the list at once, and the contact center does not confirm it',
    ]);
    trigger.center.agents = everyone;
    expect(await eachMinute(trigger, 18, 19)).toEqual([]);
  });

  test('and is not confirmed is reported with whom it was asked after', async () => {
    const trigger = await emptied(false);
    await eachMinute(trigger, 11, 14);
    jest.setSystemTime(at(15));
    expect((await trigger.poll()).errors).toMatchObject([
      { httpCode: '503', description: expect.stringMatching(/^Asked after agent a5, /) },
    ]);
  });

  test('is still doubted when polls fail in between', async () => {
    const trigger = await emptied(true);
    await eachMinute(trigger, 11, 11);
    trigger.center.fails = BROKEN;
    await eachMinute(trigger, 12, 12);
    trigger.center.fails = undefined;
    const told = await eachMinute(trigger, 13, 14);
    expect(told).toEqual(everyone.map(({ agentId }) => `14: resolved ${agentId}`));
  });
});

describe('a heartbeat', () => {
  const BEAT = { ...TEN, options: { heartbeatEvery: 5 }, sendResolved: false };

  test('is sent at the first poll and every so many minutes', async () => {
    const trigger = pausedFloor(BEAT);
    expect(await eachMinute(trigger, 0, 11)).toEqual([
      '0: heartbeat',
      '5: heartbeat',
      '10: fired a1',
      '10: heartbeat',
    ]);
  });

  test('has the counts of the floor', async () => {
    const trigger = pausedFloor(BEAT);
    trigger.center.agents = [paused('a1'), agent('a2', 'ready')];
    const [beat] = (await trigger.poll()).items ?? [];
    expect(beat).toMatchObject({
      title: 'The trigger is watching Test Center',
      message: 'The trigger is watching Test Center. 2 agents are logged in.',
      counts: { loggedIn: 2, paused: 1, ready: null },
      alertKey: 'test:server/heartbeat',
    });
  });

  test('says so when the floor cannot be seen, also at the first poll', async () => {
    const trigger = pausedFloor(BEAT);
    trigger.center.fails = BROKEN;
    const [beat] = (await trigger.poll()).items ?? [];
    expect(beat).toMatchObject({
      title: 'The trigger runs, but cannot see Test Center',
      message: 'The trigger runs, but has not seen Test Center since it began.',
      counts: null,
    });
  });

  test('says for how long the floor has not been seen', async () => {
    const trigger = pausedFloor(BEAT);
    await eachMinute(trigger, 0, 3);
    trigger.center.fails = BROKEN;
    jest.setSystemTime(at(5));
    const [beat] = (await trigger.poll()).items ?? [];
    expect(beat?.message).toBe('The trigger runs, but has not seen Test Center for 2 min.');
  });
});
