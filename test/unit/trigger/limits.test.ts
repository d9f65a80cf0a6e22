import { agent, at, everyMinute, paused, watch, words } from '../../support/floor';

test('a code that has a limit in some states has none of its own in others', () => {
  const rows = [
    { states: ['paused'], minutes: 10 },
    { states: ['paused', 'wrapUp'], reasons: 'LUNCH', minutes: 60 },
  ];
  const trigger = watch({ rows });
  expect(everyMinute(trigger, 0, 12, paused('1', 'LUNCH'))).toEqual(['10: fired 1']);
});

test('a code is the same with spaces around it, and in another case', () => {
  const trigger = watch({ rows: [{ reasons: ' Lunch', minutes: 10 }] });
  expect(everyMinute(trigger, 0, 12, paused('1', 'LUNCH '))).toEqual(['10: fired 1']);
});

describe('a rule that was taken away', () => {
  test('is told by its ID, also where its pause code has a colon', () => {
    const trigger = watch({ rows: [{ reasons: 'A:B', minutes: 1 }] });
    everyMinute(trigger, 0, 1, paused('1', 'A:B'));
    trigger.change({ rows: [{ minutes: 90 }] });
    const [resolved] = trigger.see(at(2), paused('1', 'A:B'));
    expect(resolved).toMatchObject({
      reason: 'ruleRemoved',
      rule: { states: ['paused'], code: 'a:b', codeName: 'a:b' },
    });
  });

  test('of calls waiting is told as what it was', () => {
    const calls = { measure: 'callsWaiting', comparison: 'atMost', value: 1, forMinutes: 0 };
    const trigger = watch({ counts: [calls] });
    trigger.look(at(0), [agent('1', 'ready')], 5);
    trigger.look(at(1), [agent('1', 'ready')], 1);
    trigger.change({ counts: [{ value: 9 }] });
    expect(trigger.look(at(2), [agent('1', 'ready')], 1)).toMatchObject([
      {
        reason: 'ruleRemoved',
        rule: { measure: 'callsWaiting', comparison: 'atMost', states: [] },
      },
    ]);
  });

  test('has nothing to tell where it had no alert', () => {
    const trigger = watch({ counts: [{ value: 0 }] });
    trigger.look(at(0), [agent('1', 'ready')]);
    trigger.change({ counts: [{ states: ['busy'], comparison: 'atLeast', value: 9 }] });
    expect(trigger.look(at(1), [agent('1', 'ready')])).toEqual([]);
  });
});

describe('while an agent is in an unknown state', () => {
  const TEN = [{ minutes: 10 }];
  const firing = () => {
    const trigger = watch({ rows: TEN });
    everyMinute(trigger, 0, 12, paused('1'));
    return trigger;
  };

  test('an edit ends nothing: whether the alert is still right shows when the state is known', () => {
    const trigger = firing();
    trigger.change({ rows: [{ minutes: 30 }] });
    expect(words(trigger.see(at(13), agent('1', 'unknown')))).toEqual([]);
    expect(words(trigger.see(at(14), paused('1')))).toEqual(['resolved 1 ruleChanged']);
  });

  test('leaving the scope ends it', () => {
    const trigger = firing();
    trigger.change({ inScope: () => false });
    expect(words(trigger.see(at(13), agent('1', 'unknown')))).toEqual(['resolved 1 outOfScope']);
  });
});

describe('an alert with two limits', () => {
  const TWO = [{ minutes: 2 }, { minutes: 4, severity: 'critical' }];

  test('that lasts is told again with the one it has reached', () => {
    const trigger = watch({ rows: TWO, repeatMs: 60_000 });
    everyMinute(trigger, 0, 4, paused('1'));
    const [repeated] = trigger.see(at(5), paused('1'));
    expect(repeated).toMatchObject({ event: 'repeated', alert: { limit: 240_000 } });
  });

  test('of which the one it has reached was taken away goes on with that one', () => {
    const trigger = watch({ rows: TWO, repeatMs: 60_000 });
    everyMinute(trigger, 0, 4, paused('1'));
    trigger.change({ rows: [{ minutes: 1 }] });
    const [repeated] = trigger.see(at(5), paused('1'));
    expect(repeated?.alert).toMatchObject({ severity: 'critical', limit: 240_000 });
  });

  test('is told as graver after the one that is over', () => {
    const trigger = watch({ rows: TWO });
    everyMinute(trigger, 0, 3, paused('1'), paused('2'));
    expect(words(trigger.see(at(4), paused('1'), agent('2', 'ready')))).toEqual([
      'resolved 2 leftState',
      'escalated 1',
    ]);
  });
});
