/**
 * `npm run test:browser`: the wallboard's page in headless Chromium, from a bare clone on.
 */
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { main } from './lib/main.mjs';
import { root } from './lib/paths.mjs';
import { section } from './lib/progress.mjs';
import { installTools } from './lib/project.mjs';

const files = [path.join(root, 'test', 'browser', 'wallboard.browser.mjs')];

await main(async (signal) => {
  await section('Install', () => installTools(signal));
  const counts = { passed: 0, failed: 0 };
  const stream = run({ files, signal });
  stream.on('test:pass', ({ details }) => {
    if (details.type !== 'suite') counts.passed += 1;
  });
  stream.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') counts.failed += 1;
  });
  for await (const line of stream.compose(new spec())) process.stdout.write(line);
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
});
