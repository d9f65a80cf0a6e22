import { NodeApiError, type INode } from 'n8n-workflow';

/**
 * Why something failed, in kinds that callers act on:
 *
 * - `loginRefused`: the vendor does not accept the login; nothing more may be sent with it
 * - `forbidden`: the login is good, its rights or its address are not
 * - `notLicensed`: the vendor has this only with another licence
 * - `notSupported`: the vendor's version does not have this
 * - `notFound`: what was asked for does not exist
 * - `badInput`: what the user asked for cannot be asked
 * - `notTheService`: something answers, but not the vendor's software
 * - `unreadable`: the vendor answers, in a shape that cannot be read in full
 * - `unreachable`: nothing answers
 * - `timeout`: no answer in time
 * - `rateLimited`: too many requests
 * - `outage`: the vendor answers that it is broken
 */
export type FailureKind =
  | 'loginRefused'
  | 'forbidden'
  | 'notLicensed'
  | 'notSupported'
  | 'notFound'
  | 'badInput'
  | 'notTheService'
  | 'unreadable'
  | 'unreachable'
  | 'timeout'
  | 'rateLimited'
  | 'outage';

type Cause = NonNullable<NodeApiError['failure']>['cause'];

/** What n8n is told for each kind: the HTTP code, and why, for its back-off. */
const TOLD: Record<FailureKind, { httpCode: string; cause: Cause }> = {
  loginRefused: { httpCode: '401', cause: 'credential-invalid' },
  forbidden: { httpCode: '403', cause: 'credential-invalid' },
  notLicensed: { httpCode: '403', cause: 'configuration-invalid' },
  notSupported: { httpCode: '404', cause: 'configuration-invalid' },
  notFound: { httpCode: '404', cause: 'configuration-invalid' },
  badInput: { httpCode: '400', cause: 'configuration-invalid' },
  notTheService: { httpCode: '404', cause: 'configuration-invalid' },
  unreadable: { httpCode: '502', cause: 'temporarily-unavailable' },
  unreachable: { httpCode: '503', cause: 'temporarily-unavailable' },
  timeout: { httpCode: '408', cause: 'temporarily-unavailable' },
  rateLimited: { httpCode: '429', cause: 'rate-limited' },
  outage: { httpCode: '503', cause: 'temporarily-unavailable' },
};

/** A failure in plain words: what happened, and what to do. Carries no secret. */
export class ContactCenterFailure extends Error {
  override readonly name = 'ContactCenterFailure';

  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly advice: string,
  ) {
    super(message);
  }
}

/** The value of an attempt, or why it failed. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: ContactCenterFailure };

/** Runs `work` and tells how it ended; whatever is thrown comes back as a failure. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: asFailure(error) };
  }
}

/**
 * Anything thrown, as a failure. n8n's own errors are known by their shape, since a linked
 * checkout has a second copy of n8n-workflow (docs/n8n.md, Errors).
 */
export function asFailure(error: unknown): ContactCenterFailure {
  if (error instanceof ContactCenterFailure) return error;
  const { message, description } = wordsOf(error);
  return new ContactCenterFailure(
    'badInput',
    message ?? 'The node could not be run',
    description ?? 'Check the parameters of the node.',
  );
}

function wordsOf(error: unknown): { message?: string; description?: string } {
  if (typeof error !== 'object' || error === null) return {};
  const text = (key: string) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return { message: text('message'), description: text('description') };
}

/** The one way a failure becomes n8n's error, with an HTTP code n8n acts on. */
export function toNodeApiError(
  node: INode,
  failure: ContactCenterFailure,
  itemIndex?: number,
): NodeApiError {
  const { httpCode, cause } = TOLD[failure.kind];
  return new NodeApiError(
    node,
    {},
    {
      message: failure.message,
      description: failure.advice,
      httpCode,
      itemIndex,
      failure: { cause },
    },
  );
}
