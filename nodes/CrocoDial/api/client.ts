import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { connection, type ClientOptions } from '../../shared/http/connection';
import { ContactCenterFailure } from '../../shared/http/failure';
import { hostOf } from '../../shared/http/networkFailure';
import type { RequestContext, VendorAnswer } from '../../shared/http/request';
import { withoutSecrets } from '../../shared/http/secrets';
import { timed, type Timed } from '../../shared/http/timed';
import { webRoot } from './address';
import { readAnswer } from './answers';
import type { Action } from './endpoints';
import { knownRefusal, otherRefusal, unusable, type Dialect } from './errors';

export const CREDENTIAL = 'crocoDialApi';

/** An answer, or what the server said instead of one about what was asked for. */
export type Reply<T> = (Timed<T> & { said?: undefined }) | { said: string; receivedAt: number };

/** What a request adds to those fields that every request has. */
export type Fields = Record<string, string>;

/** Requests to goAPIv2, CROCO-dial's or GOautodial's: reads only. */
export interface CrocoDialClient {
  /** Which server and account this is, without a secret. */
  source: string;
  dialect: Dialect;
  /** The server's IANA time zone as the credential has it, or empty. */
  serverTimezone: string;
  /** Calls an action and gives its answer. */
  call<T>(action: Action<T>, fields?: Fields): Promise<Timed<T>>;
  /** Calls an action whose refusal may be about the one who is asked after. */
  ask<T>(action: Action<T>, fields: Fields): Promise<Reply<T>>;
}

/**
 * A client for one credential.
 *
 * @throws ContactCenterFailure when the credential cannot be right
 */
export function createClient(
  context: RequestContext,
  credentials: ICredentialDataDecryptedObject,
  options: ClientOptions,
): CrocoDialClient {
  const field = (name: string) => String(credentials[name] ?? '').trim();
  const dialect: Dialect = field('dialect') === 'goAutoDial' ? 'goAutoDial' : 'crocoDial';
  const base = webRoot(field('baseUrl'), dialect);
  const [user, password] = [field('user'), String(credentials.password ?? '')];
  if (user === '' || password === '') throw incomplete();
  const identity = [base, dialect, user, password, field('sessionUser')];
  const connected = connection(context, CREDENTIAL, credentials, options, identity);

  const ask = <T>(action: Action<T>, fields: Fields) => {
    const question = {
      method: 'POST' as const,
      url: `${base}/goAPIv2/${action.module}/goAPI.php`,
      body: { goAction: action.name, responsetype: 'json', ...fields },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    };
    return connected.ask(question, (answer) => replyOf(action, answer, dialect, [password]));
  };

  return {
    source: `${dialect}:${hostOf(base)}${new URL(base).pathname.replace(/\/$/, '')}:${user}`,
    dialect,
    serverTimezone: field('serverTimezone'),
    ask,
    call: async (action, fields = {}) => {
      const reply = await ask(action, fields);
      if (reply.said === undefined) return reply;
      throw otherRefusal(reply.said, dialect, [password]);
    },
  };
}

/**
 * What came of calling an action.
 *
 * @throws ContactCenterFailure for what is no answer, and for refusals of the login or the command
 */
export function replyOf<T>(
  { shape }: Action<T>,
  answer: VendorAnswer,
  dialect: Dialect,
  secrets: readonly string[],
): Reply<T> {
  const reading = readAnswer(answer, shape);
  if (reading.kind === 'value') return timed(reading.value, answer);
  if (reading.kind === 'unusable') throw unusable(reading.why, answer.status, dialect);
  const known = knownRefusal(reading, dialect);
  if (known !== undefined) throw known;
  return {
    said: withoutSecrets(reading.said, secrets).slice(0, 200),
    receivedAt: answer.receivedAt,
  };
}

function incomplete(): ContactCenterFailure {
  return new ContactCenterFailure(
    'badInput',
    'The credential has no user or no password',
    'Enter both in the credential.',
  );
}
