import { saveCredential } from '../../../playground/lib/n8n-credentials.mjs';
import { createWorkflow } from '../../../playground/lib/n8n-workflows.mjs';
import { simulatedCredential } from '../../../playground/lib/furnish.mjs';
import { vicidial } from '../../../playground/lib/vendors.mjs';
import { login } from './login.mjs';

/** @typedef {import('../../../playground/lib/n8n-workflows.mjs').WorkflowNode} WorkflowNode */
/** @typedef {import('../../../playground/lib/vendors.mjs').Vendor} Vendor */

const PACKAGE = 'n8n-nodes-contact-center';

/** How n8n names the two ends of the workflows below. */
export const START = 'Start';
export const NODE = 'Contact Center';

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} name its credential gets the same
 * @param {import('./stage.mjs').Simulator} simulator
 * @param {WorkflowNode[]} nodes each but the first follows the one before it
 * @param {Vendor} vendor
 * @param {Record<string, unknown>} [other] another login than the good one
 * @returns {Promise<string>} the id of a workflow whose nodes of ours ask that simulator
 */
async function create(stage, name, simulator, nodes, vendor, other) {
  const good = vendor === vicidial ? login : {};
  const data = simulatedCredential(vendor, simulator, { ...good, ...other });
  const credential = await saveCredential(stage.client, { ...data, name });
  const links = nodes
    .slice(1)
    .map((node, index) => [
      /** @type {WorkflowNode} */ (nodes[index]).name,
      { main: [[{ node: node.name, type: 'main', index: 0 }]] },
    ]);
  return createWorkflow(stage.client, {
    name,
    nodes: nodes.map((node) =>
      node.type.startsWith(PACKAGE)
        ? { ...node, credentials: { [vendor.credentialType]: credential } }
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
 * @param {Vendor} [vendor]
 * @returns {Promise<string>} its id
 */
export const operationWorkflow = (stage, name, simulator, parameters, other, vendor = vicidial) => {
  const start = node(START, 'n8n-nodes-base.manualTrigger', 0, {});
  const ours = node(NODE, `${PACKAGE}.${vendor.node}`, 1, parameters);
  return create(stage, name, simulator, [start, ours], vendor, other);
};

/**
 * A workflow that a vendor's trigger starts: it looks every ten seconds, and a pause of 15
 * seconds is too long.
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} name
 * @param {import('./stage.mjs').Simulator} simulator
 * @param {Partial<typeof login>} [other] another login than the good one
 * @param {Vendor} [vendor]
 * @returns {Promise<string>} its id
 */
export const pauseWorkflow = (stage, name, simulator, other, vendor = vicidial) => {
  const trigger = node(NODE, `${PACKAGE}.${vendor.node}Trigger`, 0, {
    pollTimes: {
      // n8n polls a single item once a minute at most.
      item: [0, 10, 20, 30, 40, 50].map((second) => ({
        mode: 'custom',
        cronExpression: `${second} * * * * *`,
      })),
    },
    events: ['stateTooLong'],
    timeLimits: {
      rows: [{ states: ['paused'], reasons: '*', minutes: 0.25, severity: 'warning' }],
    },
    sendResolved: true,
    ...vendor.trigger,
  });
  return create(stage, name, simulator, [trigger], vendor, other);
};

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
