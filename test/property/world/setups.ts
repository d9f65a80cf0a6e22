import fc from 'fast-check';
import type { Edit } from './edits';
import type { ChangeRow, CountRow, Hours, Options, Row, Setup, TimeRow } from './setup';
import { PLAIN } from './setup';

const severity = fc.constantFrom('warning' as const, 'critical' as const);

/** Mostly one thing, so that a history is about something. */
export const mostly = <T>(usual: T, weight: number, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );

export const timeRow: fc.Arbitrary<TimeRow> = fc.record({
  kind: fc.constant('time' as const),
  states: mostly<TimeRow['states']>(['paused'], 3, ['paused', 'wrapUp'], ['ready'], ['busy']),
  reasons: mostly('', 1, 'LUNCH', '*', 'lunch , Tea'),
  minutes: fc.constantFrom(1, 2, 3, 4, 0.5, 0),
  severity,
});

export const countRow: fc.Arbitrary<CountRow> = fc.record({
  kind: fc.constant('count' as const),
  measure: fc.constantFrom('agents' as const, 'percent' as const, 'callsWaiting' as const),
  states: mostly<CountRow['states']>(['ready'], 1, ['paused'], ['busy', 'ready']),
  comparison: fc.constantFrom('atLeast' as const, 'atMost' as const),
  value: fc.constantFrom(0, 1, 2, 3, 25, 50, 75, 100),
  forMinutes: fc.constantFrom(0, 1, 2, 3),
  clearBy: mostly(0, 1, 1, 2, 25),
  severity,
});

const anyStates = mostly<ChangeRow['from']>([], 1, ['paused'], ['offline'], ['ready', 'busy']);

export const changeRow: fc.Arbitrary<ChangeRow> = fc.record({
  kind: fc.constant('change' as const),
  from: anyStates,
  to: anyStates,
});

const row: fc.Arbitrary<Row> = fc.oneof(timeRow, timeRow, countRow, changeRow);

const hours = mostly<Hours | null>(
  null,
  8,
  { days: [], from: '09:03', to: '09:07' },
  { days: ['monday', 'friday'], from: '22:00', to: '09:04' },
  { days: ['sunday'], from: '22:00', to: '09:04' },
  { days: ['monday'], from: '14:33', to: '14:33' },
  { days: ['tuesday'], from: '00:00', to: '00:00' },
);

const options: { [Name in keyof Options]: fc.Arbitrary<Options[Name]> } = {
  sourceDown: fc.boolean(),
  downAfter: mostly(3, 2, 1, 2, 4),
  sendResolved: mostly(true, 6, false),
  campaigns: mostly<string[]>([], 3, ['A']),
  excludeAgents: mostly<string[]>([], 6, ['a2']),
  minLoggedIn: mostly<number | null>(null, 3, 0, 1, 2),
  activeHours: hours,
  alertOnActivation: fc.boolean(),
  repeatEvery: mostly(0, 3, 1, 2, 3),
  heartbeatEvery: mostly(0, 6, 1, 3),
};

export const setup: fc.Arbitrary<Setup> = fc.record({
  ...options,
  rows: fc.array(row, { maxLength: 3, size: 'max' }),
});

/** A set-up about one kind of rule only, with nothing special but what is given. */
export const plainSetup = (rows: fc.Arbitrary<Row>, most: number): fc.Arbitrary<Setup> =>
  fc
    .array(rows, { minLength: 1, maxLength: most, size: 'max' })
    .map((each) => ({ ...PLAIN, rows: each }));

const which = fc.nat({ max: 2 });

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ edit: fc.constantFrom('dropRow' as const, 'severity' as const), row: which }),
  fc.record({
    edit: fc.constant('limit' as const),
    row: which,
    value: fc.constantFrom(0, 1, 2, 4, 50),
  }),
  fc.constant({ edit: 'reverse' as const }),
  fc.record({ edit: fc.constant('addRow' as const), added: row }),
  fc.record({
    edit: fc.constant('options' as const),
    options: fc.record(options, { requiredKeys: [] }),
  }),
  fc.constantFrom({ edit: 'renameNode' as const }, { edit: 'otherServer' as const }),
);
