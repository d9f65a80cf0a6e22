import { recordsOf } from '../../nodes/Vicidial/api/client';
import { decode } from '../../nodes/Vicidial/api/table';
import { attempt } from '../../nodes/shared/http/failure';

type Name = Parameters<typeof recordsOf>[0];

const LIST =
  'user campaign_id session_id status lead_id callerid calls_today full_name user_group user_level pause_code sub_status'.split(
    ' ',
  );
const STATUS =
  'status callerid lead_id campaign_id calls_today full_name user_group user_level pause_code real_time_sub_status phone_number vendor_lead_code session_id'.split(
    ' ',
  );

const ANN = '1001 SALES 8600051 PAUSED 0 - 3 Ann DAY 1 LUNCH -'
  .split(' ')
  .map((c) => c.replace('-', ''));
const BOB = '1002 SALES 8600052 READY 0 - 5 Bob DAY 1 - -'
  .split(' ')
  .map((c) => c.replace('-', ''));
const CALL = 'INCALL V1 7 SALES 4 Cid DAY 1 - PARK 3125550001 CRM1 8600053'
  .split(' ')
  .map((c) => c.replace('-', ''));

const named = (row: string[], name: string) => row.map((cell, i) => (i === 7 ? name : cell));
const table = (rows: string[][], delimiter = '\t') =>
  rows.map((cells) => `${cells.join(delimiter)}\n`).join('');

const read = <F extends Name>(name: F, body: string | Uint8Array, status = 200) =>
  recordsOf(name, { status, body: Buffer.from(body as string) }, []);

const agents = (body: string | Uint8Array, status?: number) =>
  read('logged_in_agents', body, status).map(({ user, full_name, status: state }) => [
    user,
    full_name,
    state,
  ]);

async function failure(name: Name, body: string, status = 200) {
  const outcome = await attempt(async () => read(name, body, status));
  if (outcome.ok) throw new Error(`read as ${JSON.stringify(outcome.value)}`);
  return outcome.failure;
}

const BOTH = [
  ['1001', 'Ann', 'PAUSED'],
  ['1002', 'Bob', 'READY'],
];

describe('columns are found by the names in the header', () => {
  test('in another order', () => {
    const turned = [LIST, ANN, BOB].map((cells) => [...cells].reverse());
    expect(agents(table(turned))).toEqual(BOTH);
  });

  test('with new ones among them', () => {
    const wider = [LIST, ANN, BOB].map((cells, i) => [
      i === 0 ? 'brand_new' : 'x',
      ...cells,
      i === 0 ? 'newest' : '',
    ]);
    expect(agents(table(wider))).toEqual(BOTH);
  });

  test('with old ones missing', () => {
    const narrower = [LIST, ANN, BOB].map((cells) => cells.filter((_, i) => [0, 3, 7].includes(i)));
    expect(agents(table(narrower))).toEqual(BOTH);
  });

  test('and one that is missing is empty', () => {
    const [record] = read('logged_in_agents', table([LIST.slice(0, 10), ANN.slice(0, 10)]));
    expect(record).toMatchObject({ pause_code: '', sub_status: '', user_level: 1 });
  });

  test('and one that is new is kept with the record', () => {
    const [record] = read(
      'logged_in_agents',
      table([
        [...LIST, 'brand_new'],
        [...ANN, 'x'],
      ]),
    );
    expect(record).toMatchObject({ user: '1001', brand_new: 'x' });
  });

  test.each([['\t'], ['|'], [',']])('cut at %j', (delimiter) => {
    expect(agents(table([LIST, ANN, BOB], delimiter))).toEqual(BOTH);
  });

  test('a record without the user is refused, not guessed', async () => {
    const { kind } = await failure('logged_in_agents', table([LIST, ['', ...ANN.slice(1)]]));
    expect(kind).toBe('unreadable');
  });
});

describe('without a header', () => {
  test.each([
    ['12 columns', 12, '\t'],
    ['12 columns', 12, '|'],
    ['12 columns', 12, ','],
    ['10 columns', 10, '\t'],
    ['10 columns', 10, '|'],
    ['10 columns', 10, ','],
  ])('%s (%i) cut at %j are those of version 2.14', (_, columns, delimiter) => {
    const rows = [ANN, BOB].map((cells) => cells.slice(0, columns));
    expect(agents(table(rows, delimiter))).toEqual(BOTH);
  });

  test.each([
    ['the first name', 'logged_in_agents' as const, [named(ANN, 'An|n'), BOB]],
    ['the name of a short list', 'logged_in_agents' as const, [named(ANN, 'A|n|n').slice(0, 10)]],
    ['a lead code', 'agent_status' as const, [CALL.map((cell, i) => (i === 11 ? 'VLC|4' : cell))]],
  ])('a delimiter in %s is no other layout', async (_, name, rows) => {
    expect((await failure(name, table(rows, '|'))).kind).toBe('unreadable');
  });

  test('text of another shape is no answer of VICIdial', async () => {
    expect((await failure('logged_in_agents', 'Hello, world!\n')).kind).toBe('notTheService');
  });
});

describe('a row that fits no layout is refused, not guessed', () => {
  test.each([
    ['a tab in a name', named(ANN, 'A\tnn')],
    ['three tabs in a name', named(ANN, '\tA\tnn\t')],
    ['a line break in a name', named(ANN, 'A\nnn')],
    ['a line break at its end', named(ANN, 'Ann\n')],
    ['a line break and a tab', named(ANN, 'A\n\tnn')],
    ['a line break before a word that looks like an error', named(ANN, 'A\nERROR: nn')],
  ])('%s', async (_, row) => {
    expect(await failure('logged_in_agents', table([LIST, row, BOB]))).toMatchObject({
      kind: 'unreadable',
      message: 'A line of what VICIdial sent cannot be read',
    });
  });

  test('text between two rows', async () => {
    const body = `${table([LIST, ANN])}something else\n${table([BOB])}`;
    expect((await failure('logged_in_agents', body)).kind).toBe('unreadable');
  });

  test('one cell less', async () => {
    const rows = [LIST, ANN, BOB.slice(0, -1)];
    expect((await failure('logged_in_agents', table(rows))).kind).toBe('unreadable');
  });

  test('a surplus that no free text explains is refused, not guessed', async () => {
    const rows = [
      ['call_id', 'custtime'],
      ['V1', '5', 'more'],
    ];
    expect((await failure('callid_info', table(rows))).kind).toBe('unreadable');
  });

  test('a row that is too short is refused, not guessed', async () => {
    const { kind } = await failure('logged_in_agents', table([LIST, ANN, BOB.slice(0, 5)]));
    expect(kind).toBe('unreadable');
  });
});

describe('the headers of older builds, which name only some of the cells', () => {
  const header = STATUS.slice(0, 8);

  test.each([
    ['10', { pause_code: 'BREAK', real_time_sub_status: '', phone_number: '' }],
    ['12', { vendor_lead_code: 'CRM', session_id: '' }],
    ['13', { session_id: '8600051', computer_ip: null }],
    ['14, with the address', { session_id: '8600051', computer_ip: '10.0.0.7' }],
  ])('%s cells of agent_status', (cells, expected) => {
    const row = ['PAUSED', '', '0', 'SALES', '12', 'Maria Lopez', 'AGENTS', '1', 'BREAK', '', '']
      .concat('CRM', '8600051', '10.0.0.7')
      .slice(0, Number.parseInt(cells));
    const [record] = read('agent_status', table([header, row]));
    expect(record).toMatchObject({
      full_name: 'Maria Lopez',
      user_group: 'AGENTS',
      pause_code: 'BREAK',
      ...expected,
    });
  });

  test('a number of cells that no build had is refused', async () => {
    const row = Array.from({ length: 11 }, () => '1');
    expect((await failure('agent_status', table([header, row]))).kind).toBe('unreadable');
  });
});

describe('what servers and proxies add', () => {
  test.each([
    ['CR LF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['blanks at line ends', (text: string) => text.replaceAll('\n', '  \n')],
    ['a blank line before', (text: string) => `\n${text}`],
    ['the header again', (text: string) => text + table([LIST])],
    [
      'notices in plain text',
      (text: string) =>
        `\nNotice: Undefined index: x in /srv/www/vicidial/non_agent_api.php on line 12\n${text}PHP Warning:  Undefined variable $y in /srv/x.php on line 3\n`,
    ],
  ])('%s is passed over', (_, change) => {
    expect(agents(change(table([LIST, ANN, BOB])))).toEqual(BOTH);
  });

  test('an answer of another function is no answer', async () => {
    const other = 'call_id custtime call_date phone call_type campaign_id list_id status user';
    const row = ['V1', '5', '2026-11-28', '3125550100', 'IN', 'SALES', '101', 'SALE', '1003'];
    const body = table([other.split(' '), row]);
    expect((await failure('logged_in_agents', body)).kind).toBe('notTheService');
  });
});

describe('the ends of an answer', () => {
  test('empty columns at the end of the last line belong to it', () => {
    expect(read('logged_in_agents', table([LIST, ANN, BOB]))).toMatchObject([
      { pause_code: 'LUNCH', sub_status: '' },
      { pause_code: '', sub_status: '' },
    ]);
  });

  test.each([
    ['in the last row', (text: string) => text.slice(0, -8)],
    ['before the last line’s end', (text: string) => text.slice(0, -1)],
    ['in the header', (text: string) => text.slice(0, 40)],
    ['after the header', (text: string) => text.slice(0, text.indexOf('\n') + 1)],
  ])('an answer that breaks off %s is not believed', async (_, cut) => {
    const whole = table([LIST, ANN, BOB]);
    expect((await failure('logged_in_agents', cut(whole))).kind).toBe('unreadable');
  });

  test.each([[''], ['\n'], [' \n\n']])('%j is an empty answer', async (body) => {
    expect(await failure('logged_in_agents', body)).toMatchObject({
      kind: 'outage',
      message: 'VICIdial sent an empty answer',
    });
  });

  test('an empty floor is an error line of VICIdial, and no error here', () => {
    expect(agents('ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666|\n')).toEqual([]);
  });
});

const WARNING =
  '<br />\n<b>Warning</b>:  Undefined variable $x in <b>/srv/www/vicidial/non_agent_api.php</b> on line <b>763</b><br />\n';
const FATAL =
  '<br />\n<b>Fatal error</b>:  Uncaught mysqli_sql_exception: You have an error in your SQL syntax in /srv/www/vicidial/functions.php:75\nStack trace:\n#0 /srv/www/vicidial/functions.php(75): mysqli_query()\n#1 {main}\n  thrown in <b>/srv/www/vicidial/functions.php</b> on line <b>75</b><br />\n';

describe('PHP’s own words around an answer', () => {
  test('are passed over before and after a table with a header', () => {
    const body = WARNING.repeat(200) + table([LIST, ANN, BOB]) + WARNING.repeat(3);
    expect(agents(body)).toEqual(BOTH);
  });

  test('are passed over before and after a table without one', () => {
    expect(agents(WARNING + table([ANN, BOB]) + WARNING)).toEqual(BOTH);
  });

  test('are passed over before an error, which is still told apart', async () => {
    const body = `${WARNING}ERROR: agent_status AGENT NOT FOUND: 6666|9999\n${WARNING}`;
    expect((await failure('agent_status', body)).kind).toBe('notFound');
  });

  test('a fatal error after whole data leaves the data good', () => {
    expect(agents(WARNING + table([LIST, ANN, BOB]) + FATAL)).toEqual(BOTH);
  });

  test.each([
    ['warnings only', WARNING.repeat(3)],
    ['a fatal error', WARNING + FATAL],
  ])('%s and no answer is an outage, not another service', async (_, body) => {
    expect((await failure('logged_in_agents', body)).kind).toBe('outage');
  });
});

describe('the HTTP status says nothing about the answer', () => {
  test('whole data with HTTP 500 is read', () => {
    expect(agents(table([LIST, named(ANN, "O'Neil"), BOB]), 500)).toEqual([
      ['1001', "O'Neil", 'PAUSED'],
      BOTH[1],
    ]);
  });

  test.each([
    ['a page with 200', '<!DOCTYPE html><html></html>', 200, 'notTheService'],
    ['a page with 404', '<html></html>', 404, 'notTheService'],
    ['a page with 502', '<html></html>', 502, 'outage'],
    ['a page with 429', '<html></html>', 429, 'rateLimited'],
    ['nothing with 302', '', 302, 'notTheService'],
    ['nothing with 429', '', 429, 'rateLimited'],
    ['nothing with 404', '', 404, 'notTheService'],
    ['nothing with 500', '', 500, 'outage'],
    [
      'the end of a page',
      'window.location = "/login";\n</script>\n</html>\n',
      200,
      'notTheService',
    ],
  ])('%s is told by what it is', async (_, body, status, kind) => {
    expect((await failure('logged_in_agents', body, status)).kind).toBe(kind);
  });
});

describe('bytes', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');

  test('a line that is not UTF-8 is read as Latin-1, and only that line', () => {
    const body = Buffer.concat([
      Buffer.from(table([LIST, named(ANN, 'Zoë 漢字')])),
      latin1(table([named(BOB, 'René')])),
    ]);
    expect(agents(body)).toEqual([
      ['1001', 'Zoë 漢字', 'PAUSED'],
      ['1002', 'René', 'READY'],
    ]);
  });

  test.each([[''], ['\n'], ['a'], ['a\n'], ['\na\n\nb'], ['漢\n']])(
    '%j is decoded as it is',
    (text) => {
      expect(decode(Buffer.from(text))).toBe(text);
    },
  );

  test('10,000 rows are read, each as it is', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) =>
      ANN.map((cell, at) => (at === 0 ? `${10_000 + i}` : at === 7 ? `Agent ${i}` : cell)),
    );
    const found = agents(table([LIST, ...rows]));
    expect(found).toEqual(rows.map(([user, , , status, , , , name]) => [user, name, status]));
  });
});
