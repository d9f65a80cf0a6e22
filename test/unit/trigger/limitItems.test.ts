import type { IDataObject } from 'n8n-workflow';
import { engine, itemsOf, onOwnClock } from '../../support/engine';
import { agent, at, paused, since } from '../../support/floor';

onOwnClock();

const SOURCE = 'test:server';
const TWO = {
  events: ['stateTooLong'],
  timeLimits: { rows: [{ minutes: 2 }, { minutes: 4, severity: 'critical' }] },
};
const CALL = {
  callId: 'V1',
  leadId: '7',
  leadCode: 'CRM-1',
  phone: '3125550001',
  campaign: 'SALES',
  seconds: 9,
};
const maria = (fields = {}) => paused('1101', 'BREAK', { agentName: 'Maria Lopez', ...fields });
const ready = agent('1102', 'ready');

describe('an agent who is in a state too long', () => {
  test('is told in full', async () => {
    const [item] = await itemsOf(engine(TWO), [[ready], [maria()], [maria()], [maria()]]);
    expect(item).toEqual({
      event: 'fired',
      testEvent: false,
      title: 'Maria Lopez paused (BREAK) for 2 min, limit 2 min',
      message: 'Maria Lopez (1101) has been paused (BREAK) for 2 min. The limit is 2 min.',
      severity: 'warning',
      durationText: '2 min',
      value: 120,
      threshold: 120,
      unit: 'seconds',
      since: '2026-01-05T09:01:00Z',
      sinceSource: 'observed',
      sinceUncertaintySeconds: 60,
      unseenSeconds: 0,
      resolveReason: null,
      rule: {
        id: 'stateTooLong:paused',
        type: 'stateTooLong',
        states: ['paused'],
        pauseCode: null,
        limitMinutes: 2,
      },
      change: null,
      agent: {
        agentId: '1101',
        agentName: 'Maria Lopez',
        state: 'paused',
        reason: 'BREAK',
        callsToday: 0,
        vendorStatus: null,
        vendorSubStatus: null,
        routable: null,
        stateSince: '2026-01-05T09:01:00Z',
        secondsInState: 120,
        stateSinceSource: 'observed',
        stateSinceUncertaintySeconds: 60,
        teams: { campaign: null, userGroup: null, departments: [], queues: [] },
        call: null,
        email: null,
        session: null,
        vendor: 'test',
        source: SOURCE,
        observedAt: '2026-01-05T09:03:00Z',
      },
      counts: null,
      failure: null,
      alertKey: `${SOURCE}/stateTooLong:paused/1101`,
      alertId: `${SOURCE}/stateTooLong:paused/1101@${at(1) / 1000}`,
      at: '2026-01-05T09:03:00Z',
    });
  });

  const fire = async (parameters: object = TWO, one = maria()) => {
    const trigger = engine(parameters);
    await itemsOf(trigger, [[ready], [one], [one], [one]]);
    return trigger;
  };

  test('is told again in words that say so', async () => {
    const trigger = await fire({ ...TWO, options: { repeatEvery: 1 } });
    expect(await itemsOf(trigger, [[maria()]], 4)).toMatchObject([
      {
        event: 'repeated',
        title: 'Maria Lopez still paused (BREAK) for 3 min, limit 2 min',
        message: 'Maria Lopez (1101) has been paused (BREAK) for 3 min. The limit is 2 min.',
      },
    ]);
  });

  test('that may have begun long before is told as at least so long', async () => {
    const trigger = engine(TWO);
    await itemsOf(trigger, [[ready]]);
    await itemsOf(trigger, [[maria()]], 4);
    expect(await itemsOf(trigger, [[maria()]], 6)).toMatchObject([
      {
        title: 'Maria Lopez paused (BREAK) for at least 2 min, limit 2 min',
        sinceUncertaintySeconds: 240,
      },
    ]);
  });

  test('that may have begun up to as long before is told as it was seen', async () => {
    const trigger = engine(TWO);
    await itemsOf(trigger, [[ready]]);
    await itemsOf(trigger, [[maria()]], 2);
    expect(await itemsOf(trigger, [[maria()]], 4)).toMatchObject([
      { title: 'Maria Lopez paused (BREAK) for 2 min, limit 2 min', sinceUncertaintySeconds: 120 },
    ]);
  });

  test('never was unseen for longer than it lasts', async () => {
    const trigger = engine(TWO);
    await itemsOf(trigger, [[ready], [maria()]]);
    expect(await itemsOf(trigger, [[maria(since(at(9)))]], 12)).toMatchObject([
      { event: 'fired', since: '2026-01-05T09:09:00Z', value: 180, unseenSeconds: 180 },
    ]);
  });

  test('escalates with the limit it has reached', async () => {
    const trigger = await fire();
    expect(await itemsOf(trigger, [[maria()], [maria()]], 4)).toMatchObject([
      { event: 'escalated', severity: 'critical', threshold: 240, rule: { limitMinutes: 4 } },
    ]);
  });

  test.each([
    ['leftState', [[agent('1101', 'ready')]], 'is no longer paused (BREAK). It took 3 min'],
    [
      'codeChanged',
      [[paused('1101', 'LUNCH')]],
      'changed the pause code and is no longer paused (BREAK). It took 3 min',
    ],
    [
      'loggedOut',
      [[agent('1101', 'offline')]],
      'logged out and is no longer paused (BREAK). It took 3 min',
    ],
    [
      'outOfScope',
      [[maria({ teams: { campaign: 'B', userGroup: null, departments: [], queues: [] } })]],
      'is no longer watched, and was paused (BREAK). It took 3 min',
    ],
  ])('is told why it is over: %s', async (resolveReason, floors, words) => {
    const teams = { campaign: 'A', userGroup: null, departments: [], queues: [] };
    const rows = [{ minutes: 2 }, { reasons: 'LUNCH', minutes: 99 }];
    const parameters = { ...TWO, timeLimits: { rows }, filters: { campaigns: 'A' } };
    const inCampaign = (each: ReturnType<typeof agent>) =>
      each.teams.campaign === null ? { ...each, teams } : each;
    const trigger = await fire(parameters, maria({ teams }));
    const items = await itemsOf(
      trigger,
      floors.map((floor) => floor.map(inCampaign)),
      4,
    );
    expect(items).toMatchObject([
      {
        event: 'resolved',
        resolveReason,
        title: 'Maria Lopez no longer paused (BREAK) after 3 min',
        message: `Maria Lopez (1101) ${words}; the limit is 2 min.`,
        agent: { agentId: '1101' },
      },
    ]);
  });

  test.each([
    ['ruleChanged', { minutes: 9 }, 'is within the new limit, and was paused (BREAK)'],
    [
      'ruleRemoved',
      { states: ['busy'], minutes: 9 },
      'is no longer watched for this, and was paused (BREAK)',
    ],
  ])('is told why it is over after an edit: %s', async (resolveReason, row, words) => {
    const trigger = await fire();
    trigger.change({ ...TWO, timeLimits: { rows: [row] } });
    const [item] = await itemsOf(trigger, [[maria()]], 4);
    expect(item).toMatchObject({
      resolveReason,
      message: `Maria Lopez (1101) ${words}. It took 3 min; the limit is 2 min.`,
      rule: { id: 'stateTooLong:paused', states: ['paused'] },
      agent: { agentId: '1101', state: 'paused' },
    });
  });

  test('who was not seen for long was so for at least as long as was seen', async () => {
    const trigger = await fire();
    const [item] = await itemsOf(trigger, [[agent('1101', 'ready')]], 30);
    expect(item).toMatchObject({
      resolveReason: 'unseen',
      at: '2026-01-05T09:03:00Z',
      title: 'Maria Lopez no longer paused (BREAK) after at least 2 min',
      message:
        'Maria Lopez (1101) was not seen for a while, and before that was paused (BREAK). It took at least 2 min; the limit is 2 min.',
    });
  });

  test('who is gone is offline since the log-out, and nothing more is known', async () => {
    const trigger = await fire();
    const [item] = await itemsOf(trigger, [[ready], [ready]], 4);
    expect(item).toMatchObject({
      resolveReason: 'loggedOut',
      at: '2026-01-05T09:04:00Z',
      agent: {
        agentId: '1101',
        agentName: 'Maria Lopez',
        state: 'offline',
        routable: false,
        stateSince: '2026-01-05T09:04:00Z',
        stateSinceSource: 'observed',
        stateSinceUncertaintySeconds: null,
        reason: null,
        email: null,
        call: null,
        callsToday: null,
        session: null,
        vendor: 'test',
        source: SOURCE,
        teams: { campaign: null, userGroup: null, departments: [], queues: [] },
        observedAt: '2026-01-05T09:04:00Z',
      },
    });
  });

  test('who is gone when the rule is taken away is in no state that is known', async () => {
    const trigger = await fire();
    trigger.change({ ...TWO, timeLimits: { rows: [{ states: ['busy'] }] } });
    const [item] = await itemsOf(trigger, [[ready]], 4);
    expect(item).toMatchObject({
      resolveReason: 'ruleRemoved',
      agent: { state: 'unknown', routable: null, stateSince: null, stateSinceSource: null },
    });
  });

  test('from before the first look was so for at least that long', async () => {
    const [item] = await itemsOf(engine(TWO), [[maria()], [maria()], [maria()]]);
    expect(item).toMatchObject({
      title: 'Maria Lopez paused (BREAK) for at least 2 min, limit 2 min',
      sinceUncertaintySeconds: null,
    });
  });

  test('by the vendor’s time was so for exactly that long', async () => {
    const one = maria(since(at(-1)));
    const [told] = await itemsOf(engine(TWO), [[one], [one]]);
    expect(told).toMatchObject({
      title: 'Maria Lopez paused (BREAK) for 2 min, limit 2 min',
      sinceSource: 'vendor',
      sinceUncertaintySeconds: 0,
    });
  });

  test('is told without a code where there is none, and by ID where there is no name', async () => {
    const one = paused('1101', null, { agentName: null });
    const [item] = await itemsOf(engine(TWO), [[ready], [one], [one], [one]]);
    expect(item).toMatchObject({
      title: '1101 paused for 2 min, limit 2 min',
      message: '1101 has been paused for 2 min. The limit is 2 min.',
    });
  });

  test('of several states is told in the one that it is in, and at its end in all', async () => {
    const rows = [{ states: ['paused', 'wrapUp'], minutes: 2 }];
    const trigger = engine({ ...TWO, timeLimits: { rows } });
    const one = agent('1101', 'wrapUp');
    const [fired] = await itemsOf(trigger, [[ready], [one], [one], [one]]);
    expect(fired?.title).toBe('Agent 1101 in wrap-up for 2 min, limit 2 min');
    const [resolved] = await itemsOf(trigger, [[agent('1101', 'ready')]], 4);
    expect(resolved?.title).toBe('Agent 1101 no longer paused or in wrap-up after 3 min');
  });

  test('has the pause code of its limit as the user wrote it', async () => {
    const rows = [{ reasons: ' Lunch ', minutes: 2 }];
    const one = paused('1101', 'LUNCH');
    const floors = [[ready], [one], [one], [one]];
    const [item] = await itemsOf(engine({ ...TWO, timeLimits: { rows } }), floors);
    expect(item).toMatchObject({
      rule: { id: 'stateTooLong:paused:lunch', pauseCode: 'Lunch' },
      alertKey: `${SOURCE}/stateTooLong:paused:lunch/1101`,
    });
  });
});

describe('personal data', () => {
  const inCall = agent('1101', 'busy', { call: CALL, raw: { secret: 1 } });
  const busy = { ...TWO, timeLimits: { rows: [{ states: ['busy'], minutes: 1 }] } };
  const shown = async (options: object) => {
    const trigger = engine({ ...busy, options }, { nodeId: JSON.stringify(options) });
    const [item] = await itemsOf(trigger, [[ready], [inCall], [inCall]]);
    return item?.agent as IDataObject;
  };

  test('is left out: of the call only the campaign is told, and nothing raw', async () => {
    const told = await shown({ simplify: false });
    expect(told.call).toEqual({
      callId: null,
      leadId: null,
      leadCode: null,
      phone: null,
      campaign: 'SALES',
      seconds: null,
    });
    expect(told).not.toHaveProperty('raw');
  });

  test('is told where it is wanted, and the raw record too without Simplify', async () => {
    expect(await shown({ includePersonalData: true, simplify: false })).toMatchObject({
      call: CALL,
      raw: { secret: 1 },
    });
    expect(await shown({ includePersonalData: true })).not.toHaveProperty('raw');
  });
});
