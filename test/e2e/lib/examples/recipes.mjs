import assert from 'node:assert/strict';
import { finished } from '../../../../playground/lib/n8n-executions.mjs';
import { simulatedCredential } from '../../../../playground/lib/furnish.mjs';
import { runByHand } from '../../../../playground/lib/n8n-workflows.mjs';
import { listing } from '../../../simulator/systems.mjs';
import { activateFully, startedTimes } from '../alerts.mjs';
import { arrived, eventually, pass } from '../wait.mjs';
import { addRows, tableRows } from './dataTable.mjs';
import { calmFloor, importExample, runExample, setUp } from './example.mjs';
import { SLACK } from './services.mjs';

/** @typedef {import('../stage.mjs').Stage} Stage */
/** @typedef {import('./outside.mjs').Outside} Outside */

/** Long enough for two polls, or for a reminder and a poll: what must not come would have come. */
const [TWO_POLLS, A_REMINDER] = [25, 45];

/**
 * A Slack of this recipe's own, among all that are played.
 * @param {Outside} outside
 * @param {string} name
 */
function slackOf(outside, name) {
  const accessToken = `xoxb-recipes-${name}`;
  return {
    credential: { name: 'Slack', type: 'slackApi', data: { accessToken, signatureSecret: '' } },
    /** @returns {string[]} the texts it got, oldest first */
    texts: () =>
      outside.sent
        .filter(
          ({ host, headers }) => host === SLACK && headers.authorization?.endsWith(accessToken),
        )
        .map(({ body }) => body.text),
  };
}

/**
 * The moment so many minutes from now, as a data table takes it.
 * @param {number} minutes
 */
const inMinutes = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString();

/**
 * Waits until the trigger has looked at the floor twice, however long that takes it.
 * @param {import('../stage.mjs').Simulator} simulator
 */
async function seenTwice(simulator) {
  const looks = () =>
    simulator.requests().filter((request) => request.function === 'logged_in_agents').length;
  const before = looks();
  await eventually('two looks at the floor', 120, async () => looks() >= before + 2);
}

/**
 * Opens a page of n8n's form and presses its button.
 * @param {string} link
 * @returns {Promise<string>} the page
 */
async function pressButton(link) {
  const page = await (await fetch(link)).text();
  const [, name = '', value = ''] =
    /<input[^>]*type="hidden"[^>]*name="(field-\d+)"[^>]*value="([^"]*)"/.exec(page) ?? [];
  const form = new FormData();
  form.append(
    name,
    value.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))),
  );
  const answer = await fetch(link.replace(/\?.*/, ''), { method: 'POST', body: form });
  assert.equal(answer.status, 200);
  return page;
}

/** @type {Record<string, import('../../examples.e2e.mjs').Test>} */
export default {
  'acknowledge: a link ends the reminders, and the end is told all the same': async (
    stage,
    outside,
  ) => {
    const simulator = await calmFloor(stage);
    const { credential, texts } = slackOf(outside, 'acknowledge');
    const file = 'recipes/acknowledge.json';
    const workflow = await importExample(stage, { file, simulator, credentials: [credential] });
    await setUp(stage, workflow);
    await activateFully(stage, workflow);
    simulator.world.setAgent('1001', { state: 'paused' });
    const [first = '', second = ''] = await arrived('message', 2, texts);
    assert.match(first, /^:warning: Ann Ready .*<http/);
    assert.equal(
      second.replace(/for \d+.*?\./, ''),
      first.replace(/for \d+.*?\./, ''),
      'a reminder',
    );
    const link = /<(http[^|]+)\|I have seen it>$/.exec(first)?.[1] ?? '';
    await pressButton(link);
    const rows = await eventually('an acknowledgement', 75, async () => {
      const found = await tableRows(stage.client, 'acknowledged');
      return found.length > 0 && found;
    });
    assert.deepEqual(
      rows.map(({ alertId }) => alertId),
      [new URL(link).searchParams.get('alertId')],
    );
    const before = texts().length;
    await pass(A_REMINDER);
    assert.ok(texts().length <= before + 1, 'at most the reminder that was under way');
    simulator.world.setAgent('1001', { state: 'ready' });
    const all = await eventually(
      'the end',
      60,
      async () => /^:white_check_mark: Ann Ready/.test(texts().at(-1) ?? '') && texts(),
    );
    assert.doesNotMatch(all.at(-1) ?? '', /I have seen it/);
    await eventually(
      'an empty table',
      20,
      async () => (await tableRows(stage.client, 'acknowledged')).length === 0,
    );
  },

  'mute: nothing about an agent until the date, everything about the others': async (
    stage,
    outside,
  ) => {
    const simulator = await calmFloor(stage);
    const { credential, texts } = slackOf(outside, 'mute');
    const file = 'recipes/mute.json';
    const workflow = await importExample(stage, { file, simulator, credentials: [credential] });
    await setUp(stage, workflow);
    await addRows(stage.client, 'muted', [
      { agentId: '1001', until: inMinutes(60) },
      { agentId: '1002', until: inMinutes(-1) },
    ]);
    await activateFully(stage, workflow);
    for (const id of ['1001', '1002', '1020']) simulator.world.setAgent(id, { state: 'paused' });
    await arrived('message', 2, texts);
    for (const id of ['1001', '1002']) simulator.world.setAgent(id, { state: 'ready' });
    await arrived('message', 3, texts);
    await pass(TWO_POLLS);
    assert.deepEqual(
      texts()
        .map((text) => text.split(' (')[0])
        .sort(),
      [':warning: Bob Closer', ':warning: Comma, Quincy', ':white_check_mark: Bob Closer'],
    );
  },

  'accumulated pause: told when the pauses of the day are more than an hour': async (
    stage,
    outside,
  ) => {
    const simulator = await calmFloor(stage);
    const { credential, texts } = slackOf(outside, 'pauses');
    const file = 'recipes/accumulated-pause.json';
    const workflow = await importExample(stage, { file, simulator, credentials: [credential] });
    await setUp(stage, workflow);
    await activateFully(stage, workflow);
    await seenTwice(simulator);
    /** @param {string[]} ids @param {number} rows that there are afterwards */
    const pausedAndBack = async (ids, rows) => {
      for (const id of ids) simulator.world.setAgent(id, { state: 'paused' });
      await seenTwice(simulator);
      for (const id of ids) simulator.world.setAgent(id, { state: 'ready' });
      return eventually(`${rows} pauses`, 75, async () => {
        const found = await tableRows(stage.client, 'pauses');
        return found.length >= rows && found;
      });
    };
    const [pause] = await pausedAndBack(['1001'], 1);
    assert.deepEqual([pause?.agentId, pause?.agentName], ['1001', 'Ann Ready']);
    assert.ok(pause?.seconds > 0);
    const [agentId, agentName] = ['1001', 'Ann Ready'];
    await addRows(stage.client, 'pauses', [
      { agentId, agentName, day: pause?.day, seconds: 3600 },
      { agentId: '1002', agentName: 'Bob Closer', day: '2026-01-01', seconds: 3600 },
    ]);
    assert.deepEqual(texts(), [], 'less than an hour');
    await pausedAndBack(['1001', '1002'], 5);
    const [text = ''] = await arrived('message', 1, texts);
    assert.match(text, /^:warning: Ann Ready has been paused for 6\d min today\.$/);
    await pass(5);
    assert.equal(texts().length, 1, 'the pauses of another day do not count');
  },

  'missing at shift start: the names of all who are not logged in, in one message': async (
    stage,
    outside,
  ) => {
    const simulator = await calmFloor(stage);
    const { credential, texts } = slackOf(outside, 'missing');
    const file = 'recipes/missing-at-shift-start.json';
    const workflow = await importExample(stage, { file, simulator, credentials: [credential] });
    await setUp(stage, workflow);
    const begin = async () => {
      const run = await runByHand(stage.client, workflow, 'After the Shift Has Begun');
      assert.equal((await finished(stage.client, run)).status, 'success');
    };
    await addRows(stage.client, 'shift', [{ agentId: '1001', agentName: 'Ann Ready' }]);
    await begin();
    assert.deepEqual(texts(), [], 'nobody is missing');
    await addRows(stage.client, 'shift', [
      { agentId: '9999', agentName: 'Nora Late' },
      { agentId: '9998', agentName: '' },
    ]);
    await begin();
    assert.deepEqual(texts(), [':warning: Missing at shift start: Nora Late, 9998']);
    for (const { id } of simulator.world.signedIn()) {
      simulator.world.setAgent(id, { state: 'offline' });
    }
    await begin();
    assert.equal(texts()[1], ':warning: Missing at shift start: Ann Ready, Nora Late, 9998');
  },

  'one channel: what several contact centers tell, each under its name': async (stage, outside) => {
    const simulator = await calmFloor(stage);
    const { credential, texts } = slackOf(outside, 'one-channel');
    const logins = listing.map((system) => simulatedCredential(system, simulator));
    const who = { name: 'Ada Example', campaign: 'TESTCAMP', group: 'AGENTS' };
    simulator.world.setAgent('1101', { ...who, state: 'ready' });
    const file = 'recipes/one-channel.json';
    await runExample(stage, { file, simulator, credentials: [...logins, credential] });
    simulator.world.setAgent('1101', { state: 'paused' });
    await arrived('message', listing.length, texts);
    simulator.world.setAgent('1101', { state: 'ready' });
    const all = await arrived('message', 2 * listing.length, texts);
    const begun = (/** @type {string} */ mark) =>
      all
        .filter((text) => text.startsWith(mark))
        .map((text) => text.slice(mark.length).split(' (')[0]);
    const expected = listing.map(({ name }) => ` ${name}: Ada Example`).sort();
    assert.deepEqual(begun(':warning:').sort(), expected);
    assert.deepEqual(begun(':white_check_mark:').sort(), expected);
  },

  'maintenance window: silence, and afterwards what still lasts': async (stage, outside) => {
    const simulator = await calmFloor(stage);
    const { credential, texts } = slackOf(outside, 'maintenance');
    const file = 'recipes/maintenance-window.json';
    const workflow = await importExample(stage, { file, simulator, credentials: [credential] });
    await setUp(stage, workflow);
    await activateFully(stage, workflow);
    // Long enough for the alert to begin and to be repeated in it.
    const until = inMinutes(2);
    await addRows(stage.client, 'maintenance', [
      { from: inMinutes(-60), until: inMinutes(-30) },
      { from: inMinutes(-1), until },
      { from: inMinutes(60), until: inMinutes(120) },
    ]);
    simulator.world.setAgent('1001', { state: 'paused' });
    await startedTimes(stage, workflow, 1, 90);
    await pass((Date.parse(until) - Date.now()) / 1000 - 5);
    assert.deepEqual(texts(), [], 'though the alert has begun');
    const [text = ''] = await arrived('message', 1, texts);
    assert.ok(Date.parse(until) <= Date.now());
    assert.match(text, /^:warning: Ann Ready .* has been paused/);
    simulator.world.setAgent('1001', { state: 'ready' });
    await eventually('the end', 75, async () =>
      /^:white_check_mark: Ann Ready/.test(texts().at(-1) ?? ''),
    );
  },
};
