import { createServer } from 'node:http';
import { embeddable, wallboard } from '../../../examples/wallboard/floor.mjs';
import { pageTemplate } from '../../../scripts/lib/wallboard.mjs';

/** @typedef {import('../../../examples/wallboard/floor.mjs').Source} Source */
/** @typedef {import('../../../examples/wallboard/floor.mjs').Seen} Seen */

/** What n8n sends with every answer of a webhook: the page is sandboxed and has no origin. */
const SANDBOX =
  'sandbox allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-presentation allow-scripts allow-top-navigation-by-user-activation allow-top-navigation-to-custom-protocols';

export const SETTINGS = {
  title: 'Contact center',
  pausedMinutes: 10,
  wrapUpMinutes: 5,
  inQueue: 5,
  refreshSeconds: 5,
  showOffline: false,
};

const TOKEN = 'header.claims.signature';

/**
 * The page as the workflow makes it. n8n's HTML node fills in its template one `{{ }}` after the
 * other with String.replace, which is repeated here.
 * @param {Source[]} sources
 * @param {Record<string, Seen>} [memory]
 * @returns {Promise<{html: string, memory: Record<string, Seen>}>}
 */
export async function wallboardPage(sources, memory) {
  const made = wallboard({ settings: SETTINGS, sources, memory, token: TOKEN, now: Date.now() });
  /** @type {Record<string, string>} */
  const item = { floor: embeddable(made.floor), nonce: 'signature' };
  let html = await pageTemplate();
  for (const [placeholder] of html.matchAll(/\{\{[^]*?\}\}/g)) {
    html = html.replace(placeholder, item[/\$json\.(\w+)/.exec(placeholder)?.[1] ?? ''] ?? '');
  }
  return { html, memory: made.memory };
}

/**
 * Serves the wallboard as n8n does: GET for a browser, POST with the token for the page itself.
 * @param {Source[]} sources
 * @param {Record<string, Seen>} [memory]
 */
export async function serveWallboard(sources, memory = {}) {
  const state = { sources, refusal: 0 };
  const server = createServer(async ({ method, headers }, response) => {
    response.setHeader('Access-Control-Allow-Origin', headers.origin ?? '');
    response.setHeader('Access-Control-Allow-Headers', 'authorization');
    if (method === 'OPTIONS') return response.writeHead(204).end();
    const refused = method === 'POST' && headers.authorization !== `Bearer ${TOKEN}`;
    if (refused || state.refusal) return response.writeHead(state.refusal || 401).end('no');
    const page = await wallboardPage(state.sources, memory);
    memory = page.memory;
    response.setHeader('Content-Security-Policy', SANDBOX);
    return response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page.html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/webhook/wallboard`,
    /** What it shows from now on, and the status with which it refuses, 0 for none. */
    state,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
