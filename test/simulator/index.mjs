import { createClock, toMs } from './clock.mjs';
import { createControl } from './control.mjs';
import { createFaults } from './faults.mjs';
import { resolveFloor } from './floors/index.mjs';
import { COMMON_FAULTS } from './http/faultyAnswers.mjs';
import { createHttpServer } from './http/server.mjs';
import { createRequestLog } from './requestLog.mjs';
import { startScenario } from './scenario.mjs';
import { systems } from './systems.mjs';
import { createWorld } from './world.mjs';

/** @import { Dialect } from './types.mjs' */

/**
 * @typedef {object} SimulatorOptions
 * @property {number} [port]   0 is any free one; always on 127.0.0.1
 * @property {import('./floors/index.mjs').FloorChoice} [floor]
 * @property {number} [seed]   of everything that is random
 * @property {import('./types.mjs').Moment} [now]   where the clock starts; real time if not given
 * @property {number} [speed]   simulated seconds per real second; 0 stands still
 * @property {boolean} [life]   whether the agents live by the scenario
 */

/** @typedef {ReturnType<(typeof systems)[number]['dialect']>['name']} DialectName */

/**
 * With each dialect's settings and users by its name: the same as POST /control/settings and
 * /control/users.
 * @typedef {Awaited<ReturnType<typeof startSimulator>>} Simulator
 */

/**
 * Starts a simulated contact centre: one world, spoken in the vendors' own dialects on one port,
 * with a control API under /control/ and a log of its own truth. See the README beside this file.
 *
 * @param {SimulatorOptions} [options]
 */
export async function startSimulator(options = {}) {
  const { port = 0, floor = 'recorded', seed = 1, now, speed = 1, life = false } = options;
  const clock = createClock({ now: now === undefined ? undefined : toMs(now), speed });
  const world = createWorld({ floor: resolveFloor(floor, seed, clock.now()), clock, seed });
  if (life) startScenario({ world, seed });

  const creators = [...new Set(systems.map(({ dialect }) => dialect))];
  const dialects = creators.map((create) => create(world));
  const types = dialects.flatMap(({ faultTypes }) => faultTypes);
  const faults = createFaults([...COMMON_FAULTS, ...types]);
  const log = createRequestLog();
  const control = createControl({ world, clock, faults, log, dialects });
  const server = createHttpServer({ dialects, faults, log, world, control });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address ? address.port : port;

  /** @type {Record<DialectName, Pick<Dialect, 'settings' | 'setUser'>>} */
  const controlled = Object.assign(
    {},
    ...dialects.map(({ name, settings, setUser }) => ({ [name]: { settings, setUser } })),
  );

  return {
    url: `http://127.0.0.1:${boundPort}`,
    port: boundPort,
    world,
    faults,
    truth: () => world.truth(),
    requests: () => log.entries(),
    clearRequests: () => log.clear(),
    ...controlled,
    /** Stops at once, whoever still waits for an answer. */
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
