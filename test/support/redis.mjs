import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../playground/lib/ports.mjs';
import { eventually } from '../e2e/lib/wait.mjs';
import { fromDebian } from './debian.mjs';

const call = promisify(execFile);

/** @param {string} program of the package redis-server */
const version = (program) =>
  call(program, ['--version']).then(
    () => program,
    () => undefined,
  );

/** A Redis server of its own, on this machine only, empty and without a file. */
export class Redis {
  /**
   * @param {string} folder
   * @param {number} port
   */
  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    const network = ['--port', String(port), '--bind', '127.0.0.1', '--protected-mode', 'yes'];
    const memory = ['--save', '', '--appendonly', 'no', '--dir', folder];
    this.server = spawn('redis-server', [...network, ...memory], { cwd: folder, stdio: 'ignore' });
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<Redis>} taking connections
   */
  static async start(signal) {
    await fromDebian('redis-server', () => version('redis-server'), signal);
    const redis = new Redis(await mkdtemp(path.join(tmpdir(), 'redis-')), await freePort());
    await eventually('Redis', 30, () =>
      call('redis-cli', ['-h', '127.0.0.1', '-p', String(redis.port), 'PING']).then(
        ({ stdout }) => stdout.includes('PONG'),
        () => false,
      ),
    );
    return redis;
  }

  /** Ends it and takes its folder away. */
  async stop() {
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    if (this.server.exitCode === null && this.server.kill('SIGTERM')) await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}
