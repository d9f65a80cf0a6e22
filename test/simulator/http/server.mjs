import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { AFTERWARDS, INSTEAD } from './faultyAnswers.mjs';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { Answer, Dialect, VendorRequest } from '../types.mjs' */

const MOST_BODY = 8 * 1024 * 1024;

/**
 * @typedef {object} Desk   what a request meets
 * @property {Dialect[]} dialects
 * @property {import('../faults.mjs').Faults} faults
 * @property {ReturnType<import('../requestLog.mjs').createRequestLog>} log
 * @property {import('../world.mjs').World} world
 * @property {(request: VendorRequest) => Answer} control
 */

/**
 * The HTTP server: hands each request to the control API or to the dialect its path belongs to,
 * lets the active faults have their way, and sends the answer's headers in their exact spelling
 * and order.
 *
 * @param {Desk} desk
 */
export function createHttpServer(desk) {
  const server = createServer((request, response) => {
    serve(desk, request, response).catch((error) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else void send(response, failed(error), desk.world.now());
    });
  });
  server.keepAliveTimeout = 0;
  return server;
}

/**
 * @param {Desk} desk
 * @param {IncomingMessage} incoming
 * @param {ServerResponse} response
 */
async function serve(desk, incoming, response) {
  const request = await readRequest(incoming);
  if (request.path.startsWith('/control/'))
    return send(response, desk.control(request), desk.world.now());

  const dialect = desk.dialects.find(({ handles }) => handles(request.path));
  if (!dialect) return send(response, notFound(request), desk.world.now());

  desk.world.settle();
  const facts = dialect.describe(request);
  const { method, path } = request;
  const at = desk.world.now();
  const entry = desk.log.add({ at, vendor: dialect.name, method, path, ...facts, status: 0 });
  request.faults = desk.faults.take({
    vendor: dialect.name,
    method,
    path,
    function: facts.function,
    agentUser: facts.agentUser,
    user: facts.user,
  });
  for (const { type, ms } of request.faults) if (type === 'delay') await wait(ms ?? 1000, response);

  const answer = await answerWithFaults(dialect, request);
  if (answer.instead === 'hang') return undefined;
  if (answer.instead === 'drop') return void response.destroy();
  entry.status = answer.status;
  return send(response, answer, desk.world.now());
}

/**
 * @param {Dialect} dialect
 * @param {VendorRequest} request
 * @returns {Promise<Answer>}
 */
async function answerWithFaults(dialect, request) {
  for (const fault of request.faults) {
    const instead = INSTEAD[fault.type];
    if (instead) return instead(fault);
  }
  let answer = await dialect.answer(request);
  for (const fault of request.faults) {
    answer = AFTERWARDS[fault.type]?.(answer, fault) ?? answer;
  }
  return answer;
}

/**
 * Waits in real time, but no longer than somebody is there to hear the answer.
 *
 * @param {number} ms
 * @param {ServerResponse} response
 */
async function wait(ms, response) {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once('close', leave);
  await sleep(ms, undefined, { signal: gone.signal }).catch(() => {});
  response.off('close', leave);
}

/**
 * @param {IncomingMessage} incoming
 * @returns {Promise<VendorRequest>}
 */
async function readRequest(incoming) {
  const chunks = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= MOST_BODY) chunks.push(chunk);
  }
  const target = incoming.url ?? '/';
  const cut = target.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: cut < 0 ? target : target.slice(0, cut),
    query: cut < 0 ? '' : target.slice(cut + 1),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
    remoteAddress: incoming.socket.remoteAddress ?? '',
    faults: [],
  };
}

/**
 * @param {ServerResponse} response
 * @param {Answer} answer
 * @param {number} now
 */
async function send(response, { status, headers, body }, now) {
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  /** @type {[string, string][]} */
  const always = [
    ['Date', new Date(now).toUTCString()],
    ['Connection', 'close'],
  ];
  const all = [...always.filter(([name]) => !named.has(name.toLowerCase())), ...headers];
  response.sendDate = false;
  response.removeHeader('transfer-encoding');
  response.writeHead(status, all.flat());
  if (Buffer.isBuffer(body)) response.end(body);
  else await pipeline(body, response).catch(() => {});
}

/**
 * @param {unknown} error
 * @returns {Answer}
 */
const failed = (error) => ({
  status: 500,
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: Buffer.from(`The simulator failed: ${String(error)}\n`),
});

/**
 * @param {VendorRequest} request
 * @returns {Answer}
 */
function notFound({ path, headers }) {
  const body = Buffer.from(
    `<!doctype html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1>` +
      `<p>There is no <code>${path.replace(/[<&]/g, '_')}</code> on this server.</p></body></html>`,
  );
  return {
    status: 404,
    headers: [
      ['Host', headers.host ?? ''],
      ['Content-Type', 'text/html; charset=UTF-8'],
      ['Content-Length', String(body.length)],
    ],
    body,
  };
}
