import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { ClientOptions } from '../../shared/node/clientOptions';
import { clockOffset } from '../../shared/http/clockOffset';
import { ContactCenterFailure } from '../../shared/http/failure';
import type { Login, RequestContext, VendorRequest } from '../../shared/http/request';
import { send, sendOnce } from '../../shared/http/send';
import { readJson } from '../../shared/http/json';
import { guardLogin, loginKey } from '../../shared/http/loginGuard';
import { hostOf } from '../../shared/http/networkFailure';
import { webAddress } from '../../shared/http/webAddress';
import { refusalOf } from './errors';
import type { Route } from './endpoints';

export const CREDENTIAL = 'koreAiApi';

/** What goes with a request, beside the IDs of the credential. */
export interface Sent {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: IDataObject;
}

/** An answer, when it came, and how far n8n's clock is ahead of Kore.ai's. */
export interface Told<T> {
  value: T;
  receivedAt: number;
  clockOffset: number;
}

/** Kore.ai's requests: reads only. */
export interface KoreAiClient {
  /** Which server, account and app this is, without a secret. */
  source: string;
  /** The zone of the times that come without one. */
  zone: Zone;
  /** Whether the days of a status report are given as `date`, or as `startDate` and `endDate`. */
  dateFilter: 'date' | 'range';
  /** Whether the credential names an organization. */
  hasOrganization: boolean;
  ask<T>(route: Route<T>, sent?: Sent): Promise<Told<T>>;
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
): KoreAiClient {
  const field = (name: string) => String(credentials[name] ?? '').trim();
  const base = platform(field('host'));
  const ids = { accountId: field('accountId'), streamId: field('streamId'), orgId: field('orgId') };
  const [clientId, secret] = [field('clientId'), field('clientSecret')];
  checkComplete({ ...ids, clientId, secret });
  const key = loginKey(base, ids.accountId, ids.streamId, clientId, secret);
  const login: Login = { credentialType: CREDENTIAL, credentials, key };

  return {
    source: `koreAi:${hostOf(base)}:${ids.accountId}:${ids.streamId}`,
    zone: zoneOf(field('statusTimezone')),
    dateFilter: field('dateFilter') === 'range' ? 'range' : 'date',
    hasOrganization: ids.orgId !== '',
    ask: (route, { path, query = {}, body } = {}) =>
      guardLogin(key, byHand, Date.now, async () => {
        const search = new URLSearchParams(query);
        const request: VendorRequest = {
          method: route.method,
          url: `${base}${fill(route.path, { ...ids, ...path })}${search.size > 0 ? `?${search}` : ''}`,
          // One family of routes has the account in the path, the other the app.
          headers: {
            Accept: 'application/json',
            'Content-Type': 'application/json',
            iId: ids.streamId,
            accountId: ids.accountId,
          },
          ...(route.method === 'POST' ? { body: body ?? {} } : {}),
          timeoutMs: timeoutMs(),
          ignoreTlsIssues: credentials.ignoreTlsIssues === true,
        };
        const answer = await (asked === undefined
          ? send(context, login, request)
          : sendOnce(asked, context, login, request));
        const reading = answer.status < 300 ? readJson(answer, route.shape) : undefined;
        if (reading?.kind !== 'value') throw refusalOf(answer, route.scope, [secret]);
        const { receivedAt } = answer;
        return { value: reading.value, receivedAt, clockOffset: clockOffset(answer) };
      }),
  };
}

/**
 * The root of a Kore.ai environment from its host, with or without a scheme, or from the address
 * of any page in it.
 */
export function platform(entered: string): string {
  const address = /^[a-z]+:\/\//i.test(entered) ? entered : `https://${entered}`;
  return new URL(webAddress(address, 'https://platform.kore.ai')).origin;
}

const fill = (path: string, values: Record<string, string>) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

const LABELS = {
  accountId: 'Account ID',
  streamId: 'Stream ID',
  clientId: 'Client ID',
  secret: 'Client Secret',
} as const;

function checkComplete(fields: Record<keyof typeof LABELS, string>): void {
  for (const name of ['accountId', 'streamId', 'clientId', 'secret'] as const) {
    if (fields[name] !== '') continue;
    throw new ContactCenterFailure(
      'badInput',
      `The credential has no ${LABELS[name]}`,
      'Enter it in the credential. Kore.ai shows it under App Settings, Dev Tools.',
    );
  }
}

function zoneOf(name: string): Zone {
  if (name === '') return FixedOffsetZone.utcInstance;
  if (IANAZone.isValidZone(name)) return IANAZone.create(name);
  throw new ContactCenterFailure(
    'badInput',
    `"${name}" is not a time zone`,
    'In the credential, enter one like America/New_York, or leave it empty.',
  );
}
