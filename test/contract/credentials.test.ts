import { RocketChatOmnichannelApi } from '../../credentials/RocketChatOmnichannelApi.credentials';
import { VicidialApi } from '../../credentials/VicidialApi.credentials';
import { credentialTypes } from '../support/classes';

test.each(credentialTypes().map((type) => [type.name, type]))(
  '%s is put into requests without an expression, so that polls at once do not disturb each other',
  (_name, { authenticate }) => {
    expect(typeof authenticate).toBe('function');
  },
);

test('a request keeps what it has, and the login is added', async () => {
  const [rocketChat, vicidial] = [new RocketChatOmnichannelApi(), new VicidialApi()];
  const url = 'https://example.com';
  expect(
    await rocketChat.authenticate(
      { userId: 'u', authToken: 't' },
      { url, headers: { Accept: 'application/json' } },
    ),
  ).toEqual({
    url,
    headers: { Accept: 'application/json', 'X-User-Id': 'u', 'X-Auth-Token': 't' },
  });
  expect(
    await vicidial.authenticate(
      { source: 'n8n', user: 'u', password: 'p', baseUrl: url },
      { url, body: { function: 'version' } },
    ),
  ).toEqual({ url, body: { function: 'version', source: 'n8n', user: 'u', pass: 'p' } });
});
