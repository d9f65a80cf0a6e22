import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { readCurlRecording } from '../simulator/goAutoDial/curlRecording.mjs';
import { readRecording } from '../simulator/recording.mjs';

const FOLDER = resolve('test/fixtures/vicidial');

/**
 * The names of all recordings of a real VICIdial, without `.txt`.
 *
 * @returns {string[]}
 */
export const recordingNames = () =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.replace(/\.txt$/, ''));

/**
 * A recorded answer, its body as the bytes that came, and the password that had been sent.
 *
 * @param {string} name
 * @returns {{ status: number, body: Buffer, password: string }}
 */
export function recordedAnswer(name) {
  const { request, status, body } = readRecording(resolve(FOLDER, `${name}.txt`));
  const password =
    /[?&\n]pass=([^&\s]*)/.exec(request)?.[1] ?? /&pass=([^&\s]*)/.exec(request)?.[1];
  return { status, body: Buffer.from(body, 'latin1'), password: password ?? '' };
}

const VERSIONS = resolve('test/fixtures/vicidial-versions');

/**
 * The names of what a version of VICIdial answered, without `.txt`.
 *
 * @param {string} version
 * @returns {string[]}
 */
export const versionRecordings = (version) =>
  readdirSync(resolve(VERSIONS, version)).map((file) => file.replace(/\.txt$/, ''));

/**
 * @param {string} version
 * @param {string} name
 * @returns {{ status: number, body: Buffer }}
 */
export function versionAnswer(version, name) {
  const { status, body } = readRecording(resolve(VERSIONS, version, `${name}.txt`));
  return { status, body: Buffer.from(body, 'latin1') };
}

const GOAUTODIAL = resolve('test/fixtures/goautodial');

/**
 * The names of all recordings of a real GOautodial, without `.http`.
 *
 * @returns {string[]}
 */
export const goAutoDialRecordings = () =>
  readdirSync(GOAUTODIAL)
    .map((file) => file.replace(/\.http$/, ''))
    .sort();

/**
 * A recorded answer as it comes from the network at the moment its Date header tells. What was
 * asked is left out.
 *
 * @param {string} name
 */
export function goAutoDialAnswer(name) {
  const answer = readCurlRecording(resolve(GOAUTODIAL, `${name}.http`), {
    '<31-char pass_hash>': 'hash',
    '<lowuser pass_hash>': 'hash',
  });
  const headers = Object.fromEntries(
    answer.headers.map(([header, value]) => [header.toLowerCase(), value]),
  );
  return {
    status: answer.status,
    headers,
    body: Buffer.from(answer.body, 'latin1'),
    receivedAt: Date.parse(headers.date ?? ''),
  };
}
