'use strict';

const { spawn } = require('node:child_process');
const { rm, readFile, readdir, writeFile, mkdir } = require('node:fs/promises');
const path = require('node:path');
const { dest, series, src } = require('gulp');
const { optimize } = require('svgo');

const dist = path.join(__dirname, 'dist');

/** Nothing of what was built before is shipped again. */
const clean = () => rm(dist, { recursive: true, force: true });

const compile = () =>
  spawn(process.execPath, [require.resolve('typescript/bin/tsc')], {
    cwd: __dirname,
    stdio: 'inherit',
  });

/** What n8n reads beside the code: where a node is listed, and what it gives before it has run. */
const json = () => src('nodes/**/*.json').pipe(dest(path.join(dist, 'nodes')));

/** Every vendor's icon, light and dark, as small as it goes. */
async function icons() {
  const from = path.join(__dirname, 'icons');
  const to = path.join(dist, 'icons');
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    const source = await readFile(path.join(from, name), 'utf8');
    await writeFile(path.join(to, name), optimize(source, { multipass: true }).data);
  }
}

exports.build = series(clean, compile, json, icons);
