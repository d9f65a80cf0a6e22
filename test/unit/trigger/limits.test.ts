import { agent, at, everyMinute, paused, watch, words } from '../../support/floor';

test('a code that has a limit in some states has none of its own in others', () => {
  const rows = [
    { states: ['paused'], minutes: 10 },
    { states: ['paused', 'wrapUp'], reasons: 'LUNCH', minutes: 60 },
  ];
  const trigger = watch({ rows });
  expect(everyMinute(trigger, 0, 12, paused('1', 'LUNCH'))).toEqual(['10: fired 1']);
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
});
