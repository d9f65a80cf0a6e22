import { createHmac, timingSafeEqual } from 'node:crypto';

/** @import { App, Apps } from './apps.mjs' */

/** @type {Record<string, string>} */
const HASHES = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

const TOKEN = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/;

/**
 * What a token comes to: the app that signed it; `garbled`: it is no token at all; or `refused`.
 * @typedef {{ app: App } | 'garbled' | 'refused'} Verdict
 */

/**
 * Checks a token: that it names an app in `appId` (this very spelling), that it is signed with the
 * app's own secret by an algorithm the app allows, that it is not over if it says when it is, and
 * that it has an id if the app insists. Nothing else in it matters.
 *
 * @param {string} token
 * @param {{ apps: Apps, now: number }} platform
 * @returns {Verdict}
 */
export function verifyToken(token, { apps, now }) {
  const [, head, body, signature = ''] = TOKEN.exec(token) ?? [];
  const header = readPart(head);
  const claims = readPart(body);
  if (!header || !claims) return 'garbled';

  const app = typeof claims.appId === 'string' ? apps.find(claims.appId) : undefined;
  const hash = HASHES[String(header.alg)];
  if (!app || !hash || !app.algorithms.includes(String(header.alg))) return 'refused';

  const right = Buffer.from(sign(`${head}.${body}`, hash, app.clientSecret));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'refused';

  if (claims.exp !== undefined && !(Number(claims.exp) * 1000 > now)) return 'refused';
  if (app.enforceJti && !claims.jti) return 'refused';
  return { app };
}

/**
 * @param {string} token
 * @returns {string} the client id a token names, signed or not
 */
export function claimedApp(token) {
  const claims = readPart(TOKEN.exec(token)?.[2]);
  return typeof claims?.appId === 'string' ? claims.appId : '';
}

/**
 * Signs a token as a client does.
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
  return `${signed}.${sign(signed, hash, clientSecret)}`;
}

/**
 * @param {string} text
 * @param {string} hash
 * @param {string} secret
 */
const sign = (text, hash, secret) => createHmac(hash, secret).update(text).digest('base64url');

/**
 * @param {string | undefined} part
 * @returns {Record<string, unknown> | undefined}
 */
function readPart(part) {
  try {
    const value = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
