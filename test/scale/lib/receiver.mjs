import { createServer } from 'node:http';
import { idOf } from './floor.mjs';

/** @typedef {import('../../e2e/lib/truth.mjs').Told} Told */

/** Where what a trigger told of its team is kept, beside its agents. */
export const TEAM = 'team';

/** What the workflows send their alerts to, as they would to a chat or a ticket system. */
export class Receiver {
  /** @type {Map<string, Told[]>} by trigger and agent */
  #told = new Map();
  /** @type {import('node:http').ServerResponse[]} */
  #held = [];
  #holding = false;
  /** How often each execution has sent something. */
  sent = new Map();
  /** @type {Set<string>} executions that ended before they were answered */
  cutOff = new Set();
  /** @type {string[]} executions that n8n's error workflow has told of */
  failed = [];

  constructor() {
    this.server = createServer((request, response) => {
      this.#take(request, response).catch(() => response.destroy());
    });
  }

  /** @returns {Promise<Receiver>} listening */
  static async open() {
    const receiver = new Receiver();
    const { server } = receiver;
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve('')));
    return receiver;
  }

  get url() {
    const address = this.server.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  /** How many senders are kept waiting. */
  get waiting() {
    return this.#held.length;
  }

  /**
   * @param {number} trigger
   * @param {string} about an agent's id, or TEAM
   * @returns {readonly Told[]} oldest first
   */
  told(trigger, about) {
    return this.#told.get(`${trigger}/${about}`) ?? [];
  }

  /**
   * @param {number} trigger
   * @returns {Told[]} all that it has told
   */
  toldBy(trigger) {
    const own = [...this.#told].filter(([key]) => key.startsWith(`${trigger}/`));
    return own.flatMap(([, told]) => told);
  }

  /** From now on senders wait for their answer. */
  hold() {
    this.#holding = true;
  }

  /** Answers all who wait. */
  release() {
    this.#holding = false;
    for (const response of this.#held.splice(0)) response.end('{}');
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #take(request, response) {
    const receivedAt = Date.now();
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { execution, items } = JSON.parse(Buffer.concat(chunks).toString());
    const [, trigger] = (request.url ?? '').split('/');
    if (trigger === 'failed') this.failed.push(execution);
    else {
      this.sent.set(execution, (this.sent.get(execution) ?? 0) + 1);
      for (const item of items.flatMap(steps)) {
        this.#note(`${trigger}/${about(item)}`, receivedAt, item);
      }
    }
    response.once('close', () => {
      if (!response.writableEnded) this.cutOff.add(execution);
    });
    response.setHeader('content-type', 'application/json');
    if (this.#holding) this.#held.push(response);
    else response.end('{}');
  }

  /**
   * @param {string} key
   * @param {number} startedAt
   * @param {Record<string, any>} item
   */
  #note(key, startedAt, item) {
    const told = this.#told.get(key) ?? [];
    told.push({ startedAt, item });
    this.#told.set(key, told);
  }

  /** Ends it. */
  async close() {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

/**
 * Two limits that are crossed at once are told once, with the higher severity (docs/trigger.md,
 * Alerts): a poll may come late. That is both steps of the course.
 * @param {Record<string, any>} item
 */
const steps = (item) =>
  item.event === 'fired' && item.severity === 'critical'
    ? [item, { ...item, event: 'escalated' }]
    : [item];

/** @param {Record<string, any>} item */
const about = ({ agent }) => (agent ? idOf(agent) : TEAM);
