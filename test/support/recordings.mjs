import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

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
