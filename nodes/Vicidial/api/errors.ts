import { ContactCenterFailure, type FailureKind } from '../../shared/http/failure';
import { withoutSecrets } from '../../shared/http/secrets';
import { statusFailure } from '../../shared/http/statusFailure';

interface Refusal {
  pattern: RegExp;
  kind: FailureKind;
  message: string;
  /** `{function}` stands for the function that was called. */
  advice: string;
}

/**
 * What VICIdial says when it does not answer, and what to do then. It says so with HTTP 200 in
 * one line of text (docs/vendors/vicidial.md, Errors). The text of a refused login holds the
 * password, so none of these repeat what came.
 */
const REFUSALS: readonly Refusal[] = [
  {
    pattern: /\|2FA\|/,
    kind: 'loginRefused',
    message: 'VICIdial asks for a second factor, which an API user cannot give',
    advice:
      'The password is right. In VICIdial, set "2FA Override" of this user to DISABLED, or use another user.',
  },
  {
    pattern: /^ERROR: Too many login attempts/,
    kind: 'loginRefused',
    message: 'VICIdial has locked this user after too many wrong passwords',
    advice:
      'Wait 15 minutes or unlock the user in VICIdial. Correct the password in the credential first: each wrong one counts.',
  },
  {
    pattern: /^ERROR: Login incorrect/,
    kind: 'loginRefused',
    message: 'VICIdial does not accept the user or the password',
    advice:
      'Check both in the credential. VICIdial says the same of a user that is not active or has a user level below 7.',
  },
  {
    pattern: /^ERROR: Invalid Username\/Password:.*\|GOOD\|/,
    kind: 'forbidden',
    message: 'The VICIdial user may not use the agent API',
    advice: 'In VICIdial, set "Agent API Access" of this user to 1.',
  },
  {
    pattern: /^ERROR: Invalid Username\/Password/,
    kind: 'loginRefused',
    message: 'The agent API of VICIdial does not accept the user or the password',
    advice: 'Check both in the credential.',
  },
  {
    pattern: /IP Address is not allowed/,
    kind: 'forbidden',
    message: 'VICIdial does not allow requests from the address of this n8n server',
    advice:
      'In VICIdial, add the address of the n8n server to the IP list of the API user\'s group ("API IP List").',
  },
  {
    pattern: /DOES NOT HAVE PERMISSION TO USE THIS FUNCTION/,
    kind: 'forbidden',
    message: 'The VICIdial user is not allowed to call this function',
    advice:
      'In VICIdial, choose {function} under "Allowed Functions" of the API user; ALL_FUNCTIONS allows every one.',
  },
  {
    pattern: /DOES NOT HAVE PERMISSION/,
    kind: 'forbidden',
    message: 'The VICIdial user lacks a right that this needs',
    advice:
      'In VICIdial, set "View Reports" and "Agent API Access" of the API user to 1. Campaigns of an agent need user level 8 and "Modify Users" as well.',
  },
  {
    pattern: /THIS USER HAS NO VIEWABLE CAMPAIGNS/,
    kind: 'forbidden',
    message: 'The VICIdial user may see no campaign',
    advice: 'In VICIdial, allow campaigns for the user group of the API user.',
  },
  {
    pattern: /^ERROR: Invalid Source/,
    kind: 'badInput',
    message: 'VICIdial wants to know the source of the request',
    advice: 'In the credential, give "Source" 2 to 20 letters or digits.',
  },
  {
    pattern: /NO FUNCTION SPECIFIED/,
    kind: 'notSupported',
    message: 'This VICIdial server does not know the function',
    advice: 'It is too old for this operation. Update VICIdial, or use another operation.',
  },
  {
    pattern: /AGENT NOT FOUND|USER NOT FOUND|AGENT USER DOES NOT EXIST/,
    kind: 'notFound',
    message: 'VICIdial knows no such agent',
    advice:
      'Check the agent\'s user ID. An agent whose group the API user may not see ("Admin Viewable Groups") is not found either.',
  },
  {
    pattern: /agent_user is not logged in|AGENT NOT LOGGED IN/,
    kind: 'notFound',
    message: 'The agent is not logged in',
    advice: 'Only an agent who is logged in can be controlled. Check the user ID.',
  },
  {
    pattern: /agent is not paused/,
    kind: 'badInput',
    message: 'The agent is not paused',
    advice: 'Pause the agent first.',
  },
  {
    pattern: /System API NOT ACTIVE/,
    kind: 'forbidden',
    message: 'The agent API of VICIdial is switched off',
    advice: 'In VICIdial, switch on "Agent API Active" in the system settings.',
  },
  {
    pattern: /^MySQL connect ERROR/,
    kind: 'outage',
    message: 'VICIdial cannot reach its database',
    advice: 'Look after the database of the VICIdial server. The login was not checked.',
  },
];

/**
 * What VICIdial's own error text means; one that nobody has seen is told without secrets.
 *
 * @param called the function that was called, as it may be told
 */
export function refusalOf(
  text: string,
  secrets: readonly string[],
  called = 'the function',
): ContactCenterFailure {
  const known = REFUSALS.find(({ pattern }) => pattern.test(text));
  if (known !== undefined) {
    const advice = known.advice.replace('{function}', called);
    return new ContactCenterFailure(known.kind, known.message, advice);
  }
  const said = withoutSecrets(text.replace(/^ERROR: /, ''), secrets).slice(0, 200);
  return new ContactCenterFailure('badInput', 'VICIdial refused the request', `It said: ${said}`);
}

const UNREADABLE: Record<string, [FailureKind, string, string]> = {
  empty: [
    'outage',
    'VICIdial sent an empty answer',
    'The server or its database is in trouble. Try again, and look at the log of its web server.',
  ],
  cutOff: [
    'unreadable',
    "VICIdial's answer broke off before its end",
    'Try again. If it goes on, look at the log of the web server, or of a proxy before it.',
  ],
  row: [
    'unreadable',
    'A line of what VICIdial sent cannot be read',
    'Look for an agent whose name holds tabs or line breaks, and correct it in VICIdial.',
  ],
};

/** Why an answer that is neither data nor VICIdial's own error is no use. */
export function unusable(why: string, status: number): ContactCenterFailure {
  const known = UNREADABLE[why];
  if (known !== undefined && (why !== 'empty' || status === 200 || status >= 500)) {
    return new ContactCenterFailure(...known);
  }
  const byStatus = statusFailure(status);
  if (byStatus !== undefined) return byStatus;
  return new ContactCenterFailure(
    'notTheService',
    `There is no VICIdial API at this address (HTTP ${status})`,
    'Something else answers. In the credential, enter the address of the VICIdial web server, for example https://dialer.example.com.',
  );
}
