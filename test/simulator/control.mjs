/** @import { Answer, Dialect, VendorRequest } from './types.mjs' */

/**
 * @typedef {object} Controlled
 * @property {import('./world.mjs').World} world
 * @property {import('./clock.mjs').Clock} clock
 * @property {import('./faults.mjs').Faults} faults
 * @property {ReturnType<import('./requestLog.mjs').createRequestLog>} log
 * @property {Dialect[]} dialects
 */

/** @typedef {(id: string, body: any, query: URLSearchParams) => unknown} Handler */

/**
 * The control API: what a test in another process can do to the world. JSON in, JSON out; what
 * cannot be done is a 400 that says why.
 *
 * @param {Controlled} controlled
 * @returns {(request: VendorRequest) => Answer}
 */
export function createControl(controlled) {
  const routes = routesOf(controlled);

  return ({ method, path, query, body }) => {
    const [resource = '', ...rest] = path.replace('/control/', '').split('/');
    const handler = routes[`${method} ${resource}`];
    if (!handler)
      return json(404, { error: `no such route; one of ${Object.keys(routes).join(', ')}` });
    try {
      const given = body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
      const id = decodeURIComponent(rest.join('/'));
      return json(200, handler(id, given, new URLSearchParams(query)) ?? { ok: true });
    } catch (error) {
      return json(400, { error: error instanceof Error ? error.message : String(error) });
    }
  };
}

/**
 * @param {Controlled} controlled
 * @returns {Record<string, Handler>}
 */
function routesOf({ world, clock, faults, log, dialects }) {
  /** @param {unknown} vendor */
  const dialectOf = (vendor = 'vicidial') => {
    const found = dialects.find(({ name }) => name === vendor);
    if (!found) throw new Error(`unknown vendor ${String(vendor)}`);
    return found;
  };
  const state = () => ({
    now: world.now(),
    speed: clock.speed(),
    agents: world.agents(),
    campaigns: [...world.campaigns.values()],
    groups: [...world.groups],
    queues: [...world.queues.values()],
    waitingCalls: world.waitingCalls(),
    faults: faults.list(),
    settings: Object.fromEntries(dialects.map(({ name, settings }) => [name, settings])),
  });

  return {
    'GET state': state,
    'POST agents': (id, patch) => world.setAgent(id, patch),
    'DELETE agents': (id) => ({ removed: world.removeAgent(id) }),
    'POST waiting': (_, { count, calls }) => {
      world.setWaitingCalls(count ?? calls);
      return world.waitingCalls();
    },
    'POST clock': (_, { now, advance, speed }) => {
      if (speed !== undefined) clock.setSpeed(speed);
      if (now !== undefined) world.setClock(new Date(now).getTime());
      if (advance !== undefined) world.advance(advance);
      return { now: world.now(), speed: clock.speed() };
    },
    'GET faults': () => faults.list(),
    'POST faults': (_, fault) => {
      if (fault === null || Array.isArray(fault)) faults.clear();
      for (const one of Array.isArray(fault) ? fault : [fault]) if (one) faults.add(one);
      return faults.list();
    },
    'DELETE faults': () => faults.clear(),
    'GET requests': () => log.entries(),
    'DELETE requests': () => log.clear(),
    'GET truth': () => world.truth(),
    'POST users': (user, patch, query) =>
      dialectOf(query.get('vendor') ?? undefined).setUser(user, patch),
    'POST settings': (_, patch) => {
      for (const [vendor, settings] of Object.entries(patch)) {
        Object.assign(dialectOf(vendor).settings, settings);
      }
      return state().settings;
    },
  };
}

/**
 * @param {number} status
 * @param {unknown} value
 * @returns {Answer}
 */
const json = (status, value) => ({
  status,
  headers: [['Content-Type', 'application/json; charset=utf-8']],
  body: Buffer.from(`${JSON.stringify(value)}\n`),
});
