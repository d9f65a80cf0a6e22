import { mapValues, uniqBy } from 'lodash';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ZodType, ZodTypeDef } from 'zod';
import type { ClientOptions } from '../../shared/node/clientOptions';
import { clockOffset } from '../../shared/http/clockOffset';
import type { Login, RequestContext, VendorRequest } from '../../shared/http/request';
import { send, sendOnce } from '../../shared/http/send';
import { readJson } from '../../shared/http/json';
import { guardLogin, loginKey } from '../../shared/http/loginGuard';
import { hostOf } from '../../shared/http/networkFailure';
import { webAddress } from '../../shared/http/webAddress';
import { incomplete, refusalOf, unreadable } from './errors';

export const CREDENTIAL = 'rocketChatOmnichannelApi';

export type Query = Record<string, string | number>;

/** A route, the permission it needs, and the shape of its answer. */
export interface Route<T> {
  path: string;
  right: string;
  shape: ZodType<T, ZodTypeDef, unknown>;
}

/** An answer, when it came, and how far n8n's clock is ahead of Rocket.Chat's. */
export interface Told<T> {
  value: T;
  receivedAt: number;
  clockOffset: number;
}

/** Rocket.Chat's requests: reads only. */
export interface RocketChatClient {
  /** Which server and account this is, without a secret. */
  source: string;
  /** One answer of a route. */
  get<T>(route: Route<T>, query?: Query): Promise<Told<T>>;
  /** All entries of a list, page by page. */
  getAll<T extends { total: number }, E>(
    route: Route<T>,
    entriesOf: (page: T) => E[],
    idOf: (entry: E) => string,
    query?: Query,
  ): Promise<Told<E[]>>;
}

/** The most a page may have; a higher number is cut to this without a word. */
const PAGE = 100;

/** A client for one credential. */
export function createClient(
  context: RequestContext,
  credentials: ICredentialDataDecryptedObject,
  { timeoutMs, byHand, asked }: ClientOptions,
): RocketChatClient {
  const field = (name: string) => String(credentials[name] ?? '').trim();
  const base = webAddress(field('baseUrl'), 'https://chat.example.com').replace(
    /\/api(\/v1)?$/,
    '',
  );
  const token = String(credentials.authToken ?? '');
  const key = loginKey(base, field('userId'), token);
  const login: Login = { credentialType: CREDENTIAL, credentials, key };

  const get = <T>({ path, right, shape }: Route<T>, query: Query = {}) =>
    guardLogin(key, byHand, Date.now, async () => {
      const search = new URLSearchParams(mapValues(query, String));
      const request: VendorRequest = {
        method: 'GET',
        url: `${base}/api/v1/${path}${search.size > 0 ? `?${search}` : ''}`,
        headers: { Accept: 'application/json' },
        timeoutMs: timeoutMs(),
        ignoreTlsIssues: credentials.ignoreTlsIssues === true,
      };
      const answer = await (asked === undefined
        ? send(context, login, request)
        : sendOnce(asked, context, login, request));
      if (answer.status !== 200) throw refusalOf(answer, right, [token]);
      const reading = readJson(answer, shape);
      if (reading.kind === 'value') {
        const { receivedAt } = answer;
        return { value: reading.value, receivedAt, clockOffset: clockOffset(answer) };
      }
      if (reading.kind === 'otherShape') throw unreadable();
      throw refusalOf(answer, right, [token]);
    });

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
): Promise<Told<E[]> & { complete: boolean }> {
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
