import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { certificateFor } from './certificate.mjs';
import { services } from './services.mjs';

/** @typedef {import('./services.mjs').Sent} Sent */

/**
 * The internet as n8n sees it in the tests: a proxy behind which this process plays the services.
 * n8n's nodes have those addresses built in, so this is the only way to let them run as they are.
 * Whoever asks for another host gets no connection: nothing leaves this machine.
 */
export class Outside {
  /** @type {Sent[]} all that was sent, oldest first */
  sent = [];
  /** @type {import('node:http').Server | undefined} */
  #proxy;
  #folder = '';
  /** @type {Set<import('node:stream').Duplex>} */
  #sockets = new Set();

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<Outside>} listening
   */
  static async open(signal) {
    const outside = new Outside();
    const certificate = await certificateFor(Object.keys(services), signal);
    outside.#folder = await mkdtemp(path.join(tmpdir(), 'outside-'));
    await writeFile(path.join(outside.#folder, 'ca.pem'), certificate.cert);
    const played = createTlsServer(certificate, (request, response) =>
      outside.#answer(request, response),
    );
    const proxy = createServer((_, response) => response.writeHead(502).end());
    proxy.on('connect', ({ url = '' }, socket) => {
      const known = url.replace(/:443$/, '') in services;
      socket.write(`HTTP/1.1 ${known ? '200 Connection established' : '502 Not played'}\r\n\r\n`);
      if (known) {
        outside.#sockets.add(socket);
        played.emit('connection', socket);
      } else socket.end();
    });
    await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve('')));
    proxy.unref();
    outside.#proxy = proxy;
    return outside;
  }

  /** n8n's settings with which it asks here. */
  get settings() {
    const address = this.#proxy?.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    return {
      HTTPS_PROXY: `http://127.0.0.1:${address.port}`,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: path.join(this.#folder, 'ca.pem'),
    };
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #answer(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const { host = '' } = request.headers;
    const body = text === '' ? undefined : JSON.parse(text);
    const sent = { host, path: request.url ?? '', headers: request.headers, body };
    this.sent.push(sent);
    const answer = services[host]?.(sent) ?? { status: 404, body: '' };
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body === '' ? '' : JSON.stringify(answer.body));
  }

  /** Ends it. */
  async close() {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#proxy?.close(() => resolve('')));
    await rm(this.#folder, { recursive: true, force: true });
  }
}
