import { nameOf, personOf, reasonOf, stateOf, toSnapshot } from '../../../nodes/KoreAi/agents';

const NOW = Date.UTC(2026, 0, 5, 9);
const PERSON = {
  userId: 'u-1',
  email: 'ana@example.com',
  firstName: 'Ana',
  lastName: 'Lee',
  customId: 'E-1',
};
const told = (primary: string | null, secondary: string | null = primary, since?: number) =>
  toSnapshot(
    PERSON,
    { primary, secondary, since: since ?? null },
    { source: 'koreAi:host:st-1', observedAt: NOW },
  );

test('an agent in full', () => {
  expect(
    toSnapshot(
      PERSON,
      { primary: 'AWAY', secondary: 'Lunch', since: NOW - 60_000 },
      {
        source: 'koreAi:host:st-1',
        observedAt: NOW,
        queues: ['qu-1'],
        raw: { channelCapacity: {} },
      },
    ),
  ).toEqual({
    vendor: 'koreAi',
    source: 'koreAi:host:st-1',
    agentId: 'u-1',
    agentName: 'Ana Lee',
    email: 'ana@example.com',
    state: 'paused',
    vendorStatus: 'AWAY',
    vendorSubStatus: 'Lunch',
    reason: 'Lunch',
    stateSince: NOW - 60_000,
    stateSinceSource: 'vendor',
    stateSinceUncertaintySeconds: 0,
    routable: false,
    teams: { campaign: null, userGroup: null, departments: [], queues: ['qu-1'] },
    call: null,
    callsToday: null,
    session: null,
    observedAt: NOW,
    raw: { ...PERSON, channelCapacity: {} },
  });
});

test('an agent whose since when and queues are not told has none', () => {
  expect(told('AVAILABLE')).toMatchObject({
    stateSince: null,
    stateSinceSource: null,
    stateSinceUncertaintySeconds: null,
    teams: { queues: [] },
    raw: PERSON,
  });
});

test.each([
  ['AVAILABLE', true],
  ['BUSY', false],
  ['AWAY', false],
  ['OFFLINE', false],
  ['SOMETHING NEW', null],
  [null, null],
])('an agent who is %s may be given work: %s', (primary, routable) => {
  expect(told(primary).routable).toBe(routable);
});

test.each([
  ['Ana', 'Lee', 'Ana Lee'],
  ['Ana', null, 'Ana'],
  [null, 'Lee', 'Lee'],
  [null, null, null],
])('%s and %s is called %s', (firstName, lastName, name) => {
  expect(nameOf({ firstName, lastName })).toBe(name);
});

test('the list’s emailId is the e-mail address of everywhere else', () => {
  const entry = { ...PERSON, _id: 'a-1', emailId: 'ana@example.com', channelCapacity: null };
  expect(personOf(entry)).toMatchObject(PERSON);
  expect(personOf(entry)).not.toHaveProperty('emailId');
});

test.each([
  ['BUSY', 'System  _ Busy', 'busy', null],
  ['AWAY', 'A W A Y', 'paused', null],
  ['AWAY', 'System', 'paused', 'System'],
  ['AWAY', 'System Busy', 'paused', 'System Busy'],
])('%s with the status %j is %s, for %s', (primary, secondary, state, reason) => {
  expect([stateOf(primary, secondary), reasonOf(primary, secondary)]).toEqual([state, reason]);
});
