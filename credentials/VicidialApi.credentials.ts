import type {
  ICredentialDataDecryptedObject,
  Icon,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';

/** A user ID that cannot exist: longer than VICIdial's 20 characters. */
const NOBODY = 'n8n-credential-test-nobody';

/** The text of an answer has this character at this place: that is all n8n can compare. */
function saysAt(place: number, character: string | undefined, message: string) {
  return {
    type: 'responseSuccessBody' as const,
    properties: { key: String(place), value: character, message },
  };
}

const NOT_VICIDIAL =
  'Something else than VICIdial answers at this URL. Enter the address of the VICIdial web server, for example https://dialer.example.com.';

/** Whatever the login is, VICIdial answers "ERROR": every other first character. */
const OTHER_BEGINNINGS = [
  ...Array.from({ length: 95 }, (_, code) => String.fromCharCode(32 + code)),
  ...['\n', '\r', '\t', '\ufeff'],
].filter((first) => first !== 'E');

/**
 * What is wrong, by the characters in which VICIdial's answers differ. A good login answers
 * "ERROR: agent_status AGENT NOT FOUND" (docs/vendors/vicidial.md, Credential test).
 */
const RULES = [
  saysAt(
    7,
    'L',
    'VICIdial does not accept the user or the password. It says the same of a user that is inactive, has a level below 7 or needs a second factor, and of a password with other characters than letters, digits, - and _. Ten wrong tries lock the user.',
  ),
  saysAt(
    7,
    'T',
    'VICIdial has locked this user after too many wrong passwords. Wait 15 minutes or unlock the user in VICIdial, and correct the password first.',
  ),
  saysAt(
    7,
    'Y',
    "VICIdial does not allow requests from the address of this n8n server. Add it to the API IP List of the user's group in VICIdial.",
  ),
  saysAt(
    8,
    'u',
    'The login is good, but the user may not call agent_status. Choose it under Allowed Functions of the user in VICIdial, or ALL_FUNCTIONS.',
  ),
  saysAt(
    20,
    'U',
    'The login is good, but the user lacks a right. Set View Reports and Agent API Access of the user to 1 in VICIdial.',
  ),
  saysAt(
    7,
    'I',
    'The login is good, but VICIdial wants a source: give Source 2 to 20 letters or digits.',
  ),
  saysAt(
    7,
    'N',
    'The login is good, but this VICIdial server is too old: it does not know agent_status.',
  ),
  saysAt(
    0,
    'M',
    'VICIdial cannot reach its database, so the login could not be checked. Look after the server, then try again.',
  ),
  saysAt(
    4,
    '/',
    "This server prints PHP warnings before its answers, so the login could not be checked. The nodes can read such answers; to test the login, switch off display_errors in the server's php.ini.",
  ),
  saysAt(
    0,
    undefined,
    'The server answered with nothing, or not with text as VICIdial does, so the login could not be checked. Its database may be down, or something else answers at this URL.',
  ),
  ...OTHER_BEGINNINGS.map((first) => saysAt(0, first, NOT_VICIDIAL)),
];

export class VicidialApi implements ICredentialType {
  name = 'vicidialApi';

  displayName = 'VICIdial API';

  icon: Icon = {
    light: 'file:../icons/vicidial.svg',
    dark: 'file:../icons/vicidial.dark.svg',
  };

  documentationUrl =
    'https://github.com/n8n-nodes-contact-center/n8n-nodes-contact-center/blob/main/docs/vendors/vicidial.md';

  properties: INodeProperties[] = [
    {
      displayName: 'URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'https://dialer.example.com',
      description: 'The address of the VICIdial web server, as you see it in the browser',
    },
    {
      displayName: 'User',
      name: 'user',
      type: 'string',
      default: '',
      required: true,
      description:
        'A VICIdial user of level 7 or above with "View Reports" and "Agent API Access" set to 1. Make one only for n8n.',
    },
    {
      displayName: 'Password',
      name: 'password',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description:
        'Use only letters, digits, - and _: VICIdial deletes every other character before it compares',
    },
    {
      displayName: 'Source',
      name: 'source',
      type: 'string',
      default: 'n8n',
      required: true,
      description: 'How the requests are named in the log of VICIdial, 2 to 20 letters or digits',
    },
    {
      displayName: 'Agent API URL',
      name: 'agentApiUrl',
      type: 'string',
      default: '',
      placeholder: 'https://dialer.example.com/agc/api.php',
      description:
        'Where agents are paused and logged out, if that is another server. Empty means /agc/api.php of the URL above.',
    },
    {
      displayName: 'Server Time Zone',
      name: 'serverTimezone',
      type: 'string',
      default: '',
      placeholder: 'America/New_York',
      description:
        "The time zone of VICIdial's clock, for Get Activity. Empty means the offset the server has today.",
    },
    {
      displayName: 'Ignore SSL Issues (Insecure)',
      name: 'ignoreTlsIssues',
      type: 'boolean',
      default: false,
      description: 'Whether to connect even if the certificate of the server cannot be checked',
    },
  ];

  // Not an expression: polls at the same moment take n8n's expression engine from each other
  // (docs/n8n.md, Polling).
  authenticate = async (
    { source, user, password }: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => ({
    ...request,
    body: { ...Object(request.body), source, user, pass: password },
  });

  test: ICredentialTestRequest = {
    request: {
      method: 'POST',
      url: "={{ $credentials.baseUrl.trim().replace(/[?#].*$/, '').replace(/\\/+$/, '').replace(/([^\\/])(\\/(?:vicidial|agc))?(\\/[^\\/]+\\.php)?$/i, '$1') }}/vicidial/non_agent_api.php",
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: { function: 'agent_status', agent_user: NOBODY },
      disableFollowRedirect: true,
      ignoreHttpStatusErrors: true,
      skipSslCertificateValidation: '={{ $credentials.ignoreTlsIssues }}',
    },
    rules: RULES,
  };
}
