import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { checkLogin, guardLogin, loginKey } from './loginGuard';
import type { Login, RequestContext, VendorAnswer, VendorRequest } from './request';
import { send, sendShared, type SharedAnswers } from './send';

/** How a vendor's client behaves where nodes, pickers and triggers differ. */
export interface ClientOptions {
  /**
   * How many milliseconds a request that begins now may take, a whole number.
   *
   * @throws ContactCenterFailure `timeout` when there is no time left for one
   */
  timeoutMs(): number;
  /** Whether a person at the editor asks, see guardLogin. */
  byHand: boolean;
  /** The answers of the execution so far, where equal requests are to be sent once. */
  sharedAnswers?: SharedAnswers;
}

/** What a vendor's client says of a request; the credential says the rest. */
type Question = Pick<VendorRequest, 'method' | 'url' | 'body' | 'headers' | 'onlyOnce'>;

/** One login, and the only way in which a vendor's client sends anything with it. */
export interface Connection {
  /**
   * Sends a request under the login guard, and reads the answer.
   *
   * @param read throws the ContactCenterFailure that the answer is; a refused login is known by it
   */
  ask<T>(question: Question, read: (answer: VendorAnswer) => T): Promise<T>;
  /** The same for a request that needs no login but carries it all the same. */
  askWithoutLogin<T>(question: Question, read: (answer: VendorAnswer) => T): Promise<T>;
}

/**
 * A connection with one credential.
 *
 * @param identity what makes this login another one than others: URL, user, password
 */
export function connection(
  context: RequestContext,
  credentialType: string,
  credentials: ICredentialDataDecryptedObject,
  { timeoutMs, byHand, sharedAnswers }: ClientOptions,
  identity: readonly string[],
): Connection {
  const key = loginKey(...identity);
  const login: Login = { credentialType, credentials, key };
  const deliver = (question: Question): Promise<VendorAnswer> => {
    const request: VendorRequest = {
      ...question,
      timeoutMs: timeoutMs(),
      ignoreTlsIssues: credentials.ignoreTlsIssues === true,
    };
    return sharedAnswers === undefined || question.onlyOnce === true
      ? send(context, login, request)
      : sendShared(sharedAnswers, context, login, request);
  };
  return {
    ask: (question, read) =>
      guardLogin(key, byHand, Date.now, async () => read(await deliver(question))),
    askWithoutLogin: async (question, read) => {
      checkLogin(key, byHand, Date.now());
      return read(await deliver(question));
    },
  };
}
