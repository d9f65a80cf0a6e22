import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fromDebian } from '../../../support/debian.mjs';

const call = promisify(execFile);

/** @returns {Promise<string | undefined>} its version */
const openssl = () =>
  call('openssl', ['version']).then(
    ({ stdout }) => stdout,
    () => undefined,
  );

/**
 * A certificate that nobody trusts who is not told to, for the time of a test.
 * @param {string[]} hosts whom it is for
 * @param {AbortSignal} signal
 * @returns {Promise<{key: string, cert: string}>} both as PEM
 */
export async function certificateFor(hosts, signal) {
  await fromDebian('openssl', openssl, signal);
  const folder = await mkdtemp(path.join(tmpdir(), 'certificate-'));
  try {
    const key = path.join(folder, 'key.pem');
    const cert = path.join(folder, 'cert.pem');
    const names = hosts.map((host) => `DNS:${host}`).join(',');
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const about = ['-days', '2', '-subj', '/CN=test', '-addext', `subjectAltName=${names}`];
    await call('openssl', ['req', '-x509', ...curve, ...about, '-keyout', key, '-out', cert]);
    return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
