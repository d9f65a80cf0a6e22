import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ClientOptions } from '../../shared/node/clientOptions';
import { clockOffset } from '../../shared/http/clockOffset';
import { ContactCenterFailure } from '../../shared/http/failure';
import type { Login, RequestContext, VendorAnswer, VendorRequest } from '../../shared/http/request';
import { send, sendOnce } from '../../shared/http/send';
import { guardLogin, loginKey } from '../../shared/http/loginGuard';
import { hostOf } from '../../shared/http/networkFailure';
import { withoutSecrets } from '../../shared/http/secrets';
import type { Action } from './endpoints';
import { webRoot } from './address';
import { knownRefusal, otherRefusal, unusable, type Dialect } from './errors';
import { readAnswer } from './answers';

export const CREDENTIAL = 'crocoDialApi';

/** A successful answer, and what is needed to tell its times. */
export interface Success<T> {
  value: T;
  /** Epoch milliseconds. */
  receivedAt: number;
  /** What to add to a time of the server to have it on n8n's clock, in milliseconds. */
  clockOffset: number;
}

/** An answer, or what the server said instead of one about what was asked for. */
export type Reply<T> = (Success<T> & { said?: undefined }) | { said: string; receivedAt: number };

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
  call<T>(action: Action<T>, fields?: Fields): Promise<Success<T>>;
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
  { timeoutMs, byHand, asked }: ClientOptions,
): CrocoDialClient {
  const field = (name: string) => String(credentials[name] ?? '').trim();
  const dialect: Dialect = field('dialect') === 'goAutoDial' ? 'goAutoDial' : 'crocoDial';
  const base = webRoot(field('baseUrl'), dialect);
  const [user, password] = [field('user'), String(credentials.password ?? '')];
  if (user === '' || password === '') throw incomplete();
  const key = loginKey(base, dialect, user, password, field('sessionUser'));
  const login: Login = { credentialType: CREDENTIAL, credentials, key };
  const request = ({ module, name }: Action<unknown>, fields: Fields): VendorRequest => ({
    method: 'POST',
    url: `${base}/goAPIv2/${module}/goAPI.php`,
    body: { goAction: name, responsetype: 'json', ...fields },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    timeoutMs: timeoutMs(),
    ignoreTlsIssues: credentials.ignoreTlsIssues === true,
  });

  const ask = <T>(action: Action<T>, fields: Fields) =>
    guardLogin(key, byHand, Date.now, async () => {
      const question = request(action, fields);
      const answer = await (asked === undefined
        ? send(context, login, question)
        : sendOnce(asked, context, login, question));
      return replyOf(action, answer, dialect, [password]);
    });

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
  const { receivedAt } = answer;
  if (reading.kind === 'value') {
    return { value: reading.value, receivedAt, clockOffset: clockOffset(answer) };
  }
  if (reading.kind === 'unusable') throw unusable(reading.why, answer.status, dialect);
  const known = knownRefusal(reading, dialect);
  if (known !== undefined) throw known;
  return { said: withoutSecrets(reading.said, secrets).slice(0, 200), receivedAt };
}

function incomplete(): ContactCenterFailure {
  return new ContactCenterFailure(
    'badInput',
    'The credential has no user or no password',
    'Enter both in the credential.',
  );
}
