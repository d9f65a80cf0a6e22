'use strict';

const { rm, readFile, readdir, writeFile, mkdir } = require('node:fs/promises');
const path = require('node:path');
const { series } = require('gulp');
const { optimize } = require('svgo');

const dist = path.join(__dirname, 'dist');
const shipped = new Set(['credentials', 'icons', 'nodes']);

/** The compiler and n8n-node copy more than we ship: package.json and pictures of the whole checkout. */
async function clear() {
  for (const name of await readdir(dist)) {
    if (!shipped.has(name)) await rm(path.join(dist, name), { recursive: true });
  }
}

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

exports.assets = series(clear, icons);
