import { saveCredential } from '../../../playground/lib/n8n-credentials.mjs';
import { createWorkflow } from '../../../playground/lib/n8n-workflows.mjs';
import { simulatedCredential } from '../../../playground/lib/furnish.mjs';
import { vicidial } from '../../simulator/vicidial/system.mjs';
import { login } from './login.mjs';

/** @typedef {import('../../../playground/lib/n8n-workflows.mjs').WorkflowNode} WorkflowNode */
/** @typedef {import('../../simulator/systems.mjs').System} System */

/** The first part of our nodes' types. */
export const PACKAGE = 'n8n-nodes-contact-center';

/** Whom the triggers watch that cannot list everybody. */
export const ASKED = ['1001', '1002'];

/** How n8n names the two ends of the workflows below. */
export const START = 'Start';
export const NODE = 'Contact Center';

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} name its credential gets the same
 * @param {import('./stage.mjs').Simulator} simulator
 * @param {WorkflowNode[]} nodes each follows the one before it, triggers apart
 * @param {System} system
 * @param {Record<string, unknown>} [other] another login than the good one
 * @returns {Promise<string>} the id of a workflow whose nodes of ours ask that simulator
 */
async function create(stage, name, simulator, nodes, system, other) {
  const good = system === vicidial ? login : {};
  const data = simulatedCredential(system, simulator, { ...good, ...other });
  const credential = await saveCredential(stage.client, { ...data, name });
  const links = nodes.slice(1).flatMap((node, index) => {
    const { name: before } = /** @type {WorkflowNode} */ (nodes[index]);
    const link = [before, { main: [[{ node: node.name, type: 'main', index: 0 }]] }];
    return node.type.endsWith('Trigger') ? [] : [link];
  });
  return createWorkflow(stage.client, {
    name,
    nodes: nodes.map((node) =>
      node.type.startsWith(PACKAGE)
        ? { ...node, credentials: { [system.credentialType]: credential } }
        : node,
    ),
    connections: Object.fromEntries(links),
  });
}

/**
 * A workflow to be run by hand: START, then a vendor's node with these parameters.
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} name
 * @param {import('./stage.mjs').Simulator} simulator
 * @param {Record<string, unknown>} parameters
 * @param {Partial<typeof login>} [other] another login than the good one
 * @param {System} [system]
 * @returns {Promise<string>} its id
 */
export const operationWorkflow = (stage, name, simulator, parameters, other, system = vicidial) => {
  const start = node(START, 'n8n-nodes-base.manualTrigger', 0, {});
  const ours = node(NODE, `${PACKAGE}.${system.node}`, 1, parameters);
  return create(stage, name, simulator, [start, ours], system, other);
};

/** How the trigger of the workflow below is named, and what follows the node. */
export const TRIGGER = 'Alerts';
export const AFTER = 'Next';

/**
 * A workflow with a vendor's trigger, and its node with another behind it, as the editor makes them:
 * nothing is set but what the trigger cannot do without.
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} name
 * @param {import('./stage.mjs').Simulator} simulator
 * @param {System} system
 * @returns {Promise<string>} its id
 */
export const freshWorkflow = (stage, name, simulator, system) => {
  const trigger = node(TRIGGER, `${PACKAGE}.${system.node}Trigger`, 0, {
    ...system.asking?.(ASKED),
  });
  const ours = node(NODE, `${PACKAGE}.${system.node}`, 1, {});
  const after = node(AFTER, 'n8n-nodes-base.noOp', 2, {});
  return create(stage, name, simulator, [trigger, ours, after], system);
};

/** How long a pause may last in the workflows below; they look every ten seconds. */
export const LIMIT_MINUTES = 0.25;

/**
 * A workflow that a vendor's trigger starts when a pause is too long.
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} name
 * @param {import('./stage.mjs').Simulator} simulator
 * @param {Partial<typeof login>} [other] another login than the good one
 * @param {System} [system]
 * @param {Record<string, unknown>} [parameters] instead of the limit or beside it
 * @returns {Promise<string>} its id
 */
export const pauseWorkflow = (stage, name, simulator, other, system = vicidial, parameters = {}) =>
  create(stage, name, simulator, [pauseTrigger(NODE, 0, system, parameters)], system, other);

/**
 * The same with two triggers of VICIdial, each for agents of its own.
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} name
 * @param {import('./stage.mjs').Simulator} simulator
 * @param {Record<string, string[]>} agents by the trigger's name
 * @returns {Promise<string>} its id
 */
export const sharedWorkflow = (stage, name, simulator, agents) => {
  const triggers = Object.entries(agents).map(([trigger, ids], column) =>
    pauseTrigger(trigger, column, vicidial, { filters: { agents: ids.join(', ') } }),
  );
  return create(stage, name, simulator, triggers, vicidial);
};

/**
 * @param {string} name
 * @param {number} column
 * @param {System} system
 * @param {Record<string, unknown>} [parameters] beside the limit
 * @returns {WorkflowNode}
 */
const pauseTrigger = (name, column, system, parameters) =>
  node(name, `${PACKAGE}.${system.node}Trigger`, column, {
    pollTimes: {
      // n8n polls a single item once a minute at most.
      item: [0, 10, 20, 30, 40, 50].map((second) => ({
        mode: 'custom',
        cronExpression: `${second} * * * * *`,
      })),
    },
    events: ['stateTooLong'],
    timeLimits: {
      rows: [{ states: ['paused'], reasons: '*', minutes: LIMIT_MINUTES, severity: 'warning' }],
    },
    sendResolved: true,
    ...system.asking?.(ASKED),
    ...parameters,
  });

/**
 * @param {string} name
 * @param {string} type
 * @param {number} column
 * @param {Record<string, unknown>} parameters
 * @returns {WorkflowNode}
 */
function node(name, type, column, parameters) {
  return { id: name, name, type, typeVersion: 1, position: [column * 240, 0], parameters };
}
