import { FixedOffsetZone, IANAZone } from 'luxon';
import { eventsByAgent } from '../../nodes/KoreAi/activity';
import { reasonOf, stateOf } from '../../nodes/KoreAi/agents';
import {
  needsDayBefore,
  openSegment,
  sinceWhen,
  toSegments,
  type Segment,
} from '../../nodes/KoreAi/segments';
import {
  daysOf,
  dayBefore,
  readEventTime,
  readTime,
  timeZoneOffset,
} from '../../nodes/KoreAi/time';
import { timed } from '../../nodes/shared/http/timed';

const UTC = FixedOffsetZone.utcInstance;
const NEW_YORK = IANAZone.create('America/New_York');

describe('the state', () => {
  test.each([
    ['AVAILABLE', 'AVAILABLE', 'ready', null],
    ['AVAILABLE', 'Front desk', 'ready', null],
    ['BUSY', 'BUSY', 'busy', null],
    ['BUSY', 'Busy', 'busy', null],
    ['BUSY', 'System Busy', 'busy', null],
    ['BUSY', 'SYSTEM_BUSY', 'busy', null],
    ['BUSY', null, 'busy', null],
    ['BUSY', 'NBK', 'paused', 'NBK'],
    ['AWAY', 'AWAY', 'paused', null],
    ['AWAY', 'System Away', 'paused', null],
    ['AWAY', null, 'paused', null],
    ['AWAY', 'Lunch', 'paused', 'Lunch'],
    ['away', 'Lunch', 'paused', 'Lunch'],
    ['OFFLINE', 'OFFLINE', 'offline', null],
    ['OFFLINE', 'Gone home', 'offline', null],
    ['BREAK', 'Tea', 'unknown', null],
    ['', null, 'unknown', null],
    [null, null, 'unknown', null],
    [null, 'Lunch', 'unknown', null],
  ] as const)('of %s, %s is %s (%s)', (primary, secondary, state, reason) => {
    expect([stateOf(primary, secondary), reasonOf(primary, secondary)]).toEqual([state, reason]);
  });
});

/** A segment from minute to minute after midnight; without an end, it lasts. */
const segment = (from: number, to: number | null, secondary = 'AWAY'): Segment => ({
  primary: 'AWAY',
  secondary,
  from: from * 60_000,
  to: to === null ? null : to * 60_000,
});

describe('since when', () => {
  const since = (...segments: Segment[]) => {
    const open = openSegment(segments);
    return open && sinceWhen(segments, open) / 60_000;
  };

  test.each([
    ['nothing', [], undefined],
    ['no open segment', [segment(1, 2)], undefined],
    ['one segment', [segment(1, null)], 1],
    ['adjacent ones', [segment(1, 2), segment(2, 3), segment(3, null)], 1],
    ['ones that differ in case', [segment(1, 2, 'away'), segment(2, null)], 1],
    ['ones with a gap of less than a minute', [segment(1, 2), segment(2.99, null)], 1],
    ['ones with a gap of a minute', [segment(1, 2), segment(3, null)], 3],
    ['ones of another status', [segment(1, 2), segment(2, 3, 'Lunch'), segment(3, null)], 3],
    ['ones that overlap', [segment(1, 4), segment(3, null)], 1],
    ['two open ones', [segment(1, null), segment(5, null)], 5],
  ] as const)('of %s', (_, segments, minute) => {
    expect(since(...segments)).toBe(minute);
  });

  test.each([
    ['nothing', [], true],
    ['no open segment', [segment(1, 2)], true],
    ['one that begins at midnight', [segment(0, null)], true],
    ['one that begins within a minute', [segment(0.9, null)], true],
    ['one that begins later', [segment(1, null)], false],
    ['one that began yesterday', [segment(-1, null)], false],
    ['ones that go back to midnight', [segment(0, 5), segment(5, null)], true],
  ] as const)('yesterday is needed with %s', (_, segments, needed) => {
    expect(needsDayBefore(segments, 0)).toBe(needed);
  });
});

describe('segments', () => {
  const record = (startTime: string, endTime: string | null) => ({
    primaryStatus: 'Away',
    secondaryStatus: 'Lunch',
    startTime,
    endTime,
  });

  test('come sorted, and once each', () => {
    const [late, early] = [
      record('2026-01-05T09:00:00', '-'),
      record('2026-01-04T09:00:00', '2026-01-05T09:00:00'),
    ];
    expect(toSegments([late, early, early, late], UTC)).toEqual([
      {
        primary: 'AWAY',
        secondary: 'Lunch',
        from: Date.UTC(2026, 0, 4, 9),
        to: Date.UTC(2026, 0, 5, 9),
      },
      { primary: 'AWAY', secondary: 'Lunch', from: Date.UTC(2026, 0, 5, 9), to: null },
    ]);
  });

  test('without an end last', () => {
    expect(toSegments([record('2026-01-05T09:00:00', null)], UTC)).toMatchObject([{ to: null }]);
  });

  test('with a time that is none are refused', () => {
    expect(() => toSegments([record('-', '-')], UTC)).toThrow('A time in what Kore.ai sent');
  });
});

describe('times', () => {
  test('without a zone are in the one given, with one in their own', () => {
    expect(readTime('2026-01-05T09:00:00', UTC)).toBe(Date.UTC(2026, 0, 5, 9));
    expect(readTime('2026-01-05T09:00:00', NEW_YORK)).toBe(Date.UTC(2026, 0, 5, 14));
    expect(readTime('2026-01-05T09:00:00Z', NEW_YORK)).toBe(Date.UTC(2026, 0, 5, 9));
  });

  test.each([
    ['10/20/2020 2:13:12', Date.UTC(2020, 9, 20, 2, 13, 12)],
    ['10/20/2020 02:13:12', Date.UTC(2020, 9, 20, 2, 13, 12)],
    ['1/5/2026 14:00:00', Date.UTC(2026, 0, 5, 14)],
    ['20/10/2020 02:13:12', NaN],
    ['soon', NaN],
  ])('of an event: %s', (text, ms) => {
    expect(readEventTime(text)).toBe(ms);
  });

  test.each([
    ['2026-01-05', UTC, 0],
    ['2026-01-05', NEW_YORK, 300],
    ['2026-07-05', NEW_YORK, 240],
    ['2026-01-05', IANAZone.create('Asia/Kolkata'), -330],
  ])('the offset of %s', (day, zone, minutes) => {
    expect(timeZoneOffset(day, zone)).toBe(minutes);
  });

  test('days of a window', () => {
    const window = { from: Date.UTC(2026, 1, 27, 23), to: Date.UTC(2026, 2, 1) };
    expect(daysOf(window, UTC)).toEqual(['2026-02-27', '2026-02-28']);
    expect(daysOf({ ...window, to: window.to + 1 }, UTC)).toContain('2026-03-01');
    expect(daysOf(window, IANAZone.create('Asia/Kolkata'))).toEqual(['2026-02-28', '2026-03-01']);
    expect(dayBefore('2026-03-01')).toBe('2026-02-28');
  });
});

describe('the difference of the clocks', () => {
  const offset = (date: unknown, ms: number) =>
    timed(null, { status: 200, headers: { date } as never, receivedAt: ms }).clockOffset;
  const AT = Date.UTC(2026, 0, 5, 9);
  const DATE = 'Mon, 05 Jan 2026 09:00:00 GMT';

  test.each([
    ['n8n ahead', DATE, AT + 5_000, 5_000],
    ['n8n behind', DATE, AT - 3600_000, -3600_000],
    ['less than 5 s', DATE, AT + 4_999, 0],
    ['no header', undefined, AT, 0],
    ['a header that is no date', 'soon', AT, 0],
  ])('%s', (_, date, receivedAt, expected) => {
    expect(offset(date, receivedAt)).toBe(expected);
  });
});

test('change events are kept by agent, whatever the agent is called', () => {
  const event = (agentId: string, minute: number) => ({
    agentId,
    eventTime: `1/5/2026 9:0${minute}:00`,
    activity: 'STATUS_CHANGED',
    reasonCode: null,
  });
  const names = ['constructor', '__proto__', 'a-1'];
  const records = names.flatMap((name) => [event(name, 2), event(name, 1)]);
  const both = ['2026-01-05T09:01:00Z', '2026-01-05T09:02:00Z'];
  const found = Object.entries(eventsByAgent(records, 0));
  expect(found.map(([name, list]) => [name, list.map(({ at }) => at)])).toEqual(
    names.map((name) => [name, both]),
  );
});
