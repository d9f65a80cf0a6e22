import type { INodeParameters } from 'n8n-workflow';
import { subjectOf, type Asked } from '../support/asked';
import { execute } from '../support/contexts';
import { byId, calls, errorOf, jsonOf, useSimulator } from '../support/simulated';

const simulator = useSimulator();

const WHOLE_DAY = { from: '2026-11-21T00:00:00Z', to: '2026-11-22T00:00:00Z' };

const asked = (parameters: INodeParameters = {}, more: Partial<Asked> = {}) =>
  subjectOf(simulator().url, {
    parameters: { operation: 'getActivity', ...WHOLE_DAY, ...parameters },
    ...more,
  });

const activity = async (parameters: INodeParameters = {}, more: Partial<Asked> = {}) =>
  jsonOf(await execute(asked(parameters, more)));

/** The windows that were sent, in the server's own time. */
const windows = () =>
  simulator()
    .requests()
    .filter(({ function: name }) => name === 'agent_stats_export')
    .map(({ params }) => [params.datetime_start, params.datetime_end]);

/** A round of an agent's log, for a simulated VICIdial. */
const round = (minutesAgo: number, fields: object) => ({
  at: simulator().world.now() - minutesAgo * 60_000,
  campaign: 'TESTCAMP',
  subStatus: '',
  pauseSec: 0,
  waitSec: 0,
  talkSec: 0,
  dispoSec: 0,
  deadSec: 0,
  ...fields,
});

const logOf = (id: string, ...agentLog: object[]) =>
  simulator().world.setAgent(id, { extras: { vicidial: { agentLog } } });

describe('Get Activity of one agent', () => {
  test('tells whole seconds, corrected where the server is wrong', async () => {
    expect(await activity({ agent: byId('1003') })).toEqual([
      {
        vendor: 'vicidial',
        source: `vicidial:127.0.0.1:${simulator().port}:6666`,
        agentId: '1003',
        agentName: 'Cid Incall',
        from: '2026-11-21T00:00:00Z',
        to: '2026-11-22T00:00:00Z',
        teams: { campaign: null, userGroup: 'AGENTS' },
        contacts: 1,
        sessions: 1,
        pauses: 2,
        // 165 paused, 80 waiting, 285 talking, 45 wrapping up; the server says 605.
        loggedInSeconds: 575,
        talkSeconds: 285,
        averageTalkSeconds: 285,
        waitSeconds: 80,
        // 30 of disposition, which the server counts twice, and 15 of a dead call.
        wrapUpSeconds: 45,
        pauseSeconds: 165,
        percentPaused: 28.7,
      },
    ]);
  });

  test('adds up to the time logged in', async () => {
    const [agent] = await activity({ agent: byId('1003') });
    const { waitSeconds, talkSeconds, wrapUpSeconds, pauseSeconds, loggedInSeconds } = agent ?? {};
    expect(
      [waitSeconds, talkSeconds, wrapUpSeconds, pauseSeconds].map(Number).reduce((a, b) => a + b),
    ).toBe(loggedInSeconds);
  });

  test('takes two exports: one by agent, one by campaign', async () => {
    await activity({ agent: byId('1003') }, { credentials: { serverTimezone: 'UTC' } });
    expect(simulator().requests()).toMatchObject([
      { params: { agent_user: '1003', time_format: 'S', group_by_campaign: 'YES' } },
      { params: { agent_user: '1003', time_format: 'S' } },
    ]);
    expect(calls(simulator())).toEqual({ agent_stats_export: 2 });
  });

  test('of several campaigns is one item', async () => {
    logOf(
      '1003',
      round(60, { talkSec: 100, dispoSec: 10, waitSec: 5 }),
      round(50, { talkSec: 60, dispoSec: 20, campaign: 'SUPPORT' }),
    );
    expect(await activity({ agent: byId('1003') })).toMatchObject([
      {
        contacts: 2,
        talkSeconds: 160,
        averageTalkSeconds: 80,
        wrapUpSeconds: 30,
        loggedInSeconds: 195,
      },
    ]);
  });

  test('who did nothing is all zeros', async () => {
    expect(await activity({ agent: byId('2001') })).toMatchObject([
      {
        agentId: '2001',
        agentName: 'Off Line',
        teams: { campaign: null, userGroup: 'AGENTS' },
        contacts: 0,
        sessions: 0,
        pauses: 0,
        loggedInSeconds: 0,
        talkSeconds: 0,
        averageTalkSeconds: null,
        pauseSeconds: 0,
        percentPaused: null,
      },
    ]);
  });

  test('whom VICIdial does not know is an error', async () => {
    expect(await errorOf(asked({ agent: byId('9999') }))).toMatchObject({
      message: 'VICIdial knows no such agent',
      httpCode: '404',
    });
  });

  test('who only waited and paused: times the server has not looked at are not told', async () => {
    logOf('1003', round(60, { waitSec: 3000, pauseSec: 60 }));
    expect(await activity({ agent: byId('1003') })).toMatchObject([
      {
        contacts: 0,
        talkSeconds: 0,
        averageTalkSeconds: null,
        waitSeconds: null,
        wrapUpSeconds: null,
        pauseSeconds: 60,
        // The server adds no time of waiting without a call: neither of these can be known.
        loggedInSeconds: null,
        percentPaused: null,
      },
    ]);
  });
});

describe('Get Activity of everyone', () => {
  test('makes an item per agent who did something', async () => {
    const agents = await activity();
    expect(agents.map(({ agentId }) => agentId)).toEqual(
      simulator()
        .world.agents()
        .map(({ id }) => id)
        .filter((id) => id !== '2001'),
    );
  });

  test('tells each agent’s own average, not that of the row before', async () => {
    logOf('1001', round(60, { talkSec: 100 }), round(50, { talkSec: 50 }));
    logOf('1002', round(60, { talkSec: 900 }));
    logOf('1003', round(60, { talkSec: 10 }));
    const averages = (await activity()).map(({ averageTalkSeconds }) => averageTalkSeconds);
    expect(averages.slice(0, 3)).toEqual([75, 900, 10]);
  });

  test('when nobody did anything makes no item', async () => {
    expect(await activity({ from: '2001-01-01', to: '2001-01-02' })).toEqual([]);
  });

  test('with an empty choice of agent is the same as none', async () => {
    const agent = { __rl: true, mode: 'list', value: '' };
    expect((await activity({ agent })).length).toBeGreaterThan(10);
  });
});

describe('Split by Campaign', () => {
  const options = { splitByCampaign: true };

  test('makes an item per agent and campaign, in one export', async () => {
    logOf(
      '1003',
      round(60, { talkSec: 100, dispoSec: 10, deadSec: 4 }),
      round(50, { talkSec: 60, dispoSec: 20, campaign: 'SUPPORT' }),
    );
    const items = await activity(
      { agent: byId('1003'), options },
      { credentials: { serverTimezone: 'UTC' } },
    );
    expect(items).toMatchObject([
      { teams: { campaign: 'SUPPORT' }, talkSeconds: 60, wrapUpSeconds: 20, loggedInSeconds: 80 },
      { teams: { campaign: 'TESTCAMP' }, talkSeconds: 96, wrapUpSeconds: 14, loggedInSeconds: 110 },
    ]);
    expect(calls(simulator())).toEqual({ agent_stats_export: 1 });
  });
});

describe('Campaign ID', () => {
  test('takes what was done in it', async () => {
    logOf('1003', round(60, { talkSec: 100 }), round(50, { talkSec: 60, campaign: 'SUPPORT' }));
    expect(await activity({ options: { campaignId: 'SUPPORT' } })).toMatchObject([
      { agentId: '1003', talkSeconds: 60, contacts: 1 },
    ]);
  });

  test('of more than 8 characters is refused: VICIdial would ignore it and tell of all', async () => {
    const error = await errorOf(asked({ options: { campaignId: 'TESTCAMPAIGN' } }));
    expect(error).toMatchObject({
      message: 'VICIdial cannot have a campaign "TESTCAMPAIGN"',
      httpCode: '404',
    });
    expect(windows()).toEqual([]);
  });
});

describe('Simplify', () => {
  test('leaves out the server’s own columns', async () => {
    expect((await activity())[0]).not.toHaveProperty('raw');
  });

  test('switched off adds them, wrong ones too', async () => {
    expect(await activity({ agent: byId('1003'), simplify: false })).toMatchObject([
      { loggedInSeconds: 575, raw: { login_time: '605', dispo_time: '60', pause_pct: '27.3%' } },
    ]);
  });
});

describe('the window', () => {
  const settings = (utcOffsetMinutes: number) =>
    Object.assign(simulator().vicidial.settings, { utcOffsetMinutes });

  test('is sent in the server’s own time, which version tells', async () => {
    settings(-300);
    await activity();
    expect(windows()).toEqual([
      ['2026-11-20 19:00:00', '2026-11-21 19:00:00'],
      ['2026-11-20 19:00:00', '2026-11-21 19:00:00'],
    ]);
    expect(calls(simulator())).toEqual({ version: 1, agent_stats_export: 2 });
  });

  test('finds what was done in it on a server in another zone', async () => {
    settings(330);
    logOf('1003', round(60, { talkSec: 100 }), round(50, { talkSec: 60 }));
    const window = { from: '2026-11-21T21:25:00Z', to: '2026-11-21T21:40:00Z' };
    expect(await activity({ ...window, agent: byId('1003') })).toMatchObject([
      { contacts: 1, talkSeconds: 60 },
    ]);
  });

  test('is sent in the zone of the credential, with nothing asked about the clock', async () => {
    settings(330);
    await activity({}, { credentials: { serverTimezone: 'Asia/Kolkata' } });
    expect(windows()[0]).toEqual(['2026-11-21 05:30:00', '2026-11-22 05:30:00']);
    expect(calls(simulator())).toEqual({ agent_stats_export: 2 });
  });

  test('may reach over a change of daylight saving time', async () => {
    const window = { from: '2026-10-31T12:00:00Z', to: '2026-11-02T12:00:00Z' };
    await activity(window, { credentials: { serverTimezone: 'America/New_York' } });
    expect(windows()[0]).toEqual(['2026-10-31 08:00:00', '2026-11-02 07:00:00']);
  });

  test.each([
    ['without an offset', '2026-11-21T08:00:00', '2026-11-21T09:00:00'],
    ['with a blank', '2026-11-21 08:00:00', '2026-11-21 09:00:00'],
    [
      'of luxon',
      '={{ DateTime.fromISO("2026-11-21T13:00:00Z") }}',
      '={{ DateTime.fromISO("2026-11-21T14:00:00Z") }}',
    ],
    [
      'of JavaScript',
      '={{ new Date("2026-11-21T13:00:00Z") }}',
      '={{ new Date("2026-11-21T14:00:00Z") }}',
    ],
  ])('may be a time %s, in the zone of the workflow', async (_, from, to) => {
    await activity({ from, to });
    expect(windows()[0]).toEqual(['2026-11-21 13:00:00', '2026-11-21 14:00:00']);
  });

  test('is by default from the start of today until now', async () => {
    const { parameters } = asked();
    const { from, to, ...rest } = parameters;
    expect([from, to]).toEqual([WHOLE_DAY.from, WHOLE_DAY.to]);
    await execute(
      subjectOf(simulator().url, {
        parameters: { ...rest, from: '={{ $today }}', to: '={{ $now }}' },
      }),
    );
    // The workflow's zone is New York, the server's clock shows UTC.
    expect(windows()[0]?.[0]).toMatch(/ 0[45]:00:00$/);
  });

  test.each([
    ['upside down', '2026-11-22T00:00:00Z', '2026-11-21T00:00:00Z'],
    ['of no length', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'],
  ])('that is %s is refused, with nothing sent', async (_, from, to) => {
    expect(await errorOf(asked({ from, to }))).toMatchObject({
      message: 'The time window ends before it begins',
      httpCode: '400',
    });
    expect(simulator().requests()).toEqual([]);
  });

  test('of no time is refused, with nothing sent', async () => {
    expect(await errorOf(asked({ from: 'yesterday' }))).toMatchObject({
      message: 'The parameter "from" cannot be "yesterday"',
      httpCode: '400',
    });
    expect(simulator().requests()).toEqual([]);
  });

  test('in a zone that does not exist is refused', async () => {
    const credentials = { serverTimezone: 'Mars/Olympus' };
    expect(await errorOf(asked({}, { credentials }))).toMatchObject({
      message: '"Mars/Olympus" is not a time zone',
      httpCode: '400',
    });
    expect(simulator().requests()).toEqual([]);
  });
});

describe('several input items', () => {
  test('each make their own, asking each question once', async () => {
    const items = await execute(asked({ agent: byId('={{ $json.id }}') }), [
      { id: '1003' },
      { id: '1001' },
      { id: '1003' },
    ]);
    expect(items.map(({ json, pairedItem }) => [json.agentId, pairedItem])).toEqual([
      ['1003', { item: 0 }],
      ['1001', { item: 1 }],
      ['1003', { item: 2 }],
    ]);
    expect(calls(simulator())).toEqual({ version: 1, agent_stats_export: 4 });
  });
});

describe('a day as it really was', () => {
  const lively = useSimulator({ floor: 'demo', life: true });

  /** Whole seconds an agent spent in some of its finished stretches. */
  const spent = (id: string, fits: (stretch: { state: string; subState: unknown }) => boolean) =>
    lively()
      .world.history(id)
      .filter(fits)
      .reduce((sum, { from, to }) => sum + Math.round((to - from) / 1000), 0);

  test('is told to the second: waiting, talking, wrap-up, paused', async () => {
    lively().world.advance(2 * 3600);
    const parameters = {
      operation: 'getActivity',
      from: '2026-11-21T12:00:00Z',
      to: '2026-11-22T12:00:00Z',
    };
    const items = jsonOf(await execute(subjectOf(lively().url, { parameters })));
    const busy = items.filter(({ contacts }) => Number(contacts) > 0);
    expect(busy.length).toBeGreaterThan(10);
    expect(
      busy.map(({ agentId, waitSeconds, talkSeconds, wrapUpSeconds, pauseSeconds }) => ({
        agentId,
        waitSeconds,
        talkSeconds,
        wrapUpSeconds,
        pauseSeconds,
      })),
    ).toEqual(
      busy.map(({ agentId }) => {
        const id = String(agentId);
        const waits = ({ state, subState }: { state: string; subState: unknown }) =>
          state === 'ready' || subState === 'ringing';
        return {
          agentId,
          waitSeconds: spent(id, waits),
          talkSeconds: spent(id, (stretch) => stretch.state === 'busy' && !waits(stretch)),
          wrapUpSeconds: spent(id, ({ state }) => state === 'wrapUp'),
          pauseSeconds: spent(id, ({ state }) => state === 'paused'),
        };
      }),
    );
  });
});
