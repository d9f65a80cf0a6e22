import { readFileSync } from 'node:fs';

import { parseAnswer } from '../recording.mjs';

/** @import { Recording } from '../recording.mjs' */

const COMMAND = '# curl ';
const OPTION = /\s(-X|-H|-d|--data-urlencode)\s/;

/**
 * Reads a recorded exchange of test/fixtures/goautodial: the curl command without its quotes, then
 * the answer and a line end that is not the answer's.
 *
 * @param {string} file
 * @param {Record<string, string>} secrets   what stands for the hashes that were left out
 * @returns {Recording}
 */
export function readCurlRecording(file, secrets) {
  const text = readFileSync(file, 'latin1');
  const cut = text.indexOf('\n');
  const line = text.slice(0, cut);
  if (!line.startsWith(COMMAND)) throw new Error(`no request in ${file}`);
  const command = line
    .slice(COMMAND.length)
    .replace(/<[^>]*pass_hash>/g, (name) => secrets[name] ?? missing(name, file));
  const answer = parseAnswer(text.slice(cut + 1));
  return { request: requestOf(` ${command}`), ...answer, body: answer.body.replace(/\n$/, '') };
}

/**
 * @param {string} name
 * @param {string} file
 * @returns {never}
 */
function missing(name, file) {
  throw new Error(`nothing stands for ${name} in ${file}`);
}

/**
 * What curl sends for a command.
 *
 * @param {string} command
 * @returns {string}
 */
function requestOf(command) {
  const parts = command.split(OPTION);
  const url = new URL(/https?:\/\/\S+/.exec(command)?.[0] ?? '');
  let method = '';
  let type = 'application/x-www-form-urlencoded';
  const data = [];
  for (let index = 1; index < parts.length; index += 2) {
    const value = (parts[index + 1] ?? '').trim();
    if (parts[index] === '-X') method = value.split(' ')[0] ?? '';
    if (parts[index] === '-H') type = value.replace(/^Content-Type: /i, '');
    if (parts[index] === '-d') data.push(value);
    if (parts[index] === '--data-urlencode') data.push(encodeValue(value));
  }
  const head = `${method || 'GET'} ${url.pathname}${encodeTimes(url.search)} HTTP/1.1`;
  return data.length > 0 ? `${head}\nContent-Type: ${type}\n\n${data.join('&')}` : head;
}

/** @param {string} pair */
const encodeValue = (pair) => pair.replace(/=(.*)$/, (_, value) => `=${encodeURIComponent(value)}`);

/** @param {string} query */
const encodeTimes = (query) => query.replaceAll(':', '%3A');
