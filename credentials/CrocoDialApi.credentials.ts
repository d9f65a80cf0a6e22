import type {
  ICredentialDataDecryptedObject,
  Icon,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';

/** n8n compares single values of an answer, and stops at the first that means a failure. */
function answers(key: string, value: string | undefined, message: string) {
  return {
    type: 'responseSuccessBody' as const,
    properties: { key, value, message },
  };
}

/** What is wrong, by what the server answers (docs/vendors/croco-dial.md, Credential test). */
const RULES = [
  answers(
    'message',
    'Invalid Username/Password',
    'The user or the password is not accepted. GOautodial wants the password in its encrypted form: the 31 characters of the column pass_hash of the user.',
  ),
  answers(
    'message',
    'Command Not Found',
    'The login is good, but the server does not know the command. Check System: a GOautodial server does not know those of CROCO-dial.',
  ),
  answers(
    'code',
    '10001',
    'The user may not do this: it needs level 8 or above. GOautodial says the same of a password that is not in its encrypted form.',
  ),
  answers(
    'result',
    'Error: Session User Not Defined.',
    'The server wants to know in whose name it is asked: set Session User.',
  ),
  answers('result', 'error', 'The server refuses the request. Check user, password and System.'),
  answers(
    '0',
    '\n',
    "This server prints text before its answers, such as PHP warnings, so the login could not be checked. The nodes can read such answers; to test the login, switch off display_errors in the server's php.ini.",
  ),
  answers(
    'result',
    undefined,
    'Something else than CROCO-dial or GOautodial answers here. Enter your domain at CROCO-dial, for example acme, or the address of the web server of GOautodial.',
  ),
];

export class CrocoDialApi implements ICredentialType {
  name = 'crocoDialApi';

  displayName = 'CROCO-Dial / GOautodial API';

  icon: Icon = {
    light: 'file:../icons/crocoDial.svg',
    dark: 'file:../icons/crocoDial.dark.svg',
  };

  documentationUrl =
    'https://github.com/n8n-nodes-contact-center/n8n-nodes-contact-center/blob/main/docs/vendors/croco-dial.md';

  properties: INodeProperties[] = [
    {
      displayName: 'System',
      name: 'dialect',
      type: 'options',
      options: [
        { name: 'CROCO-dial', value: 'crocoDial' },
        { name: 'GOautodial', value: 'goAutoDial' },
      ],
      default: 'crocoDial',
      description: 'Which of the two the server is: their commands and logins differ',
    },
    {
      displayName: 'Domain or URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'acme or https://dialer.example.com',
      description:
        'Your domain at CROCO-dial ("acme" is https://acme.croco-dial.net), or the address of the web server',
    },
    {
      displayName: 'User',
      name: 'user',
      type: 'string',
      default: '',
      required: true,
      description: 'A user of level 8 or above. Make one only for n8n.',
    },
    {
      displayName: 'Password',
      name: 'password',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description:
        'Sent as you enter it. GOautodial wants its encrypted form: the 31 characters of the column pass_hash of the user.',
    },
    {
      displayName: 'Session User',
      name: 'sessionUser',
      type: 'string',
      default: '',
      description:
        'In whose name the server is asked: the user group of this user decides which agents are seen. Empty means the user above for GOautodial, and none for CROCO-dial.',
    },
    {
      displayName: 'Server Time Zone',
      name: 'serverTimezone',
      type: 'string',
      default: '',
      placeholder: 'America/New_York',
      description:
        "The time zone of the server's clock, for Get Activity. Empty means that of the workflow.",
    },
    {
      displayName: 'Ignore SSL Issues (Insecure)',
      name: 'ignoreTlsIssues',
      type: 'boolean',
      default: false,
      description: 'Whether to connect even if the certificate of the server cannot be checked',
    },
  ];

  /** Puts the login into the form, unchanged; a field that is not needed is not sent. */
  authenticate = async (
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => {
    const isGoAutoDial = credentials.dialect === 'goAutoDial';
    const session = credentials.sessionUser || (isGoAutoDial ? credentials.user : '');
    return {
      ...request,
      body: {
        ...Object(request.body),
        goUser: credentials.user,
        goPass: credentials.password,
        ...(session ? { session_user: session } : {}),
        // Only logged there, but PHP warns when it is missing.
        ...(isGoAutoDial ? { log_ip: '' } : {}),
      },
    };
  };

  test: ICredentialTestRequest = {
    request: {
      method: 'POST',
      url: "={{ $credentials.baseUrl.trim().replace($credentials.dialect === 'goAutoDial' ? /^$/ : /^[\\w-]+$/, (domain) => domain && domain + '.croco-dial.net').replace(/^(?=[\\w.-]+(:\\d+)?(\\/|$))/, 'https://').replace(/[?#].*$/, '').replace(/\\/+$/, '').replace(/\\/goAPIv2(\\/.*)?$/i, '') }}/goAPIv2/goDashboard/goAPI.php",
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: {
        goAction:
          "={{ $credentials.dialect === 'goAutoDial' ? 'goGetTotalAgentsPaused' : 'getAgentStatus' }}",
        responsetype: 'json',
      },
      disableFollowRedirect: true,
      skipSslCertificateValidation: '={{ $credentials.ignoreTlsIssues }}',
    },
    rules: RULES,
  };
}
