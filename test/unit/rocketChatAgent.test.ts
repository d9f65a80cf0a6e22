import { fromAgent, presenceOf } from '../../nodes/RocketChatOmnichannel/agents';

test.each([
  ['online', 'available', 0, 'ready', null, true],
  ['online', 'available', 2, 'busy', null, true],
  ['away', 'available', 0, 'paused', 'away', true],
  ['away', 'available', 2, 'paused', 'away', true],
  ['busy', 'available', 0, 'paused', 'busy', true],
  ['online', 'not-available', 0, 'paused', 'not-available', false],
  ['away', 'not-available', 1, 'paused', 'not-available', false],
  ['busy', 'not-available', 0, 'paused', 'not-available', false],
  ['offline', 'available', 0, 'offline', null, false],
  ['offline', 'not-available', 0, 'offline', null, false],
  ['disabled', 'available', 0, 'unknown', null, null],
  [null, 'available', 0, 'unknown', null, null],
  ['online', null, 0, 'unknown', null, null],
  ['constructor', 'available', 0, 'unknown', null, null],
])(
  'presence %s, toggle %s and %i chats are %s',
  (status, toggle, chats, state, reason, routable) => {
    expect(presenceOf(status, toggle, chats)).toEqual({ state, reason, routable });
  },
);

test('an agent without a name has the username, and without an e-mail address none', () => {
  const record = {
    _id: 'x',
    username: 'kim',
    name: null,
    status: 'online',
    statusLivechat: 'available',
    emails: [],
    departments: null,
  };
  expect(fromAgent(record, 0, 'rocketChat:host:user', 0)).toMatchObject({
    agentId: 'x',
    agentName: 'kim',
    email: null,
    teams: { departments: [] },
    stateSince: null,
  });
});
