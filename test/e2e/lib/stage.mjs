import { open } from '../../../playground/lib/open.mjs';
import { startSimulator } from '../../simulator/index.mjs';
import { login } from './login.mjs';

/** @typedef {Awaited<ReturnType<typeof startSimulator>>} Simulator */

/** What the tests play on: one real n8n, and a simulated contact center for whoever asks. */
export class Stage {
  /** @type {Simulator[]} */
  #simulators = [];
  /** @type {Awaited<ReturnType<typeof open>> | undefined} */
  #open;
  /** n8n's version, once it has been started. */
  n8n = '';

  /** @param {import('../../../playground/lib/open.mjs').Place} place */
  constructor(place) {
    this.place = place;
    this.signal = place.signal;
  }

  /** n8n's REST interface, signed in. */
  get client() {
    if (!this.#open) throw new Error('n8n is not running');
    return this.#open.client;
  }

  /** @param {import('../../../playground/lib/n8n-versions.mjs').Feature} feature */
  lacks(feature) {
    return this.place.installation.version.lacks.includes(feature);
  }

  /** Starts n8n. */
  async open() {
    this.#open = await open(this.place);
    this.n8n = this.#open.client.version;
  }

  /** Stops n8n; what it stored stays. */
  async close() {
    await this.#open?.n8n.stop();
    this.#open = undefined;
  }

  /** kill -9: n8n can finish nothing; what it stored stays. */
  async kill() {
    await this.#open?.n8n.crash();
    this.#open = undefined;
  }

  /**
   * A contact center like the one whose answers were recorded; it lives until the end of the run.
   * @returns {Promise<Simulator>}
   */
  async simulate() {
    const simulator = await startSimulator({ floor: 'recorded' });
    this.#simulators.push(simulator);
    simulator.vicidial.setUser(login.user, { pass: login.password });
    return simulator;
  }

  /** Stops everything. */
  async end() {
    await this.close();
    await Promise.all(this.#simulators.map((simulator) => simulator.close()));
  }
}
