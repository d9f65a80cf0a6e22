import { sleep, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';
import { withDeadline } from './deadline';
import { ContactCenterFailure } from './failure';
import { networkFailure } from './networkFailure';
import type { Login, RequestContext, VendorAnswer, VendorRequest } from './request';

/** A list of 50,000 agents takes 4 MB; nothing answers more than this. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;
const RETRY_PAUSE_MS = 500;
const WORTH_A_RETRY: ReadonlySet<number> = new Set([502, 503, 504]);

/** The answers of one execution, by what was asked: input items that ask the same share one. */
export type SharedAnswers = Map<string, Promise<VendorAnswer>>;

/** Sends a request, or returns the answer that the same request of the same login already got. */
export function sendShared(
  answers: SharedAnswers,
  context: RequestContext,
  login: Login,
  request: VendorRequest,
): Promise<VendorAnswer> {
  const question = JSON.stringify([login.key, request.method, request.url, request.body]);
  const answer = answers.get(question) ?? send(context, login, request);
  answers.set(question, answer);
  return answer;
}

/**
 * Sends one request with the node's credential, and once more if the connection broke or a
 * gateway could not reach the server.
 * Redirects are not followed: a form sent after a redirect would arrive without its fields.
 *
 * @throws ContactCenterFailure `unreachable`, `timeout`, `unreadable` (an answer without end)
 */
export async function send(
  context: RequestContext,
  login: Login,
  request: VendorRequest,
): Promise<VendorAnswer> {
  const deadline = Date.now() + request.timeoutMs;
  const first = await exchange(context, login, request, request.timeoutMs);
  const brokeOff = first instanceof ContactCenterFailure && first.kind === 'unreachable';
  const gateway = !(first instanceof ContactCenterFailure) && WORTH_A_RETRY.has(first.status);
  const left = deadline - Date.now() - RETRY_PAUSE_MS;
  if (!(brokeOff || gateway) || left <= 0 || request.onlyOnce === true) return orThrow(first);
  await sleep(RETRY_PAUSE_MS);
  return orThrow(await exchange(context, login, request, left));
}

function orThrow(result: VendorAnswer | ContactCenterFailure): VendorAnswer {
  if (result instanceof ContactCenterFailure) throw result;
  return result;
}

async function exchange(
  context: RequestContext,
  { credentialType, credentials }: Login,
  request: VendorRequest,
  timeoutMs: number,
): Promise<VendorAnswer | ContactCenterFailure> {
  const { asking, abortSignal } = withDeadline(context, timeoutMs);
  const options: IHttpRequestOptions = {
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: request.body,
    encoding: 'stream',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    disableFollowRedirect: true,
    skipSslCertificateValidation: request.ignoreTlsIssues,
    timeout: timeoutMs,
    abortSignal,
  };
  try {
    const response: { statusCode: number; headers: IDataObject; body: AsyncIterable<Buffer> } =
      await context.helpers.httpRequestWithAuthentication.call(asking, credentialType, options, {
        // Without it n8n takes the credential of the first item (docs/n8n.md, Requests).
        credentialsDecrypted: { id: '', name: '', type: credentialType, data: credentials },
      });
    const body = await readBody(response.body);
    if (body === 'tooLarge') return tooLarge();
    return {
      status: response.statusCode,
      headers: response.headers,
      body,
      receivedAt: Date.now(),
    };
  } catch (error) {
    return networkFailure(error, request.url, timeoutMs);
  }
}

async function readBody(stream: AsyncIterable<Buffer>): Promise<Buffer | 'tooLarge'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return 'tooLarge';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): ContactCenterFailure {
  return new ContactCenterFailure(
    'unreadable',
    `The server's answer does not end: more than ${MAX_BODY_BYTES / 1024 / 1024} MB came`,
    'Check that the URL of the credential leads to the contact center and not to a download.',
  );
}
