import { crocoDial } from './goAutoDial/croco/system.mjs';
import { goAutoDial } from './goAutoDial/system.mjs';
import { koreAi } from './koreAi/system.mjs';
import { rocketChat } from './rocketChat/system.mjs';
import { vicidial } from './vicidial/system.mjs';

/** @typedef {import('./index.mjs').Simulator} Simulator */
/** @typedef {Record<string, any>} Fields */

/**
 * A contact-center system that the nodes speak to: what the playground, the tests and the scripts
 * know of it. What its node looks like in n8n's editor is in `editorWords.mjs`.
 * @template {string} [Name=string] its dialect's
 * @typedef {object} System
 * @property {string} name as its makers write it, and that of its credential in the playground
 * @property {string} node its node's type; the trigger's is the same with Trigger behind it
 * @property {string} credentialType
 * @property {(world: import('./world.mjs').World) => import('./types.mjs').Dialect<Name>} dialect
 *   in which it is simulated
 * @property {string} page in docs/vendors/
 * @property {string[]} itemsOnPage the operations whose items the page shows
 * @property {string} example the first in examples/
 * @property {(simulator: Simulator) => Fields} login the credential's fields for the simulated
 *   contact center
 * @property {Fields} [serverZone] fields for its server's time zone, where n8n's is not meant
 * @property {Fields} wrong fields with which the login is refused
 * @property {'agentId' | 'email'} findsBy the field of Get Live Info by which its operations find
 *   an agent
 * @property {boolean} [nameless] it does not know what its agents are called
 * @property {boolean} [tellsSince] it tells since when an agent is in a state
 * @property {boolean} [ownCounts] its counts are its own figures, not the agents that it lists
 * @property {{agents: string, waiting: string}} [callsWaiting] what is requested for the agents and
 *   for the calls waiting, as the simulator's log has it; absent where it does not report them
 * @property {string} [pauseReason] the reason it gives for every pause, where it has no pause codes
 * @property {(ids: readonly string[]) => Fields} [asking] parameters that ask for these agents,
 *   where it cannot list all of them
 * @property {(group: string, members: readonly string[]) => Fields} team a trigger's parameters to
 *   watch a user group whose queue has the same id
 * @property {(simulator: Simulator) => void} [unlimited] lifts the limit of its requests
 * @property {import('./editorWords.mjs').EditorWords} editor
 */

/** Every system, in the README's order. To add one is to add its line here. */
export const systems = /** @type {const} */ ([vicidial, rocketChat, koreAi, crocoDial, goAutoDial]);

/** The first of each node: one node may be for several systems. */
export const firstOfNode = systems.filter(
  (system) => systems.find(({ node }) => node === system.node) === system,
);

/** Those that can list all of their agents: what shows a whole floor shows theirs. */
export const listing = systems.filter(({ asking }) => asking === undefined);
