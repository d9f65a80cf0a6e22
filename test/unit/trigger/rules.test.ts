import { timeLimitsFrom } from '../../../nodes/shared/trigger/rules/timeLimits';
import { agent, at, everyMinute, paused, since, watch, words } from '../../support/floor';

const TEN = [{ states: ['paused'], minutes: 10 }];
const ready = (id: string) => agent(id, 'ready');

describe('a row', () => {
  test('of several codes is a rule for each', () => {
    expect(timeLimitsFrom([{ reasons: 'BREAK, Lunch' }]).map(({ id }) => id)).toEqual([
      'stateTooLong:paused:break',
      'stateTooLong:paused:lunch',
    ]);
  });

  test('of the same states in another order is the same rule', () => {
    const [first] = timeLimitsFrom([{ states: ['wrapUp', 'paused'] }]);
    const [second] = timeLimitsFrom([{ states: ['paused', 'wrapUp'], minutes: 3 }]);
    expect(first?.id).toBe(second?.id);
  });

  test('about other states has no codes', () => {
    expect(timeLimitsFrom([{ states: ['busy'], reasons: 'LUNCH' }])[0]?.code).toBe('');
  });

  test.each([
    ['no row at all', [], 'no row under "Time Limits"'],
    ['the same row twice', [{}, {}], 'Time limit 2 is there twice'],
    ['the same code twice', [{ reasons: 'A' }, { reasons: 'B,a' }], 'Time limit 2 is there twice'],
    ['no state', [{}, { states: [] }], 'Time limit 2 cannot be read: look at its states'],
    ['negative minutes', [{ minutes: -1 }], 'Time limit 1 cannot be read: look at its minutes'],
    ['text for minutes', [{ minutes: 'ten' }], 'look at its minutes'],
    ['an unknown severity', [{ severity: 'fatal' }], 'look at its severity'],
  ])('is refused with words that name it: %s', (_name, rows, words_) => {
    expect(() => timeLimitsFrom(rows)).toThrow(words_);
  });
});

describe('after an edit', () => {
  test('of the limit, an alert that is still over stays without a word', () => {
    const trigger = watch({ rows: TEN });
    everyMinute(trigger, 0, 12, paused('1'));
    trigger.change({ rows: [{ states: ['paused'], minutes: 5 }] });
    expect(everyMinute(trigger, 13, 14, paused('1'))).toEqual([]);
  });

  test('of the limit, one that is no longer over resolves as ruleChanged', () => {
    const trigger = watch({ rows: TEN });
    everyMinute(trigger, 0, 12, paused('1'));
    trigger.change({ rows: [{ states: ['paused'], minutes: 30 }] });
    expect(everyMinute(trigger, 13, 30, paused('1'))).toEqual([
      '13: resolved 1 ruleChanged',
      '30: fired 1',
    ]);
  });

  test('that takes the rule away, its alerts resolve as ruleRemoved', () => {
    const trigger = watch({ rows: TEN });
    everyMinute(trigger, 0, 12, paused('1'));
    trigger.change({ rows: [{ states: ['wrapUp'], minutes: 10 }] });
    expect(words(trigger.see(at(13), paused('1')))).toEqual(['resolved 1 ruleRemoved']);
  });

  test('that gives the code a row of its own, the old alert is codeChanged', () => {
    const trigger = watch({ rows: TEN });
    everyMinute(trigger, 0, 12, paused('1', 'TEA'));
    trigger.change({ rows: [...TEN, { reasons: 'TEA', minutes: 20 }] });
    expect(everyMinute(trigger, 13, 20, paused('1', 'TEA'))).toEqual([
      '13: resolved 1 codeChanged',
      '20: fired 1',
    ]);
  });
});

describe('filters', () => {
  const inScope = (each: ReturnType<typeof agent>) => each.teams.campaign !== 'TEST';
  const inTest = { teams: { campaign: 'TEST', userGroup: null, departments: [], queues: [] } };

  test('keep agents silent', () => {
    const trigger = watch({ rows: TEN, inScope });
    expect(everyMinute(trigger, 0, 12, paused('1', null, inTest), paused('2'))).toEqual([
      '10: fired 2',
    ]);
  });

  test('resolve an alert at once when the agent leaves their scope', () => {
    const trigger = watch({ rows: TEN, inScope });
    everyMinute(trigger, 0, 12, paused('1'));
    expect(words(trigger.see(at(13), paused('1', null, inTest)))).toEqual([
      'resolved 1 outOfScope',
    ]);
  });

  test('that are widened find the time already run', () => {
    const trigger = watch({ rows: TEN, inScope });
    everyMinute(trigger, 0, 12, paused('1', null, inTest));
    trigger.change({ inScope: () => true });
    expect(words(trigger.see(at(13), paused('1', null, inTest)))).toEqual(['fired 1']);
  });
});

test('a limit on several states runs on the unbroken time in any of them', () => {
  const trigger = watch({ rows: [{ states: ['paused', 'wrapUp'], minutes: 10 }] });
  everyMinute(trigger, 0, 5, paused('1'));
  expect(everyMinute(trigger, 6, 11, agent('1', 'wrapUp', since(at(6))))).toEqual(['10: fired 1']);
  expect(words(trigger.see(at(12), ready('1')))).toEqual(['resolved 1 leftState']);
});

test('rules on different states do not disturb each other', () => {
  const trigger = watch({ rows: [...TEN, { states: ['wrapUp'], minutes: 3 }] });
  everyMinute(trigger, 0, 5, paused('1'));
  expect(everyMinute(trigger, 6, 10, agent('1', 'wrapUp'))).toEqual(['9: fired 1']);
});
