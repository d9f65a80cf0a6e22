import fc from 'fast-check';
import type { Fault, History, Move, Poll, Scheduler, WorldAgent } from './history';
import { edit, mostly, setup } from './setups';

const state = mostly<WorldAgent['state']>(
  'paused',
  1,
  'ready',
  'busy',
  'wrapUp',
  'offline',
  'unknown',
);
const reason = fc.constantFrom(null, 'LUNCH', ' tea', 'BREAK', '');
const campaign = fc.constantFrom('A', 'A', 'B', null);
const since = fc.constantFrom<WorldAgent['since'][]>(
  ...(['none', 'truth', 'soon', 'farFuture', 'ancient', 'earlier', 'later', 'muchLater'] as const),
);

const agent = (tellsSince: boolean): fc.Arbitrary<WorldAgent> =>
  fc.record({
    state,
    reason,
    campaign,
    age: fc.constantFrom(0, 45, 200, 4000),
    calls: fc.constantFrom(5, 0, null),
    since: tellsSince ? since : fc.constant('none' as const),
    listed: mostly(true, 5, false),
    twice: mostly(false, 9, true),
  });

const changed = (tellsSince: boolean) =>
  fc.record(
    {
      state,
      reason,
      ago: fc.constantFrom(0, 10, 40, 59, 200),
      campaign,
      calls: fc.constantFrom<NonNullable<Move['calls']>[]>('one more', 'reset', 'not told', 'told'),
      listed: fc.boolean(),
      twice: fc.boolean(),
      once: fc.constantFrom('absent' as const, 'unknown' as const),
      ...(tellsSince ? { since } : {}),
    },
    { requiredKeys: [] },
  );

const move = (agents: number, tellsSince: boolean): fc.Arbitrary<Move> =>
  fc
    .tuple(fc.nat({ max: agents - 1 }), changed(tellsSince))
    .map(([who, what]) => ({ agent: who, ...what }));

const faults: Fault[] = [
  ...(['unreachable', 'timeout', 'rateLimited', 'outage', 'unreadable', 'loginRefused'] as const),
  ...(['forbidden', 'notLicensed', 'notFound', 'badInput', 'notTheService', 'thrown'] as const),
];

/** What disturbs a history beside the agents. */
export interface Disturbances {
  distances: boolean;
  clockBack: boolean;
  faults: boolean;
  edits: boolean;
  restarts: boolean;
  overlaps: boolean;
}

const CALM: Disturbances = {
  distances: false,
  clockBack: false,
  faults: false,
  edits: false,
  restarts: false,
  overlaps: false,
};

const poll = (most: number, moves: fc.Arbitrary<Move>, may: Disturbances): fc.Arbitrary<Poll> =>
  fc.record({
    after: mostly(
      60,
      may.distances ? 4 : 1_000,
      ...(may.distances ? [20, 59, 100, 130, 301, 400, 3_600, 90_000] : [60]),
      ...(may.clockBack ? [-30, -90, -3_600] : []),
    ),
    ms: may.distances ? mostly(0, 4, 400, 999) : fc.constant(0),
    moves: fc.array(moves, { maxLength: most, size: 'max' }),
    callsWaiting: fc.nat({ max: 4 }),
    fault: may.faults ? mostly<Fault | null>(null, 3, ...faults) : fc.constant(null),
    word: mostly<Poll['word']>('yes', 2, 'no', 'fails'),
    edit: may.edits ? fc.option(edit, { freq: 6 }).map((each) => each) : fc.constant(null),
    process: may.restarts
      ? mostly<Poll['process']>('runs', 6, 'restarts before', 'killed after')
      : fc.constant('runs' as const),
    hangs: may.overlaps ? mostly(0, 6, 1, 2, 6) : fc.constant(0),
  });

/** What a world may be like: some calm, some with one disturbance, some with everything. */
const weathers: Disturbances[] = [
  CALM,
  { ...CALM, distances: true },
  { ...CALM, faults: true, distances: true },
  { ...CALM, edits: true },
  { ...CALM, restarts: true, distances: true },
  { ...CALM, overlaps: true, distances: true },
  { ...CALM, clockBack: true, distances: true },
  { distances: true, clockBack: true, faults: true, edits: true, restarts: true, overlaps: true },
];

/** How big a world is. */
export interface Size {
  agents: number;
  polls: number;
  /** Most that happens to agents between two polls. */
  moves: number;
}

export const SMALL: Size = { agents: 4, polls: 12, moves: 2 };

/** Histories of worlds of a size, under some of n8n's schedulers. */
export function histories(schedulers: Scheduler[], size: Size = SMALL): fc.Arbitrary<History> {
  const world = (tellsSince: boolean, may: Disturbances) =>
    fc.record({
      scheduler: fc.constantFrom(...schedulers),
      zone: fc.constantFrom('UTC', 'Asia/Kolkata'),
      setup,
      agents: fc.array(agent(tellsSince), {
        minLength: size === SMALL ? 0 : size.agents,
        maxLength: size.agents,
        size: 'max',
      }),
      polls: fc.array(poll(size.moves, move(size.agents, tellsSince), may), {
        minLength: size === SMALL ? 1 : size.polls,
        maxLength: size.polls,
        size: 'max',
      }),
    });
  return fc.oneof(...weathers.flatMap((may) => [world(true, may), world(false, may)]));
}
