import { createHmac, randomUUID } from 'node:crypto';

/** What n8n's and Kore.ai's clocks may differ by, and an answer may take. */
const LIFETIME_SECONDS = 300;

/**
 * A token for one request, signed with the app's secret, which does not leave n8n: Kore.ai knows
 * it and checks the signature (docs/vendors/kore-ai.md, Login).
 */
export function signToken(
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  now: number,
): string {
  const iat = Math.floor(now / 1000);
  const signed = [
    { alg: 'HS256', typ: 'JWT' },
    { appId: clientId, iat, exp: iat + LIFETIME_SECONDS, jti: randomUUID() },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createHmac('sha256', clientSecret).update(signed).digest('base64url')}`;
}
