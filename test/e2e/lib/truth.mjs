import assert from 'node:assert/strict';
import { executions, nodeRun } from '../../../playground/lib/n8n-executions.mjs';

/**
 * What a trigger told, and when n8n started the execution (epoch milliseconds).
 * @typedef {object} Told
 * @property {number} startedAt
 * @property {Record<string, any>} item
 */

/** All that the triggers of one workflow tell, from n8n's list of executions. */
export class Ledger {
  /** @type {Map<string, Told[]>} by execution; one that has ended does not change any more */
  #read = new Map();

  /**
   * @param {import('./stage.mjs').Stage} stage
   * @param {object} watcher
   * @param {string} watcher.title
   * @param {string} watcher.workflow
   * @param {string[]} watcher.triggers the names its triggers have or had
   */
  constructor(stage, { title, workflow, triggers }) {
    this.stage = stage;
    this.title = title;
    this.workflow = workflow;
    this.triggers = triggers;
  }

  /**
   * @param {string} [agent] of whom alone; a name
   * @returns {Promise<Told[]>} oldest first
   */
  async told(agent) {
    const all = await executions(this.stage.client, this.workflow);
    for (const { id, status, startedAt } of all) {
      if (this.#read.has(id) || ['new', 'running'].includes(status)) continue;
      assert.equal(status, 'success', `${this.title}: execution ${id}`);
      this.#read.set(id, await this.#items(id, Date.parse(startedAt)));
    }
    const inOrder = [...this.#read].sort(([a], [b]) => Number(a) - Number(b));
    return inOrder
      .flatMap(([, told]) => told)
      .filter(({ item }) => agent === undefined || item.agent.agentName === agent);
  }

  /**
   * @param {string} id
   * @param {number} startedAt
   */
  async #items(id, startedAt) {
    const runs = this.triggers.map((name) => nodeRun(this.stage.client, id, name));
    const items = (await Promise.all(runs)).flatMap((run) => run?.outputs[0] ?? []);
    return items.map((item) => ({ startedAt, item }));
  }
}

/**
 * @typedef {object} Pause
 * @property {number} from epoch milliseconds
 * @property {number} to Infinity while it lasts
 * @property {string | null} reason the one it began with
 */

/**
 * @param {Pick<import('./stage.mjs').Simulator, 'truth'>} simulator
 * @param {string} id
 * @returns {Pause[]} the agent's pauses by the simulator's own log
 */
export function pausesOf(simulator, id) {
  /** @type {Pause[]} */
  const pauses = [];
  for (const { agentId, at, from, to, reason } of simulator.truth()) {
    if (agentId !== id || from === to) continue;
    if (to === 'paused') pauses.push({ from: at, to: Infinity, reason });
    else if (from === 'paused') Object.assign(pauses.at(-1) ?? {}, { to: at });
  }
  return pauses;
}

/**
 * Holds what was told of an agent against what the agent did: for each pause beyond the limit one
 * `fired` while it lasted and one `resolved` after it, and nothing else.
 * @param {string} who for the error message
 * @param {readonly Told[]} told
 * @param {Pick<Pause, 'from' | 'to'>[]} pauses
 * @param {number} limitMs
 * @param {string[]} course what must be told of each, the last of it when it is over
 */
export function assertTrue(who, told, pauses, limitMs, course = ['fired', 'resolved']) {
  const long = pauses.filter(({ from, to }) => to - from >= limitMs);
  assert.deepEqual(
    told.map(({ item }) => item.event),
    long.flatMap(() => course),
    who,
  );
  long.forEach(({ from, to }, index) => {
    const own = told.slice(index * course.length, (index + 1) * course.length);
    const resolved = own.pop();
    const [fired] = own;
    assert.ok(fired && resolved);
    assert.ok(fired.startedAt >= from + limitMs, `${who}: fired when it was too long`);
    for (const { startedAt } of own) assert.ok(startedAt <= to, `${who}: told while it lasted`);
    assert.ok(resolved.startedAt >= to, `${who}: resolved when it was over`);
    for (const { item } of own) assert.equal(item.alertId, resolved.item.alertId, who);
  });
}
