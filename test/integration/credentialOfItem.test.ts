import { forgetLogins } from '../../nodes/shared/http/loginGuard';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { execute } from '../support/contexts';
import { type TestServer } from '../support/servers.mjs';
import { credentialsAt, nodeAt } from '../support/subjects';
import { useServers } from '../support/useServers';

const NOBODY = { body: 'ERROR: logged_in_agents NO LOGGED IN AGENTS' };
const REFUSED = { body: 'ERROR: Login incorrect, please check username and password' };

const server = useServers();
beforeEach(forgetLogins);

/** The node with a credential whose expressions give each item another address and login. */
const nodeFor = (...logins: Array<{ url: string; user: string }>) => ({
  ...nodeAt(vicidial, 'http://unused', { operation: 'getLiveInfo' }),
  credentialsOfItem: (item: number) => {
    const { url = '', user = '' } = logins[item] ?? {};
    return credentialsAt(vicidial, url, { user, password: `pass-${user}` });
  },
});

/** Who logged in at a server, in turn. */
const loginsAt = ({ requests }: TestServer) =>
  requests.map(({ body }) => {
    const form = new URLSearchParams(body);
    return `${form.get('user')} with ${form.get('pass')}`;
  });

test('each item is asked at its own server, with its own login', async () => {
  const [a, b] = [await server(NOBODY), await server(NOBODY)];
  await execute(nodeFor({ url: a.url, user: 'a' }, { url: b.url, user: 'b' }), [{}, {}]);
  expect(loginsAt(a)).toEqual(['a with pass-a']);
  expect(loginsAt(b)).toEqual(['b with pass-b']);
});

test('the answer to one user is not given to another of the same server', async () => {
  const one = await server(NOBODY);
  const logins = ['a', 'b', 'a'].map((user) => ({ url: one.url, user }));
  await execute(nodeFor(...logins), [{}, {}, {}]);
  expect(loginsAt(one)).toEqual(['a with pass-a', 'b with pass-b']);
});

test('a refusal shuts out the login that was refused, and no other', async () => {
  const one = await server(NOBODY, REFUSED, NOBODY);
  const [a, b] = [
    { url: one.url, user: 'a' },
    { url: one.url, user: 'b' },
  ];
  const both = execute(nodeFor(a, b), [{}, {}]);
  await expect(both).rejects.toMatchObject({ httpCode: '401' });
  await expect(execute(nodeFor(b))).rejects.toMatchObject({ httpCode: '401' });
  await execute(nodeFor(a));
  expect(loginsAt(one)).toEqual(['a with pass-a', 'b with pass-b', 'a with pass-a']);
});
