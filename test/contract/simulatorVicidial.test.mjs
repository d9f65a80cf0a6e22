import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { recordedLog } from '../simulator/floors/recorded.mjs';
import { startSimulator } from '../simulator/index.mjs';
import { readRecording, recordedAt, replay } from '../simulator/recording.mjs';

/** @typedef {import('../simulator/index.mjs').Simulator} Simulator */

const FOLDER = resolve('test/fixtures/vicidial');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

/** The agents with awkward names, who are signed in only in some recordings. */
const WEIRD = ['1021', '1022', '1023', '1024', '1026', '1027', '1028'];

/** @param {Simulator} simulator */
function signWeirdOnesIn({ world }) {
  for (const id of WEIRD) world.setAgent(id, { state: 'ready' });
}

/**
 * What a recording needs that the recorded floor is not by itself; keyed by the file's name
 * without `.txt`.
 * @type {Record<string, (simulator: Simulator) => unknown>}
 */
const SITUATIONS = {
  '2fa-required': ({ vicidial }) => Object.assign(vicidial.settings, { twoFactor: true }),
  'ip-whitelist-block': ({ vicidial }) => {
    Object.assign(vicidial.settings, { allowIpLists: true });
    vicidial.setUser('6666', { ipList: ['10.9.8.x'] });
  },
  'lockout-11-bad': async ({ url }) => {
    const { request } = readRecording(resolve(FOLDER, 'lockout-11-bad.txt'));
    for (let attempt = 1; attempt <= 10; attempt += 1) await replay(url, request);
  },
  'lia-empty': ({ world }) => {
    for (const { id } of world.agents()) world.setAgent(id, { state: 'offline' });
  },
  'dup-live-agent.lia': ({ world }) => {
    const second = { campaign: 'SUPPORT', session: '8600098', status: 'PAUSED' };
    world.setAgent('1001', { extras: { vicidial: { extraSessions: [second] } } });
  },
  'null-columns.lia-sub': ({ world }) =>
    world.setAgent('1026', {
      state: 'paused',
      reason: '',
      extras: { vicidial: { row: { campaign: '', session: '' } } },
    }),
  'weird.agent_status.1027': signWeirdOnesIn,
  'weird.lia.csv': signWeirdOnesIn,
  'weird.lia.pipe': signWeirdOnesIn,
  'weird.lia.tab': signWeirdOnesIn,
  'apostrophe.lia': (simulator) => {
    signWeirdOnesIn(simulator);
    simulator.world.setAgent('1025', { state: 'ready' });
  },
  'db-down.agent_status': ({ faults }) => faults.set('empty500'),
  'db-down.php7mode.agent_status': ({ faults }) => faults.set('mysqlConnectError'),
  'display_errors-on.logged_in_agents': ({ faults }) => faults.set('displayErrors'),
  'stats-all-agents.time_format-S': ({ world }) => {
    for (const { id } of world.agents()) {
      const code = id === '1010' || id === '1013' ? 'LOGIN' : '';
      const agentLog = id === '2001' ? [] : recordedLog(world.now(), code, Number(id) - 700);
      world.setAgent(id, { extras: { vicidial: { agentLog } } });
    }
  },
};

/**
 * How a body is compared, where it is not byte for byte.
 * @type {Record<string, (answered: string, recorded: string) => void>}
 */
const COMPARISONS = {
  // The page is PHP's own and not ours to repeat.
  'missing-script': (answered) => expect(answered).toContain('/vicidial/nosuch_api.php'),
  // The warnings name lines of VICIdial's source; what counts is where and how big they are.
  'display_errors-on.logged_in_agents': (answered, recorded) => {
    const ours = splitNoise(answered);
    const theirs = splitNoise(recorded);
    expect(ours.data).toEqual(theirs.data);
    expect(ours.before.every(isNoise)).toBe(true);
    expect(ours.after.every(isNoise)).toBe(true);
    expect(ours.before.length).toBeGreaterThan(0.9 * theirs.before.length);
    expect(ours.after.length).toBeGreaterThan(0);
    expect(answered.length).toBeGreaterThan(0.9 * recorded.length);
  },
};

/** Headers that are not compared, by recording. */
const OTHER_HEADERS = new Set(['missing-script']);

/** @param {string} line */
const isNoise = (line) => /^<br \/>$|^<b>(?:Warning|Deprecated)<\/b>: {2}.*<br \/>$/.test(line);

/** @param {string} body */
function splitNoise(body) {
  const lines = body.replace(/\n$/, '').split('\n');
  const first = lines.findIndex((line) => !isNoise(line));
  const last = lines.findLastIndex((line) => !isNoise(line));
  return {
    before: lines.slice(0, first),
    data: lines.slice(first, last + 1),
    after: lines.slice(last + 1),
  };
}

/** @param {[string, string][]} headers */
const withoutHost = (headers) => headers.filter(([name]) => name !== 'Host');

/** @param {[string, string][]} headers */
const contentType = (headers) =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];

describe('the simulated VICIdial answers as the real one did', () => {
  test('every situation belongs to a recording', () => {
    const names = FILES.map((file) => file.replace(/\.txt$/, ''));
    expect(names).toEqual(expect.arrayContaining(Object.keys({ ...SITUATIONS, ...COMPARISONS })));
    expect(names.length).toBeGreaterThan(0);
  });

  // Every file of the folder is a test: a recording nobody prepared for fails here.
  test.each(FILES)('%s', async (file) => {
    const name = file.replace(/\.txt$/, '');
    const recording = readRecording(resolve(FOLDER, file));
    const simulator = await startSimulator({ now: recordedAt(recording), speed: 0 });
    try {
      await SITUATIONS[name]?.(simulator);
      const answered = await replay(simulator.url, recording.request);

      expect(answered.status).toBe(recording.status);
      expect(contentType(answered.headers)).toBe(contentType(recording.headers));
      if (!OTHER_HEADERS.has(name)) {
        expect(withoutHost(answered.headers)).toEqual(withoutHost(recording.headers));
      }
      const compare = COMPARISONS[name];
      if (compare) compare(answered.body, recording.body);
      else expect(answered.body).toBe(recording.body);
    } finally {
      await simulator.close();
    }
  });
});
