import { ContactCenterFailure, type FailureKind } from '../../shared/http/failure';
import type { VendorAnswer } from '../../shared/http/request';
import { readJson, type JsonReading } from '../../shared/http/json';
import { withoutSecrets } from '../../shared/http/secrets';
import { statusFailure } from '../../shared/http/statusFailure';
import { refusalSchema } from './schemas';

interface Said {
  status: number;
  words: string;
  code: string;
}

interface Refusal {
  fits(said: Said): boolean;
  kind: FailureKind;
  message: string;
  advice: string;
}

/** The code of everything that is wrong with a token. */
const TOKEN_CODE = '4002';

/**
 * What Kore.ai says when it does not answer, and what to do then. A missing scope comes with the
 * status and the code of a bad login, so words go first (docs/vendors/kore-ai.md, Errors).
 */
const REFUSALS: readonly Refusal[] = [
  {
    fits: ({ status, words }) => status === 429 || /rate limit/i.test(words),
    kind: 'rateLimited',
    message: 'Kore.ai takes no more requests for now',
    advice:
      'It allows 60 a minute for the whole account, other programs included. Wait a minute, and poll less often.',
  },
  {
    fits: ({ words }) => /scope|permission denied/i.test(words),
    kind: 'forbidden',
    message: 'The Kore.ai app may not ask this',
    advice:
      'Give the JWT app the API scope "{scope}" and publish the app afterwards. Kore.ai says the same where Account ID or Stream ID are those of another app: compare them.',
  },
  {
    fits: ({ status, words, code }) =>
      code === TOKEN_CODE || status === 401 || /invalid (jwt|sdk|token)/i.test(words),
    kind: 'loginRefused',
    message: 'Kore.ai does not accept the client ID or the client secret',
    advice:
      'Check both in the credential; the client ID counts with its case. The JWT app must allow HS256, be without JWE, and belong to this account. The clock of the n8n server must be right.',
  },
  {
    fits: ({ status }) => status === 403,
    kind: 'forbidden',
    message: 'The Kore.ai app may not ask this',
    advice: 'Give the JWT app the API scope "{scope}" and publish the app afterwards.',
  },
  {
    fits: ({ words }) => /invalid stream|stream ?id/i.test(words),
    kind: 'badInput',
    message: 'Kore.ai knows no app of this Stream ID',
    advice:
      'Check "Stream ID" in the credential. It begins with st- and is also called bot ID or app ID.',
  },
  {
    fits: ({ words }) => /invalid org|org ?id/i.test(words),
    kind: 'badInput',
    message: 'Kore.ai knows no organization of this ID',
    advice: 'Check "Organization ID" in the credential. It begins with o-.',
  },
  {
    fits: ({ words }) => /queue/i.test(words),
    kind: 'notFound',
    message: 'Kore.ai knows no such queue',
    advice: 'Choose a queue from the list, or enter its ID, which begins with qu-, not its name.',
  },
  {
    fits: ({ status, words }) => status === 404 && /agent/i.test(words),
    kind: 'notFound',
    message: 'Kore.ai knows no such agent',
    advice: "Check the agent's e-mail address.",
  },
  {
    fits: ({ status }) => status === 404 || status === 405,
    kind: 'notTheService',
    message: 'Kore.ai does not have this API at this address',
    advice: 'Check "Host" and "Account ID" in the credential. Regions have hosts of their own.',
  },
  {
    fits: ({ words }) => /validation|invalid arg/i.test(words),
    kind: 'badInput',
    message: 'Kore.ai does not take the request',
    advice:
      'Check Account ID and Stream ID in the credential. If they are right, choose the other setting of "Status Date Filter" there.',
  },
];

/** Why an answer is no data. `scope` is what the route needs, in Kore.ai's words. */
export function refusalOf(
  answer: VendorAnswer,
  scope: string,
  secrets: readonly string[],
): ContactCenterFailure {
  const reading = readJson(answer, refusalSchema);
  const said = { status: answer.status, ...wordsOf(reading) };
  const known = REFUSALS.find((refusal) => refusal.fits(said));
  if (known !== undefined && (reading.kind === 'value' || said.status === 429)) {
    const after = Number(answer.headers['retry-after']);
    const wait = after > 0 ? ` The server asks to wait ${Math.ceil(after)} s.` : '';
    const advice = known.advice.replace('{scope}', scope);
    return new ContactCenterFailure(known.kind, known.message, advice + wait);
  }
  if (said.status >= 500 || said.words === '') return unusable(answer, reading.kind);
  return new ContactCenterFailure(
    'badInput',
    'Kore.ai refused the request',
    `It said: ${withoutTokens(withoutSecrets(said.words, secrets)).slice(0, 200)}`,
  );
}

function wordsOf(reading: JsonReading<ReturnType<typeof refusalSchema.parse>>) {
  if (reading.kind !== 'value') return { words: '', code: '' };
  const { errors, message, error, code } = reading.value;
  const first = errors?.[0];
  return {
    words: first?.msg ?? first?.message ?? message ?? error ?? '',
    code: first?.code ?? code ?? '',
  };
}

const withoutTokens = (text: string) => text.replace(/eyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, '***');

/** Why an answer that is neither data nor Kore.ai's own error is no use. */
function unusable(
  { status, body }: VendorAnswer,
  kind: JsonReading<unknown>['kind'],
): ContactCenterFailure {
  if (status >= 500) {
    return new ContactCenterFailure(
      'outage',
      `Kore.ai answered that it is broken (HTTP ${status})`,
      "Try again later, and look at Kore.ai's status page.",
    );
  }
  const byStatus = statusFailure(status);
  if (byStatus !== undefined) return byStatus;
  if (kind === 'page' || status >= 400) {
    return new ContactCenterFailure(
      'notTheService',
      `There is no Kore.ai API at this address (HTTP ${status})`,
      'Something else answers. In the credential, enter the host of your Kore.ai environment, for example https://platform.kore.ai.',
    );
  }
  if (body.length === 0) {
    return new ContactCenterFailure(
      'outage',
      'Kore.ai sent an empty answer',
      "Try again. If it goes on, look at Kore.ai's status page, or at a proxy before it.",
    );
  }
  return new ContactCenterFailure(
    'unreadable',
    "Kore.ai's answer cannot be read",
    'It is not the JSON that this API answers. Try again; if it goes on, look for a proxy that changes answers.',
  );
}

/** A list whose pages do not make a whole. */
export function incomplete(): ContactCenterFailure {
  return new ContactCenterFailure(
    'unreadable',
    "Kore.ai's list is not complete",
    'Its pages repeat, or hold another number of entries than it says. Try again; agents may just have been added or removed.',
  );
}
