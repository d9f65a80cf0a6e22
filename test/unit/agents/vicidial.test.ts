import { agentKey, fromLoggedIn, fromOffline, fromStatus } from '../../../nodes/Vicidial/agents';

const NOW = Date.UTC(2026, 10, 21, 22);
const SOURCE = 'vicidial:dialer:api';

const COMMON = {
  status: 'INCALL',
  lead_id: '7',
  callerid: 'V1',
  campaign_id: 'SALES',
  calls_today: 3,
  full_name: 'Ann Lee',
  user_group: 'DAY',
  user_level: 1,
  pause_code: 'LUNCH',
  session_id: '8600051',
};
const LISTED = { ...COMMON, user: '0042', sub_status: 'PARK' };
const STATUS = {
  ...COMMON,
  real_time_sub_status: 'PARK',
  phone_number: '3125550001',
  vendor_lead_code: 'CRM-1',
  computer_ip: '192.0.2.4',
};

/** The agent of both records, without what only one of them tells. */
const AGENT = {
  vendor: 'vicidial',
  source: SOURCE,
  agentId: '0042',
  agentName: 'Ann Lee',
  email: null,
  state: 'busy',
  vendorStatus: 'INCALL',
  vendorSubStatus: 'PARK',
  reason: null,
  stateSince: null,
  stateSinceSource: null,
  stateSinceUncertaintySeconds: null,
  routable: false,
  teams: { campaign: 'SALES', userGroup: 'DAY', departments: [], queues: [] },
  callsToday: 3,
  observedAt: NOW,
};
const CALL = { callId: 'V1', leadId: '7', campaign: 'SALES', seconds: null };

test('a row of logged_in_agents in full', () => {
  expect(fromLoggedIn(LISTED, SOURCE, NOW)).toEqual({
    ...AGENT,
    call: { ...CALL, leadCode: null, phone: null },
    session: { id: '8600051', ip: null },
    raw: LISTED,
  });
});

test('an answer of agent_status in full, about the agent who was asked for', () => {
  expect(fromStatus('0042', STATUS, SOURCE, NOW)).toEqual({
    ...AGENT,
    call: { ...CALL, leadCode: 'CRM-1', phone: '3125550001' },
    session: { id: '8600051', ip: '192.0.2.4' },
    raw: STATUS,
  });
});

test.each([
  ['only the call', { callerid: 'V1', lead_id: '0' }, { callId: 'V1', leadId: null }],
  ['only the lead', { callerid: '', lead_id: '7' }, { callId: null, leadId: '7' }],
])('a call of which %s is known is told', (_name, fields, call) => {
  expect(fromLoggedIn({ ...LISTED, ...fields }, SOURCE, NOW).call).toMatchObject(call);
});

test('somebody offline in full', () => {
  const user = {
    user: '0042',
    full_name: 'Ann Lee',
    user_group: 'DAY',
    user_level: 1,
    active: 'Y',
  };
  expect(fromOffline('42', user, SOURCE, NOW)).toEqual({
    ...AGENT,
    state: 'offline',
    vendorStatus: null,
    vendorSubStatus: null,
    teams: { campaign: null, userGroup: 'DAY', departments: [], queues: [] },
    callsToday: null,
    call: null,
    session: null,
    raw: user,
  });
});

test('somebody offline of whom nothing is known is in no group', () => {
  expect(fromOffline('0042', undefined, SOURCE, NOW)).toMatchObject({
    teams: { userGroup: null },
    raw: {},
  });
});

test('the key of an ID is the ID in small letters, as VICIdial compares IDs', () => {
  expect(agentKey('ANN-1')).toBe('ann-1');
});
