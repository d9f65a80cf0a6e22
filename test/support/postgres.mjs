import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getuid } from 'node:process';
import { promisify } from 'node:util';
import { freePort } from '../../playground/lib/ports.mjs';
import { eventually } from '../e2e/lib/wait.mjs';
import { fromDebian } from './debian.mjs';

const call = promisify(execFile);

/** Where Debian has it, by version. */
const VERSIONS = '/usr/lib/postgresql';

/** @returns {Promise<string | undefined>} the folder with the newest PostgreSQL's programs */
async function programs() {
  const versions = await readdir(VERSIONS).catch(() => []);
  const [newest] = versions.sort((one, other) => Number(other) - Number(one));
  return newest && path.join(VERSIONS, newest, 'bin');
}

/** A PostgreSQL server of its own, on this machine only, with an empty database. */
export class Postgres {
  /**
   * @param {string} bin
   * @param {string} folder
   * @param {number} port
   * @param {{uid?: number, gid?: number}} as who runs it: it refuses to run as root
   */
  constructor(bin, folder, port, as) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
    this.as = as;
    const options = ['-D', folder, '-p', String(port), '-k', folder, '-c', 'fsync=off'];
    const quiet = ['-c', 'listen_addresses=127.0.0.1', '-c', 'log_min_messages=fatal'];
    this.server = spawn(path.join(bin, 'postgres'), [...options, ...quiet], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    });
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<Postgres>} taking connections
   */
  static async start(signal) {
    const bin = await fromDebian('postgresql', programs, signal);
    const as = await user();
    const folder = await mkdtemp(path.join(tmpdir(), 'postgres-'));
    if (as.uid !== undefined && as.gid !== undefined) await chown(folder, as.uid, as.gid);
    const login = ['-U', 'postgres', '-A', 'trust'];
    const create = ['-D', folder, ...login, '-E', 'UTF8', '--locale=C', '--no-sync'];
    await call(path.join(bin, 'initdb'), create, { ...as, cwd: folder });
    const postgres = new Postgres(bin, folder, await freePort(), as);
    await eventually('PostgreSQL', 120, () =>
      postgres.rows('SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    return postgres;
  }

  /** n8n's credential for it. */
  get credential() {
    const data = { host: '127.0.0.1', port: this.port, database: 'postgres', user: 'postgres' };
    return {
      name: 'PostgreSQL',
      type: 'postgres',
      data: { ...data, password: 'any', ssl: 'disable' },
    };
  }

  /**
   * @param {string} query without a semicolon
   * @returns {Promise<Record<string, any>[]>}
   */
  async rows(query) {
    const json = `SELECT coalesce(json_agg(found), '[]') FROM (${query}) AS found`;
    const where = ['-h', this.folder, '-p', String(this.port), '-U', 'postgres', '-XAtc', json];
    const { stdout } = await call(path.join(this.bin, 'psql'), where, { ...this.as, cwd: '/' });
    return JSON.parse(stdout);
  }

  /** Ends it and takes its data away. */
  async stop() {
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    if (this.server.exitCode === null && this.server.kill('SIGINT')) await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<{uid?: number, gid?: number}>} instead of root the user that Debian makes */
async function user() {
  if (getuid?.() !== 0) return {};
  const ask = async (/** @type {string} */ what) => (await call('id', [what, 'postgres'])).stdout;
  return { uid: Number(await ask('-u')), gid: Number(await ask('-g')) };
}
