import { decode, encode, type StoredMemory } from '../../../nodes/shared/trigger/encode';
import { EMPTY_MEMORY, type Memory, type Track } from '../../../nodes/shared/trigger/memory';
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
const STORED: StoredMemory = {
  ...encode(EMPTY_MEMORY),
  tracks: { paused: { '1': 'abc' } },
  alerts: { a: [0, 'x', 'much', 'rule', '1', 7, 0, 0, 9, '', 'no', 0] },
  present: { '1': [0, 'x', 'much', '1', 7, 99, 1, 'then', 0] },
};

test('a pause code is stored once, however many agents are in it', () => {
  const memory: Memory = { ...EMPTY_MEMORY, tracks: { paused: { '1': TRACK, '2': TRACK } } };
  expect(encode(memory).codes).toEqual(['tea']);
});

test('what is not known of a track takes no room at its end', () => {
  const memory: Memory = { ...EMPTY_MEMORY, tracks: { paused: { '1': TRACK } } };
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
  expect(tracks.paused?.['1']).toMatchObject({ state: 'ready', code: '' });
  expect(decode({ ...STORED, tracks: { paused: { '1': 'abc,,zz,zz' } } }).tracks).toMatchObject({
    paused: { '1': { state: 'unknown', code: '', startSource: 'observed' } },
  });
  expect(alerts.a).toMatchObject({
    startSource: 'observed',
    uncertainty: null,
    agentName: null,
    severity: 'warning',
    silent: false,
  });
  expect(present?.['1']).toMatchObject({
    startSource: 'observed',
    uncertainty: null,
    agentName: null,
    state: 'unknown',
    inScope: false,
    absentSince: null,
  });
});
