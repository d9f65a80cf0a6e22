const HIDDEN = '***';

/**
 * The text without the secrets, also where the vendor echoes them URL-encoded.
 *
 * @param secrets passwords and tokens; empty ones are ignored
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.split(secret).join(HIDDEN), text);
}
