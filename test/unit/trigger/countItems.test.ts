import { engine, itemsOf, onOwnClock } from '../../support/engine';
import { agent, at, paused } from '../../support/floor';

onOwnClock();

const SOURCE = 'test:server';
const counting = (row: object) => ({ events: ['countLimit'], countLimits: { rows: [row] } });
const MANY = { states: ['paused'], comparison: 'atLeast', value: 2, forMinutes: 0 };
const ready = agent('1102', 'ready');

describe('a count that crosses a limit', () => {
  const all = [paused('1'), paused('2'), ready];

  test('is told in full', async () => {
    const [item] = await itemsOf(engine(counting(MANY)), [[ready], all]);
    expect(item).toEqual({
      event: 'fired',
      testEvent: false,
      title: '2 agents paused, limit at least 2',
      message: '2 agents paused. The limit is at least 2.',
      severity: 'warning',
      durationText: '0 s',
      value: 2,
      threshold: 2,
      unit: 'agents',
      since: '2026-01-05T09:01:00Z',
      sinceSource: 'observed',
      sinceUncertaintySeconds: 60,
      unseenSeconds: 0,
      resolveReason: null,
      rule: {
        id: 'countLimit:agents:atLeast:paused',
        type: 'countLimit',
        measure: 'agents',
        states: ['paused'],
        comparison: 'atLeast',
        clearAt: null,
      },
      change: null,
      agent: null,
      counts: {
        ready: null,
        busy: null,
        wrapUp: null,
        paused: 2,
        offline: null,
        unknown: 0,
        loggedIn: 3,
        total: 3,
        percentPaused: 66.7,
        callsWaiting: null,
      },
      failure: null,
      alertKey: `${SOURCE}/countLimit:agents:atLeast:paused`,
      alertId: `${SOURCE}/countLimit:agents:atLeast:paused@${at(1) / 1000}`,
      at: '2026-01-05T09:01:00Z',
    });
  });

  test('counts who is offline where the contact center lists them', async () => {
    const trigger = engine(counting({ ...MANY, states: ['ready'], value: 1 }));
    trigger.center.hasRoster = true;
    const [item] = await itemsOf(trigger, [[paused('1')], [ready, agent('3', 'offline')]]);
    expect(item?.counts).toMatchObject({ ready: 1, paused: null, percentPaused: null, offline: 1 });
  });

  test.each([
    ['2 agents paused for 3 min, limit at least 2', MANY],
    ['66.7 % paused for 3 min, limit at least 50 %', { ...MANY, measure: 'percent', value: 50 }],
    [
      '1 agent ready for 3 min, limit at most 1',
      { states: ['ready'], comparison: 'atMost', value: 1 },
    ],
  ])('that lasts is told with its time: %s', async (title, row) => {
    const trigger = engine(counting({ ...row, forMinutes: 3 }));
    const [item] = await itemsOf(trigger, [[ready, agent('3', 'ready')], all, all, all, all]);
    expect(item?.title).toBe(title);
  });

  test.each([
    [4, null, null],
    [5, '5 calls waiting, limit at least 5', 'calls'],
  ])('of %i calls waiting is told: %s', async (calls, title, unit) => {
    const row = { measure: 'callsWaiting', comparison: 'atLeast', value: 5, forMinutes: 0 };
    const trigger = engine(counting(row));
    await itemsOf(trigger, [[ready]]);
    trigger.center.callsWaiting = calls;
    const [item] = await itemsOf(trigger, [[ready]], 1);
    expect([item?.title ?? null, item?.unit ?? null]).toEqual([title, unit]);
  });

  test('of one call waiting is told in the singular', async () => {
    const row = { measure: 'callsWaiting', comparison: 'atLeast', value: 1, forMinutes: 0 };
    const trigger = engine(counting(row));
    await itemsOf(trigger, [[ready]]);
    trigger.center.callsWaiting = 1;
    const [item] = await itemsOf(trigger, [[ready]], 1);
    expect(item?.title).toBe('1 call waiting, limit at least 1');
  });

  test('is told again in words that say so', async () => {
    const trigger = engine({ ...counting(MANY), options: { repeatEvery: 2 } });
    const [item] = await itemsOf(trigger, [[ready], all, all, all]);
    expect(item).toMatchObject({
      event: 'repeated',
      title: 'Still 2 agents paused for 2 min, limit at least 2',
      message: '2 agents paused for 2 min. The limit is at least 2.',
    });
  });

  test.each([
    ['leftState', {}, [[ready]], '0 agents paused. That is within the limit again.'],
    [
      'nobodyLoggedIn',
      {},
      [[agent('1102', 'offline')]],
      'Not counted now. Too few agents are logged in to count them.',
    ],
    [
      'outOfScope',
      { filters: { activeHours: { hours: { from: '10:00', to: '11:00' } } } },
      [all],
      '2 agents paused. The active hours are over.',
    ],
    [
      'ruleChanged',
      { countLimits: { rows: [{ ...MANY, value: 3 }] } },
      [all],
      '2 agents paused. That is within the new limit.',
    ],
    [
      'ruleRemoved',
      { countLimits: { rows: [{ ...MANY, states: ['busy'] }] } },
      [all],
      'Not counted now. This is no longer watched.',
    ],
  ])('is told why it is over: %s', async (resolveReason, edit, floors, words) => {
    const trigger = engine(counting(MANY));
    await itemsOf(trigger, [[ready], all, all]);
    trigger.change({ ...counting(MANY), ...edit });
    expect(await itemsOf(trigger, floors, 3)).toMatchObject([
      {
        event: 'resolved',
        resolveReason,
        title: 'Over after 2 min: at least 2 agents paused',
        message: `${words} The alert "at least 2 agents paused" is over after 2 min.`,
      },
    ]);
  });

  test('that nobody could see the end of is told so', async () => {
    const trigger = engine(counting(MANY));
    await itemsOf(trigger, [[ready], all, all]);
    const [item] = await itemsOf(trigger, [[ready]], 30);
    expect(item?.message).toBe(
      '0 agents paused. It ended while nobody could look. The alert "at least 2 agents paused" is over after 1 min.',
    );
  });

  test('whose rule is gone is told by what its ID says', async () => {
    const row = { ...MANY, measure: 'percent', states: ['wrapUp', 'paused'], value: 50 };
    const trigger = engine(counting(row));
    await itemsOf(trigger, [[ready], all]);
    trigger.change(counting({ ...MANY, states: ['busy'] }));
    const [item] = await itemsOf(trigger, [all], 2);
    expect(item).toMatchObject({
      title: 'Over after 1 min: at least 50 % in wrap-up or paused',
      value: null,
      unit: 'percent',
      rule: { measure: 'percent', comparison: 'atLeast', states: ['wrapUp', 'paused'] },
    });
  });
});
