import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { readCurlRecording } from '../simulator/goAutoDial/curlRecording.mjs';
import { passHash } from '../simulator/goAutoDial/passHash.mjs';
import { goAutoDialFloor } from '../simulator/goAutoDial/recordedFloor.mjs';
import { startSimulator } from '../simulator/index.mjs';
import { recordedAt, replay } from '../simulator/recording.mjs';

/** @typedef {import('../simulator/index.mjs').Simulator} Simulator */

const FOLDER = resolve('test/fixtures/goautodial');
const FILES = readdirSync(FOLDER);

/** When the rows of the recorded floor were written. */
const MADE = Date.parse('2026-11-21T22:17:20Z');

/** The hashes are not in the recordings. */
const HASHES = {
  '<31-char pass_hash>': passHash('MyPass1'),
  '<lowuser pass_hash>': passHash('LowPass1'),
};

/** The recorded floor as it is. */
const asItIs = () => {};

/** @param {Simulator} simulator */
function signEverybodyOut({ world }) {
  for (const { id } of world.agents()) world.setAgent(id, { state: 'offline' });
}

/**
 * A fifteenth agent, who came later and has paused without a second of it in the log yet.
 * @param {Simulator} simulator
 */
function addPausedAgent({ world }) {
  const none = { pauseSec: 0, waitSec: 0, talkSec: 0, dispoSec: 0, deadSec: 0 };
  const row = { at: MADE, campaign: 'CAMP001', subStatus: 'BREAK', ...none };
  world.setAgent('1023', {
    name: 'Num Paused',
    state: 'paused',
    reason: 'BREAK',
    campaign: 'CAMP001',
    group: 'SALES',
    extras: { vicidial: { agentLog: [row] } },
  });
}

/**
 * The situation of every recording, by the file's name. One that is not here fails.
 * @type {Record<string, (simulator: Simulator) => unknown>}
 */
const SITUATIONS = {
  'b-goGetAgentsOnCall-json.http': asItIs,
  'b-oncall-empty.http': signEverybodyOut,
  'c01-wrong-password-json.http': asItIs,
  'c02-wrong-password-xml.http': asItIs,
  'c03-unknown-action-json.http': asItIs,
  'c09-bad-responsetype.http': asItIs,
  'c11-plain-password-php8.http': asItIs,
  'c12-missing-session-user.http': asItIs,
  'c14-low-user-level.http': asItIs,
  'c16-post-form.http': asItIs,
  'c17-post-json-body.http': asItIs,
  'd-goGetOfflineActiveAgents-json.http': asItIs,
  'd-goGetRealtimeAgentsMonitoring-json.http': asItIs,
  'd-goGetRealtimeAgentsMonitoring-xml.http': asItIs,
  'd-goGetTotalAgentsCall-json.http': asItIs,
  'd-goGetTotalAgentsPaused-json.http': asItIs,
  'd-goGetTotalAgentsWaitCalls-json.http': asItIs,
  'd-realtime-empty-no-online-table.http': signEverybodyOut,
  'd-realtime-empty-with-online-table.http': (simulator) => {
    signEverybodyOut(simulator);
    Object.assign(simulator.goautodial.settings, { onlineTable: true });
  },
  'e-db-down.http': ({ faults }) => faults.set('dbDown'),
  'e-display-errors-on.http': (simulator) => {
    addPausedAgent(simulator);
    simulator.faults.set('displayErrors');
  },
  'r7-agent-time-all.http': (simulator) => {
    addPausedAgent(simulator);
    Object.assign(simulator.goautodial.settings, { php: 7 });
  },
  'u-goGetAllUsers-json.http': asItIs,
};

/** @param {[string, string][]} headers */
const comparable = (headers) => headers.filter(([name]) => name !== 'Host');

describe('the simulated GOautodial answers as the real one did', () => {
  test('every situation belongs to a recording', () => {
    expect(FILES).toEqual(Object.keys(SITUATIONS).sort());
  });

  // Every file of the folder is a test: a recording nobody prepared for fails here.
  test.each(FILES)('%s', async (file) => {
    const recording = readCurlRecording(resolve(FOLDER, file), HASHES);
    const now = recordedAt(recording);
    const simulator = await startSimulator({ floor: goAutoDialFloor(MADE), now, speed: 0 });
    try {
      const situation = SITUATIONS[file];
      if (!situation) throw new Error(`nothing is prepared for ${file}`);
      await situation(simulator);
      const answered = await replay(simulator.url, recording.request);

      expect(answered.status).toBe(recording.status);
      expect(comparable(answered.headers)).toEqual(comparable(recording.headers));
      expect(answered.body).toBe(recording.body);
    } finally {
      await simulator.close();
    }
  });
});
