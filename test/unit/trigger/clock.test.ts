import { EMPTY_MEMORY, type Memory } from '../../../nodes/shared/trigger/memory';
import { isLongGap, onClock, polled } from '../../../nodes/shared/trigger/timing';
import { agent, at, everyMinute, MINUTE, watch } from '../../support/floor';

const ALERT = {
  start: at(2),
  startSource: 'observed',
  uncertainty: 60,
  idStart: at(2) / 1000,
  limit: 600_000,
  severity: 'warning',
  silent: false,
  toldAt: at(9),
} as const;

/** Everything that can be remembered, ten minutes after the start. */
const MEMORY: Memory = {
  polledAt: at(10),
  goodAt: at(9),
  rhythm: [MINUTE, MINUTE],
  outage: { since: at(8), idStart: at(8) / 1000, polls: 2, told: null },
  beatAt: at(5),
  roster: ['1'],
  doubt: { since: at(7), gapFrom: at(3), polls: 1 },
  tracks: {
    paused: new Map([
      [
        '1',
        {
          start: at(1),
          startSource: 'vendor',
          uncertainty: 0,
          state: 'paused',
          code: 'tea',
          codeStart: at(2),
          otherStart: at(3),
          vendorSince: at(4),
          callsToday: 5,
          absentSince: at(6),
          gapFrom: at(7),
          unseen: 60,
        },
      ],
    ]),
  },
  alerts: {
    'rule/1': { ...ALERT, ruleId: 'rule', agentId: '1', agentName: null, code: '' },
  },
  counts: {
    rule: {
      pending: { warning: { since: at(3), uncertainty: 60, limit: 5, times: 2 } },
      alert: { ...ALERT, clearAt: null },
    },
  },
  present: new Map([
    [
      '1',
      {
        start: at(4),
        startSource: 'observed',
        uncertainty: 60,
        agentId: '1',
        agentName: null,
        state: 'paused',
        inScope: true,
        absentSince: at(9),
        isStale: false,
      },
    ],
  ]),
  apart: ['ready', 'paused'],
};

describe('a clock that is set back', () => {
  test('leaves everything as long ago as it was at the last poll', () => {
    const moved = onClock(MEMORY, at(-50));
    const { counts, present, tracks, alerts } = moved;
    expect(moved).toMatchObject({
      polledAt: at(-50),
      goodAt: at(-51),
      outage: { since: at(-52) },
      beatAt: at(-55),
      doubt: { since: at(-53), gapFrom: at(-57) },
    });
    expect(tracks.paused?.get('1')).toMatchObject({
      start: at(-59),
      codeStart: at(-58),
      otherStart: at(-57),
      vendorSince: at(-56),
      absentSince: at(-54),
      gapFrom: at(-53),
    });
    expect(alerts['rule/1']).toMatchObject({ start: at(-58), toldAt: at(-51) });
    expect(counts.rule).toMatchObject({
      pending: { warning: { since: at(-57) } },
      alert: { start: at(-58), toldAt: at(-51) },
    });
    expect(present?.get('1')).toMatchObject({ start: at(-56), absentSince: at(-51) });
  });

  test('changes nothing that is no moment: durations, counts, and the starts in IDs', () => {
    const moved = onClock(MEMORY, at(-50));
    expect(moved.rhythm).toEqual([MINUTE, MINUTE]);
    expect(moved.outage).toMatchObject({ idStart: at(8) / 1000, polls: 2 });
    expect(moved.tracks.paused?.get('1')).toMatchObject({
      uncertainty: 0,
      callsToday: 5,
      unseen: 60,
    });
    expect(moved.alerts['rule/1']).toMatchObject({ idStart: at(2) / 1000, limit: 600_000 });
    expect(moved.counts.rule?.pending.warning).toMatchObject({ limit: 5, times: 2 });
  });

  test('that goes on changes nothing at all', () => {
    expect(onClock(MEMORY, at(11))).toBe(MEMORY);
  });
});

test('the rhythm is that of the last three polls', () => {
  const after = [0, 1, 3, 6].reduce((memory, minute) => polled(memory, at(minute)), EMPTY_MEMORY);
  expect(after.rhythm).toEqual([2 * MINUTE, 3 * MINUTE]);
});

test.each([
  ['five minutes', [MINUTE, MINUTE], 5, false],
  ['more than five minutes', [MINUTE, MINUTE], 5.01, true],
  ['three times the rhythm', [60 * MINUTE, 60 * MINUTE], 180, false],
  ['more than that', [60 * MINUTE, 60 * MINUTE], 181, true],
  ['an hour in a rhythm that was once an hour', [60 * MINUTE, MINUTE], 60, true],
  ['an hour before there is a rhythm', [], 60, true],
])('a gap of %s, with the rhythm %j, is long: %s', (_name, rhythm, minutes, expected) => {
  expect(isLongGap({ ...EMPTY_MEMORY, rhythm }, minutes * MINUTE)).toBe(expected);
});

test.each([
  ['two minutes', 2, 0],
  ['more than two minutes', 2.1, 126],
])('with polls every minute, a look after %s is told as unseen: %i s', (_name, minute, unseen) => {
  const trigger = watch({ changes: [{}] });
  everyMinute(trigger, -2, 0, agent('1', 'ready'));
  const [changed] = trigger.look(at(minute), [agent('1', 'busy')]);
  expect(changed).toMatchObject({ event: 'changed', unseenSeconds: unseen });
});
