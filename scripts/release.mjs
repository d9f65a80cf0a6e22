/**
 * `node scripts/release.mjs TAG FOLDER`: packs the built package into the folder as the release that
 * a tag stands for, and prints the line with which n8n installs it by environment. On GitHub the
 * line stands in the run's summary as well. A tag that is not package.json's version is refused.
 */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './lib/command.mjs';
import { main } from './lib/main.mjs';
import { root } from './lib/paths.mjs';
import { installLine, refuseOtherTag, refuseUnbuilt } from './lib/release.mjs';

await main(async (signal) => {
  const [tag, folder] = process.argv.slice(2);
  if (!tag || !folder) throw new Error('Give the tag and a folder: release.mjs 0.2.0 release');
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const { name, version } = manifest;
  refuseOtherTag(tag, version);
  refuseUnbuilt(root, manifest);
  const place = path.resolve(folder);
  await mkdir(place, { recursive: true });
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', place];
  await run('npm', pack, { cwd: root, signal });
  const line = installLine(
    name,
    version,
    await readFile(path.join(place, `${name}-${version}.tgz`)),
  );
  console.log(line);
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) await appendFile(summary, `\`\`\`json\n${line}\n\`\`\`\n`);
});
