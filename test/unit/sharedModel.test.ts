import { countAgents } from '../../nodes/shared/model/AgentCounts';
import {
  secondsSince,
  snapshotToItem,
  toIso,
  type AgentSnapshot,
} from '../../nodes/shared/model/AgentSnapshot';
import type { AgentState } from '../../nodes/shared/model/AgentState';

const NOW = Date.UTC(2026, 10, 21, 22, 18, 21, 987);

const floor = (states: Partial<Record<AgentState, number>>) =>
  Object.entries(states).flatMap(([state, count]) =>
    Array.from({ length: count }, () => ({ state: state as AgentState })),
  );

const FULL = floor({ ready: 3, busy: 5, wrapUp: 2, paused: 4, offline: 6, unknown: 1 });

describe('the counts of a floor', () => {
  test('tell how many are in each state', () => {
    expect(countAgents(FULL, true)).toMatchObject({
      ready: 3,
      busy: 5,
      wrapUp: 2,
      paused: 4,
      offline: 6,
      unknown: 1,
    });
  });

  test('add up', () => {
    const { ready, busy, wrapUp, paused, offline, unknown, loggedIn, total } = countAgents(
      FULL,
      true,
    );
    expect(ready + busy + wrapUp + paused).toBe(loggedIn);
    expect(loggedIn + (offline ?? 0) + unknown).toBe(total);
    expect(total).toBe(FULL.length);
  });

  test('do not know who is offline where the vendor lists only those logged in', () => {
    expect(countAgents(floor({ ready: 1, unknown: 1 }), false)).toMatchObject({
      offline: null,
      loggedIn: 1,
      total: 2,
    });
  });

  test.each([
    [{ ready: 2, paused: 1 }, 33.3],
    [{ ready: 1, paused: 2 }, 66.7],
    [{ paused: 2 }, 100],
    [{ busy: 2 }, 0],
    [{ ready: 1, paused: 1, unknown: 8, offline: 8 }, 50],
  ])('of %j are paused %d per hundred logged in', (states, percent) => {
    expect(countAgents(floor(states), true).percentPaused).toBe(percent);
  });

  test('of nobody know no share', () => {
    expect(countAgents([], false)).toEqual({
      ready: 0,
      busy: 0,
      wrapUp: 0,
      paused: 0,
      offline: null,
      unknown: 0,
      loggedIn: 0,
      total: 0,
      percentPaused: null,
      callsWaiting: null,
      vendor: null,
    });
  });
});

describe('times', () => {
  test.each([
    [NOW, '2026-11-21T22:18:21Z'],
    [0, '1970-01-01T00:00:00Z'],
    [null, null],
  ])('%j is %j', (ms, iso) => {
    expect(toIso(ms)).toBe(iso);
  });

  test.each([
    [NOW - 61_999, 61],
    [NOW, 0],
    [NOW + 5000, 0],
    [null, null],
  ])('since %j is %j seconds', (since, seconds) => {
    expect(secondsSince(since, NOW)).toBe(seconds);
  });
});

describe('a snapshot as an item', () => {
  const agent: AgentSnapshot = {
    vendor: 'vicidial',
    source: 'vicidial:dialer:api',
    agentId: '0042',
    agentName: 'Ann Lee',
    email: null,
    state: 'paused',
    vendorStatus: 'PAUSED',
    vendorSubStatus: null,
    reason: 'LUNCH',
    stateSince: NOW - 90_000,
    stateSinceSource: 'observed',
    stateSinceUncertaintySeconds: 60,
    routable: false,
    teams: { campaign: 'SALES', userGroup: 'DAY', departments: [], queues: [] },
    call: null,
    callsToday: 3,
    session: { id: '8600051', ip: null },
    observedAt: NOW,
    raw: { user: '0042' },
  };

  test('has ISO times and whole seconds', () => {
    expect(snapshotToItem(agent, true)).toMatchObject({
      agentId: '0042',
      stateSince: '2026-11-21T22:16:51Z',
      secondsInState: 90,
      observedAt: '2026-11-21T22:18:21Z',
    });
  });

  test('has the vendor’s own record only when it is not simplified', () => {
    expect([snapshotToItem(agent, true).raw, snapshotToItem(agent, false).raw]).toEqual([
      undefined,
      { user: '0042' },
    ]);
  });

  test('has a null for whatever is not known, never a missing field', () => {
    const item = snapshotToItem({ ...agent, stateSince: null, session: null }, true);
    expect(item).toMatchObject({
      stateSince: null,
      secondsInState: null,
      session: null,
      call: null,
    });
  });
});
