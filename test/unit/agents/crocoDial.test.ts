import { fromInfo, fromOffline, fromRow, fromSilence } from '../../../nodes/CrocoDial/agents';
import { PAUSED_STATUSES, readStatus } from '../../../nodes/CrocoDial/crocoStatus';

const NOW = Date.UTC(2026, 10, 21, 22);
const HEARD = { source: 'crocoDial:acme:n8n', at: NOW, clockOffset: 0 };
const NOBODY = { campaign: null, userGroup: null, departments: [], queues: [] };

/** What no answer of these systems has. */
const NEVER = { vendor: 'crocoDial', email: null, callsToday: null, observedAt: NOW };

const ROW = {
  vla_user: '0042',
  vu_full_name: ' Ana Busy ',
  vu_user_group: 'SALES',
  vla_conf_exten: '8600051',
  vla_status: 'INCALL',
  last_call_time: NOW / 1000 - 90,
  last_state_change: NOW / 1000 - 30,
  vla_campaign_id: 'CAMP001',
  vla_lead_id: '7',
  vla_callerid: 'V1',
  vl_phone_number: '3125550001',
  vla_pausecode: 'LUNCH',
};
const row = (fields: Partial<typeof ROW> = {}) => fromRow({ ...ROW, ...fields }, null, HEARD);

describe('a live row of GOautodial', () => {
  test('in full', () => {
    expect(row()).toEqual({
      ...NEVER,
      source: 'crocoDial:acme:n8n',
      agentId: '0042',
      agentName: 'Ana Busy',
      state: 'busy',
      vendorStatus: 'INCALL',
      vendorSubStatus: null,
      reason: null,
      stateSince: NOW - 90_000,
      stateSinceSource: 'vendor',
      stateSinceUncertaintySeconds: 0,
      routable: false,
      teams: { campaign: 'CAMP001', userGroup: 'SALES', departments: [], queues: [] },
      call: {
        callId: 'V1',
        leadId: '7',
        leadCode: null,
        phone: '3125550001',
        campaign: 'CAMP001',
        seconds: 90,
      },
      session: { id: '8600051', ip: null },
      raw: ROW,
    });
  });

  test('with nothing in its columns has null in their place', () => {
    const empty = {
      vu_full_name: '  ',
      vu_user_group: '',
      vla_conf_exten: '',
      vla_status: '',
      vla_campaign_id: '',
    };
    expect(row(empty)).toMatchObject({
      agentName: null,
      vendorStatus: null,
      teams: NOBODY,
      session: { id: null, ip: null },
    });
  });

  test.each([
    ['READY', '0', true],
    ['CLOSER', '0', true],
    ['PAUSED', '0', false],
    ['READY', '7', false],
    ['INCALL', '7', false],
  ])('%s with lead %s may be given work: %s', (vla_status, vla_lead_id, routable) => {
    expect(row({ vla_status, vla_lead_id }).routable).toBe(routable);
  });

  test('in wrap-up still has its call, without its duration', () => {
    expect(row({ vla_status: 'PAUSED' })).toMatchObject({
      state: 'wrapUp',
      reason: null,
      call: { callId: 'V1', leadId: '7', seconds: null },
    });
  });

  test.each([
    ['ready', { vla_status: 'READY', vla_lead_id: '0' }],
    ['paused', { vla_status: 'PAUSED', vla_lead_id: '0' }],
    ['unknown', { vla_status: 'NEW' }],
  ])('that is %s has no call, whatever the columns of the last one say', (state, fields) => {
    expect(row(fields)).toMatchObject({ state, call: null });
  });

  const nobody = { vla_callerid: '', vla_lead_id: '0', vl_phone_number: '' };
  test.each([
    ['caller ID', { vla_callerid: 'V1' }, { callId: 'V1', leadId: null, phone: null }],
    ['lead', { vla_lead_id: '7' }, { callId: null, leadId: '7', phone: null }],
    ['phone number', { vl_phone_number: '5' }, { callId: null, leadId: null, phone: '5' }],
  ])('tells a call of which only the %s is known', (_name, fields, call) => {
    expect(row({ ...nobody, ...fields }).call).toMatchObject(call);
  });

  test('makes up no call of which nothing is known', () => {
    expect(row(nobody)).toMatchObject({ state: 'busy', call: null });
  });

  test('tells the pause code only while paused, not in a status nobody knows', () => {
    expect(row({ vla_status: 'NEW' }).reason).toBeNull();
  });
});

test('somebody whom GOautodial knows and who is not logged in', () => {
  const user = { vu_user: '0042', vu_full_name: 'Ana Away', vu_user_group: 'SALES' };
  expect(fromOffline(user, HEARD)).toEqual({
    ...NEVER,
    source: 'crocoDial:acme:n8n',
    agentId: '0042',
    agentName: 'Ana Away',
    state: 'offline',
    vendorStatus: null,
    vendorSubStatus: null,
    reason: null,
    stateSince: null,
    stateSinceSource: null,
    stateSinceUncertaintySeconds: null,
    routable: false,
    teams: { ...NOBODY, userGroup: 'SALES' },
    call: null,
    session: null,
    raw: user,
  });
});

const INFO = {
  status: 'IN CALL',
  in_call_with: '3125550001',
  campaign_id: 'CAMP001',
  conf_exten: '8600051',
  vendor_lead_code: 'CRM-1',
  lead_id: '7',
};
const info = (fields: Partial<typeof INFO> = {}) =>
  fromInfo('0042', { ...INFO, ...fields }, PAUSED_STATUSES.split(','), HEARD);

describe('what CROCO-dial tells of a user', () => {
  test('in full, under the ID that was asked for', () => {
    expect(info()).toEqual({
      ...NEVER,
      source: 'crocoDial:acme:n8n',
      agentId: '0042',
      agentName: null,
      state: 'busy',
      vendorStatus: 'IN CALL',
      vendorSubStatus: null,
      reason: null,
      stateSince: null,
      stateSinceSource: null,
      stateSinceUncertaintySeconds: null,
      routable: false,
      teams: { ...NOBODY, campaign: 'CAMP001' },
      call: {
        callId: null,
        leadId: '7',
        leadCode: 'CRM-1',
        phone: '3125550001',
        campaign: 'CAMP001',
        seconds: null,
      },
      session: { id: '8600051', ip: null },
      raw: INFO,
    });
  });

  test.each([
    ['READY', 'ready', null, true],
    ['IN CALL', 'busy', null, false],
    ['DISPOSITION', 'wrapUp', null, false],
    ['PAUSE - BREAK', 'paused', 'BREAK', false],
    ['SOMETHING NEW', 'unknown', null, null],
  ])('%s is %s, for %s, and may be given work: %s', (status, state, reason, routable) => {
    expect(info({ status })).toMatchObject({ state, reason, routable, vendorStatus: status });
  });

  test.each([
    ['IN CALL', { leadId: '7' }],
    ['DISPOSITION', { leadId: '7' }],
    ['READY', null],
    ['PAUSE', null],
    ['SOMETHING NEW', null],
  ])('in %s the call is %j', (status, call) => {
    const agent = info({ status });
    expect(agent.call && { leadId: agent.call.leadId }).toEqual(call);
  });

  test('with nothing in its fields has null in their place', () => {
    const empty = {
      in_call_with: '3125550001',
      campaign_id: '',
      conf_exten: '',
      vendor_lead_code: '',
      lead_id: '0',
    };
    expect(info(empty)).toMatchObject({
      teams: NOBODY,
      call: { leadId: null, leadCode: null, phone: '3125550001', campaign: null },
      session: { id: null, ip: null },
    });
  });
});

test.each([
  ['Agent is not logged in', 'Agent is not logged in'],
  ['', null],
])('of whom CROCO-dial only says %j nothing is made, not even offline', (said, vendorStatus) => {
  expect(fromSilence('0042', said, HEARD)).toEqual({
    ...NEVER,
    source: 'crocoDial:acme:n8n',
    agentId: '0042',
    agentName: null,
    state: 'unknown',
    vendorStatus,
    vendorSubStatus: null,
    reason: null,
    stateSince: null,
    stateSinceSource: null,
    stateSinceUncertaintySeconds: null,
    routable: null,
    teams: NOBODY,
    call: null,
    session: null,
    raw: { said },
  });
});

describe('a status of CROCO-dial', () => {
  test.each([
    ['PAUSE', 'paused'],
    ['PAUSEX', 'paused'],
    ['MENOPAUSE', 'unknown'],
    ['READY*', 'ready'],
    ['IN*CALL', 'busy'],
  ])('%s is %s with no status that means paused as well', (status, state) => {
    expect(readStatus(status, []).state).toBe(state);
  });

  test.each([
    ['  LUNCH  ', 'LUNCH'],
    ['  PAUSE - LUNCH  ', 'LUNCH'],
    ['LUNCH PAUSE - LONG', 'LUNCH PAUSE - LONG'],
    ['PAUSE LUNCH PAUSED', 'LUNCH PAUSED'],
  ])('%j is a pause for %j', (status, reason) => {
    expect(readStatus(status, ['LUNCH*'])).toEqual({ state: 'paused', reason });
  });
});
