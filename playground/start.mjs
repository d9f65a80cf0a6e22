/**
 * `npm start`: a real n8n with our nodes, an example workflow and a simulated contact center, from
 * a bare clone on. Ctrl-C ends all of it; what is in n8n stays for the next time.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main } from '../scripts/lib/main.mjs';
import { workFolder } from '../scripts/lib/paths.mjs';
import { startSimulator } from '../test/simulator/index.mjs';
import { furnish } from './lib/furnish.mjs';
import { logTail } from './lib/n8n-process.mjs';
import { versionOf, versions } from './lib/n8n-versions.mjs';
import { open, owner, prepare } from './lib/open.mjs';
import { claimPort, freePort } from './lib/ports.mjs';
import { systems } from '../test/simulator/systems.mjs';
import { forgetRunning, refuseSecond, rememberRunning } from './lib/running.mjs';

const usage = `npm start -- [--port NUMBER] [--n8n MAJOR] [--reset]
  --port   where n8n listens (5678)
  --n8n    ${versions.map(({ major }) => major).join(' or ')}; each has workflows and credentials of its own
  --reset  forget the workflows and credentials of earlier starts`;

/**
 * @typedef {object} Options
 * @property {import('./lib/n8n-versions.mjs').N8nVersion} version
 * @property {number} port
 * @property {boolean} reset
 * @property {AbortSignal} signal
 */

/**
 * @param {Options} options
 * @returns {Promise<void>} when the user has stopped it; rejects where it fails
 */
async function play({ version, port, reset, signal }) {
  const folder = path.join(workFolder, 'start', version.folder);
  await refuseSecond(folder);
  await claimPort(port, 'npm start -- --port');
  const place = await prepare({ folder, version, port, afresh: reset, signal });
  const simulator = await startSimulator({
    port: await freePort(port + 2),
    floor: 'demo',
    life: true,
  });
  const { n8n, client } = await open(place).catch(async (error) => {
    await simulator.close();
    throw error;
  });
  try {
    await rememberRunning(folder, n8n);
    const [example = ''] = await furnish(client, simulator);
    console.log(screen(port, example, simulator));
    const stopped = new Promise((resolve) => {
      if (signal.aborted) resolve('');
      signal.addEventListener('abort', () => resolve(''));
    });
    const end = await Promise.race([n8n.ended, stopped]);
    if (end) throw new Error(`n8n has ended by itself (${end}).\n${await logTail(n8n.log)}`);
    console.log('\nStopping ...');
  } finally {
    await n8n.stop();
    await simulator.close();
    await forgetRunning(folder);
  }
}

/**
 * @param {number} port
 * @param {string} example the example workflow's id
 * @param {import('../test/simulator/index.mjs').Simulator} simulator
 * @returns {string}
 */
const screen = (port, example, simulator) => `
  n8n              http://localhost:${port}
  sign in as       ${owner.email}
  password         ${owner.password}

  Look at          http://localhost:${port}/workflow/${example}/executions
                   Within three minutes an agent of the simulated contact center
                   has been paused for too long, and the first alert is there.
                   There is an example like it for each vendor, of the same agents.

  What agents do   ${simulator.url}/control/state

  A credential for each vendor is there. To make one of your own, enter
${systems.map((system) => login(system, simulator)).join('\n')}

  Stop             Ctrl-C        Begin afresh: npm start -- --reset
`;

/**
 * @param {import('../test/simulator/systems.mjs').System} system
 * @param {import('../test/simulator/index.mjs').Simulator} simulator
 * @returns {string} what to enter into its credential, a field after the other
 */
function login({ name, login: fieldsOf }, simulator) {
  const fields = Object.values(fieldsOf(simulator)).filter((value) => value !== 'n8n');
  return `    ${name.padEnd(15)}${fields.join('\n'.padEnd(20))}`;
}

await main(async (signal) => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5678' },
      n8n: { type: 'string', default: '2' },
      reset: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_000) {
    throw new Error(`--port takes a number between 1 and 65000.\n${usage}`);
  }
  if (values.help) console.log(usage);
  else await play({ version: versionOf(values.n8n), port, reset: values.reset, signal });
});
