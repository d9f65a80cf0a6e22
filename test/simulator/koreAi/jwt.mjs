import { createHmac } from 'node:crypto';

/** @import { App, Apps } from './apps.mjs' */

/**
 * What a token comes to: the app that signed it; `garbled`: it is no token at all; or `refused`.
 * @typedef {{ app: App } | 'garbled' | 'refused'} Verdict
 */

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Checks a token: that it names an app in `appId` (this very spelling), that it is signed with the
 * app's own secret by an algorithm the app allows, that it is not over if it says when it is, and
 * that it has an id if the app insists. The library that checks it is none of ours, so that the
 * simulator and the nodes cannot share a misunderstanding. It is loaded with the first token:
 * whoever starts the simulator may have to install it first.
 *
 * @param {string} token
 * @param {{ apps: Apps, now: number }} platform
 * @returns {Promise<Verdict>}
 */
export async function verifyToken(token, { apps, now }) {
  const jose = await import('jose');
  const claims = readable(token, jose);
  if (!claims) return 'garbled';
  const app = typeof claims.appId === 'string' ? apps.find(claims.appId) : undefined;
  if (!app || !isCanonical(token)) return 'refused';
  try {
    await jose.jwtVerify(token, new TextEncoder().encode(app.clientSecret), {
      algorithms: app.algorithms,
      currentDate: new Date(now),
    });
  } catch (error) {
    if (error instanceof jose.errors.JOSEError) return 'refused';
    throw error;
  }
  return app.enforceJti && !claims.jti ? 'refused' : { app };
}

/**
 * @param {string} token
 * @param {typeof import('jose')} jose
 * @returns {Record<string, unknown> | undefined} its claims; undefined where it is no token
 */
function readable(token, { decodeJwt, decodeProtectedHeader }) {
  if (!TOKEN.test(token)) return undefined;
  try {
    decodeProtectedHeader(token);
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}

/**
 * Is the signature in its one right spelling? Its last digit has bits that stand for nothing, and
 * decoding passes over them.
 *
 * @param {string} token
 */
function isCanonical(token) {
  const [, , signature = ''] = token.split('.');
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

/**
 * @param {string} token
 * @returns {string} the client id a token names, signed or not
 */
export function claimedApp(token) {
  try {
    const [, claims = ''] = token.split('.');
    const { appId } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
    return typeof appId === 'string' ? appId : '';
  } catch {
    return '';
  }
}

/** @type {Record<string, string>} */
const HASHES = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

/**
 * Signs a token as a client does, also one that must be refused.
 *
 * @param {Pick<App, 'clientId' | 'clientSecret'>} app
 * @param {Record<string, unknown>} [claims]   undefined takes a claim out
 * @param {string} [alg]
 * @returns {string}
 */
export function signToken({ clientId, clientSecret }, claims = {}, alg = 'HS256') {
  const parts = [
    { alg, typ: 'JWT' },
    { appId: clientId, ...claims },
  ];
  const signed = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const hash = HASHES[alg];
  if (!hash) return `${signed}.`;
  return `${signed}.${createHmac(hash, clientSecret).update(signed).digest('base64url')}`;
}
