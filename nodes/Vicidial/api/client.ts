import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { connection, type ClientOptions } from '../../shared/http/connection';
import { ContactCenterFailure } from '../../shared/http/failure';
import { hostOf } from '../../shared/http/networkFailure';
import type { RequestContext, VendorAnswer } from '../../shared/http/request';
import { webRoot } from './address';
import { readControl, readRecords, readVersion, type ServerVersion } from './answers';
import type { RecordOf, VicidialFunction } from './endpoints';
import { refusalOf, unusable } from './errors';

export const CREDENTIAL = 'vicidialApi';

/** Fields of a request beside those that the credential and the format add. */
type VicidialParameters = Record<string, string>;

/** VICIdial's errors that are answers: nobody is there, nothing was recorded. */
const EMPTY =
  /NO LOGGED IN AGENTS|AGENT NOT LOGGED IN|NO RECORDS FOUND|HAS NO AVAILABLE CAMPAIGNS|CALL (LOG )?NOT FOUND/;

/** VICIdial's requests. Knows addresses, fields and errors of both of its APIs, and nothing else. */
export interface VicidialClient {
  /** Which server and account this is, without a secret. */
  source: string;
  /** Calls a function of the non-agent API; nobody and nothing found are an empty list. */
  call<F extends VicidialFunction>(
    name: F,
    parameters?: VicidialParameters,
  ): Promise<{ records: Array<RecordOf<F>>; receivedAt: number }>;
  /** The server's version and clock; needs no right at all. */
  version(): Promise<ServerVersion>;
  /** Calls a function of the agent API and gives its success line. */
  control(name: string, agentUser: string, value: string): Promise<string>;
  /** The server's IANA time zone as the credential has it, or empty. */
  serverTimezone: string;
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
): VicidialClient {
  const field = (name: string) => String(credentials[name] ?? '').trim();
  const [user, password] = [field('user'), String(credentials.password ?? '')];
  const baseUrl = webRoot(field('baseUrl'));
  checkCharacters(user, password);
  const secrets = [password];
  const nonAgentApi = `${baseUrl}/vicidial/non_agent_api.php`;
  const agentApi = field('agentApiUrl') || `${baseUrl}/agc/api.php`;
  const identity = [baseUrl, user, password];
  const { ask, askWithoutLogin } = connection(context, CREDENTIAL, credentials, options, identity);
  const form = (url: string, body: VicidialParameters) => ({
    method: 'POST' as const,
    url,
    body: { ...body },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });

  return {
    source: `vicidial:${hostOf(baseUrl)}:${user}`,
    serverTimezone: field('serverTimezone'),
    call: (name, parameters = {}) =>
      ask(
        form(nonAgentApi, { function: name, stage: 'tab', header: 'YES', ...parameters }),
        (answer) => ({
          records: recordsOf(name, answer, secrets),
          receivedAt: answer.receivedAt,
        }),
      ),
    version: () =>
      askWithoutLogin(form(nonAgentApi, { function: 'version' }), ({ body, status }) => {
        const version = readVersion(body);
        if (version === null) throw unusable('foreign', status);
        return version;
      }),
    // An order that has reached the agent must not be given a second time.
    control: (name, agentUser, value) =>
      ask(
        {
          ...form(agentApi, { function: name, agent_user: agentUser, value }),
          onlyOnce: true,
        },
        (answer) => successOf(answer, secrets, name),
      ),
  };
}

/**
 * What a call of the non-agent API came to. The HTTP status says nothing: errors come with 200,
 * and a name with an apostrophe makes the server send whole, valid data with 500.
 */
export function recordsOf<F extends VicidialFunction>(
  name: F,
  answer: Pick<VendorAnswer, 'body' | 'status'>,
  secrets: readonly string[],
): Array<RecordOf<F>> {
  const reading = readRecords(name, answer.body);
  if (reading.kind === 'records') return reading.records;
  if (reading.kind === 'page') throw unusable('foreign', answer.status);
  if (reading.kind === 'unreadable') throw unusable(reading.why, answer.status);
  if (EMPTY.test(reading.text)) return [];
  throw refusalOf(reading.text, secrets, name);
}

/** The success line of an agent API function. */
export function successOf(
  answer: Pick<VendorAnswer, 'body' | 'status'>,
  secrets: readonly string[],
  called?: string,
): string {
  const reply = readControl(answer.body);
  if (reply.kind === 'success') return reply.text;
  if (reply.kind === 'error') throw refusalOf(reply.text, secrets, called);
  if (reply.kind === 'empty' && answer.status === 200) throw refusalOf('NO FUNCTION SPECIFIED', []);
  throw unusable(reply.kind === 'page' ? 'foreign' : 'empty', answer.status);
}

/**
 * VICIdial deletes characters from user and password before it compares them, so a login with
 * such characters can never work, and each try counts toward locking the account.
 */
function checkCharacters(user: string, password: string): void {
  if (user === '' || password === '') {
    throw new ContactCenterFailure(
      'badInput',
      'The credential has no user or no password',
      'Enter both in the credential.',
    );
  }
  for (const [field, value] of [
    ['user', user],
    ['password', password],
  ] as const) {
    if (!/[^-_0-9A-Za-z\u0080-\uffff]/.test(value)) continue;
    throw new ContactCenterFailure(
      'loginRefused',
      `The ${field} in the credential can never log in to VICIdial`,
      `VICIdial deletes every character but letters, digits, - and _ before it compares. Nothing was sent. Give the API user a ${field} without such characters.`,
    );
  }
}
