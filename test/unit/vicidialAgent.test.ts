import {
  agentKey,
  fromLoggedIn,
  fromOffline,
  fromStatus,
  stateOf,
  withoutDuplicates,
} from '../../nodes/Vicidial/agents';
import type { AgentState } from '../../nodes/shared/model/AgentState';
import { STATUSES as SHARED, type StatusRow } from '../support/statuses';

const NOW = Date.UTC(2026, 10, 21, 22);
const SOURCE = 'vicidial:dialer:api';

type LoggedIn = Parameters<typeof fromLoggedIn>[0];
type Status = Parameters<typeof fromStatus>[1];

const listed = (fields: Partial<LoggedIn> = {}) =>
  fromLoggedIn(
    {
      user: '1001',
      campaign_id: 'SALES',
      session_id: '8600051',
      status: 'READY',
      lead_id: '0',
      callerid: '',
      calls_today: 3,
      full_name: 'Ann Lee',
      user_group: 'DAY',
      user_level: 1,
      pause_code: '',
      sub_status: '',
      ...fields,
    },
    SOURCE,
    NOW,
  );

const asked = (fields: Partial<Status> = {}) =>
  fromStatus(
    '1001',
    {
      status: 'INCALL',
      callerid: 'V1',
      lead_id: '7',
      campaign_id: 'SALES',
      calls_today: 3,
      full_name: 'Ann Lee',
      user_group: 'DAY',
      user_level: 1,
      pause_code: '',
      real_time_sub_status: '',
      phone_number: '3125550001',
      vendor_lead_code: 'CRM-1',
      session_id: '8600051',
      computer_ip: null,
      ...fields,
    },
    SOURCE,
    NOW,
  );

const STATUSES = ['READY', 'CLOSER', 'PAUSED', 'INCALL', 'QUEUE', 'MQUEUE', 'SOMETHING'];
const LEADS = ['0', '', '12'];

/** Status without a sub-status: the state without a lead and with one. */
const PLAIN: StatusRow[] = [...SHARED, ['', 'unknown', 'unknown'], ['ready', 'unknown', 'unknown']];

const BY_SUB_STATUS: Array<[subStatus: string, state: AgentState]> = [
  ['RING', 'busy'],
  ['PREVIEW', 'busy'],
  ['DIAL', 'busy'],
  ['PARK', 'busy'],
  ['3-WAY', 'busy'],
  ['DISPO', 'wrapUp'],
  ['DEAD', 'wrapUp'],
];

describe('VICIdial’s status, sub-status and lead as a state', () => {
  test.each(PLAIN)('%j without a sub-status and without a lead is %s', (status, without) => {
    expect([stateOf(status, '', '0'), stateOf(status, '', '')]).toEqual([without, without]);
  });

  test.each(PLAIN)(
    '%j without a sub-status is %s without, and %s with a lead',
    (status, ...states) => {
      expect(stateOf(status, '', '1234')).toBe(states[1]);
    },
  );

  test.each(
    BY_SUB_STATUS.flatMap(([subStatus, state]) =>
      STATUSES.flatMap((status) => LEADS.map((lead) => [subStatus, status, lead, state] as const)),
    ),
  )('%s wins over status %s and lead %j: %s', (subStatus, status, lead, state) => {
    expect(stateOf(status, subStatus, lead)).toBe(state);
  });

  test('a lead id of zeros is no lead', () => {
    expect(stateOf('READY', '', '000')).toBe('ready');
  });

  test('a sub-status that nobody knows leaves it to the status', () => {
    expect(stateOf('INCALL', 'CHAT', '0')).toBe('busy');
  });

  test('an unknown status keeps its text', () => {
    expect(listed({ status: 'NEWSTATE', sub_status: 'X9' })).toMatchObject({
      state: 'unknown',
      vendorStatus: 'NEWSTATE',
      vendorSubStatus: 'X9',
    });
  });
});

describe('the reason of a pause', () => {
  test('is the pause code while the agent is paused', () => {
    expect(listed({ status: 'PAUSED', pause_code: 'LUNCH' }).reason).toBe('LUNCH');
  });

  test('is null where no code was chosen', () => {
    expect(listed({ status: 'PAUSED', pause_code: '' }).reason).toBeNull();
  });

  test.each([['READY'], ['CLOSER'], ['INCALL'], ['QUEUE'], ['MQUEUE']])(
    'is null in %s, where VICIdial still tells the code of the last pause',
    (status) => {
      expect(listed({ status, pause_code: 'LUNCH' }).reason).toBeNull();
    },
  );

  test.each([['DISPO'], ['']])(
    'is null in wrap-up, which VICIdial calls PAUSED with the code of an earlier pause (%j)',
    (subStatus) => {
      const agent = listed({
        status: 'PAUSED',
        sub_status: subStatus,
        lead_id: '7',
        pause_code: 'LUNCH',
      });
      expect(agent).toMatchObject({ state: 'wrapUp', reason: null });
    },
  );
});

describe('the call an agent is on', () => {
  test.each([
    ['ready', { status: 'READY', callerid: 'V1' }],
    ['paused', { status: 'PAUSED', callerid: 'V1' }],
    ['unknown', { status: 'ELSE', callerid: 'V1' }],
  ])('is null for somebody %s', (state, fields) => {
    expect(listed(fields)).toMatchObject({ state, call: null });
  });

  test.each([
    ['busy', { status: 'INCALL' }],
    ['wrapUp', { status: 'PAUSED', sub_status: 'DISPO' }],
    ['wrapUp', { status: 'INCALL', sub_status: 'DEAD' }],
  ])('has its ids for somebody %s', (state, fields) => {
    expect(listed({ callerid: 'V1', lead_id: '7', ...fields })).toMatchObject({
      state,
      call: {
        callId: 'V1',
        leadId: '7',
        leadCode: null,
        phone: null,
        campaign: 'SALES',
        seconds: null,
      },
    });
  });

  test('has phone and lead code where agent_status was asked', () => {
    expect(asked().call).toMatchObject({ callId: 'V1', phone: '3125550001', leadCode: 'CRM-1' });
  });

  test('has neither phone nor lead code where they are empty', () => {
    expect(asked({ phone_number: '', vendor_lead_code: '' }).call).toMatchObject({
      phone: null,
      leadCode: null,
    });
  });

  test('is not made up for somebody whose phone only rings', () => {
    const agent = listed({ status: 'CLOSER', sub_status: 'RING' });
    expect(agent).toMatchObject({ state: 'busy', call: null });
  });

  test('is not told by the phone number of an earlier lead', () => {
    expect(asked({ status: 'READY', callerid: '', lead_id: '0' }).call).toBeNull();
  });
});

describe('the rest of a snapshot', () => {
  test.each([
    ['READY', '0', true],
    ['CLOSER', '0', true],
    ['READY', '7', false],
    ['PAUSED', '0', false],
    ['INCALL', '7', false],
  ])('%s with lead %s may be given work: %s', (status, lead_id, routable) => {
    expect(listed({ status, lead_id }).routable).toBe(routable);
  });

  test('ids stay text, leading zeros included', () => {
    expect(listed({ user: '0042' }).agentId).toBe('0042');
  });

  test.each([
    ['Ann Lee', 'Ann Lee'],
    ['  Ann Lee ', 'Ann Lee'],
    ['', null],
    ['   ', null],
  ])('the name %j is %j', (full_name, agentName) => {
    expect(listed({ full_name }).agentName).toBe(agentName);
  });

  test('NULL columns are null', () => {
    const agent = listed({
      campaign_id: '',
      session_id: '',
      full_name: '',
      user_group: '',
      calls_today: null,
    });
    expect(agent).toMatchObject({
      agentName: null,
      teams: { campaign: null, userGroup: null },
      session: { id: null, ip: null },
      callsToday: null,
    });
  });

  test('since when is never told, since VICIdial does not tell it', () => {
    expect(listed()).toMatchObject({
      stateSince: null,
      stateSinceSource: null,
      stateSinceUncertaintySeconds: null,
      observedAt: NOW,
    });
  });

  test.each([
    ['192.0.2.4', '192.0.2.4'],
    [null, null],
    ['', null],
  ])('a computer_ip of %j is an address of %j', (computer_ip, ip) => {
    expect(asked({ computer_ip }).session).toEqual({ id: '8600051', ip });
  });

  test('somebody offline has a name and a group, and nothing that belongs to a session', () => {
    const user = {
      user: '2001',
      full_name: 'Off Line',
      user_group: 'DAY',
      user_level: 1,
      active: 'Y',
    };
    expect(fromOffline('2001', user, SOURCE, NOW)).toMatchObject({
      agentId: '2001',
      agentName: 'Off Line',
      state: 'offline',
      vendorStatus: null,
      routable: false,
      teams: { campaign: null, userGroup: 'DAY' },
      call: null,
      callsToday: null,
      session: null,
    });
  });

  test('somebody offline without details is still that agent', () => {
    expect(fromOffline('2001', undefined, SOURCE, NOW)).toMatchObject({
      agentId: '2001',
      agentName: null,
      state: 'offline',
    });
  });
});

describe('an agent who is listed twice', () => {
  const rows: Record<string, Partial<LoggedIn>> = {
    busy: { status: 'INCALL' },
    wrapUp: { status: 'PAUSED', lead_id: '7' },
    ready: { status: 'READY' },
    unknown: { status: 'ELSE' },
    paused: { status: 'PAUSED' },
  };
  const order = ['busy', 'wrapUp', 'ready', 'unknown', 'paused'];
  const pairs = order.flatMap((winner, index) =>
    order.slice(index + 1).map((loser) => [winner, loser] as const),
  );

  test.each(pairs)('%s wins over %s, whichever comes first', (winner, loser) => {
    const [first, second] = [listed(rows[winner]), listed(rows[loser])];
    expect(
      [
        [first, second],
        [second, first],
      ].map((both) => withoutDuplicates(both)),
    ).toEqual([[first], [first]]);
  });

  test('of two equal rows the first stays', () => {
    const [first, second] = [listed({ session_id: '1' }), listed({ session_id: '2' })];
    expect(withoutDuplicates([first, second])).toEqual([first]);
  });

  test('is one agent also where the IDs differ in case', () => {
    const both = [listed({ user: 'Ann' }), listed({ user: 'ANN', status: 'INCALL' })];
    expect(withoutDuplicates(both)).toHaveLength(1);
  });

  test('keeps its place in the list', () => {
    const agents = withoutDuplicates([
      listed({ status: 'PAUSED' }),
      listed({ user: '1002' }),
      listed(),
    ]);
    expect(agents.map(({ agentId, state }) => [agentId, state])).toEqual([
      ['1001', 'ready'],
      ['1002', 'ready'],
    ]);
  });

  test('is known by an ID without case', () => {
    expect(agentKey('Ann')).toBe(agentKey('aNN'));
  });
});

test.each(['constructor', 'toString', '__proto__'])('a status "%s" is unknown', (status) => {
  expect(stateOf(status, '', '0')).toBe('unknown');
  expect(stateOf('READY', status, '0')).toBe('ready');
});
