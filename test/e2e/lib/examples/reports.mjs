import assert from 'node:assert/strict';
import { finished, nodeRun } from '../../../../playground/lib/n8n-executions.mjs';
import { runByHand } from '../../../../playground/lib/n8n-workflows.mjs';
import { ChatModel } from './chatModel.mjs';
import { importExample } from './example.mjs';
import { Mailbox } from './mailbox.mjs';

/** @typedef {import('./chatModel.mjs').Message} Message */

/**
 * A model that asks both tools about agents, and then names who is paused and has paused most.
 * @param {Message[]} messages so far
 * @returns {Partial<Message>}
 */
function longestPaused(messages) {
  const [now = [], today = []] = messages
    .filter(({ role }) => role === 'tool')
    .map(({ content }) => /** @type {Record<string, any>[]} */ (JSON.parse(content ?? '[]')));
  if (now.length === 0) {
    const calls = ['Agents_Now', 'Agents_Today'].map((name) => ({
      id: name,
      type: /** @type {const} */ ('function'),
      function: { name, arguments: '{}' },
    }));
    return { tool_calls: calls };
  }
  const paused = now.filter(({ state }) => state === 'paused').map(({ agentId }) => agentId);
  const [most] = today
    .filter(({ agentId }) => paused.includes(agentId))
    .sort((one, other) => other.pauseSeconds - one.pauseSeconds);
  return { content: `${most?.agentName}, ${most?.pauseSeconds} s` };
}

/** @type {Record<string, import('../../examples.e2e.mjs').Test>} */
export default {
  'daily report: a mail with a row and a bar for each agent': async (stage) => {
    const simulator = await stage.simulate();
    const mailbox = await Mailbox.open();
    const credentials = [mailbox.credential];
    const file = 'daily-agent-report.json';
    const workflow = await importExample(stage, { file, simulator, credentials });
    const run = await runByHand(stage.client, workflow, 'At the End of the Day');
    assert.equal((await finished(stage.client, run)).status, 'success');
    assert.equal(mailbox.mails.length, 1, 'one mail for all agents');
    const { subject, body } = mailbox.mails[0] ?? { subject: '', body: '' };
    assert.match(subject, /^What the agents did until \d{4}-/);
    const rows = body.split('<tr><td style="padding').slice(1);
    const activity = await nodeRun(stage.client, run, 'Get Activity');
    assert.equal(rows.length, activity?.outputs[0]?.length);
    const ann = rows.find((row) => row.includes('>Ann Ready<')) ?? '';
    const texts = [...ann.matchAll(/>([^<]+)</g)].map(([, text]) => text);
    assert.deepEqual(texts, ['Ann Ready', '1', '0:04', '0:00', '0:02']);
    const bar = [...ann.matchAll(/background: #\w+;[^"]* width: (\d+)%/g)].map(([, part]) => part);
    assert.deepEqual(bar, ['50', '14', '8', '29']);
    assert.match(body, />Uma &#60;b&#62;/, 'a name is no HTML');
  },

  'ask about agents: the model is given the tools, and gets what they tell': async (stage) => {
    const simulator = await stage.simulate();
    const long = { at: Date.now() - 1000, campaign: 'SUPPORT', subStatus: 'LOGIN' };
    const none = { waitSec: 0, talkSec: 0, dispoSec: 0, deadSec: 0 };
    const extras = { vicidial: { agentLog: [{ ...long, ...none, pauseSec: 1234 }] } };
    simulator.world.setAgent('1013', { extras });
    const model = await ChatModel.open(longestPaused);
    const chat = 'When Somebody Asks';
    const chatInput = 'Who has been paused longest?';
    const workflow = await importExample(stage, {
      file: 'ask-about-agents.json',
      simulator,
      credentials: [model.credential],
      pinned: { [chat]: [{ action: 'sendMessage', sessionId: 'examples', chatInput }] },
    });
    const run = await runByHand(stage.client, workflow, chat);
    assert.equal((await finished(stage.client, run)).status, 'success');
    const answer = await nodeRun(stage.client, run, 'Answer');
    assert.equal(answer?.outputs[0]?.[0]?.output, 'Moe Login, 1234 s');
    const [asked] = model.asked;
    assert.equal(asked?.messages.at(-1)?.content, chatInput);
    assert.deepEqual(asked?.tools.map((tool) => tool.function.name).sort(), [
      'Agents_Now',
      'Agents_Today',
      'Counts',
    ]);
  },
};
