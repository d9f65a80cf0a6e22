import type { INodeParameters } from 'n8n-workflow';
import { forgetLogins } from '../../nodes/shared/http/loginGuard';
import { startSimulator, type Simulator } from '../simulator/index.mjs';
import type { AgentPatch } from '../simulator/types.mjs';
import { rocketChat } from '../simulator/rocketChat/system.mjs';
import { execute } from '../support/contexts';
import { nodeAt } from '../support/subjects';

const SECONDS_AN_HOUR = 3600;

let simulator: Simulator;

beforeEach(async () => {
  forgetLogins();
  const floor = ['ann', 'bob'].map((id) => ({ id, username: id, state: 'ready' as const }));
  simulator = await startSimulator({ floor, now: '2026-11-21T12:00:00Z', speed: 0 });
  simulator.rocketChat.settings.license = true;
});
afterEach(() => simulator.close());

/** Lets the simulated time come, and moves an agent then. */
function at(time: string, agent?: string, patch: AgentPatch = {}) {
  simulator.world.setClock(Date.parse(time));
  if (agent) simulator.world.setAgent(agent, patch);
}

/** A chat of ten minutes. */
function chat(agent: string, time: string) {
  at(time, agent, { state: 'busy' });
  simulator.world.advance(600);
  simulator.world.setAgent(agent, { state: 'ready' });
}

/** The activity by agent, in a workflow of a zone. */
async function activity(timezone: string, window: INodeParameters) {
  const subject = nodeAt(rocketChat, simulator, { operation: 'getActivity', ...window });
  const items = await execute({ ...subject, timezone });
  return Object.fromEntries(items.map(({ json }) => [String(json.agentName), json]));
}

const asked = (name?: string) =>
  simulator
    .requests()
    .map((each) => each.function)
    .filter((each) => name === undefined || each === name);

/** Zones that a server may be in, in minutes from UTC. */
const SERVERS = [-660, -300, 0, 345, 540, 840];

describe('the chats are those begun in the window', () => {
  test('in New York in the evening, today has this evening and not the last one', async () => {
    chat('ann', '2026-11-22T02:00:00Z');
    chat('bob', '2026-11-22T15:00:00Z');
    chat('bob', '2026-11-23T00:30:00Z');
    at('2026-11-23T01:00:00Z');
    const { ann, bob } = await activity('America/New_York', {
      from: '2026-11-22',
      to: '2026-11-22T20:00:00',
    });
    expect(ann).toMatchObject({ contacts: 0, talkSeconds: 0 });
    expect(bob).toMatchObject({ contacts: 2, talkSeconds: 1200, averageTalkSeconds: 600 });
    expect(bob).toMatchObject({ from: '2026-11-22T05:00:00Z', to: '2026-11-23T01:00:00Z' });
  });

  test('a chat that is still open counts, and not for the average time', async () => {
    chat('bob', '2026-11-22T10:00:00Z');
    at('2026-11-22T11:00:00Z', 'bob', { state: 'busy' });
    const { bob } = await activity('UTC', { from: '2026-11-22', to: '2026-11-22T12:00:00' });
    expect(bob).toMatchObject({ contacts: 2, talkSeconds: 600, averageTalkSeconds: 600 });
  });

  test('in Tokyo in the morning, today is not in the future', async () => {
    chat('ann', '2026-11-22T14:00:00Z');
    chat('bob', '2026-11-22T22:00:00Z');
    at('2026-11-22T23:00:00Z');
    const { ann, bob } = await activity('Asia/Tokyo', {
      from: '2026-11-23',
      to: '2026-11-23T08:00:00',
    });
    expect(ann).toMatchObject({ contacts: 0, talkSeconds: 0 });
    expect(bob).toMatchObject({ contacts: 1, talkSeconds: 600 });
  });

  test('a chat is in one of two windows that meet', async () => {
    chat('bob', '2026-11-22T10:00:00Z');
    const windows = [
      { from: '2026-11-22T09:00:00', to: '2026-11-22T10:00:00' },
      { from: '2026-11-22T10:00:00', to: '2026-11-22T11:00:00' },
    ];
    const found = [];
    for (const window of windows) found.push((await activity('UTC', window)).bob);
    expect(found).toMatchObject([{ contacts: 0 }, { contacts: 1, talkSeconds: 600 }]);
  });
});

describe('the time available is that of the window', () => {
  /** The second that the server loses at its midnight. */
  const LOST = 1;

  describe.each(SERVERS)('of a server %i minutes from UTC', (utcOffsetMinutes) => {
    beforeEach(() => Object.assign(simulator.rocketChat.settings, { utcOffsetMinutes }));

    test.each([
      ['America/New_York', '2026-11-22', '2026-11-22T20:00:00', 16, 2],
      ['America/New_York', '2026-11-22', '2026-11-23', 16, 3],
      ['Asia/Tokyo', '2026-11-23', '2026-11-23T08:00:00', 6, 2],
      ['Asia/Tokyo', '2026-11-22', '2026-11-23', 24, 3],
      ['UTC', '2026-11-22T20:00:00', '2026-11-22T21:00:00', 1, 2],
      ['UTC', '2026-11-20', '2026-11-25', 33, 7],
    ])('in %s from %s to %s it is %i hours', async (zone, from, to, hours, requests) => {
      at('2026-11-22T21:00:00Z', 'ann', { state: 'offline' });
      at('2026-11-25T12:00:00Z');
      const { ann } = await activity(zone, { from, to, simplify: false });
      const seconds = Number(ann?.loggedInSeconds);
      expect(seconds).toBeLessThanOrEqual(hours * SECONDS_AN_HOUR);
      expect(seconds).toBeGreaterThanOrEqual(hours * SECONDS_AN_HOUR - 2 * LOST);
      expect(asked('available-for-service-history')).toHaveLength(requests);
      expect(asked('total-service-time')).toHaveLength(1);
    });
  });

  test('has its stretches within the window, each once', async () => {
    at('2026-11-22T21:00:00Z', 'ann', { state: 'offline' });
    const { ann } = await activity('UTC', {
      from: '2026-11-22T08:00:00',
      to: '2026-11-22T23:00:00',
      simplify: false,
    });
    expect(ann).toMatchObject({
      raw: {
        availableIntervals: [
          { startedAt: '2026-11-22T08:00:00Z', stoppedAt: '2026-11-22T21:00:00Z' },
        ],
      },
    });
  });

  test('is asked by moments of which no day of 23 hours, as clocks go forward, holds none', async () => {
    await activity('UTC', { from: '2026-11-13', to: '2026-11-21' });
    const spans = simulator
      .requests()
      .filter((each) => each.function === 'available-for-service-history')
      .map(({ params }) => [params.start, params.end].map((each) => Date.parse(String(each))));
    const moments = spans.map(([start]) => start ?? NaN);
    expect(spans.map(([, end]) => end)).toEqual(moments);
    expect(moments[0]).toBe(Date.parse('2026-11-13T00:00:00Z'));
    expect(moments.at(-1)).toBe(Date.parse('2026-11-21T00:00:00Z') - 1);
    moments.slice(1).forEach((moment, before) => {
      expect(moment - (moments[before] ?? NaN)).toBeLessThanOrEqual(23 * SECONDS_AN_HOUR * 1000);
    });
  });
});

test('without the licence there are the chats and no time in service', async () => {
  simulator.rocketChat.settings.license = false;
  chat('bob', '2026-11-22T10:00:00Z');
  const { bob } = await activity('UTC', { from: '2026-11-22', to: '2026-11-23' });
  expect(bob).toMatchObject({ contacts: 1, loggedInSeconds: null, talkSeconds: null });
  expect(asked()).toEqual(['chats-per-agent', 'available-for-service-history']);
});

test('a window of more days than may be asked for in a minute is refused', async () => {
  const window = { from: '2026-10-01', to: '2026-11-21' };
  await expect(activity('UTC', window)).rejects.toMatchObject({
    httpCode: '400',
    message: 'The time window spans 51 days',
  });
  expect(asked()).toEqual([]);
  await activity('UTC', { from: '2026-11-13', to: '2026-11-21' });
  expect(asked('available-for-service-history')).toHaveLength(10);
});

test('of agents beyond the fifty that Rocket.Chat tells of, the times are not known', async () => {
  await simulator.close();
  const names = Array.from({ length: 52 }, (_, index) => `agent${index + 100}`);
  const floor = names.map((id) => ({ id, username: id, state: 'ready' as const }));
  simulator = await startSimulator({ floor, now: '2026-11-21T12:00:00Z', speed: 0 });
  simulator.rocketChat.settings.license = true;
  for (const name of names) chat(name, '2026-11-22T10:00:00Z');
  at('2026-11-22T12:00:00Z');
  const all = await activity('UTC', { from: '2026-11-22', to: '2026-11-22T11:00:00' });
  expect(Object.keys(all)).toHaveLength(52);
  expect(all.agent149).toMatchObject({ contacts: 1, talkSeconds: 600 });
  expect(all.agent149?.loggedInSeconds).not.toBeNull();
  expect(all.agent150).toMatchObject({ contacts: 1, talkSeconds: null, loggedInSeconds: null });
  expect(all.agent150).toMatchObject({ averageTalkSeconds: null });
});
