import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { installPackage } from '../../playground/lib/package.mjs';
import { freePort } from '../../playground/lib/ports.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { installLine } from '../../scripts/lib/release.mjs';
import { firstOfNode } from '../simulator/systems.mjs';
import { startNpmRegistry } from '../support/npmRegistry.mjs';
import { closedPort } from '../support/servers.mjs';
import { npmWithRegistry } from './lib/npm.mjs';
import { runOperation } from './lib/operation.mjs';
import { Stage } from './lib/stage.mjs';
import { PACKAGE } from './lib/workflows.mjs';

/** What n8n 3 does by itself. */
const REFUSING = { N8N_UNVERIFIED_PACKAGES_ENABLED: 'false' };

/**
 * Another n8n than the one of the run, on a folder of its own, without the package.
 * @param {Stage} shared
 * @param {string} name of its folder
 * @param {Record<string, string>} settings
 * @returns {Promise<Stage>} not open yet
 */
async function another({ place }, name, settings) {
  const userFolder = path.join(path.dirname(place.userFolder), name);
  const port = await freePort();
  const brokerPort = await freePort(port + 1);
  const log = path.join(userFolder, 'n8n.log');
  return new Stage({ ...place, userFolder, port, brokerPort, settings, log });
}

/**
 * An n8n that installs what its environment lists: our package, from a registry on this machine.
 * @param {Stage} shared
 * @param {string} name of its folder
 * @param {(line: string) => string} [change] to the line that a release prints
 */
async function managed(shared, name, change = (line) => line) {
  const { installation, tarball, userFolder } = shared.place;
  const registry = await startNpmRegistry(tarball);
  const bin = path.join(path.dirname(userFolder), `${name}-bin`);
  const commands = await npmWithRegistry(bin, registry.url);
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const line = change(installLine(PACKAGE, version, await readFile(tarball)));
  const stage = await another(shared, name, {
    ...REFUSING,
    N8N_COMMUNITY_PACKAGES_MANAGED_BY_ENV: 'true',
    N8N_COMMUNITY_PACKAGES: `[${line}]`,
    PATH: [bin, installation.bin, process.env.PATH].join(path.delimiter),
    // What it asks npmjs.com itself, before it asks npm, stays on this machine.
    HTTPS_PROXY: await closedPort(),
    NO_PROXY: '127.0.0.1,localhost',
  });
  const end = async () => {
    await stage.end();
    await registry.close();
  };
  return { stage, registry, commands, end };
}

const ALL = firstOfNode.flatMap(({ node: name }) => [name, `${name}Trigger`]);

/**
 * @param {Stage} stage
 * @returns {Promise<string[]>} which of our nodes it has
 */
async function nodesOf(stage) {
  /** @type {{name: string}[]} */
  const found = await stage.client.call('POST', '/rest/node-types', {
    nodeInfos: ALL.map((name) => ({ name: `${PACKAGE}.${name}`, version: 1 })),
  });
  return found.map(({ name }) => name).sort();
}

/** @param {Stage} stage */
async function assertRuns(stage) {
  assert.deepEqual(await nodesOf(stage), ALL.toSorted());
  const simulator = await stage.simulate();
  const parameters = { resource: 'team', operation: 'getCounts' };
  const { outputs, error } = await runOperation(stage, 'counts', simulator, parameters);
  assert.equal(error?.message, undefined);
  assert.equal(outputs[0]?.[0]?.loggedIn, simulator.world.signedIn().length);
}

/**
 * An n8n that refuses packages which n8n has not verified.
 * @type {import('./lib/suite.mjs').Suite}
 */
export default {
  title: 'install',
  needs: 'packages by environment',
  tests: {
    'by environment, with name, version and checksum; the next start asks npm nothing': async (
      shared,
    ) => {
      const { stage, registry, commands, end } = await managed(shared, 'by-environment');
      try {
        await stage.open();
        await assertRuns(stage);
        const asked = await commands();
        assert.ok(
          asked.some((command) => command.startsWith('pack ')),
          asked.join('\n'),
        );
        assert.ok(registry.requests.includes('/package.tgz'), 'the tarball came from the registry');
        await stage.close();
        await stage.open();
        await assertRuns(stage);
        assert.deepEqual(await commands(), asked);
      } finally {
        await end();
      }
    },

    'with another checksum n8n is up, without the package, and says so': async (shared) => {
      /** @param {string} line */
      const wrong = (line) =>
        line.replace(/(?<=sha512-)./, (letter) => (letter === 'A' ? 'B' : 'A'));
      const { stage, registry, end } = await managed(shared, 'wrong-checksum', wrong);
      try {
        await stage.open();
        await assert.rejects(nodesOf(stage), /Unrecognized node type: n8n-nodes-contact-center/);
        assert.ok(!registry.requests.includes('/package.tgz'), 'nothing was fetched');
        const log = await readFile(stage.place.log, 'utf8');
        assert.match(log, /Failed to install community package .*n8n-nodes-contact-center/);
      } finally {
        await end();
      }
    },

    'by hand': async (shared) => {
      const stage = await another(shared, 'by-hand', REFUSING);
      const { tarball, userFolder } = stage.place;
      await installPackage(tarball, userFolder, stage.signal);
      try {
        await stage.open();
        await assertRuns(stage);
      } finally {
        await stage.end();
      }
    },
  },
};
