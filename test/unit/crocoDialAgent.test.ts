import fc from 'fast-check';
import { fromRow, isDead } from '../../nodes/CrocoDial/agents';
import { PAUSED_STATUSES, readStatus } from '../../nodes/CrocoDial/crocoStatus';
import { redact } from '../../nodes/CrocoDial/api/answers';
import type { AgentState } from '../../nodes/shared/model/AgentState';
import { STATUSES as SHARED, type StatusRow } from '../support/statuses';

const PATTERNS = PAUSED_STATUSES.split(',');
const NOW = Date.UTC(2026, 10, 21, 22);
const SECOND = NOW / 1000;

/** A status of CROCO-dial, the state it is, and the reason of a pause. */
const STATUSES: Array<[status: string, state: AgentState, reason?: string]> = [
  ['READY', 'ready'],
  [' ready ', 'ready'],
  ['IN CALL', 'busy'],
  ['INCALL', 'busy'],
  ['In-Call', 'busy'],
  ['in_call', 'busy'],
  ['DISPOSITION', 'wrapUp'],
  ['Disposition.', 'wrapUp'],
  ['PAUSE', 'paused'],
  ['PAUSED', 'paused'],
  ['PAUSE - BREAK', 'paused', 'BREAK'],
  ['Pause – Lunch & rest', 'paused', 'Lunch & rest'],
  ['PAUSED: BREAK', 'paused', 'BREAK'],
  ['PAUSE BREAK', 'paused', 'BREAK'],
  ['PAUSE - ', 'paused'],
  ['PAUSE - Café', 'paused', 'Café'],
  ['LUNCH BREAK', 'paused', 'LUNCH BREAK'],
  ['Lunch', 'paused', 'Lunch'],
  ['COFFEE-BREAK 2', 'paused', 'COFFEE-BREAK 2'],
  ['READY NOW', 'unknown'],
  ['NOT READY', 'unknown'],
  ['OFFLINE', 'unknown'],
  ['HUNGUP', 'unknown'],
  ['', 'unknown'],
  ['***', 'unknown'],
  ['constructor', 'unknown'],
];

test.each(STATUSES.map(([status, state, reason = null]) => ({ status, state, reason })))(
  'CROCO-dial: "$status" is $state, for $reason',
  ({ status, ...expected }) => {
    expect(readStatus(status, PATTERNS)).toEqual(expected);
  },
);

test.each([
  ['TRAINING', ['training'], 'paused'],
  ['TRAINING ROOM', ['training'], 'unknown'],
  ['TRAINING ROOM', ['training*'], 'paused'],
  ['IN TRAINING', ['*training'], 'paused'],
  ['AWAY (TEAM MEETING)', ['away*meeting'], 'paused'],
  ['TRAINING', ['', '*', ' , '], 'unknown'],
  ['TRAINING', ['.*'], 'unknown'],
  ['READY', ['ready'], 'ready'],
])('%j with %j means %s', (status, patterns, state) => {
  expect(readStatus(status, patterns).state).toBe(state);
});

test('an asterisk stands for anything, as in the expression that a pattern is short for', () => {
  const letters = fc.string({ unit: fc.constantFrom('A', 'B'), maxLength: 8 });
  const pattern = fc.string({ unit: fc.constantFrom('A', 'B', '*'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(letters, pattern, (status, glob) => {
      fc.pre(glob.replaceAll('*', '') !== '');
      const expected = new RegExp(`^${glob.replaceAll('*', '.*')}$`).test(status);
      expect(readStatus(status, [glob]).state === 'paused').toBe(expected);
    }),
  );
});

test('many asterisks take no longer than a few', () => {
  const status = 'A'.repeat(5000);
  expect(readStatus(status, [`${'*A'.repeat(500)}*B`]).state).toBe('unknown');
});

test('no status and no pattern throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (status, patterns) => {
      readStatus(status, patterns);
    }),
  );
});

type Row = Parameters<typeof fromRow>[0];

const row = (fields: Partial<Row> = {}): Row => ({
  vla_user: 'agent1001',
  vu_full_name: 'Ana Ready',
  vu_user_group: 'SALES',
  vla_conf_exten: '8600051',
  vla_status: 'READY',
  last_call_time: SECOND - 90,
  last_state_change: SECOND - 30,
  vla_campaign_id: 'CAMP001',
  vla_lead_id: '0',
  vla_callerid: '',
  vl_phone_number: '',
  vla_pausecode: '',
  ...fields,
});

const read = (fields: Partial<Row>, lines: string[] | null = null, clockOffset = 0) =>
  fromRow(row(fields), lines && new Set(lines), { source: 'goAutoDial:x:y', at: NOW, clockOffset });

/** GOautodial's status: the state without a lead and with one. */
const ROWS: StatusRow[] = [...SHARED, ['constructor', 'unknown', 'unknown']];

test.each(ROWS)('GOautodial: %s is %s, with a lead %s', (vla_status, without, withLead) => {
  expect(read({ vla_status }).state).toBe(without);
  expect(read({ vla_status, vla_lead_id: '7' }).state).toBe(withLead);
  expect(read({ vla_status }).vendorStatus).toBe(vla_status);
});

test('the time of a call counts in a call, that of the last change everywhere else', () => {
  const since = (vla_status: string) => (NOW - (read({ vla_status }).stateSince ?? 0)) / 1000;
  const all = ['READY', 'CLOSER', 'PAUSED', 'MQUEUE', 'INCALL', 'QUEUE'];
  expect(all.map(since)).toEqual([30, 30, 30, 30, 90, 90]);
});

test('a time that is not there is nobody’s', () => {
  expect(read({ last_state_change: null })).toMatchObject({
    stateSince: null,
    stateSinceSource: null,
    stateSinceUncertaintySeconds: null,
  });
});

test('times are told on the clock of n8n', () => {
  expect(read({}, null, 60_000).stateSince).toBe(NOW - 30_000 + 60_000);
  const busy = read({ vla_status: 'INCALL', vla_callerid: 'V1' }, null, 60_000);
  expect(busy.call?.seconds).toBe(30);
});

test('a lost customer is one whose call is on no line, and has been', () => {
  const inCall = row({ vla_status: 'INCALL', vla_callerid: 'V1' });
  const begun = { ...inCall, last_state_change: inCall.last_call_time };
  expect(isDead(inCall, new Set(['V2']))).toBe(true);
  expect(isDead(inCall, new Set())).toBe(true);
  expect(isDead(inCall, new Set(['V1']))).toBe(false);
  expect(isDead(inCall, null)).toBe(false);
  expect(isDead(begun, new Set())).toBe(false);
  expect(isDead({ ...inCall, vla_status: 'QUEUE' }, new Set())).toBe(false);
  expect(read({ vla_status: 'INCALL', vla_callerid: 'V1' }, [])).toMatchObject({
    state: 'wrapUp',
    vendorSubStatus: 'DEAD',
    stateSince: NOW - 30_000,
  });
});

test('a pause code counts only while paused', () => {
  const code = { vla_pausecode: 'LUNCH' };
  expect(read({ ...code, vla_status: 'PAUSED' }).reason).toBe('LUNCH');
  expect(read({ ...code, vla_status: 'PAUSED', vla_lead_id: '7' }).reason).toBeNull();
  expect(read({ ...code, vla_status: 'READY' }).reason).toBeNull();
  expect(read({ vla_status: 'PAUSED' }).reason).toBeNull();
});

test('secrets are left out wherever they stand', () => {
  const answer = {
    result: 'success',
    auth_message: 'x',
    QUERY2: 'x',
    data: [{ user: 'a', pass: 'x', pass_hash: 'x', phone_pass: 'x', info: { query: 'x', n: 0 } }],
  };
  expect(redact(answer)).toEqual({ result: 'success', data: [{ user: 'a', info: { n: 0 } }] });
});
