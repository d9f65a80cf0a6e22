/**
 * `npm run screenshots`: draws docs/images/*.png anew, from a real n8n with the simulated contact
 * centre of the playground. Takes about three minutes: it waits for an alert and its end.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { furnish, simulatedCredential } from '../playground/lib/furnish.mjs';
import { saveCredential } from '../playground/lib/n8n-credentials.mjs';
import { executions } from '../playground/lib/n8n-executions.mjs';
import { createWorkflow } from '../playground/lib/n8n-workflows.mjs';
import { vicidial } from '../test/simulator/vicidial/system.mjs';
import { open, owner, prepare } from '../playground/lib/open.mjs';
import { eventually } from '../test/e2e/lib/wait.mjs';
import { startSimulator } from '../test/simulator/index.mjs';
import { openBrowser } from './lib/browser.mjs';
import { Editor } from './lib/editor.mjs';
import { main } from './lib/main.mjs';
import { root, workFolder } from './lib/paths.mjs';

/** @typedef {import('../playground/lib/n8n-client.mjs').N8nClient} N8nClient */

const images = path.join(root, 'docs', 'images');

/**
 * A workflow with the VICIdial node in it.
 * @param {N8nClient} n8n
 * @param {import('../test/simulator/index.mjs').Simulator} simulator
 * @returns {Promise<string>} its id
 */
async function nodeWorkflow(n8n, simulator) {
  const credential = await saveCredential(n8n, simulatedCredential(vicidial, simulator));
  const start = {
    id: 'start',
    name: 'Start',
    type: 'n8n-nodes-base.manualTrigger',
    typeVersion: 1,
  };
  const node = {
    id: 'node',
    name: 'VICIdial',
    type: 'n8n-nodes-contact-center.vicidial',
    typeVersion: 1,
  };
  return createWorkflow(n8n, {
    name: 'Who is doing what',
    nodes: [
      { ...start, position: [0, 0], parameters: {} },
      {
        ...node,
        position: [240, 0],
        parameters: { resource: 'agent', operation: 'getLiveInfo' },
        credentials: { vicidialApi: credential },
      },
    ],
    connections: { Start: { main: [[{ node: 'VICIdial', type: 'main', index: 0 }]] } },
  });
}

/**
 * @param {Editor} editor
 * @param {N8nClient} n8n
 * @param {import('../test/simulator/index.mjs').Simulator} simulator
 */
async function draw(editor, n8n, simulator) {
  const [example = ''] = await furnish(n8n, simulator);
  await editor.signIn(owner);
  await editor.openWorkflow(example);
  await editor.picture('example-workflow');
  await editor.openNode('VICIdial Trigger');
  await editor.picture('trigger-parameters');
  await editor.execute('json');
  await editor.picture('trigger-test-event');

  await editor.openWorkflow('new');
  await editor.nodes.search('vicidial');
  await editor.picture('node-search');
  await editor.nodes.open('vicidial');
  await editor.picture('node-actions');

  await editor.openWorkflow(await nodeWorkflow(n8n, simulator));
  await editor.openNode('VICIdial');
  await editor.execute('table');
  await editor.widenOutput(400);
  await editor.picture('live-info');

  await eventually('an alert and its end', 400, async () => {
    const all = await executions(n8n, example);
    return all.filter(({ mode, status }) => mode === 'trigger' && status === 'success').length > 1;
  });
  await editor.openWorkflow(`${example}/executions`);
  await editor.picture('alerts');
}

await main(async (signal) => {
  const folder = path.join(workFolder, 'screenshots');
  const place = await prepare({ folder, afresh: true, signal });
  await mkdir(images, { recursive: true });
  const browser = await openBrowser(signal);
  const simulator = await startSimulator({ floor: 'demo', life: true });
  const { n8n, client } = await open(place);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await draw(new Editor(page, n8n.url, images), client, simulator);
  } finally {
    await browser.close();
    await n8n.stop();
    await simulator.close();
  }
});
