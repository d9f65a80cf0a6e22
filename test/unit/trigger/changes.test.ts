import type { AgentSnapshot } from '../../../nodes/shared/model/AgentSnapshot';
import type { ChangeEvent } from '../../../nodes/shared/trigger/events';
import { changesFrom } from '../../../nodes/shared/trigger/rules/changes';
import { agent, at, since, watch, words } from '../../support/floor';

const ANY = [{ from: [], to: [] }];
const ready = (id = '1') => agent(id, 'ready');
const paused = (id = '1') => agent(id, 'paused', { reason: 'BREAK' });

/** Looks each minute at the next floor and gives "minute: event". */
function tell(trigger: ReturnType<typeof watch>, ...floors: AgentSnapshot[][]): string[] {
  return floors.flatMap((floor, minute) =>
    words(trigger.look(at(minute), floor)).map((word) => `${minute}: ${word}`),
  );
}

describe('a row', () => {
  test.each([
    ['no row', [], 'no row under "Changes"'],
    ['the same twice', [...ANY, ...ANY], 'Change 2 is there twice'],
    [
      'from a state to the same',
      [{ from: ['paused'], to: ['paused'] }],
      'Change 1 can never happen',
    ],
    ['a state that is none', [{ to: ['asleep'] }], 'look at its to'],
  ])('is refused with words that name it: %s', (_name, rows, expected) => {
    expect(() => changesFrom(rows)).toThrow(expected);
  });

  test('from several states to one of them can happen', () => {
    expect(changesFrom([{ from: ['ready', 'paused'], to: ['paused'] }])).toHaveLength(1);
  });
});

test('the first look has nothing to tell, later ones each change once', () => {
  const trigger = watch({ changes: ANY });
  expect(tell(trigger, [ready()], [paused()], [paused()], [ready()])).toEqual([
    '1: changed 1 ready>paused',
    '3: changed 1 paused>ready',
  ]);
});

test('another pause code is no change of state', () => {
  const trigger = watch({ changes: ANY });
  expect(tell(trigger, [paused()], [agent('1', 'paused', { reason: 'LUNCH' })])).toEqual([]);
});

test('only what a row is about is told, by the first row that is', () => {
  const trigger = watch({
    changes: [
      { from: ['ready'], to: ['paused', 'busy'] },
      { from: [], to: ['paused'] },
    ],
  });
  const floors = [[ready()], [paused()], [ready()], [agent('1', 'busy')], [paused()]];
  const told = floors.flatMap((floor, minute) => trigger.look(at(minute), floor) as ChangeEvent[]);
  expect(told.map(({ rule, from, to }) => [rule.id, from, to])).toEqual([
    ['stateChange:ready:busy+paused', 'ready', 'paused'],
    ['stateChange:ready:busy+paused', 'ready', 'busy'],
    ['stateChange:any:paused', 'busy', 'paused'],
  ]);
});

describe('a log-in', () => {
  test('is a change from offline, of somebody who was not there or was listed as offline', () => {
    const trigger = watch({ changes: ANY });
    const floors = [[agent('2', 'offline')], [ready('1'), ready('2')]];
    expect(tell(trigger, ...floors)).toEqual([
      '1: changed 1 offline>ready',
      '1: changed 2 offline>ready',
    ]);
  });

  test('tells no time in the old state', () => {
    const trigger = watch({ changes: ANY });
    trigger.look(at(0), [ready('2')]);
    const [event] = trigger.look(at(1), [ready('2'), ready('1')]) as ChangeEvent[];
    expect(event?.before).toBeNull();
  });
});

describe('a log-out', () => {
  test('of somebody listed as offline is told at once', () => {
    const trigger = watch({ changes: ANY });
    expect(tell(trigger, [ready()], [agent('1', 'offline')], [agent('1', 'offline')])).toEqual([
      '1: changed 1 ready>offline',
    ]);
  });

  test('of somebody who is gone is told at the second look, dated at the first', () => {
    const trigger = watch({ changes: ANY });
    const other = ready('2');
    expect(tell(trigger, [ready(), other], [other])).toEqual([]);
    const [event] = trigger.look(at(2), [other]) as ChangeEvent[];
    expect(event).toMatchObject({ from: 'ready', to: 'offline', at: at(1) });
    expect(trigger.look(at(3), [other])).toEqual([]);
  });

  test('is none when the agent was missing only once', () => {
    const trigger = watch({ changes: ANY });
    const other = ready('2');
    expect(tell(trigger, [ready(), other], [other], [ready(), other], [other])).toEqual([]);
  });
});

describe('a state that is unknown', () => {
  const unknown = agent('1', 'unknown');

  test('is no change, and the state before it stays', () => {
    const trigger = watch({ changes: ANY });
    expect(tell(trigger, [ready()], [unknown], [ready()], [unknown], [paused()])).toEqual([
      '4: changed 1 ready>paused',
    ]);
  });

  test('from the first on is no log-in when it becomes known', () => {
    const trigger = watch({ changes: ANY });
    expect(tell(trigger, [unknown], [ready()], [paused()])).toEqual(['2: changed 1 ready>paused']);
  });

  test('from the first on is no log-out when the agent is gone', () => {
    const trigger = watch({ changes: ANY });
    expect(tell(trigger, [unknown], [], [], [])).toEqual([]);
  });

  test('of somebody who was offline is a log-in once it is known', () => {
    const trigger = watch({ changes: ANY });
    expect(tell(trigger, [agent('1', 'offline')], [unknown], [ready()])).toEqual([
      '2: changed 1 offline>ready',
    ]);
  });
});

describe('the time in the old state', () => {
  const beforeOf = (events: ReturnType<ReturnType<typeof watch>['look']>) =>
    (events as ChangeEvent[])[0]?.before;

  test('runs from the look that saw it first', () => {
    const trigger = watch({ changes: ANY });
    tell(trigger, [ready()], [paused()], [paused()]);
    expect(beforeOf(trigger.look(at(5), [ready()]))).toMatchObject({
      start: at(1),
      startSource: 'observed',
      uncertainty: 60,
    });
  });

  test("is the vendor's where there is one", () => {
    const trigger = watch({ changes: ANY });
    const long = agent('1', 'paused', since(at(-7)));
    tell(trigger, [long], [long]);
    expect(beforeOf(trigger.look(at(2), [ready()]))).toMatchObject({
      start: at(-7),
      startSource: 'vendor',
    });
  });

  test('begins anew after a long gap', () => {
    const trigger = watch({ changes: ANY });
    tell(trigger, [ready()], [paused()], [paused()]);
    trigger.look(at(60), [paused()]);
    expect(beforeOf(trigger.look(at(61), [ready()]))?.start).toBe(at(60));
  });
});

test('a change over a gap is told, with how long nobody looked', () => {
  const trigger = watch({ changes: ANY });
  tell(trigger, [ready()], [ready()]);
  const [event] = trigger.look(at(60), [paused()]);
  expect(event).toMatchObject({ event: 'changed', from: 'ready', unseenSeconds: 59 * 60 });
});

describe('filters', () => {
  const inScope = ({ teams }: AgentSnapshot) => teams.campaign !== 'OTHER';
  const other = { teams: { campaign: 'OTHER', userGroup: null, departments: [], queues: [] } };

  test('leave out who does not pass, log-outs included', () => {
    const trigger = watch({ changes: ANY, inScope });
    const theirs = agent('1', 'ready', other);
    const floors = [[theirs], [agent('1', 'paused', other)], [], [], []];
    expect(tell(trigger, ...floors, [theirs])).toEqual([]);
  });

  test('passing them is no change', () => {
    const trigger = watch({ changes: ANY, inScope });
    expect(tell(trigger, [agent('1', 'ready', other)], [ready()])).toEqual([]);
  });
});

test('outside the active hours nothing is told, and afterwards only what changes then', () => {
  let isOpen = false;
  const trigger = watch({ changes: ANY, isActive: () => isOpen });
  expect(tell(trigger, [ready()], [paused()])).toEqual([]);
  isOpen = true;
  expect(words(trigger.look(at(2), [paused()]))).toEqual([]);
  expect(words(trigger.look(at(3), [ready()]))).toEqual(['changed 1 paused>ready']);
});

test('changes that are watched from now on begin with what is seen now', () => {
  const trigger = watch({ rows: [{}] });
  trigger.look(at(0), [ready()]);
  trigger.change({ changes: ANY });
  expect(words(trigger.look(at(1), [paused()]))).toEqual([]);
  expect(words(trigger.look(at(2), [ready()]))).toEqual(['changed 1 paused>ready']);
});

test('while no change is watched, nobody is remembered for one', () => {
  const trigger = watch({ rows: [{}], changes: ANY });
  trigger.look(at(0), [ready()]);
  expect(trigger.memory.present?.size).toBe(1);
  trigger.change({ changes: undefined });
  trigger.look(at(1), [ready()]);
  expect(trigger.memory.present).toBeNull();
});

describe('a row that needs states told apart which were read as one', () => {
  const busy = agent('1', 'busy');
  const other = agent('2', 'paused');

  test('begins with what is seen now: nobody knows the state before', () => {
    const trigger = watch({ changes: [{ from: ['paused'], to: ['offline'] }] });
    trigger.look(at(0), [ready(), other]);
    trigger.change({ changes: [{ from: ['ready'], to: ['busy'] }] });
    expect(tell(trigger, [busy, other], [ready(), other], [busy, other])).toEqual([
      '2: changed 1 ready>busy',
    ]);
  });

  test('begins so also where it needs only one more than the row before', () => {
    const trigger = watch({ changes: [{ from: ['paused'], to: ['ready'] }] });
    trigger.look(at(0), [ready(), other]);
    trigger.change({ changes: [{ from: ['ready'], to: ['busy'] }] });
    expect(tell(trigger, [busy, other])).toEqual([]);
  });

  test.each([
    ['a limit', { rows: [{ states: ['ready', 'busy'] }] }],
    ['a count', { counts: [{ states: ['ready', 'busy'] }] }],
  ])('goes on where they were told apart for %s', (_name, more) => {
    const trigger = watch({ changes: [{ from: ['paused'], to: ['offline'] }], ...more });
    trigger.look(at(0), [ready()]);
    trigger.change({ changes: [{ from: ['ready'], to: ['busy'] }] });
    expect(tell(trigger, [busy])).toContain('0: changed 1 ready>busy');
  });

  test('one that needs no others goes on', () => {
    const trigger = watch({ changes: ANY });
    trigger.look(at(0), [ready()]);
    trigger.change({ changes: [{ from: ['ready'], to: ['busy'] }] });
    expect(tell(trigger, [busy])).toEqual(['0: changed 1 ready>busy']);
  });
});

test('a log-out that the vendor dates is dated by it, but not before the last look', () => {
  const trigger = watch({ changes: ANY });
  trigger.look(at(0), [ready()]);
  const [event] = trigger.look(at(2), [agent('1', 'offline', since(at(1)))]) as ChangeEvent[];
  expect(event).toMatchObject({ at: at(2), who: { start: at(1), startSource: 'vendor' } });
  const [other] = [ready(), agent('1', 'offline', since(at(1)))]
    .flatMap((each, index) => trigger.look(at(5 + index), [each]))
    .slice(-1) as ChangeEvent[];
  expect(other?.who.start).toBe(at(5));
});

test.each([
  ['missing', []],
  ['unknown', [agent('1', 'unknown')]],
])(
  'the time in the old state begins anew for somebody %s at the look after a gap',
  (_name, at60) => {
    const trigger = watch({ changes: ANY });
    const other = ready('2');
    tell(trigger, [paused(), other]);
    trigger.look(at(60), [...at60, other]);
    trigger.look(at(61), [paused(), other]);
    const [event] = trigger.look(at(62), [ready(), other]) as ChangeEvent[];
    expect(event?.before?.start).toBe(at(61));
  },
);
