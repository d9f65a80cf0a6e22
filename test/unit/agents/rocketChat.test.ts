import { fromAgent, presenceOf } from '../../../nodes/RocketChatOmnichannel/agents';

const NOW = Date.UTC(2026, 0, 5, 9);

type Agent = Parameters<typeof fromAgent>[0];

const AGENT: Agent = {
  _id: 'ab12',
  username: 'ana',
  name: 'Ana Lee',
  status: 'online',
  statusLivechat: 'available',
  emails: [{ address: 'ana@example.com', verified: true }, { address: 'lee@example.com' }],
  departments: ['d-1', 'd-2'],
};
const told = (fields: Partial<Agent> = {}, openChats = 0) =>
  fromAgent({ ...AGENT, ...fields }, openChats, 'rocketChat:chat:n8n', NOW);

test('an agent in full', () => {
  expect(told({}, 2)).toEqual({
    vendor: 'rocketChat',
    source: 'rocketChat:chat:n8n',
    agentId: 'ab12',
    agentName: 'Ana Lee',
    email: 'ana@example.com',
    state: 'busy',
    vendorStatus: 'online',
    vendorSubStatus: 'available',
    reason: null,
    stateSince: null,
    stateSinceSource: null,
    stateSinceUncertaintySeconds: null,
    routable: true,
    teams: { campaign: null, userGroup: null, departments: ['d-1', 'd-2'], queues: [] },
    call: null,
    callsToday: null,
    session: null,
    observedAt: NOW,
    raw: {
      _id: 'ab12',
      username: 'ana',
      name: 'Ana Lee',
      status: 'online',
      statusLivechat: 'available',
      emails: ['ana@example.com', 'lee@example.com'],
      departments: ['d-1', 'd-2'],
      openChats: 2,
    },
  });
});

test('an agent without addresses and departments has none', () => {
  expect(told({ emails: undefined, departments: undefined })).toMatchObject({
    email: null,
    teams: { departments: [] },
    raw: { emails: [], departments: [] },
  });
});

test('without a presence an agent is unknown, also with the switch on', () => {
  expect(presenceOf('', 'available', 0)).toEqual(presenceOf(null, 'available', 0));
});
