import fc from 'fast-check';
import { AGENT_STATES } from '../../../nodes/shared/model/AgentState';
import { decode, encode } from '../../../nodes/shared/trigger/encode';
import {
  EMPTY_MEMORY,
  type AgentAlert,
  type CountTrack,
  type Memory,
  type Presence,
  type Track,
} from '../../../nodes/shared/trigger/memory';
import { SEVERITIES } from '../../../nodes/shared/trigger/rules/severity';
import {
  bounded,
  forgetProcessMemory,
  recall,
  remember,
} from '../../../nodes/shared/trigger/store';
import { T0 } from '../../support/floor';

const seconds = fc.integer({ min: 0, max: 700_000 }).map((each) => each * 1000);
const later = seconds.map((each) => T0 + each);
const code = fc.constantFrom('', 'break', 'lunch', 'a status of one’s own');

const track: fc.Arbitrary<Track> = fc.record({
  start: fc.constant(T0),
  startSource: fc.constantFrom('vendor', 'observed'),
  uncertainty: fc.option(fc.integer({ min: 0, max: 86_400 })),
  state: fc.constantFrom(...AGENT_STATES),
  code,
  codeStart: later,
  otherStart: fc.option(later),
  vendorSince: fc.option(seconds.map((each) => T0 - each)),
  callsToday: fc.option(fc.integer({ min: 0, max: 999 })),
  absentSince: fc.option(later),
  gapFrom: fc.option(later),
  unseen: fc.integer({ min: 0, max: 86_400 }),
});

const alert: fc.Arbitrary<AgentAlert> = fc.record({
  ruleId: fc.constantFrom('stateTooLong:paused', 'stateTooLong:paused:*'),
  agentId: fc.stringMatching(/^[-_0-9A-Za-z]{1,20}$/),
  agentName: fc.option(fc.string({ maxLength: 40 })),
  start: later,
  startSource: fc.constantFrom('vendor', 'observed'),
  uncertainty: fc.option(fc.nat()),
  idStart: fc.nat(),
  limit: fc.nat(),
  severity: fc.constantFrom(...SEVERITIES),
  code,
  silent: fc.boolean(),
  toldAt: later,
});

const start = {
  start: later,
  startSource: fc.constantFrom('vendor', 'observed'),
  uncertainty: fc.option(fc.nat()),
} as const;

const presence: fc.Arbitrary<Presence> = fc.record({
  ...start,
  agentId: fc.string(),
  agentName: fc.option(fc.string({ maxLength: 40 })),
  state: fc.constantFrom(...AGENT_STATES),
  inScope: fc.boolean(),
  absentSince: fc.option(later),
  isStale: fc.boolean(),
});

const countTrack: fc.Arbitrary<CountTrack> = fc.record({
  pending: fc.dictionary(
    fc.constantFrom(...SEVERITIES),
    fc.record({ since: later, uncertainty: fc.option(fc.nat()), limit: fc.nat(), times: fc.nat() }),
  ),
  alert: fc.option(
    fc.record({
      ...start,
      idStart: fc.nat(),
      limit: fc.nat(),
      clearAt: fc.option(fc.nat()),
      severity: fc.constantFrom(...SEVERITIES),
      silent: fc.boolean(),
      toldAt: later,
    }),
  ),
});

const byAgent = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Map<string, T>> => {
  const agentKey = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'tostring'));
  return fc.array(fc.tuple(agentKey, value)).map((entries) => new Map(entries));
};

const memory: fc.Arbitrary<Memory> = fc.record({
  polledAt: fc.option(later),
  goodAt: fc.option(later),
  rhythm: fc.array(seconds, { maxLength: 2 }),
  outage: fc.option(
    fc.record({
      since: later,
      idStart: fc.nat(),
      polls: fc.nat(),
      told: fc.option(fc.constantFrom('item', 'error')),
    }),
  ),
  beatAt: fc.option(later),
  roster: fc.array(fc.string()),
  doubt: fc.option(fc.record({ since: later, gapFrom: fc.option(later), polls: fc.nat() })),
  tracks: fc.dictionary(fc.constantFrom('paused', 'paused+wrapUp'), byAgent(track)),
  alerts: fc.dictionary(fc.string(), alert),
  counts: fc.dictionary(fc.string(), countTrack),
  present: fc.option(byAgent(presence)),
  apart: fc.subarray([...AGENT_STATES]),
});

test('what was stored is what is remembered', () => {
  fc.assert(
    fc.property(memory, (each) => {
      const stored: unknown = JSON.parse(JSON.stringify(encode(each)));
      expect(decode(stored as ReturnType<typeof encode>)).toEqual(each);
    }),
  );
});

test('a pending agent takes at most 64 bytes beside the id, a firing one at most 400', () => {
  fc.assert(
    fc.property(
      track,
      alert,
      fc.string({ minLength: 41, unit: 'grapheme' }),
      (one, firing, name) => {
        const stored = encode({
          ...EMPTY_MEMORY,
          tracks: { paused: new Map([['id', one]]) },
          alerts: { key: { ...firing, agentName: name } },
        });
        expect(
          Buffer.byteLength(JSON.stringify(stored.tracks.paused)) - '"id"'.length,
        ).toBeLessThanOrEqual(64);
        expect(Buffer.byteLength(JSON.stringify(stored.alerts.key))).toBeLessThanOrEqual(400);
      },
    ),
  );
});

describe('with more agents pending than are remembered', () => {
  const one: Track = {
    start: T0,
    startSource: 'observed',
    uncertainty: 60,
    state: 'paused',
    code: '',
    codeStart: T0,
    otherStart: T0,
    vendorSince: null,
    callsToday: 0,
    absentSince: null,
    gapFrom: null,
    unseen: 0,
  };
  const ids = Array.from({ length: 5_010 }, (_, index) => `agent${index}`);
  const crowded: Memory = {
    ...EMPTY_MEMORY,
    tracks: {
      paused: new Map(ids.map((id, index) => [id, { ...one, start: T0 + index * 1000 }])),
    },
    alerts: {
      'stateTooLong:paused/agent5009': {
        ruleId: 'stateTooLong:paused',
        agentId: 'agent5009',
        agentName: null,
        start: T0,
        startSource: 'observed',
        uncertainty: 0,
        idStart: 0,
        limit: 0,
        severity: 'warning',
        code: '',
        silent: false,
        toldAt: T0,
      },
    },
  };

  test('the youngest are forgotten and counted', () => {
    const { kept, forgotten } = bounded(crowded);
    expect(forgotten).toBe(9);
    expect(kept.tracks.paused?.has('agent5008')).toBe(false);
    expect(kept.tracks.paused?.has('agent4999')).toBe(true);
  });

  test('one that fires is never forgotten, however young', () => {
    expect(bounded(crowded).kept.tracks.paused?.has('agent5009')).toBe(true);
  });
});

describe('of process and static data', () => {
  const owner = { workflowId: 'w', nodeId: 'n' };
  const source = 'vicidial:host:user';
  const saved = (polls: number, savedAt: number) => {
    const stored = { own: {}, shared: {} };
    remember(
      owner,
      stored,
      { memory: { ...EMPTY_MEMORY, beatAt: polls }, seq: 0, savedAt: 0, source },
      savedAt,
    );
    return stored;
  };
  beforeEach(() => forgetProcessMemory());

  test('a new process goes on with what the database has', () => {
    const stored = saved(7, 1_000);
    forgetProcessMemory();
    expect(recall(owner, source, stored).memory.beatAt).toBe(7);
  });

  test('the process wins over a database that was rolled back', () => {
    const old = saved(1, 1_000);
    saved(2, 2_000);
    expect(recall(owner, source, old).memory.beatAt).toBe(2);
  });

  test('what was saved later wins, also when the clock was set back in between', () => {
    const stored = saved(1, 9_000);
    const recalled = recall(owner, source, stored);
    const memory = { ...EMPTY_MEMORY, beatAt: 2 };
    remember(owner, { own: {}, shared: {} }, { ...recalled, memory }, 1_000);
    expect(recall(owner, source, stored).memory.beatAt).toBe(2);
  });

  test('the database wins when another process has polled since', () => {
    const newer = saved(5, 9_000);
    forgetProcessMemory();
    saved(4, 3_000);
    expect(recall(owner, source, newer).memory.beatAt).toBe(5);
  });

  describe('when n8n writes an old state of one of two triggers back', () => {
    const other = { workflowId: 'w', nodeId: 'other' };
    const beats = (beatAt: number) => ({
      memory: { ...EMPTY_MEMORY, beatAt },
      seq: 0,
      savedAt: 0,
      source,
    });

    test('the other one has kept its memory', () => {
      const old = saved(1, 1_000);
      saved(2, 2_000);
      const others = { own: {}, shared: {} };
      remember(other, others, beats(9), 3_000);
      forgetProcessMemory();
      expect(recall(owner, source, { ...old, shared: others.shared }).memory.beatAt).toBe(2);
      expect(recall(other, source, others).memory.beatAt).toBe(9);
    });

    test('what a third one has kept stays', () => {
      const others = { own: {}, shared: {} };
      saved(2, 2_000);
      remember(other, others, beats(9), 3_000);
      forgetProcessMemory();
      remember({ ...other, nodeId: 'third' }, { own: {}, shared: {} }, beats(5), 4_000);
      remember(other, others, beats(9), 5_000);
      forgetProcessMemory();
      expect(recall(owner, source, others).memory.beatAt).toBe(2);
    });

    describe('and one of them was deleted long ago', () => {
      const DAY = 24 * 60 * 60_000;
      const sharedAfter = (days: number, shared = {}) => {
        remember(other, { own: {}, shared }, beats(9), days * DAY);
        return shared;
      };
      const kept = (nodeId: string) => ({ contactCenterTriggers: { [nodeId]: { nodeId } } });

      test('it is kept for sixty days, and then no more', () => {
        saved(1, 0);
        expect(sharedAfter(60)).toMatchObject(kept(owner.nodeId));
        expect(sharedAfter(61)).toEqual({});
      });

      test('what static data have of it is dropped as well', () => {
        saved(1, 0);
        const shared = sharedAfter(1);
        forgetProcessMemory();
        expect(sharedAfter(60, shared)).toMatchObject(kept(owner.nodeId));
        expect(sharedAfter(61, shared)).toEqual({ contactCenterTriggers: {} });
      });

      test('what is not to be read of it is dropped as well', () => {
        const shared = { contactCenterTriggers: { gone: 'nonsense' } };
        expect(sharedAfter(1, shared)).toEqual({ contactCenterTriggers: {} });
      });

      test('the process forgets it as well', () => {
        saved(1, 0);
        sharedAfter(61);
        expect(recall(owner, source, { own: {}, shared: {} }).memory).toEqual(EMPTY_MEMORY);
      });

      test('of another workflow nothing is forgotten before its time', () => {
        const elsewhere = { ...other, workflowId: 'other' };
        remember(elsewhere, { own: {}, shared: {} }, beats(3), 2 * DAY);
        sharedAfter(61);
        expect(recall(elsewhere, source, { own: {}, shared: {} }).memory.beatAt).toBe(3);
      });

      test('one that was only off has its own static data still', () => {
        const mine = saved(1, 0);
        const recalled = recall(owner, source, mine);
        expect(recalled.memory.beatAt).toBe(1);
        sharedAfter(61, mine.shared);
        expect(recall(owner, source, mine).memory.beatAt).toBe(1);
      });
    });

    test('a workflow with one trigger shares nothing', () => {
      expect(saved(1, 1_000).shared).toEqual({});
    });

    test('what cannot be read is not believed', () => {
      const stored = { own: {}, shared: { contactCenterTriggers: 'nonsense' } };
      expect(recall(owner, source, stored).memory).toEqual(EMPTY_MEMORY);
    });
  });

  test.each([
    ['another workflow', { workflowId: 'other', nodeId: 'n' }, source],
    ['another node', { workflowId: 'w', nodeId: 'other' }, source],
    ['another contact center', owner, 'vicidial:other:user'],
  ])('of %s nothing is remembered', (_name, who, whose) => {
    expect(recall(who, whose, saved(3, 1_000)).memory).toEqual(EMPTY_MEMORY);
  });

  test.each([
    ['another schema', { schema: 99 }],
    ['nothing in it', {}],
    ['something else', { memory: 'x' }],
  ])('static data with %s is as if there were none', (_name, memoryOf) => {
    const stored = { own: { memory: memoryOf }, shared: {} };
    expect(recall(owner, source, stored).memory).toEqual(EMPTY_MEMORY);
  });

  test('what is recalled is a copy', () => {
    const stored = saved(3, 1_000);
    recall(owner, source, stored).memory.roster.push('changed');
    expect(recall(owner, source, stored).memory.roster).toEqual([]);
  });
});
