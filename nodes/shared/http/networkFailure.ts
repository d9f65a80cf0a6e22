import { ContactCenterFailure } from './failure';

/** What a network error's code means, in words. */
const NETWORK: ReadonlyArray<[RegExp, string, string]> = [
  [
    /ENOTFOUND|EAI_AGAIN/,
    'There is no server of the name',
    'Check the URL of the credential for a typing error, and that the n8n server can look the name up.',
  ],
  [
    /ECONNREFUSED/,
    'Nothing accepts connections at',
    'Check the port in the URL of the credential, and that the server is running.',
  ],
  [
    /EHOSTUNREACH|ENETUNREACH/,
    'The n8n server has no way to',
    'Check the network and firewall between the n8n server and the contact center.',
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO|SSL/,
    'No secure connection could be made to',
    'Check whether the URL should begin with http:// instead. If the server has a certificate of its own making, switch on "Ignore SSL Issues" in the credential.',
  ],
  [
    /ECONNRESET|EPIPE|socket hang up|aborted|terminated|premature close/i,
    'n8n lost the connection to',
    'Try again. If it goes on, look at the log of the contact center, or of a proxy before it.',
  ],
  [
    /Invalid URL|ERR_INVALID_URL|Unsupported protocol/i,
    'The URL of the credential is not one:',
    'Enter the address as the browser shows it, beginning with https:// or http://.',
  ],
];

/** What went wrong when no answer came, without the URL: only its host is named. */
export function networkFailure(
  error: unknown,
  url: string,
  timeoutMs: number,
): ContactCenterFailure {
  const trace = traceOf(error);
  const host = hostOf(url);
  if (
    /ECONNABORTED|ETIMEDOUT|ERR_CANCELED|TimeoutError|AbortError|canceled|aborted due to timeout/.test(
      trace,
    )
  ) {
    return new ContactCenterFailure(
      'timeout',
      `${host} did not answer within ${Math.round(timeoutMs / 1000)} s`,
      'Try again, or give it more time with the option "Request Timeout". A database that hangs looks like this, too.',
    );
  }
  const known = NETWORK.find(([pattern]) => pattern.test(trace));
  return known === undefined
    ? new ContactCenterFailure(
        'unreachable',
        `The request to ${host} could not be made`,
        `n8n reports ${nameOf(error)}. Try again; if it goes on, look at the log of n8n.`,
      )
    : new ContactCenterFailure('unreachable', `${known[1]} ${host}`, known[2]);
}

/** What kind of error it is: its code or name. Messages may hold what is secret. */
function nameOf(error: unknown): string {
  const names = ['code', 'name'].map((key) =>
    typeof error === 'object' && error !== null ? String(Reflect.get(error, key) ?? '') : '',
  );
  return names.find((name) => /^\w+$/.test(name)) ?? 'no reason';
}

/** Names, codes and messages of an error and what caused it: where n8n's helpers put the code varies. */
function traceOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 3) return String(error);
  const parts = ['name', 'code', 'httpCode', 'message', 'messages'].map((key) =>
    String(Reflect.get(error, key) ?? ''),
  );
  return [...parts, traceOf(Reflect.get(error, 'cause') ?? '', depth + 1)].join(' ');
}

/** The host of a URL, without anything secret that may stand in the rest of it. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'the server';
}
