import { createServer } from 'node:net';

/**
 * @param {number} port 0 for any
 * @returns {Promise<number | null>} the port where it is free on this machine, else null
 */
function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(found));
    });
  });
}

/**
 * @param {number} [preferred] taken where it is free
 * @returns {Promise<number>}
 */
export async function freePort(preferred = 0) {
  return (await tryPort(preferred)) ?? Number(await tryPort(0));
}

/**
 * @param {number} port
 * @param {string} option how the user names another
 * @returns {Promise<number>} the same; rejects with an Error naming it where it is taken
 */
export async function claimPort(port, option) {
  if (await tryPort(port)) return port;
  throw new Error(`Port ${port} is in use. Choose another: ${option} ${port + 10}`);
}
