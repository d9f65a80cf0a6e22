import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */

/**
 * What a server does with a request: an answer, or something that goes wrong.
 *
 * - `drop`: closes the connection without a word
 * - `cut`: closes it in the middle of an answer
 * - `hang`: never answers
 * - `drip`: sends a byte of the body every now and then, for ever
 * - `stall`: sends half of a body and no more, and keeps the connection
 * - `endless`: sends as much as is taken
 *
 * @typedef {'drop' | 'cut' | 'hang' | 'drip' | 'stall' | 'endless' | {
 *   status?: number,
 *   headers?: Record<string, string>,
 *   body?: string | Uint8Array,
 * }} Reaction
 */

/**
 * @typedef {object} SeenRequest
 * @property {string} method
 * @property {string} url
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} body
 */

const CHUNK = Buffer.alloc(256 * 1024, 'x');

/**
 * A web server on a free port that reacts to each request in turn, to all further ones like to
 * the last.
 *
 * @param {...Reaction} reactions
 */
export async function startServer(...reactions) {
  /** @type {SeenRequest[]} */
  const requests = [];
  const sent = { bytes: 0 };
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const reaction = reactions[Math.min(requests.length, reactions.length - 1)] ?? {};
    const seen = { method, url, headers, body: '' };
    requests.push(seen);
    seen.body = await bodyOf(request);
    await react(response, reaction, sent);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    /** How many bytes of an endless answer have been taken. */
    taken: () => sent.bytes,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startServer>>} TestServer */

/**
 * An address at which nothing listens.
 *
 * @returns {Promise<string>}
 */
export async function closedPort() {
  const server = await startServer({});
  await server.close();
  return server.url;
}

/** @param {IncomingMessage} request */
async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/**
 * @param {ServerResponse} response
 * @param {Reaction} reaction
 * @param {{ bytes: number }} sent
 */
async function react(response, reaction, sent) {
  if (reaction === 'hang') return;
  if (reaction === 'drop') {
    response.destroy();
    return;
  }
  if (reaction === 'cut') {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('half', () => response.destroy());
    return;
  }
  if (reaction === 'stall') {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('half');
    return;
  }
  if (reaction === 'drip') {
    response.writeHead(200);
    const timer = setInterval(() => response.write('.'), 20);
    response.once('close', () => clearInterval(timer));
    return;
  }
  if (reaction === 'endless') {
    response.writeHead(200);
    await pipeline(Readable.from(endless(sent)), response).catch(() => {});
    return;
  }
  const { status = 200, headers = {}, body = '' } = reaction;
  response.writeHead(status, headers);
  response.end(body);
}

/** @param {{ bytes: number }} sent */
function* endless(sent) {
  for (;;) {
    sent.bytes += CHUNK.length;
    yield CHUNK;
  }
}
