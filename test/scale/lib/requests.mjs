/** How often the simulated contact center is asked: its own log keeps the last ones only. */
export class RequestCount {
  /** @type {Record<string, number>} by vendor */
  byVendor = {};
  #timer;

  /** @param {import('../../simulator/index.mjs').Simulator} simulator */
  constructor(simulator) {
    this.simulator = simulator;
    this.#timer = setInterval(() => this.count(), 1000);
  }

  /** Counts what was asked since the last time. */
  count() {
    for (const { vendor } of this.simulator.requests()) {
      this.byVendor[vendor] = (this.byVendor[vendor] ?? 0) + 1;
    }
    this.simulator.clearRequests();
  }

  /** Ends the count. */
  stop() {
    this.count();
    clearInterval(this.#timer);
  }
}
