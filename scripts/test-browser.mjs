/**
 * `npm run test:browser`: the wallboard's page, and n8n's editor with our nodes, in headless
 * Chromium, from a bare clone on. Arguments are the parts to run: "wallboard", "editor", or titles of
 * the editor's suites. Ends with "N passed, N failed".
 */
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { runEditor, titles } from '../test/browser/editor/run.mjs';
import { main } from './lib/main.mjs';
import { root } from './lib/paths.mjs';
import { section } from './lib/progress.mjs';
import { installTools } from './lib/project.mjs';

/** @typedef {{passed: number, failed: number}} Counts */

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Counts>}
 */
async function runWallboard(signal) {
  const counts = { passed: 0, failed: 0 };
  const files = [path.join(root, 'test', 'browser', 'wallboard.browser.mjs')];
  const stream = run({ files, signal });
  stream.on('test:pass', ({ details }) => {
    if (details.type !== 'suite') counts.passed += 1;
  });
  stream.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') counts.failed += 1;
  });
  for await (const line of stream.compose(new spec())) process.stdout.write(line);
  return counts;
}

await main(async (signal) => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((part) => !['wallboard', 'editor', ...titles].includes(part));
  if (unknown.length > 0) {
    throw new Error(`No such part: ${unknown}. There are: wallboard, editor, ${titles.join(', ')}`);
  }
  const suites = asked.length === 0 || asked.includes('editor') ? titles : asked;
  await section('Install', () => installTools(signal));
  const results = [];
  if (asked.length === 0 || asked.includes('wallboard')) {
    results.push(await section('Wallboard', () => runWallboard(signal)));
  }
  if (titles.some((title) => suites.includes(title))) {
    results.push(await section('Editor', () => runEditor(suites, signal)));
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
});
