/**
 * How long polls took, as n8n's own metrics have it.
 * @typedef {object} PollTimes
 * @property {number} polls
 * @property {number} failed
 * @property {number} medianMs
 * @property {number} p95Ms
 */

const METRIC = /^n8n_poll_trigger_duration_seconds_bucket\{([^}]*)\} (\S+)/;

/** @typedef {Map<string, Map<number, number>>} Counts polls up to so many seconds, by node and status */

/** What n8n counts in this process's lifetime; a new process begins at zero. */
export class PollCount {
  /** @type {Counts} of processes that are gone */
  #earlier = new Map();
  /** @type {Counts} */
  #now = new Map();

  /** @param {string} url n8n's */
  async read(url) {
    const text = await (await fetch(`${url}/metrics`)).text();
    this.#now = new Map();
    for (const line of text.split('\n')) {
      const [, labels = '', count] = METRIC.exec(line) ?? [];
      if (count === undefined) continue;
      const { node_type: node, status, le } = labelsOf(labels);
      add(this.#now, `${node} ${status}`, le === '+Inf' ? Infinity : Number(le), Number(count));
    }
  }

  /** The process that was read last is gone: what it counted is kept. */
  keep() {
    for (const [key, buckets] of this.#now) {
      for (const [le, count] of buckets) add(this.#earlier, key, le, count);
    }
    this.#now = new Map();
  }

  /** @returns {Record<string, PollTimes>} by the trigger's type, and of all */
  times() {
    this.keep();
    /** @type {Counts} */
    const byNode = new Map();
    for (const [key, buckets] of this.#earlier) {
      const [node = '', status] = key.split(' ');
      for (const [le, count] of buckets) {
        for (const name of ['all', node.replace(/^.*\./, '')]) {
          add(byNode, name, le, count);
          if (status === 'error') add(byNode, `${name} failed`, le, count);
        }
      }
    }
    const names = [...byNode.keys()].filter((name) => !name.endsWith(' failed'));
    return Object.fromEntries(
      names.map((name) => {
        const buckets = byNode.get(name) ?? new Map();
        const failed = byNode.get(`${name} failed`)?.get(Infinity) ?? 0;
        const [medianMs, p95Ms] = [within(buckets, 0.5), within(buckets, 0.95)];
        return [name, { polls: buckets.get(Infinity) ?? 0, failed, medianMs, p95Ms }];
      }),
    );
  }
}

/**
 * @param {Counts} counts
 * @param {string} key
 * @param {number} le
 * @param {number} count
 */
function add(counts, key, le, count) {
  const buckets = counts.get(key) ?? new Map();
  counts.set(key, buckets.set(le, (buckets.get(le) ?? 0) + count));
}

/** @param {string} text such as `le="0.1",status="success"` */
const labelsOf = (text) =>
  Object.fromEntries(
    [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );

/**
 * @param {Map<number, number>} buckets how many took up to so many seconds
 * @param {number} share
 * @returns {number} milliseconds within which this share was done, evenly spread within a bucket
 */
function within(buckets, share) {
  const wanted = share * (buckets.get(Infinity) ?? 0);
  let [lower, below] = [0, 0];
  for (const [upper, count] of [...buckets].sort(([a], [b]) => a - b)) {
    if (count >= wanted && upper < Infinity) {
      const part = count > below ? (wanted - below) / (count - below) : 0;
      return Math.round(1000 * (lower + part * (upper - lower)));
    }
    if (upper < Infinity) [lower, below] = [upper, count];
  }
  return Math.round(1000 * lower);
}
