import { ContactCenterFailure, type FailureKind } from '../../shared/http/failure';
import { withoutSecrets } from '../../shared/http/secrets';
import { statusFailure } from '../../shared/http/statusFailure';
import type { Reading } from './answers';

/** Which of the two speaks: their logins and their actions differ. */
export type Dialect = 'crocoDial' | 'goAutoDial';

export const NAMES: Record<Dialect, string> = {
  crocoDial: 'CROCO-dial',
  goAutoDial: 'GOautodial',
};

interface Refusal {
  /** Compared with code and words. */
  pattern: RegExp;
  kind: FailureKind;
  message: string;
  advice: Record<Dialect, string>;
}

const both = (advice: string) => ({ crocoDial: advice, goAutoDial: advice });

/**
 * What the server says, always with HTTP 200, when it does not answer, and what to do then
 * (docs/vendors/croco-dial.md, Errors). `%` is the system's name.
 */
const REFUSALS: readonly Refusal[] = [
  {
    pattern: /Invalid Username\/Password/,
    kind: 'loginRefused',
    message: '% does not accept the user or the password',
    advice: {
      crocoDial:
        'Check both in the credential. If this is a GOautodial server of your own, choose that under "System".',
      goAutoDial:
        'Check both in the credential. GOautodial wants the password in its encrypted form: the 31 characters of the column pass_hash of the user.',
    },
  },
  {
    pattern: /Command Not Found/,
    kind: 'notFound',
    message: '% does not know the command',
    advice: {
      crocoDial:
        'A GOautodial server answers so to the commands of CROCO-dial: check "System" in the credential.',
      goAutoDial:
        'It is too old for this operation, or it is no GOautodial: check "System" in the credential.',
    },
  },
  {
    pattern: /^10001\b|do not have permission/,
    kind: 'forbidden',
    message: 'The % user may not do this',
    advice: {
      crocoDial: 'Give the user level 8 or above.',
      goAutoDial:
        'Give the user level 8 or above. GOautodial says the same of a password that is not in its encrypted form: the 31 characters of the column pass_hash.',
    },
  },
  {
    pattern: /^1000[45]\b/,
    kind: 'forbidden',
    message: 'The % user may not do this',
    advice: both('What was asked for is restricted. Use a user of the group ADMIN.'),
  },
  {
    pattern: /Session User Not Defined/,
    kind: 'badInput',
    message: '% wants to know in whose name it is asked',
    advice: both(
      'In the credential, set "Session User" to a user whose group may see the agents, such as the user itself.',
    ),
  },
  {
    pattern: /^(10007|10010)\b/,
    kind: 'outage',
    message: '% is in trouble with its database',
    advice: both('Try again, and look after the database of the server.'),
  },
];

/** A refusal that everybody would meet who asks with this credential; undefined for any other. */
export function knownRefusal(
  { said, code }: { said: string; code: string },
  dialect: Dialect,
): ContactCenterFailure | undefined {
  const known = REFUSALS.find(({ pattern }) => pattern.test(`${code} ${said}`.trim()));
  return (
    known &&
    new ContactCenterFailure(
      known.kind,
      known.message.replace('%', NAMES[dialect]),
      known.advice[dialect],
    )
  );
}

/** A refusal that nobody has seen, told without secrets. */
export function otherRefusal(
  said: string,
  dialect: Dialect,
  secrets: readonly string[],
): ContactCenterFailure {
  return new ContactCenterFailure(
    'badInput',
    `${NAMES[dialect]} refused the request`,
    `It said: ${withoutSecrets(said.replace(/^Error:\s*/, ''), secrets).slice(0, 200)}`,
  );
}

type Why = Extract<Reading<unknown>, { kind: 'unusable' }>['why'];

const UNUSABLE: Partial<Record<Why, [FailureKind, string, string]>> = {
  empty: [
    'outage',
    '% sent an empty answer',
    'The server or its database is in trouble. GOautodial on PHP 8 also answers so when the session user is in another group than ADMIN.',
  ],
  xml: [
    'unreadable',
    '% answered in XML though JSON was asked for',
    'The fields of the request did not reach it. Look for a proxy that changes or drops what is posted.',
  ],
  cutOff: [
    'unreadable',
    "%'s answer broke off before its end",
    'Try again. If it goes on, look at the log of the web server, or of a proxy before it.',
  ],
  shape: [
    'unreadable',
    "%'s answer cannot be read",
    'It is not what this command answers. Check "System" in the credential, and the version of the server.',
  ],
  setUp: [
    'outage',
    'The server of % is not set up',
    'It does not find its file astguiclient.conf. Its administrator has to mend that.',
  ],
};

/** Why an answer that is neither data nor a refusal is no use. */
export function unusable(why: Why, status: number, dialect: Dialect): ContactCenterFailure {
  const name = NAMES[dialect];
  const known = UNUSABLE[why];
  if (known !== undefined && (status === 200 || (why === 'empty' && status >= 500))) {
    const [kind, message, advice] = known;
    return new ContactCenterFailure(kind, message.replace('%', name), advice);
  }
  const byStatus = statusFailure(status);
  if (byStatus !== undefined) return byStatus;
  return new ContactCenterFailure(
    'notTheService',
    `There is no ${name} API at this address (HTTP ${status})`,
    'Something else answers. In the credential, enter the domain or the address of the web server, for example https://acme.croco-dial.net.',
  );
}
