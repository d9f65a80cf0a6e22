import { decode, encode, type StoredMemory } from '../../../nodes/shared/trigger/encode';
import { EMPTY_MEMORY, type Memory, type Track } from '../../../nodes/shared/trigger/memory';
import {
  bounded,
  forgetProcessMemory,
  recall,
  remember,
} from '../../../nodes/shared/trigger/store';
import { T0 } from '../../support/floor';

const TRACK: Track = {
  start: T0,
  startSource: 'observed',
  uncertainty: null,
  state: 'paused',
  code: 'tea',
  codeStart: T0,
  otherStart: null,
  vendorSince: null,
  callsToday: null,
  absentSince: null,
  gapFrom: null,
  unseen: 0,
};
const tracksOf = (...ids: string[]) => new Map(ids.map((id) => [id, TRACK]));
const STORED: StoredMemory = {
  ...encode(EMPTY_MEMORY),
  tracks: { paused: { '1': 'abc' } },
  alerts: { a: [0, 'x', 'much', 'rule', '1', 7, 0, 0, 9, '', 'no', 0] },
  present: { '1': [0, 'x', 'much', '1', 7, 99, 1, 'then', 0] },
};

test('a pause code is stored once, however many agents are in it', () => {
  const memory: Memory = { ...EMPTY_MEMORY, tracks: { paused: tracksOf('1', '2') } };
  expect(encode(memory).codes).toEqual(['tea']);
});

test('what is not known of a track takes no room at its end', () => {
  const memory: Memory = { ...EMPTY_MEMORY, tracks: { paused: tracksOf('1') } };
  expect(encode(memory).tracks.paused?.['1']).toMatch(/[^,]$/);
});

test('a name longer than it takes to know somebody is cut', () => {
  const name = 'Maximiliana-Alexandra of the Western Support Team, Night';
  const alert = { ...decode(STORED).alerts.a, agentName: name };
  const { alerts } = encode({ ...EMPTY_MEMORY, alerts: { a: alert as Memory['alerts'][string] } });
  expect(decode({ ...STORED, alerts }).alerts.a?.agentName).toBe(name.slice(0, 40));
});

test('what cannot be read is not known: states, severities, names and times', () => {
  const { tracks, alerts, present } = decode(STORED);
  expect(tracks.paused?.get('1')).toMatchObject({ state: 'ready', code: '' });
  const more = decode({ ...STORED, tracks: { paused: { '1': 'abc,,zz,zz' } } }).tracks.paused;
  const nothing = { state: 'unknown', code: '', startSource: 'observed' };
  expect(more?.get('1')).toMatchObject(nothing);
  expect(alerts.a).toMatchObject({
    startSource: 'observed',
    uncertainty: null,
    agentName: null,
    severity: 'warning',
    silent: false,
  });
  expect(present?.get('1')).toMatchObject({
    startSource: 'observed',
    uncertainty: null,
    agentName: null,
    state: 'unknown',
    inScope: false,
    absentSince: null,
  });
});

test('what was stored without the states that were told apart begins changes anew', () => {
  const { apart, ...older } = STORED.memory;
  expect(decode({ ...STORED, memory: older as typeof STORED.memory })).toMatchObject({ apart });
});

describe('with more agents pending than are remembered', () => {
  const many = Array.from({ length: 5_001 }, (_, index) => `a${index}`);
  const tracks = (ids: string[], at: (index: number) => number) =>
    new Map(ids.map((id, index) => [id, { ...TRACK, start: T0 + at(index) * 1000 }]));

  test('the youngest is forgotten, wherever it stands', () => {
    const paused = tracks(many, (index) => 9_999 - index);
    const { kept, forgotten } = bounded({ ...EMPTY_MEMORY, tracks: { paused } });
    expect(forgotten).toBe(1);
    expect(kept.tracks.paused?.has('a0')).toBe(false);
    expect(kept.tracks.paused?.has('a5000')).toBe(true);
  });

  test('an agent is forgotten only in the states of which it is the youngest', () => {
    const paused = tracks(many, (index) => index);
    const wrapUp = tracks(['a5000'], () => -1);
    const { kept, forgotten } = bounded({ ...EMPTY_MEMORY, tracks: { paused, wrapUp } });
    expect(forgotten).toBe(2);
    expect(kept.tracks.wrapUp?.has('a5000')).toBe(true);
    expect(kept.tracks.paused?.has('a5000')).toBe(false);
  });
});

describe('stored with the workflow', () => {
  const owner = { workflowId: 'w', nodeId: 'n' };
  const recalled = { memory: EMPTY_MEMORY, seq: 4, savedAt: 0, source: 's' };
  beforeEach(forgetProcessMemory);

  test('memory counts how often it was saved', () => {
    const stored = { own: {}, shared: {} };
    remember(owner, stored, recalled, T0);
    expect(recall(owner, 's', stored)).toMatchObject({ seq: 5, savedAt: T0, source: 's' });
  });

  test('triggers of the same workflow keep each other’s memory, those of another do not', () => {
    const shared = {};
    remember({ ...owner, nodeId: 'second' }, { own: {}, shared: {} }, recalled, T0);
    remember({ workflowId: 'other', nodeId: 'third' }, { own: {}, shared: {} }, recalled, T0);
    remember(owner, { own: {}, shared }, recalled, T0);
    expect(shared).toMatchObject({ contactCenterTriggers: { second: { nodeId: 'second' } } });
    expect(Object.keys(Object.values(shared)[0] ?? {})).toEqual(['second']);
  });

  test.each([[null], ['text'], [7]])('of which the data is %j is as if there were none', (data) => {
    const stored: Parameters<typeof remember>[1] = { own: {}, shared: {} };
    remember(owner, stored, recalled, T0);
    forgetProcessMemory();
    stored.own.memory = { ...Object(stored.own.memory), data };
    expect(recall(owner, 's', stored).seq).toBe(0);
  });
});
