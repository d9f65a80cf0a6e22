import assert from 'node:assert/strict';
import { arrived, pass } from '../wait.mjs';
import { calmFloor, runExample } from './example.mjs';
import { Mailbox } from './mailbox.mjs';
import { PAGER_DUTY, SLACK, TEAMS } from './services.mjs';

/** Long enough for two polls: what must not come would have come by then. */
const PROOF_SECONDS = 25;

/** @type {Record<string, import('../../examples.e2e.mjs').Test>} */
export default {
  'paused too long: Slack hears of it, the managers when it is critical, both of its end': async (
    stage,
    outside,
  ) => {
    const simulator = await calmFloor(stage);
    const data = { accessToken: 'xoxb-examples-leads', signatureSecret: '' };
    const credentials = [{ name: 'Slack', type: 'slackApi', data }];
    await runExample(stage, { file: 'paused-too-long-to-slack.json', simulator, credentials });
    const told = () =>
      outside.sent
        .filter(({ headers }) => headers.authorization === `Bearer ${data.accessToken}`)
        .map(({ host, path, body }) => ({ host, path, ...body }));
    simulator.world.setAgent('1001', { state: 'paused', reason: 'BREAK' });
    await arrived('message', 3, told);
    simulator.world.setAgent('1001', { state: 'ready' });
    const all = await arrived('message', 5, told);
    assert.ok(all.every(({ host, path }) => host === SLACK && path === '/api/chat.postMessage'));
    const found = all.map(({ channel, text }) => [channel, text.split(' ')[0]]);
    assert.deepEqual(found.slice(0, 1), [['#team-leads', ':warning:']]);
    assert.deepEqual(found.slice(1, 3).sort(), [
      ['#contact-center-managers', ':rotating_light:'],
      ['#team-leads', ':rotating_light:'],
    ]);
    assert.deepEqual(found.slice(3).sort(), [
      ['#contact-center-managers', ':white_check_mark:'],
      ['#team-leads', ':white_check_mark:'],
    ]);
    assert.ok(all.every(({ text }) => /Ann Ready/.test(text)));
  },

  'nobody ready, and an outage: PagerDuty opens and resolves the same incident': async (
    stage,
    outside,
  ) => {
    const simulator = await calmFloor(stage);
    const json = JSON.stringify({ body: { routing_key: 'examples-integration-key' } });
    const credentials = [{ name: 'PagerDuty', type: 'httpCustomAuth', data: { json } }];
    await runExample(stage, { file: 'nobody-ready-to-pagerduty.json', simulator, credentials });
    const events = () =>
      outside.sent.filter(({ host }) => host === PAGER_DUTY).map(({ body }) => body);
    const ready = simulator.world.signedIn().filter(({ state }) => state === 'ready');
    for (const { id } of ready) simulator.world.setAgent(id, { state: 'paused' });
    await arrived('event', 1, events);
    simulator.world.setAgent('1001', { state: 'ready' });
    await arrived('event', 2, events);
    simulator.faults.set('gateway502');
    await arrived('event', 3, events);
    simulator.faults.clear();
    const all = await arrived('event', 4, events);
    assert.deepEqual(
      all.map(({ event_action: action }) => action),
      ['trigger', 'resolve', 'trigger', 'resolve'],
    );
    const [nobody, somebody, down, up] = all.map(({ dedup_key: key }) => key);
    assert.match(nobody, /countLimit:agents:atMost:ready$/);
    assert.equal(somebody, nobody);
    assert.match(down, /sourceDown$/);
    assert.equal(up, down);
    assert.ok(all.every((event) => event.routing_key === 'examples-integration-key'));
    assert.equal(all[0].payload.severity, 'critical');
    assert.match(all[0].payload.summary, /^0 agents ready/);
    assert.equal(all[0].payload.custom_details.counts.ready, 0);
  },

  'limits per pause code: Teams gets a card at the limit of the code': async (stage, outside) => {
    const simulator = await calmFloor(stage);
    await runExample(stage, { file: 'pause-code-limits-to-teams.json', simulator });
    const cards = () =>
      outside.sent
        .filter(({ host }) => host === TEAMS)
        .map(({ body }) => {
          const [{ contentType, content }] = body.attachments;
          assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
          const [title, { facts }] = content.body;
          return {
            title: title.text,
            color: title.color,
            agent: facts[0].value,
            code: facts[1].value,
          };
        });
    for (const [id, reason] of Object.entries({
      1001: 'BREAK',
      1002: 'LUNCH',
      1008: 'TRAIN',
      1020: 'TOILET',
    })) {
      simulator.world.setAgent(id, { state: 'paused', reason });
    }
    await arrived('card', 2, cards);
    assert.deepEqual(
      cards().map(({ code }) => code),
      ['TOILET', 'BREAK'],
      'each at its own limit',
    );
    simulator.world.setAgent('1001', { state: 'ready' });
    await arrived('card', 4, cards);
    await pass(PROOF_SECONDS);
    const all = cards();
    assert.deepEqual(
      all.map(({ color, agent }) => [color, agent]),
      [
        ['Attention', 'Comma, Quincy (1020)'],
        ['Attention', 'Ann Ready (1001)'],
        ['Good', 'Ann Ready (1001)'],
        ['Attention', 'Bob Closer (1002)'],
      ],
      'training has no limit',
    );
  },

  'too many paused: a mail at 30 percent, none at 25, one at 20': async (stage) => {
    const simulator = await calmFloor(stage);
    const mailbox = await Mailbox.open();
    const credentials = [mailbox.credential];
    await runExample(stage, { file: 'too-many-paused-to-email.json', simulator, credentials });
    const [first, ...others] = ['1001', '1002', '1003', '1004', '1005', '1006'];
    for (const id of [String(first), ...others]) simulator.world.setAgent(id, { state: 'paused' });
    await arrived('mail', 1, () => mailbox.mails);
    for (const id of others.slice(0, 2)) simulator.world.setAgent(id, { state: 'ready' });
    await pass(PROOF_SECONDS);
    assert.equal(mailbox.mails.length, 1, '4 of 17 is below the limit and not yet over');
    simulator.world.setAgent(String(first), { state: 'ready' });
    const mails = await arrived('mail', 2, () => mailbox.mails);
    assert.deepEqual(
      mails.map(({ to }) => to),
      ['team-leads@example.com', 'team-leads@example.com'],
    );
    assert.match(mails[0]?.subject ?? '', /^35.*paused/);
    assert.match(mails[0]?.body ?? '', /Logged in: 17\nPaused: 6 \(35\.3 %\)/);
    assert.match(mails[1]?.subject ?? '', /^Over/);
  },
};
