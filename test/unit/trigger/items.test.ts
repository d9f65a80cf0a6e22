import { ContactCenterFailure } from '../../../nodes/shared/http/failure';
import type { AgentSnapshot } from '../../../nodes/shared/model/AgentSnapshot';
import { engine, itemsOf, onOwnClock } from '../../support/engine';
import { agent, at, paused, since } from '../../support/floor';

onOwnClock();

const SOURCE = 'test:server';
const TWO = {
  events: ['stateTooLong'],
  timeLimits: { rows: [{ minutes: 2 }, { minutes: 4, severity: 'critical' }] },
};
const counting = (row: object) => ({ events: ['countLimit'], countLimits: { rows: [row] } });
const MANY = { states: ['paused'], comparison: 'atLeast', value: 2, forMinutes: 0 };
const CHANGES = { events: ['stateChange'], changes: { rows: [{}] } };
const maria = (fields = {}) => paused('1101', 'BREAK', { agentName: 'Maria Lopez', ...fields });
const ready = agent('1102', 'ready');

describe('a change of state', () => {
  const told = async (...floors: AgentSnapshot[][]) => (await itemsOf(engine(CHANGES), floors))[0];
  const on = agent('1101', 'ready', { agentName: 'Maria Lopez' });

  test('is told in full', async () => {
    const item = await told([on], [on], [maria()]);
    expect(item).toMatchObject({
      event: 'changed',
      title: 'Maria Lopez is paused (BREAK), was ready for at least 2 min',
      message: 'Maria Lopez (1101) is paused (BREAK), was ready for at least 2 min.',
      severity: 'info',
      durationText: '2 min',
      value: 120,
      threshold: null,
      unit: 'seconds',
      since: '2026-01-05T09:02:00Z',
      sinceSource: 'observed',
      sinceUncertaintySeconds: 60,
      resolveReason: null,
      rule: { id: 'stateChange:any:any', type: 'stateChange', from: [], to: [] },
      change: { from: 'ready', to: 'paused' },
      agent: {
        agentId: '1101',
        state: 'paused',
        stateSince: '2026-01-05T09:02:00Z',
        stateSinceSource: 'observed',
        stateSinceUncertaintySeconds: 60,
      },
      counts: null,
      failure: null,
      alertKey: `${SOURCE}/stateChange:any:any/1101`,
      alertId: `${SOURCE}/stateChange:any:any/1101@${at(2) / 1000}`,
      at: '2026-01-05T09:02:00Z',
    });
  });

  test('of which the beginning was seen has an exact time', async () => {
    const item = await told([on], [maria()], [maria()], [on]);
    expect(item?.title).toBe('Maria Lopez is ready, was paused for 2 min');
  });

  test('that the vendor dates has an exact time too', async () => {
    const item = await told([maria(since(at(-3)))], [on]);
    expect(item?.title).toBe('Maria Lopez is ready, was paused for 4 min');
  });

  test('is a log-in from offline, of which no time is known', async () => {
    expect(await told([ready], [ready, maria()])).toMatchObject({
      title: 'Maria Lopez logged in, is paused (BREAK)',
      message: 'Maria Lopez (1101) logged in, is paused (BREAK).',
      durationText: null,
      value: null,
    });
  });

  test('is a log-out to offline, dated at the first look that missed the agent', async () => {
    expect(await told([ready, on], [ready, on], [ready], [ready])).toMatchObject({
      title: 'Maria Lopez logged out, was ready for at least 2 min',
      since: '2026-01-05T09:02:00Z',
      at: '2026-01-05T09:02:00Z',
      alertId: `${SOURCE}/stateChange:any:any/1101@${at(2) / 1000}`,
      agent: { agentId: '1101', state: 'offline', stateSince: '2026-01-05T09:02:00Z' },
    });
  });

  test('of an agent without a name is told by ID', async () => {
    const item = await told(
      [agent('7', 'ready', { agentName: null })],
      [agent('7', 'busy', { agentName: null })],
    );
    expect(item?.title).toBe('7 is busy, was ready for at least 1 min');
  });
});

describe('a contact center that cannot be read', () => {
  const DOWN = { ...TWO, events: ['stateTooLong', 'sourceDown'], downAfter: 2 };
  const failure = new ContactCenterFailure('timeout', 'It does not answer', 'Look at its load.');

  test('is told in full, and so is its end', async () => {
    const trigger = engine(DOWN);
    const [down] = await itemsOf(trigger, [[ready], failure, failure]);
    expect(down).toMatchObject({
      event: 'sourceDown',
      title: 'It does not answer',
      message:
        'It does not answer. Look at its load. Nothing is alerted or resolved until this is over.',
      severity: 'critical',
      durationText: '1 min',
      value: 2,
      threshold: 2,
      unit: 'polls',
      since: '2026-01-05T09:01:00Z',
      sinceSource: 'observed',
      sinceUncertaintySeconds: null,
      rule: { id: 'sourceDown', type: 'sourceDown' },
      agent: null,
      counts: null,
      failure: {
        kind: 'timeout',
        message: 'It does not answer',
        advice: 'Look at its load.',
      },
      alertKey: `${SOURCE}/sourceDown`,
      alertId: `${SOURCE}/sourceDown@${at(1) / 1000}`,
    });
    const [up] = await itemsOf(trigger, [[ready]], 5);
    expect(up).toMatchObject({
      event: 'sourceRecovered',
      title: 'Test Center can be read again after 4 min',
      message: 'Test Center can be read again. For 4 min nothing was alerted or resolved.',
      failure: null,
      alertId: `${SOURCE}/sourceDown@${at(1) / 1000}`,
    });
  });
});

test('a heartbeat is told in full', async () => {
  const trigger = engine({ ...TWO, options: { heartbeatEvery: 5 } });
  expect(await itemsOf(trigger, [[ready, maria()]])).toMatchObject([
    {
      event: 'heartbeat',
      severity: 'info',
      durationText: null,
      value: null,
      threshold: null,
      unit: null,
      since: null,
      sinceSource: null,
      rule: { id: 'heartbeat', type: 'heartbeat' },
      agent: null,
      counts: { loggedIn: 2, paused: 1 },
      alertKey: `${SOURCE}/heartbeat`,
      alertId: `${SOURCE}/heartbeat@${at(0) / 1000}`,
      at: '2026-01-05T09:00:00Z',
    },
  ]);
});

test('every kind of event has the same keys', async () => {
  const keys = async (parameters: object, ...floors: Array<AgentSnapshot[] | Error>) => {
    const items = await itemsOf(engine(parameters, { nodeId: JSON.stringify(parameters) }), floors);
    return items.map((item) => Object.keys(item).join());
  };
  const down = new ContactCenterFailure('loginRefused', 'No', 'Check it.');
  const all = [
    ...(await keys(TWO, [ready], [maria()], [maria()], [maria()])),
    ...(await keys(counting(MANY), [ready], [maria(), paused('2')])),
    ...(await keys(CHANGES, [ready], [agent('1102', 'busy')])),
    ...(await keys({ ...TWO, events: ['stateTooLong', 'sourceDown'] }, [ready], down)),
    ...(await keys({ ...TWO, options: { heartbeatEvery: 1 } }, [ready])),
  ];
  expect(all).toHaveLength(5);
  expect(new Set(all).size).toBe(1);
});

test('what happens at once is told in one order', async () => {
  const down = new ContactCenterFailure('loginRefused', 'No', 'Check it.');
  const everything = {
    events: ['stateTooLong', 'countLimit', 'stateChange', 'sourceDown'],
    timeLimits: { rows: [{ minutes: 1 }, { states: ['busy'], minutes: 1 }] },
    countLimits: { rows: [MANY] },
    changes: { rows: [{ to: ['wrapUp'] }] },
    options: { heartbeatEvery: 4 },
  };
  const trigger = engine(everything);
  const [one, two] = [paused('1'), agent('2', 'busy')];
  await itemsOf(trigger, [[ready], [one, two], [one, two], down]);
  trigger.change({ ...everything, timeLimits: { rows: [{ minutes: 1 }] } });
  const items = await itemsOf(trigger, [[one, paused('2'), agent('1102', 'wrapUp')]], 4);
  expect(items.map(({ event, resolveReason }) => resolveReason ?? event)).toEqual([
    'sourceRecovered',
    'fired',
    'changed',
    'ruleRemoved',
    'heartbeat',
  ]);
});
