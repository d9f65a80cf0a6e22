import { changeNodes } from '../../../playground/lib/n8n-workflows.mjs';
import { systems } from '../../simulator/systems.mjs';
import { activateFully, triggerAlive } from './alerts.mjs';
import { Ledger } from './truth.mjs';
import { eventually } from './wait.mjs';
import { NODE, pauseWorkflow, sharedWorkflow } from './workflows.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('./stage.mjs').Simulator} Simulator */
/** @typedef {import('./workflows.mjs').WorkflowNode} WorkflowNode */

/**
 * A workflow that watches the floor: how it is made, and how its user changes it while it runs.
 * @typedef {object} Watcher
 * @property {string} title
 * @property {string[]} triggers the names its triggers have or will have
 * @property {(stage: Stage, simulator: Simulator) => Promise<string>} create
 * @property {(node: WorkflowNode) => WorkflowNode} [change]
 */

const [timed] = systems.filter(({ tellsSince }) => tellsSince);

/** @type {Watcher[]} the first times pauses itself, the second's system tells since when */
const watchers = [
  {
    title: 'VICIdial',
    triggers: [NODE],
    create: (stage, simulator) => pauseWorkflow(stage, 'killed VICIdial', simulator),
  },
  {
    title: String(timed?.name),
    triggers: [NODE],
    create: (stage, simulator) =>
      pauseWorkflow(stage, `killed ${timed?.name}`, simulator, {}, timed),
  },
  {
    title: 'renamed',
    triggers: [NODE, 'Renamed'],
    create: (stage, simulator) => pauseWorkflow(stage, 'killed renamed', simulator),
    change: (node) => ({ ...node, name: 'Renamed' }),
  },
  {
    title: 'two triggers, one of them edited',
    triggers: ['First', 'Second'],
    create: (stage, simulator) =>
      sharedWorkflow(stage, 'killed two', simulator, {
        First: ['1001', '1003', '1007', '1012'],
        Second: ['1002', '1004', '1009'],
      }),
    change: (node) =>
      node.name === 'Second'
        ? { ...node, parameters: { ...node.parameters, options: { requestTimeout: 9 } } }
        : node,
  },
];

/** How many polls they make each time: one workflow has two triggers. */
export const POLLS = watchers.length + 1;

/** All of the watchers in one n8n, looking at the same floor. */
export class Watch {
  /**
   * @param {Stage} stage
   * @param {Simulator} simulator
   * @param {Ledger[]} ledgers in the order of the watchers
   */
  constructor(stage, simulator, ledgers) {
    this.stage = stage;
    this.simulator = simulator;
    this.ledgers = ledgers;
  }

  /**
   * @param {Stage} stage
   * @param {Simulator} simulator
   */
  static async begin(stage, simulator) {
    const ledgers = watchers.map(async ({ title, triggers, create }) => {
      const workflow = await create(stage, simulator);
      await activateFully(stage, workflow);
      return new Ledger(stage, { title, workflow, triggers });
    });
    return new Watch(stage, simulator, await Promise.all(ledgers));
  }

  /** Their users change some of them and publish them. */
  async change() {
    const changes = watchers.map(async ({ change }, index) => {
      const { workflow } = /** @type {Ledger} */ (this.ledgers[index]);
      if (!change) return;
      await changeNodes(this.stage.client, workflow, change);
      await activateFully(this.stage, workflow);
    });
    await Promise.all(changes);
  }

  /** Starts n8n after a kill. */
  async revive() {
    await this.stage.open();
    await Promise.all(this.ledgers.map(({ workflow }) => triggerAlive(this.stage, workflow)));
  }

  /**
   * @param {string} id an agent's
   * @returns {Promise<(import('./truth.mjs').Told | undefined)[]>} what each told last of the agent
   */
  lastOf(id) {
    const name = this.simulator.world.agent(id)?.name ?? '';
    return Promise.all(this.ledgers.map(async (ledger) => (await ledger.told(name)).at(-1)));
  }

  /**
   * Waits until an event is the last that every watcher has told of each of some agents.
   * @param {string} event
   * @param {string[]} ids
   */
  async haveTold(event, ...ids) {
    await eventually(`${event} ${ids}`, 150, async () => {
      const last = (await Promise.all(ids.map((id) => this.lastOf(id)))).flat();
      return last.every((told) => told?.item.event === event);
    });
  }
}
