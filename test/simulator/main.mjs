import { parseArgs } from 'node:util';

import { startSimulator } from './index.mjs';

/**
 * node test/simulator/main.mjs [--port 8091] [--floor demo|recorded|N] [--seed 1] [--speed 1]
 *   [--now 2026-11-21T22:18:21Z] [--life]
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8091' },
    floor: { type: 'string', default: 'demo' },
    seed: { type: 'string', default: '1' },
    speed: { type: 'string', default: '1' },
    now: { type: 'string' },
    life: { type: 'boolean', default: false },
  },
});

const { floor } = values;
const simulator = await startSimulator({
  port: Number(values.port),
  floor: /^\d+$/.test(floor) ? { agents: Number(floor) } : /** @type {'demo'} */ (floor),
  seed: Number(values.seed),
  speed: Number(values.speed),
  now: values.now,
  life: values.life,
});
process.stdout.write(`${simulator.url}\n`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => void simulator.close());
}
