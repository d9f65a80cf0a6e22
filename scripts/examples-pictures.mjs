/**
 * `node scripts/examples-pictures.mjs [name ...]`: draws the pictures of examples/README.md anew:
 * each example on the canvas of a real n8n. Takes about two minutes.
 */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { saveCredential } from '../playground/lib/n8n-credentials.mjs';
import { createWorkflow, withCredentials } from '../playground/lib/n8n-workflows.mjs';
import { open, owner, prepare } from '../playground/lib/open.mjs';
import { openBrowser } from './lib/browser.mjs';
import { Editor } from './lib/editor.mjs';
import { main } from './lib/main.mjs';
import { root, workFolder } from './lib/paths.mjs';

/** @typedef {import('../playground/lib/n8n-client.mjs').N8nClient} N8nClient */

const examples = path.join(root, 'examples');
const images = path.join(examples, 'images');

/** What the editor lays over the canvas. */
const overlay = `[data-test-id="canvas-controls"], [data-test-id="canvas-wrapper"] button,
  [data-test-id="canvas-handle-plus-wrapper"], .vue-flow__minimap, .vue-flow__panel
  { display: none !important }`;

/** Free space around what is drawn. */
const MARGIN = 24;

/** A node's name and what it does stand below it, outside its frame. */
const CAPTION = 60;

/**
 * Puts an example into n8n. Its credentials exist, but lead nowhere: without one n8n would mark the
 * node as unfinished.
 * @param {N8nClient} n8n
 * @param {string} name of the file, without ending
 * @returns {Promise<string>} its id
 */
async function importExample(n8n, name) {
  /** @type {import('../playground/lib/n8n-workflows.mjs').WorkflowFile} */
  const workflow = JSON.parse(await readFile(path.join(examples, `${name}.json`), 'utf8'));
  const named = workflow.nodes.flatMap(({ credentials }) => Object.entries(credentials ?? {}));
  const saved = [];
  for (const [type, { name: called }] of named) {
    saved.push(await saveCredential(n8n, { name: called, type, data: { host: 'localhost' } }));
  }
  return createWorkflow(n8n, withCredentials(workflow, saved));
}

/**
 * @param {import('playwright-core').Page} page with a workflow on its canvas
 * @returns {Promise<{x: number, y: number, width: number, height: number}>} where it is drawn
 */
async function drawn(page) {
  const frames = await page
    .locator('.vue-flow__node')
    .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON()));
  const left = Math.min(...frames.map((frame) => frame.left)) - MARGIN;
  const top = Math.min(...frames.map((frame) => frame.top)) - MARGIN;
  const right = Math.max(...frames.map((frame) => frame.right)) + MARGIN;
  const bottom = Math.max(...frames.map((frame) => frame.bottom)) + CAPTION;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

await main(async (signal) => {
  const wanted = process.argv.slice(2);
  const readme = await readFile(path.join(examples, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/images\/([\w-]+)\.png/g)].map(([, name]) => String(name));
  const names = [...new Set(shown)].filter((name) => !wanted.length || wanted.includes(name));
  const folder = path.join(workFolder, 'examples-pictures');
  const place = await prepare({ folder, afresh: true, signal });
  await mkdir(images, { recursive: true });
  const browser = await openBrowser(signal);
  const { n8n, client } = await open(place);
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    const editor = new Editor(page, n8n.url, images);
    await editor.signIn(owner);
    for (const name of names) {
      await editor.openWorkflow(await importExample(client, name));
      await page.locator('.vue-flow__node').first().waitFor();
      await page.keyboard.press('1');
      await page.addStyleTag({ content: overlay });
      await page.waitForTimeout(1500);
      const picture = path.join(images, `${name}.png`);
      await page.screenshot({ path: picture, clip: await drawn(page) });
      console.log(`${name}.png`);
    }
  } finally {
    await browser.close();
    await n8n.stop();
  }
});
