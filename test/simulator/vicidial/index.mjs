import { asText, readParams } from '../http/phpParams.mjs';
import { agentApi } from './agentApi.mjs';
import { phpAnswer } from './answers.mjs';
import { runWithFaults, VICIDIAL_FAULTS } from './faults.mjs';
import { nonAgentApi } from './nonAgentApi.mjs';
import { defaultSettings } from './settings.mjs';
import { createUsers } from './users.mjs';

/** @import { Dialect } from '../types.mjs' */
/** @import { World } from '../world.mjs' */

const SCRIPTS = new Map([
  ['/vicidial/non_agent_api.php', nonAgentApi],
  ['/agc/api.php', agentApi],
]);

/**
 * VICIdial's way to speak about the world: the non-agent API and the agent API.
 *
 * @param {World} world
 * @returns {Dialect<'vicidial'>}
 */
export function createVicidial(world) {
  const settings = defaultSettings();
  const users = createUsers(world.now);
  const server = { world, users, settings, memory: new Map() };

  return {
    name: 'vicidial',
    faultTypes: VICIDIAL_FAULTS,
    settings: /** @type {Record<string, any>} */ (settings),
    setUser: (user, patch) => users.set(user, patch),
    handles: (path) => SCRIPTS.has(path),

    describe(request) {
      const { all, query, form } = readParams(request);
      /** @param {string} name */
      const text = (name) => asText(String(all.get(name) ?? ''));
      const shown = [...all].filter(([name]) => name !== 'pass');
      return {
        function: text('function'),
        agentUser: text('agent_user'),
        user: text('user'),
        params: Object.fromEntries(shown.map(([name]) => [name, text(name)])),
        queryHadPassword: query.has('pass'),
        bodyHadPassword: form.has('pass'),
      };
    },

    answer(request) {
      const { path, faults, headers, remoteAddress } = request;
      const script = SCRIPTS.get(path);
      if (!script) throw new Error(`not a script of VICIdial: ${path}`);
      const sent = readParams(request).all;
      const printed = runWithFaults(faults, () => script(server, { sent, remoteAddress, faults }));
      return phpAnswer({ ...printed, host: headers.host, now: world.now() });
    },
  };
}
