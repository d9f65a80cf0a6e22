import { get } from 'lodash';
import { parameterReader } from '../../../nodes/shared/node/parameters/read';
import { readSetup } from '../../../nodes/shared/trigger/setup';
import { agent } from '../../support/floor';

const read = (parameters: object, timezone = 'UTC') =>
  readSetup(
    parameterReader((name) => get(parameters, name)),
    timezone,
  );

const LIMIT = { events: ['stateTooLong'], timeLimits: { rows: [{}] } };

test('a trigger of which nothing else is set', () => {
  const setup = read(LIMIT);
  expect(setup).toMatchObject({
    wanted: { states: ['paused'], callsWaiting: false },
    watch: { alertOnActivation: false, minLoggedIn: 1, repeatMs: 0 },
    outage: { asItem: false, downAfter: 3 },
    sendResolved: true,
    heartbeatMs: 0,
    includePersonalData: false,
    simplify: true,
    requestTimeoutSeconds: 10,
  });
  expect(setup.watch.isActive(0)).toBe(true);
  expect(setup.watch.inScope(agent('1', 'ready'))).toBe(true);
});

test('a trigger of which everything else is set', () => {
  const setup = read({
    ...LIMIT,
    events: ['stateTooLong', 'sourceDown'],
    downAfter: 1,
    sendResolved: false,
    filters: { minLoggedIn: 0, activeHours: { hours: { from: '10:00', to: '11:00' } } },
    options: {
      alertOnActivation: true,
      repeatEvery: 30,
      heartbeatEvery: 60,
      includePersonalData: true,
      simplify: false,
      requestTimeout: 20,
    },
  });
  expect(setup).toMatchObject({
    watch: { alertOnActivation: true, minLoggedIn: 0, repeatMs: 1_800_000 },
    outage: { asItem: true, downAfter: 1 },
    sendResolved: false,
    heartbeatMs: 3_600_000,
    includePersonalData: true,
    simplify: false,
    requestTimeoutSeconds: 20,
  });
});

test('active hours are in the time zone of the workflow', () => {
  const hours = { filters: { activeHours: { hours: { from: '10:00', to: '11:00' } } } };
  const at = Date.UTC(2026, 0, 5, 10, 30);
  expect(read({ ...LIMIT, ...hours }).watch.isActive(at)).toBe(true);
  expect(read({ ...LIMIT, ...hours }, 'America/New_York').watch.isActive(at)).toBe(false);
});

describe('active hours', () => {
  const isOn = (hours: unknown, hour: number, minute = 0) => {
    const { watch } = read({ ...LIMIT, filters: { activeHours: { hours } } });
    return watch.isActive(Date.UTC(2026, 0, 5, hour, minute));
  };

  test('are taken to the minute, with spaces around or a single digit', () => {
    const hours = { from: ' 8:45 ', to: '09:30' };
    const times = [isOn(hours, 8, 44), isOn(hours, 8, 45), isOn(hours, 9, 29), isOn(hours, 9, 30)];
    expect(times).toEqual([false, true, true, false]);
  });

  test('of which nothing is filled in are from eight to six', () => {
    expect([7, 8, 17, 18].map((hour) => isOn({}, hour))).toEqual([false, true, true, false]);
  });

  test.each([
    ['from', { from: '08:000' }],
    ['from', { from: 'at 08:00' }],
    ['days', 'always'],
  ])('that cannot be read are refused, with what to look at: %s', (field, hours) => {
    expect(() => isOn(hours, 8)).toThrow(
      expect.objectContaining({
        kind: 'badInput',
        message: `The active hours cannot be read: look at "${field}"`,
        advice: expect.stringMatching(/08:00/),
      }),
    );
  });
});

test('rows of what is not chosen do not count, however wrong they are', () => {
  const wrong = { rows: [{ states: [] }, {}, {}] };
  const all = { timeLimits: wrong, countLimits: wrong, changes: { rows: [{}, {}] } };
  expect(read({ ...all, events: ['sourceDown'] }).rules).toEqual({
    limits: [],
    counts: [],
    changes: [],
  });
  for (const event of ['stateTooLong', 'countLimit', 'stateChange']) {
    expect(() => read({ ...all, events: [event] })).toThrow();
  }
});

test('nothing to watch for is refused, with what to do', () => {
  expect(() => read({ events: [] })).toThrow(
    expect.objectContaining({
      kind: 'badInput',
      message: 'The trigger has nothing to watch',
      advice: 'Choose at least one event under "Trigger On".',
    }),
  );
});

test.each([
  ['downAfter', { downAfter: 0 }],
  ['minLoggedIn', { filters: { minLoggedIn: -1 } }],
  ['repeatEvery', { options: { repeatEvery: -1 } }],
  ['heartbeatEvery', { options: { heartbeatEvery: -1 } }],
  ['requestTimeout', { options: { requestTimeout: 0 } }],
])('%s cannot be less than it makes sense', (name, parameters) => {
  expect(() => read({ ...LIMIT, ...parameters })).toThrow(`"${name}" cannot be`);
});

describe('what of the floor is asked for', () => {
  const LOGGED_IN = ['ready', 'busy', 'wrapUp', 'paused'];

  test.each([
    ['time limits', { events: ['stateTooLong'], timeLimits: { rows: [{ states: ['busy'] }] } }],
    ['count limits', { events: ['countLimit'], countLimits: { rows: [{ states: ['busy'] }] } }],
    [
      'changes',
      { events: ['stateChange'], changes: { rows: [{ from: ['busy'], to: ['busy', 'busy'] }] } },
    ],
  ])('are the states of %s', (_name, parameters) => {
    expect(read(parameters).wanted).toEqual({ states: ['busy'], callsWaiting: false });
  });

  test.each([
    ['from', { from: ['offline'] }, ['offline', ...LOGGED_IN]],
    ['to', { to: ['offline'] }, [...LOGGED_IN, 'offline']],
  ])('are all where a change is not only %s some', (_name, row, states) => {
    expect(read({ events: ['stateChange'], changes: { rows: [row] } }).wanted.states).toEqual(
      states,
    );
  });

  test('are calls waiting only where a count is of them', () => {
    const calls = { measure: 'callsWaiting', comparison: 'atLeast', value: 5 };
    const both = { events: ['countLimit'], countLimits: { rows: [{}, calls] } };
    expect(read(both).wanted).toEqual({ states: ['ready'], callsWaiting: true });
  });
});

describe('a filter', () => {
  const TEAMS = { campaign: 'Sales', userGroup: 'Day', departments: ['D1', 'd2'], queues: ['Q1'] };
  const NONE = { campaign: null, userGroup: null, departments: [], queues: [] };
  const passes = (filters: object, teams: typeof TEAMS | typeof NONE, id = 'Ann') =>
    read({ ...LIMIT, filters }).watch.inScope(agent(id, 'ready', { teams }));

  test.each([
    ['campaigns', ['SALES'], 'OTHER'],
    ['campaignIds', 'sales, more', 'sale'],
    ['userGroups', ['DAY'], ['NIGHT']],
    ['userGroupIds', 'night\nday', 'night'],
    ['departments', ['D2'], ['d3']],
    ['departmentIds', 'd1, d9', 'd9'],
    ['queues', ['q1'], ['q2']],
    ['queueIds', 'Q1', 'Q'],
  ])('by %s lets those pass who are in one of them, in any case', (name, theirs, others) => {
    expect(passes({ [name]: theirs }, TEAMS)).toBe(true);
    expect(passes({ [name]: others }, TEAMS)).toBe(false);
    expect(passes({ [name]: theirs }, NONE)).toBe(false);
  });

  test('picked from a list and typed by hand are one', () => {
    const filters = { campaigns: ['other'], campaignIds: 'sales' };
    expect(passes(filters, TEAMS)).toBe(true);
    expect(passes({ ...filters, campaignIds: 'more' }, TEAMS)).toBe(false);
  });

  test('by agents lets only them pass, and leaving out lets all others', () => {
    expect(passes({ agents: 'ann, bob' }, NONE)).toBe(true);
    expect(passes({ agents: 'bob' }, NONE)).toBe(false);
    expect(passes({ excludeAgents: 'ANN' }, NONE)).toBe(false);
    expect(passes({ excludeAgents: 'bob' }, NONE)).toBe(true);
  });

  test('of several, all have to be passed', () => {
    const both = { campaigns: ['sales'], userGroups: ['night'] };
    expect(passes(both, TEAMS)).toBe(false);
  });
});
