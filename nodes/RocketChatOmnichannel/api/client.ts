import { mapValues, uniqBy } from 'lodash';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { connection, type ClientOptions } from '../../shared/http/connection';
import { readJson } from '../../shared/http/json';
import { hostOf } from '../../shared/http/networkFailure';
import type { RequestContext } from '../../shared/http/request';
import { timed, type Timed } from '../../shared/http/timed';
import { webRoot } from './address';
import type { Route } from './endpoints';
import { incomplete, refusalOf, unreadable } from './errors';

export const CREDENTIAL = 'rocketChatOmnichannelApi';

export type Query = Record<string, string | number>;

/** Rocket.Chat's requests: reads only. */
export interface RocketChatClient {
  /** Which server and account this is, without a secret. */
  source: string;
  /** One answer of a route. */
  get<T>(route: Route<T>, query?: Query): Promise<Timed<T>>;
  /** All entries of a list, page by page. */
  getAll<T extends { total: number }, E>(
    route: Route<T>,
    entriesOf: (page: T) => E[],
    idOf: (entry: E) => string,
    query?: Query,
  ): Promise<Timed<E[]>>;
}

/** The most a page may have; a higher number is cut to this without a word. */
const PAGE = 100;

/**
 * A client for one credential.
 *
 * @throws ContactCenterFailure when the credential cannot be right
 */
export function createClient(
  context: RequestContext,
  credentials: ICredentialDataDecryptedObject,
  options: ClientOptions,
): RocketChatClient {
  const field = (name: string) => String(credentials[name] ?? '').trim();
  const base = webRoot(field('baseUrl'));
  const token = String(credentials.authToken ?? '');
  const identity = [base, field('userId'), token];
  const { ask } = connection(context, CREDENTIAL, credentials, options, identity);

  const get = <T>({ path, right, shape }: Route<T>, query: Query = {}) => {
    const search = new URLSearchParams(mapValues(query, String));
    const question = {
      method: 'GET' as const,
      url: `${base}/api/v1/${path}${search.size > 0 ? `?${search}` : ''}`,
      headers: { Accept: 'application/json' },
    };
    return ask(question, (answer) => {
      if (answer.status !== 200) throw refusalOf(answer, right, [token]);
      const reading = readJson(answer, shape);
      if (reading.kind === 'value') return timed(reading.value, answer);
      if (reading.kind === 'otherShape') throw unreadable();
      throw refusalOf(answer, right, [token]);
    });
  };

  return {
    source: `rocketChat:${hostOf(base)}${new URL(base).pathname.replace(/\/$/, '')}:${field('userId')}`,
    get,
    getAll: async (route, entriesOf, idOf, query = {}) => {
      const readAll = () => allPages(route, entriesOf, idOf, query, get);
      const first = await readAll();
      const whole = first.complete ? first : await readAll();
      if (!whole.complete) throw incomplete();
      return whole;
    },
  };
}

/** All pages; complete when they hold as many different entries as the list says it has. */
async function allPages<T extends { total: number }, E>(
  route: Route<T>,
  entriesOf: (page: T) => E[],
  idOf: (entry: E) => string,
  query: Query,
  get: RocketChatClient['get'],
): Promise<Timed<E[]> & { complete: boolean }> {
  const entries: E[] = [];
  for (;;) {
    const page = await get(route, { ...query, count: PAGE, offset: entries.length });
    const more = entriesOf(page.value);
    entries.push(...more);
    if (more.length === 0 || entries.length >= page.value.total) {
      const unique = uniqBy(entries, idOf);
      const complete = unique.length === entries.length && entries.length === page.value.total;
      return { ...page, value: unique, complete };
    }
  }
}
