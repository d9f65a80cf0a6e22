import type {
  ICredentialDataDecryptedObject,
  Icon,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';

const NOT_ROCKET_CHAT =
  'Something else than Rocket.Chat answers at this URL. Enter the address of the workspace as the browser shows it, with its path if it has one, for example https://chat.example.com.';

/** A refusal is HTTP 401 with a body that differs from version to version. */
function refusedWhen(key: string, value: string | boolean) {
  return {
    type: 'responseSuccessBody' as const,
    properties: {
      key,
      value,
      message:
        'Rocket.Chat does not accept the user ID or the token. Both belong together: copy them from the same dialog.',
    },
  };
}

export class RocketChatOmnichannelApi implements ICredentialType {
  name = 'rocketChatOmnichannelApi';

  displayName = 'Rocket.Chat Omnichannel API';

  icon: Icon = {
    light: 'file:../icons/rocketChat.svg',
    dark: 'file:../icons/rocketChat.dark.svg',
  };

  documentationUrl =
    'https://github.com/n8n-nodes-contact-center/n8n-nodes-contact-center/blob/main/docs/vendors/rocket-chat.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Workspace URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'https://chat.example.com',
      description:
        'The address of the workspace as the browser shows it, with its path if it has one',
    },
    {
      displayName: 'User ID',
      name: 'userId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'aobEdbYhXfu5hkeqG',
      description: 'Shown together with the token when a personal access token is created',
    },
    {
      displayName: 'Personal Access Token',
      name: 'authToken',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description:
        'Create one in Rocket.Chat under My Account, Personal Access Tokens, with "Ignore Two Factor Authentication"',
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
    { userId, authToken }: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => ({
    ...request,
    headers: { ...request.headers, 'X-User-Id': userId, 'X-Auth-Token': authToken },
  });

  test: ICredentialTestRequest = {
    request: {
      url: "={{ $credentials.baseUrl.trim().replace(/[?#].*$/, '').replace(/\\/+$/, '').replace(/\\/(api(\\/v1)?|home|directory|(channel|group|direct|live|omnichannel|admin|account|marketplace)(\\/.*)?)$/, '') }}/api/v1/me",
      disableFollowRedirect: true,
      ignoreHttpStatusErrors: true,
      skipSslCertificateValidation: '={{ $credentials.ignoreTlsIssues }}',
    },
    rules: [
      refusedWhen('status', 'error'),
      refusedWhen('success', false),
      {
        type: 'responseSuccessBody',
        properties: { key: '_id', value: undefined, message: NOT_ROCKET_CHAT },
      },
    ],
  };
}
