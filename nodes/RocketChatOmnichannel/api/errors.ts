import { ContactCenterFailure } from '../../shared/http/failure';
import type { VendorAnswer } from '../../shared/http/request';
import { readJson } from '../../shared/http/json';
import { withoutSecrets } from '../../shared/http/secrets';
import { statusFailure } from '../../shared/http/statusFailure';
import { refusalSchema } from './schemas';

/**
 * Why Rocket.Chat did not answer with data. The status decides, not the words, which differ from
 * version to version (docs/vendors/rocket-chat.md, Errors).
 *
 * @param right what the user of the credential needs for the route, in Rocket.Chat's words
 */
export function refusalOf(
  answer: VendorAnswer,
  right: string,
  secrets: readonly string[],
): ContactCenterFailure {
  const reading = readJson(answer, refusalSchema);
  const said = reading.kind === 'value' ? reading.value : {};
  const words = [said.error, said.message].find((each) => typeof each === 'string') ?? '';
  const { status } = answer;
  if (status === 429) return rateLimited(answer);
  if (reading.kind !== 'value') return notRocketChat(status);
  if (status === 401) {
    return new ContactCenterFailure(
      'loginRefused',
      'Rocket.Chat does not accept the user ID or the token',
      'Check both in the credential. They belong together: a good token of another user is refused as well.',
    );
  }
  if (status === 403) {
    return new ContactCenterFailure(
      'forbidden',
      'The Rocket.Chat user lacks a permission that this needs',
      `In Rocket.Chat, under Permissions, give a role of the user "${right}".`,
    );
  }
  if (said.errorType === 'error-action-not-allowed') {
    return new ContactCenterFailure(
      'notLicensed',
      'This needs a Rocket.Chat licence with Omnichannel Enterprise',
      'The workspace answers that it has none. Choose an operation or a figure that the community edition has.',
    );
  }
  if (status === 404 || /not found/i.test(words)) {
    return new ContactCenterFailure(
      'notFound',
      'Rocket.Chat knows no such agent',
      'Check the user ID or the username. The user must be an omnichannel agent.',
    );
  }
  return new ContactCenterFailure(
    status >= 500 ? 'outage' : 'badInput',
    status >= 500
      ? `Rocket.Chat answered that it is broken (HTTP ${status})`
      : 'Rocket.Chat refused the request',
    words === ''
      ? 'Try again later, and look at the log of the workspace.'
      : `It said: ${withoutSecrets(String(words), secrets).slice(0, 200)}`,
  );
}

/** The limit is per route and address; its end is told in epoch milliseconds. */
function rateLimited({ headers, receivedAt }: VendorAnswer): ContactCenterFailure {
  const reset = Number(headers['x-ratelimit-reset']);
  const seconds = Math.ceil((reset - receivedAt) / 1000);
  const wait = Number.isFinite(seconds) && seconds > 0 ? `in ${seconds} s` : 'in a minute';
  return new ContactCenterFailure(
    'rateLimited',
    'Rocket.Chat takes no more requests for now',
    `It allows 10 a minute per route unless set otherwise. Try again ${wait}, or give a role of the user the permission "api-bypass-rate-limit".`,
  );
}

function notRocketChat(status: number): ContactCenterFailure {
  const byStatus = statusFailure(status);
  if (byStatus !== undefined) return byStatus;
  return new ContactCenterFailure(
    'notTheService',
    `There is no Rocket.Chat API at this address (HTTP ${status})`,
    'Something else answers. In the credential, enter the address of the workspace, with its path if it has one.',
  );
}

/** An answer of another shape than the route has. */
export function unreadable(): ContactCenterFailure {
  return new ContactCenterFailure(
    'unreadable',
    "Rocket.Chat's answer cannot be read",
    'It is not what this route answers. Check that the workspace is of version 6 or newer.',
  );
}

/** A list whose pages do not make a whole. */
export function incomplete(): ContactCenterFailure {
  return new ContactCenterFailure(
    'unreadable',
    "Rocket.Chat's list is not complete",
    'Its pages hold another number of entries than it says. Agents may just have been added or removed: try again.',
  );
}
