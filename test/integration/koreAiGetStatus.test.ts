import type { INodeParameters } from 'n8n-workflow';
import { koreId } from '../simulator/koreAi/ids.mjs';
import { app, koreAi } from '../simulator/koreAi/system.mjs';
import { takeOverClock } from '../support/clock';
import { execute } from '../support/contexts';
import { startServer } from '../support/servers.mjs';
import { byId, calls, errorOf, jsonOf, useSimulator } from '../support/simulated';
import { nodeAt } from '../support/subjects';

const NOW = '2026-11-21T22:18:21Z';
const simulator = useSimulator({
  now: NOW,
  floor: [
    { id: '1001', name: 'Ann Ready', state: 'ready', since: '2026-11-21T22:00:00Z' },
    { id: '1002', name: 'Bob Busy', state: 'busy', since: '2026-11-21T22:10:00Z' },
    {
      id: '1003',
      name: 'Cid Lunch',
      state: 'paused',
      reason: 'Lunch',
      since: '2026-11-21T22:05:00Z',
    },
    {
      id: '1004',
      name: 'Dee Training',
      state: 'paused',
      reason: 'NBK',
      since: '2026-11-21T21:00:00Z',
      extras: { koreAi: { customType: 'BUSY' } },
    },
    { id: '1005', name: 'Eve Away', state: 'paused', since: '2026-11-20T20:00:00Z' },
    { id: '2001', name: 'Off Line', state: 'offline', since: '2026-11-18T12:00:00Z' },
  ],
});

beforeEach(() => takeOverClock(Date.parse(NOW)));
afterEach(() => jest.useRealTimers());

const mail = (id: string) => `${id}@example.com`;
const asked = (parameters: INodeParameters = {}, credentials: Record<string, unknown> = {}) =>
  nodeAt(
    koreAi,
    simulator().url,
    { operation: 'getStatus', agent: byId(mail('1003')), ...parameters },
    credentials,
  );
const status = async (id: string, credentials: Record<string, unknown> = {}) =>
  jsonOf(await execute(asked({ agent: byId(mail(id)) }, credentials)))[0];

describe('Get Status', () => {
  test('tells everything there is, in one request', async () => {
    expect(await status('1003')).toEqual({
      agentId: koreId('user', '1003'),
      agentName: 'Cid Lunch',
      email: '1003@example.com',
      state: 'paused',
      reason: 'Lunch',
      stateSince: '2026-11-21T22:05:00Z',
      secondsInState: 801,
      stateSinceSource: 'vendor',
      stateSinceUncertaintySeconds: 0,
      vendorStatus: 'AWAY',
      vendorSubStatus: 'Lunch',
      routable: false,
      teams: { campaign: null, userGroup: null, departments: [], queues: [] },
      call: null,
      callsToday: null,
      session: null,
      vendor: 'koreAi',
      source: `koreAi:127.0.0.1:${simulator().port}:${simulator().koreAi.settings.accountId}:${simulator().koreAi.settings.streamId}`,
      observedAt: '2026-11-21T22:18:21Z',
    });
    expect(calls(simulator())).toEqual({ agentstatusdetails: 1 });
  });

  test('asks for one e-mail address and one day of UTC, with a signed token and no secret', async () => {
    await status('1003');
    expect(simulator().requests()).toMatchObject([
      {
        method: 'POST',
        agentUser: '1003@example.com',
        user: app('all').clientId,
        params: {
          limit: '50',
          offset: '0',
          filter: {
            agents: ['1003@example.com'],
            dateFilter: { date: '2026-11-21', timeZoneOffSet: 0 },
          },
        },
        bodyHadPassword: false,
        queryHadPassword: false,
      },
    ]);
  });

  test.each([
    ['1001', 'ready', null, '2026-11-21T22:00:00Z'],
    ['1002', 'busy', null, '2026-11-21T22:10:00Z'],
    ['1003', 'paused', 'Lunch', '2026-11-21T22:05:00Z'],
    ['1004', 'paused', 'NBK', '2026-11-21T21:00:00Z'],
    ['1005', 'paused', null, '2026-11-20T20:00:00Z'],
    ['2001', 'offline', null, null],
  ])('of %s is %s (%s) since %s', async (id, state, reason, stateSince) => {
    expect(await status(id)).toMatchObject({ state, reason, stateSince });
  });

  test('of an agent without a report asks yesterday, then the list of availability', async () => {
    await status('2001');
    expect(
      simulator()
        .requests()
        .map((each) => [each.function, each.params]),
    ).toMatchObject([
      ['agentstatusdetails', { filter: { dateFilter: { date: '2026-11-21' } } }],
      ['agentstatusdetails', { filter: { dateFilter: { date: '2026-11-20' } } }],
      ['agents/availability', {}],
    ]);
  });

  test('of an agent without a report is unknown where the app may not read the list', async () => {
    expect(await status('2001', app('analytics'))).toMatchObject({
      state: 'unknown',
      vendorStatus: null,
      routable: null,
    });
  });

  test('of somebody who logged out today tells since when, from the end of the last status', async () => {
    simulator().world.setAgent('1001', { state: 'offline', since: '2026-11-21T22:12:00Z' });
    const offline = { state: 'offline', stateSince: '2026-11-21T22:12:00Z' };
    expect(await status('1001')).toMatchObject(offline);
    expect(await status('1001', app('analytics'))).toMatchObject(offline);
  });

  test('goes back over stretches of the same status with gaps of less than a minute', async () => {
    Object.assign(simulator().koreAi.settings, { mergeSegments: false, gapSeconds: 30 });
    const move = (state: 'ready' | 'busy' | 'wrapUp', since: string) =>
      simulator().world.setAgent('1001', { state, since });
    move('busy', '2026-11-21T22:10:00Z');
    move('wrapUp', '2026-11-21T22:12:00Z');
    move('busy', '2026-11-21T22:15:00Z');
    expect(await status('1001')).toMatchObject({
      state: 'busy',
      stateSince: '2026-11-21T22:10:00Z',
    });
  });

  test('does not go back over a gap of a minute', async () => {
    Object.assign(simulator().koreAi.settings, { mergeSegments: false, gapSeconds: 60 });
    simulator().world.setAgent('1001', { state: 'busy', since: '2026-11-21T22:10:00Z' });
    simulator().world.setAgent('1001', { state: 'wrapUp', since: '2026-11-21T22:12:00Z' });
    expect(await status('1001')).toMatchObject({ stateSince: '2026-11-21T22:12:00Z' });
  });

  test('of somebody who logged out yesterday tells since when', async () => {
    simulator().world.setAgent('1005', { state: 'offline', since: '2026-11-20T22:12:00Z' });
    expect(await status('1005')).toMatchObject({
      state: 'offline',
      stateSince: '2026-11-20T22:12:00Z',
    });
  });

  test('goes back over midnight, also on a server that cuts statuses there', async () => {
    const day = (startTime: string, endTime: string) => ({
      headers: { Date: new Date(NOW).toUTCString() },
      body: JSON.stringify({
        hasMore: false,
        data: [
          {
            userId: 'u-1',
            email: '1003@example.com',
            status: [{ primaryStatus: 'AWAY', secondaryStatus: 'Lunch', startTime, endTime }],
          },
        ],
      }),
    });
    const server = await startServer(
      day('2026-11-21T00:00:10', '-'),
      day('2026-11-20T20:00:00', '2026-11-20T23:59:50'),
    );
    const subject = nodeAt(koreAi, server.url, {
      operation: 'getStatus',
      agent: byId(mail('1003')),
    });
    const [item] = jsonOf(await execute(subject));
    await server.close();
    expect(item).toMatchObject({ reason: 'Lunch', stateSince: '2026-11-20T20:00:00Z' });
    expect(server.requests).toHaveLength(2);
  });

  test('leaves out the vendor’s fields unless Simplify is off', async () => {
    expect(await status('1003')).not.toHaveProperty('raw');
    const [item] = jsonOf(await execute(asked({ simplify: false })));
    expect(item).toMatchObject({
      raw: { userId: koreId('user', '1003'), customId: '1003', email: '1003@example.com' },
    });
  });
});

describe('the clock of Kore.ai', () => {
  test('that differs from n8n’s is told by the Date header', async () => {
    jest.setSystemTime(Date.parse('2026-11-21T22:48:21Z'));
    expect(await status('1003')).toMatchObject({
      stateSince: '2026-11-21T22:35:00Z',
      secondsInState: 801,
      observedAt: '2026-11-21T22:48:21Z',
    });
  });

  test('that has another day than n8n’s is asked for its own day', async () => {
    jest.setSystemTime(Date.parse('2026-11-22T00:30:00Z'));
    expect(await status('1003')).toMatchObject({ state: 'paused', secondsInState: 801 });
    expect(calls(simulator())).toEqual({ agentstatusdetails: 2 });
  });

  test.each([['offset'], ['utc']] as const)(
    'and times in %s are the same with the offset 0 that is sent',
    async (zonelessIn) => {
      Object.assign(simulator().koreAi.settings, { zonelessIn });
      expect(await status('1003')).toMatchObject({ stateSince: '2026-11-21T22:05:00Z' });
    },
  );

  test('in a zone of the user’s is sent with its offset, and read back', async () => {
    const zone = { statusTimezone: 'America/New_York' };
    expect(await status('1003', zone)).toMatchObject({ stateSince: '2026-11-21T22:05:00Z' });
    expect(simulator().requests()[0]?.params).toMatchObject({
      filter: { dateFilter: { date: '2026-11-21', timeZoneOffSet: 300 } },
    });
  });

  test('in a zone that does not exist is refused before anything is sent', async () => {
    const error = await errorOf(asked({}, { statusTimezone: 'Mars/Base' }));
    expect(error).toMatchObject({ message: '"Mars/Base" is not a time zone', httpCode: '400' });
    expect(simulator().requests()).toEqual([]);
  });
});

test.each([['date'], ['range']] as const)(
  'a server that takes the day as %s',
  async (dateFilter) => {
    Object.assign(simulator().koreAi.settings, { dateFilter });
    expect(await status('1003', { dateFilter })).toMatchObject({ state: 'paused' });
    const other = dateFilter === 'date' ? 'range' : 'date';
    const error = await errorOf(asked({}, { dateFilter: other }));
    expect(error).toMatchObject({
      httpCode: '400',
      message: 'Kore.ai does not take the request',
      description: expect.stringContaining('Status Date Filter'),
    });
  },
);

describe('the agent', () => {
  test('may be named by each of its IDs, at the price of one request', async () => {
    for (const id of [koreId('user', '1003'), koreId('agent', '1003'), '1003']) {
      simulator().clearRequests();
      const items = jsonOf(await execute(asked({ agent: byId(id) })));
      expect(items).toMatchObject([{ email: '1003@example.com', state: 'paused' }]);
      expect(calls(simulator())).toEqual({ 'agents/availability': 1, agentstatusdetails: 1 });
    }
  });

  test('is found whatever the case of the address', async () => {
    expect(jsonOf(await execute(asked({ agent: byId(' 1003@EXAMPLE.com ') })))).toMatchObject([
      { agentId: koreId('user', '1003') },
    ]);
  });

  test.each([['nobody@example.com'], ['u-nobody']])('%s is not known', async (who) => {
    expect(await errorOf(asked({ agent: byId(who) }))).toMatchObject({
      message: `Kore.ai knows no agent "${who}"`,
      description: expect.stringContaining('e-mail address'),
      httpCode: '404',
    });
  });

  test('must be there', async () => {
    const error = await errorOf(asked({ agent: byId('') }));
    expect(error).toMatchObject({ message: 'No agent is chosen', httpCode: '400' });
    expect(simulator().requests()).toEqual([]);
  });
});

describe('several input items', () => {
  const each = { agent: byId('={{ $json.email }}') };
  const of = (...ids: string[]) => ids.map((id) => ({ email: mail(id) }));

  test('each make the item of their own agent', async () => {
    const items = await execute(asked(each), of('1003', '1001'));
    expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual([
      ['1003@example.com', { item: 0 }],
      ['1001@example.com', { item: 1 }],
    ]);
  });

  test('that ask after one agent ask once', async () => {
    expect(await execute(asked(each), of('1003', '1003', '1003'))).toHaveLength(3);
    expect(calls(simulator())).toEqual({ agentstatusdetails: 1 });
  });

  test('go on after one that fails with Continue On Fail', async () => {
    const subject = { ...asked(each), node: { onError: 'continueRegularOutput' as const } };
    const items = await execute(subject, of('1003', 'nobody', '1001'));
    expect(items).toMatchObject([
      { json: { email: '1003@example.com' }, pairedItem: { item: 0 } },
      {
        json: { error: 'Kore.ai knows no agent "nobody@example.com"', httpCode: '404' },
        pairedItem: { item: 1 },
      },
      { json: { email: '1001@example.com' }, pairedItem: { item: 2 } },
    ]);
  });
});
