import { takeOverClock } from '../support/clock';
import { judge } from './check';
import { compared } from './compare';
import { broken } from './invariants';
import { Reference } from './reference/store';
import type { Told } from './told';
import { byHand, quiet, someone, then } from './world/byHand';
import { T0, type History } from './world/history';
import { play } from './world/play';
import type { ChangeRow, CountRow, TimeRow } from './world/setup';

beforeEach(() => takeOverClock(T0));
afterEach(() => jest.useRealTimers());

const paused = (fields: Partial<TimeRow> = {}): TimeRow => ({
  kind: 'time',
  states: ['paused'],
  reasons: '',
  minutes: 2,
  severity: 'warning',
  ...fields,
});

const nobodyReady: CountRow = {
  kind: 'count',
  measure: 'agents',
  states: ['ready'],
  comparison: 'atMost',
  value: 0,
  forMinutes: 1,
  clearBy: 1,
  severity: 'warning',
};

const anyChange: ChangeRow = { kind: 'change', from: [], to: [] };

/** "minute: event key reason", of what the reference would tell. */
async function storyOf(history: History): Promise<string[]> {
  const reference = new Reference(history.scheduler, history.zone);
  return (await play(history)).flatMap((polled) => {
    const minute = (polled.begun - T0) / 60_000;
    const { entry } = reference.poll(polled);
    const told = (entry?.told ?? []).filter(({ silent, event }) => !silent && event !== 'kept');
    return told.map((each) => `${minute}: ${inShort(each)}`);
  });
}

const inShort = ({ event, key, reason, from, to, since }: Told) =>
  [
    event,
    key,
    ...(reason === null ? [] : [reason]),
    ...(from === null ? [] : [`${from} to ${to}`]),
    ...(since === null ? [] : [`since ${(since - T0 / 1000) / 60}`]),
  ].join(' ');

describe('by hand', () => {
  test.each<[string, History, string[]]>([
    [
      'an edit that needs states told apart which were not begins changes anew',
      byHand(
        [{ kind: 'change', from: ['paused'], to: ['offline'] }],
        [someone({ state: 'ready' })],
        [
          then(),
          then({
            edit: { edit: 'addRow', added: { kind: 'change', from: ['ready'], to: ['busy'] } },
            moves: [{ agent: 0, state: 'busy' }],
          }),
          then({ moves: [{ agent: 0, state: 'ready' }] }),
          then({ moves: [{ agent: 0, state: 'busy' }] }),
        ],
      ),
      ['3: changed stateChange:ready:busy/a1 ready to busy since 3'],
    ],
    [
      'a limit is reached so long after the first look at the state, and over when it is left',
      byHand(
        [paused()],
        [someone({ state: 'ready' })],
        [
          then(),
          then({ moves: [{ agent: 0, state: 'paused' }] }),
          ...quiet(3),
          then({ moves: [{ agent: 0, state: 'busy' }] }),
        ],
      ),
      [
        '3: fired stateTooLong:paused/a1 since 1',
        '5: resolved stateTooLong:paused/a1 leftState since 1',
      ],
    ],
    [
      'another pause code ends the limit of the first, and the one of the whole pause goes on',
      byHand(
        [paused({ reasons: 'LUNCH' }), paused({ reasons: '*', severity: 'critical' })],
        [someone({ reason: 'lunch' })],
        [...quiet(3), then({ moves: [{ agent: 0, reason: 'TEA' }] }), ...quiet(2)],
      ),
      [
        '2: fired stateTooLong:paused:lunch/a1 since 0',
        '2: fired stateTooLong:paused:*/a1 since 0',
        '3: resolved stateTooLong:paused:lunch/a1 codeChanged since 0',
      ],
    ],
    [
      'what the vendor dates is over at the first look, and silent; a graver limit is told',
      byHand(
        [paused(), paused({ minutes: 6, severity: 'critical' })],
        [someone({ since: 'truth', age: 240 })],
        [...quiet(3), then({ moves: [{ agent: 0, state: 'ready' }] })],
      ),
      [
        '2: fired stateTooLong:paused/a1 since -4',
        '3: resolved stateTooLong:paused/a1 leftState since -4',
      ],
    ],
    [
      'a count has to hold for its time, is left alone by the unknown, and is over at its clear value',
      byHand(
        [nobodyReady],
        [someone({ state: 'busy' }), someone({ state: 'busy' })],
        [
          ...quiet(2),
          then({ moves: [{ agent: 0, once: 'unknown' }] }),
          then({ moves: [{ agent: 0, state: 'ready' }] }),
        ],
      ),
      [
        '1: fired countLimit:agents:atMost:ready since 0',
        '3: resolved countLimit:agents:atMost:ready leftState since 0',
      ],
    ],
    [
      'a log-in is told at once, a log-out at the second look, dated at the first',
      byHand(
        [anyChange],
        [someone({ state: 'ready' }), someone({ listed: false })],
        [
          then(),
          then({ moves: [{ agent: 1, listed: true }] }),
          then({ moves: [{ agent: 0, once: 'absent' }] }),
          then({ moves: [{ agent: 1, listed: false }] }),
          then(),
        ],
      ),
      [
        '1: changed stateChange:any:any/a2 offline to paused since 1',
        '4: changed stateChange:any:any/a2 paused to offline since 3',
      ],
    ],
    [
      'an outage is told once, at the third bad poll, and its end',
      byHand(
        [],
        [],
        [then(), ...Array.from({ length: 4 }, () => then({ fault: 'timeout' })), then()],
        { sourceDown: true },
      ),
      ['3: sourceDown sourceDown since 1', '5: sourceRecovered sourceDown since 1'],
    ],
    [
      'after a long gap what is not true any more was over when nobody could look',
      byHand(
        [paused({ minutes: 1 })],
        [someone(), someone()],
        [...quiet(2), then({ after: 600, moves: [{ agent: 0, state: 'ready' }] }), then()],
      ),
      [
        '1: fired stateTooLong:paused/a1 since 0',
        '1: fired stateTooLong:paused/a2 since 0',
        '11: resolved stateTooLong:paused/a1 unseen since 0',
      ],
    ],
    [
      'an empty floor is believed at the third poll that agrees, and dated at the first',
      byHand(
        [paused({ minutes: 1 })],
        [someone()],
        [...quiet(2), then({ moves: [{ agent: 0, listed: false }] }), ...quiet(3)],
      ),
      [
        '1: fired stateTooLong:paused/a1 since 0',
        '4: resolved stateTooLong:paused/a1 loggedOut since 0',
      ],
    ],
    [
      'a restart forgets the time of what was not told yet, and nothing that was',
      byHand(
        [paused()],
        [someone(), someone({ state: 'ready' })],
        [
          ...quiet(3),
          then({ moves: [{ agent: 1, state: 'paused' }] }),
          then(),
          then({ process: 'restarts before' }),
          ...quiet(2),
        ],
      ),
      ['2: fired stateTooLong:paused/a1 since 0', '7: fired stateTooLong:paused/a2 since 5'],
    ],
    [
      'signs of life and repetitions come at their pace',
      byHand([paused({ minutes: 1 })], [someone()], quiet(6), {
        heartbeatEvery: 3,
        repeatEvery: 2,
      }),
      [
        '0: heartbeat heartbeat',
        '1: fired stateTooLong:paused/a1 since 0',
        '3: repeated stateTooLong:paused/a1 since 0',
        '3: heartbeat heartbeat',
        '5: repeated stateTooLong:paused/a1 since 0',
      ],
    ],
  ])('%s', async (_name, history, story) => {
    expect(await storyOf(history)).toEqual(story);
  });
});

const simple = byHand(
  [
    paused({ reasons: '*', minutes: 1 }),
    paused({ reasons: '*', minutes: 2, severity: 'critical' }),
  ],
  [someone(), someone({ state: 'ready' })],
  [...quiet(3), then({ moves: [{ agent: 0, state: 'ready' }] }), then()],
);

test('the trigger as it is passes', async () => {
  const { differences, broken: promises, played } = await judge(simple);
  expect([...differences, ...promises]).toEqual([]);
  expect(played.flatMap(({ given }) => given.items ?? []).map(({ event }) => event)).toEqual([
    'fired',
    'escalated',
    'resolved',
  ]);
});

describe('a trigger that tells something else is found', () => {
  type Items = Array<Record<string, unknown>>;
  const wrongs: Array<[string, (items: Items, poll: number) => Items]> = [
    ['nothing at all', () => []],
    ['everything twice', (items) => [...items, ...items]],
    ['the end again', (items, poll) => (poll === 4 ? [resolvedAt(3)] : items)],
    ['another severity', (items) => items.map((item) => ({ ...item, severity: 'info' }))],
    ['another start', (items) => items.map((item) => ({ ...item, since: '2026-01-05T08:59:59Z' }))],
    ['another alert', (items) => items.map((item) => ({ ...item, alertKey: 'one/x' }))],
    ['another reason', (items) => items.map((item) => ({ ...item, resolveReason: 'unseen' }))],
    ['another value', (items) => items.map((item) => ({ ...item, value: 1 }))],
    ['an empty execution', (items, poll) => (poll === 0 ? [] : items)],
  ];
  let all: Items[] = [];
  const resolvedAt = (poll: number) => all[poll]![0]!;

  test.each(wrongs)('%s', async (_name, wrong) => {
    const played = await play(simple);
    all = played.map(({ given }) => given.items ?? []);
    const reference = new Reference(simple.scheduler, simple.zone);
    const found = played.flatMap((polled, poll) => {
      const items = wrong(all[poll]!, poll) as never[];
      const given = { ...polled.given, items: poll > 0 && items.length === 0 ? null : items };
      return compared({ ...polled, given }, reference.poll(polled)) ?? [];
    });
    expect(found).not.toEqual([]);
  });

  test.each<[string, (items: Items, poll: number) => Items]>([
    ['fired twice', (items, poll) => (poll === 2 ? all[1]! : items)],
    ['resolved twice', (items, poll) => (poll === 4 ? all[3]! : items)],
    [
      'a milder end',
      (items, poll) => (poll === 3 ? [{ ...items[0], severity: 'warning' }] : items),
    ],
    ['out of thin air', (items, poll) => (poll === 4 ? all[1]! : items)],
    ['never', () => []],
    ['too early', (items, poll) => (poll === 1 ? [{ ...items[0], value: 59 }] : items)],
  ])('also without the reference: %s', async (_name, wrong) => {
    const played = await play(simple);
    all = played.map(({ given }) => given.items ?? []);
    const other = played.map((polled, poll) => ({
      ...polled,
      given: { ...polled.given, items: wrong(all[poll]!, poll) as never[] },
    }));
    expect(broken(simple, played)).toEqual([]);
    expect(broken(simple, other)).not.toEqual([]);
  });
});
