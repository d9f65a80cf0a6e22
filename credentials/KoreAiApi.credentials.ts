import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { signToken } from '../nodes/KoreAi/api/token';

/** A rule that fits when a value of the answer is this one. */
function says(key: string, value: string | number | undefined, message: string) {
  return { type: 'responseSuccessBody' as const, properties: { key, value, message } };
}

const BAD_LOGIN =
  'Kore.ai does not accept the client ID or the client secret. Check both. The JWT app must allow HS256 and be without JWE, and the clock of the n8n server must be right.';
const NO_SCOPE =
  'The login is good, but the app may not read the status of agents. Give the JWT app the API scope "SmartAssist Analytics" and publish the app. Kore.ai says the same where Account ID or Stream ID are those of another app.';
const BAD_STREAM =
  'The login is good, but Kore.ai knows no app of this Stream ID. It begins with st- and is also called bot ID.';
const BAD_REQUEST =
  'Kore.ai does not take the request. Check Account ID and Stream ID. If they are right, choose the other Status Date Filter.';
const RATE_LIMIT =
  'Kore.ai takes no more than 60 requests a minute for the whole account, so the login could not be checked. Try again in a minute.';
const NOT_KORE =
  'Something else than Kore.ai answers at this host. Enter the host of your Kore.ai environment, for example https://platform.kore.ai.';

/** The first word that fits wins: a missing scope has the same code as a bad login. */
const RULES = [
  says('errors[0].msg', 'Permission denied. Scope is incorrect!', NO_SCOPE),
  says('errors[0].code', 4002, BAD_LOGIN),
  says('errors[0].msg', 'Invalid SDK credentials', BAD_LOGIN),
  says('errors[0].code', 401, BAD_LOGIN),
  says('errors[0].code', 403, NO_SCOPE),
  says('errors[0].code', 429, RATE_LIMIT),
  says('errors[0].msg', 'Invalid StreamId', BAD_STREAM),
  says('errors[0].msg', 'Validation errors/ Invalid arguments', BAD_REQUEST),
  says('errors[0].code', 400, BAD_REQUEST),
  says('errors[0].code', 412, BAD_REQUEST),
  says('data', undefined, NOT_KORE),
];

const TODAY = 'new Date().toISOString().slice(0, 10)';

export class KoreAiApi implements ICredentialType {
  name = 'koreAiApi';

  displayName = 'Kore.ai Contact Center API';

  icon: Icon = { light: 'file:../icons/koreAi.svg', dark: 'file:../icons/koreAi.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-contact-center/n8n-nodes-contact-center/blob/main/docs/vendors/kore-ai.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Host',
      name: 'host',
      type: 'string',
      default: 'https://platform.kore.ai',
      required: true,
      description: 'The address of your Kore.ai environment, with or without https://',
    },
    {
      displayName: 'Account ID',
      name: 'accountId',
      type: 'string',
      default: '',
      required: true,
      placeholder: '63f07d26f04465685df41234',
      description: 'The ID of the Kore.ai account, 24 digits and letters',
    },
    {
      displayName: 'Stream ID',
      name: 'streamId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'st-e19dd469-90f5-5655-b0b2-858de9011234',
      description: 'The ID of the contact center app, also called bot ID or app ID',
    },
    {
      displayName: 'Client ID',
      name: 'clientId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'cs-f2b7f3f9-a4ca-5daa-884c-8ed41b361234',
      description:
        'Of a JWT app with HS256 and the API scopes "SmartAssist Analytics" and "Configuration"',
    },
    {
      displayName: 'Client Secret',
      name: 'clientSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'Signs the requests and is never sent',
    },
    {
      displayName: 'Organization ID',
      name: 'orgId',
      type: 'string',
      default: '',
      placeholder: 'o-2b7d4e90-1c35-5a68-8f42-d3e9b0a71234',
      description:
        'Only needed for change events in Get Activity by an app without the API scope "Configuration"',
    },
    {
      displayName: 'Status Time Zone',
      name: 'statusTimezone',
      type: 'string',
      default: '',
      placeholder: 'America/New_York',
      description:
        'Kore.ai tells since when an agent is in a status without a time zone. Empty means UTC. Enter the zone of your account if those times are wrong by whole hours.',
    },
    {
      displayName: 'Status Date Filter',
      name: 'dateFilter',
      type: 'options',
      options: [
        { name: 'One Date', value: 'date' },
        { name: 'Start and End Date', value: 'range' },
      ],
      default: 'date',
      description:
        'How the day of a status report is asked for. Kore.ai documents both; choose the other one if requests are refused as invalid.',
    },
    {
      displayName: 'Ignore SSL Issues (Insecure)',
      name: 'ignoreTlsIssues',
      type: 'boolean',
      default: false,
      description: 'Whether to connect even if the certificate of the server cannot be checked',
    },
  ];

  /** Puts a fresh token into the request; the secret stays here. */
  authenticate = async (
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => {
    const field = (name: string) => String(credentials[name] ?? '').trim();
    const app = { clientId: field('clientId'), clientSecret: field('clientSecret') };
    return { ...request, headers: { ...request.headers, auth: signToken(app, Date.now()) } };
  };

  test: ICredentialTestRequest = {
    request: {
      method: 'POST',
      url: "={{ $credentials.host.trim().replace(/^(?![a-z]+:\\/\\/)/i, 'https://').replace(/^([a-z]+:\\/\\/[^\\/?#]*).*$/i, '$1') }}/agentassist/api/public/analytics/account/{{ encodeURIComponent($credentials.accountId.trim()) }}/agentstatusdetails?limit=1&offset=0",
      headers: { 'Content-Type': 'application/json', iId: '={{ $credentials.streamId.trim() }}' },
      body: {
        filter: {
          dateFilter: `={{ $credentials.dateFilter === 'range' ? { startDate: ${TODAY}, endDate: ${TODAY}, timeZoneOffSet: 0 } : { date: ${TODAY}, timeZoneOffSet: 0 } }}`,
        },
      },
      disableFollowRedirect: true,
      ignoreHttpStatusErrors: true,
      skipSslCertificateValidation: '={{ $credentials.ignoreTlsIssues }}',
    },
    rules: RULES,
  };
}
