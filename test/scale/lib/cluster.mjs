import path from 'node:path';
import { N8nClient } from '../../../playground/lib/n8n-client.mjs';
import { startN8n } from '../../../playground/lib/n8n-process.mjs';
import { owner, prepare } from '../../../playground/lib/open.mjs';
import { progress } from '../../../scripts/lib/progress.mjs';
import { Postgres } from '../../support/postgres.mjs';
import { Redis } from '../../support/redis.mjs';

/** @typedef {import('../../../playground/lib/n8n-process.mjs').N8n} N8n */
/** @typedef {import('../../../playground/lib/open.mjs').Place} Place */

const WORKERS = ['worker 1', 'worker 2'];

/**
 * n8n's settings for all its processes.
 * @param {Postgres} postgres
 * @param {Redis} redis
 */
const settings = (postgres, redis) => ({
  EXECUTIONS_MODE: 'queue',
  N8N_ENCRYPTION_KEY: 'the-same-in-all-processes',
  QUEUE_BULL_REDIS_HOST: '127.0.0.1',
  QUEUE_BULL_REDIS_PORT: String(redis.port),
  QUEUE_HEALTH_CHECK_ACTIVE: 'true',
  N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
  DB_TYPE: 'postgresdb',
  DB_POSTGRESDB_HOST: '127.0.0.1',
  DB_POSTGRESDB_PORT: String(postgres.port),
  DB_POSTGRESDB_DATABASE: 'postgres',
  DB_POSTGRESDB_USER: 'postgres',
  DB_POSTGRESDB_PASSWORD: 'any',
  DB_POSTGRESDB_POOL_SIZE: '20',
  N8N_METRICS: 'true',
  N8N_METRICS_INCLUDE_POLL_TRIGGER_METRICS: 'true',
});

/** n8n in queue mode: a main process and two workers, each with our package in its own folder. */
export class Cluster {
  /** @type {Map<string, N8n>} by what each is called */
  running = new Map();
  /** @type {Map<string, Place>} */
  #places = new Map();

  /**
   * @param {Postgres} postgres
   * @param {Redis} redis
   */
  constructor(postgres, redis) {
    this.postgres = postgres;
    this.redis = redis;
  }

  /**
   * @param {string} folder where the processes' folders are
   * @param {AbortSignal} signal
   * @returns {Promise<Cluster>} running
   */
  static async start(folder, signal) {
    const postgres = await Postgres.start(signal);
    const cluster = new Cluster(postgres, await Redis.start(signal));
    try {
      for (const name of ['main', ...WORKERS]) {
        const place = { folder: path.join(folder, name.replace(' ', '-')), afresh: true, signal };
        const shared = settings(postgres, cluster.redis);
        cluster.#places.set(name, await prepare({ ...place, settings: shared }));
      }
      await progress('Starting n8n', () => cluster.startMain());
      await progress('Starting the workers', () =>
        Promise.all(WORKERS.map((name) => cluster.startWorker(name))),
      );
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  /** n8n's REST interface, signed in. */
  get client() {
    if (!this.#client) throw new Error('n8n is not running');
    return this.#client;
  }
  /** @type {N8nClient | undefined} */
  #client;

  /** Starts the process that polls and answers. */
  async startMain() {
    const n8n = await startN8n(this.#place('main'));
    this.running.set('main', n8n);
    this.#client = await N8nClient.signIn(n8n.url, owner);
  }

  /** @param {string} name */
  async startWorker(name) {
    this.running.set(name, await startN8n({ ...this.#place(name), role: 'worker' }));
  }

  /**
   * kill -9: the process can finish nothing.
   * @param {string} name
   */
  async kill(name) {
    await this.running.get(name)?.crash();
    this.running.delete(name);
  }

  /** Ends all of it. */
  async stop() {
    await Promise.all([...this.running.values()].map((n8n) => n8n.stop()));
    await this.redis.stop();
    await this.postgres.stop();
  }

  /** @param {string} name */
  #place(name) {
    const place = this.#places.get(name);
    if (!place) throw new Error(`no place for ${name}`);
    return place;
  }
}
