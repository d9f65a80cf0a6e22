import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { connection, type ClientOptions } from '../../shared/http/connection';
import { ContactCenterFailure } from '../../shared/http/failure';
import { readJson } from '../../shared/http/json';
import { hostOf } from '../../shared/http/networkFailure';
import type { RequestContext } from '../../shared/http/request';
import { timed, type Timed } from '../../shared/http/timed';
import { webRoot } from './address';
import type { Route } from './endpoints';
import { refusalOf } from './errors';

export const CREDENTIAL = 'koreAiApi';

/** What goes with a request, beside the IDs of the credential. */
export interface Sent {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: IDataObject;
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
  ask<T>(route: Route<T>, sent?: Sent): Promise<Timed<T>>;
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
): KoreAiClient {
  const field = (name: string) => String(credentials[name] ?? '').trim();
  const base = webRoot(field('host'));
  const ids = { accountId: field('accountId'), streamId: field('streamId'), orgId: field('orgId') };
  const [clientId, secret] = [field('clientId'), field('clientSecret')];
  checkComplete({ ...ids, clientId, secret });
  const identity = [base, ids.accountId, ids.streamId, clientId, secret];
  const { ask } = connection(context, CREDENTIAL, credentials, options, identity);

  return {
    source: `koreAi:${hostOf(base)}:${ids.accountId}:${ids.streamId}`,
    zone: zoneOf(field('statusTimezone')),
    dateFilter: field('dateFilter') === 'range' ? 'range' : 'date',
    hasOrganization: ids.orgId !== '',
    ask: (route, { path, query = {}, body } = {}) => {
      const search = new URLSearchParams(query);
      const question = {
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
      };
      return ask(question, (answer) => {
        const reading = answer.status < 300 ? readJson(answer, route.shape) : undefined;
        if (reading?.kind !== 'value') throw refusalOf(answer, route.scope, [secret]);
        return timed(reading.value, answer);
      });
    },
  };
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
