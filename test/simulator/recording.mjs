import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

/**
 * A request and its answer, as bytes (one character per byte).
 *
 * @typedef {object} Recording
 * @property {string} request   with LF line ends, without Host and Content-Length
 * @property {number} status
 * @property {[string, string][]} headers
 * @property {string} body
 */

const SEPARATOR = '\n=== RESPONSE ===\n';

/**
 * Reads a recorded exchange of test/fixtures.
 *
 * @param {string} file
 * @returns {Recording}
 */
export function readRecording(file) {
  const text = readFileSync(file, 'latin1');
  const cut = text.indexOf(SEPARATOR);
  if (cut < 0) throw new Error(`no answer in ${file}`);
  return { request: text.slice(0, cut), ...parseAnswer(text.slice(cut + SEPARATOR.length)) };
}

/**
 * The moment a recording was made, by its Date header.
 *
 * @param {Recording} recording
 * @returns {Date}
 */
export function recordedAt({ headers }) {
  return new Date(headers.find(([name]) => name === 'Date')?.[1] ?? NaN);
}

/**
 * Sends a recorded request over a socket of its own, byte for byte, and reads the answer the same
 * way; no HTTP client stands between.
 *
 * @param {string} url
 * @param {string} request
 * @returns {Promise<Omit<Recording, 'request'>>}
 */
export async function replay(url, request) {
  const { hostname, port, host } = new URL(url);
  const [head = '', body = ''] = splitOnce(request, '\n\n');
  const sent = body.replace(/\n$/, '');
  const lines = [...head.split('\n'), `Host: ${host}`, `Content-Length: ${sent.length}`];
  const socket = connect(Number(port), hostname);
  socket.end(Buffer.from(`${lines.join('\r\n')}\r\n\r\n${sent}`, 'latin1'));
  const chunks = [];
  for await (const chunk of socket) chunks.push(chunk);
  const [answerHead = '', answerBody = ''] = splitOnce(
    Buffer.concat(chunks).toString('latin1'),
    '\r\n\r\n',
  );
  return parseAnswer(`${answerHead.replaceAll('\r\n', '\n')}\n\n${answerBody}`);
}

/**
 * @param {string} text   an answer with LF line ends in its head
 * @returns {Omit<Recording, 'request'>}
 */
export function parseAnswer(text) {
  const [head = '', body = ''] = splitOnce(text, '\n\n');
  const [statusLine = '', ...lines] = head.split('\n');
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: lines.map((line) => {
      const [name = '', value = ''] = splitOnce(line, ': ');
      return [name, value];
    }),
    body,
  };
}

/**
 * @param {string} text
 * @param {string} separator
 */
function splitOnce(text, separator) {
  const cut = text.indexOf(separator);
  return cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + separator.length)];
}
