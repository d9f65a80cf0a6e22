import { rocketChat } from '../simulator/rocketChat/system.mjs';
import { poller } from '../support/contexts';
import { at } from '../support/floor';
import { pollingBy, useReadyFloor } from '../support/polling';
import { triggerAt } from '../support/subjects';

const simulator = useReadyFloor(['1', '2', '3', '4', '5', '6']);

const everyMinute = pollingBy('agent.agentName');

test('an agent who is switched off too long is alerted once, and the end is told once', async () => {
  const trigger = poller(triggerAt(rocketChat, simulator()));
  await everyMinute(trigger, 0, 1);
  simulator().world.setAgent('1', { state: 'paused' });
  expect(await everyMinute(trigger, 2, 14)).toEqual(['12: fired Agent 1']);
  simulator().world.setAgent('1', { state: 'ready' });
  expect(await everyMinute(trigger, 15, 17)).toEqual(['15: resolved Agent 1']);
});

test('a poll about pauses takes one request per hundred agents', async () => {
  const trigger = poller(triggerAt(rocketChat, simulator()));
  await everyMinute(trigger, 0, 2);
  expect(
    simulator()
      .requests()
      .map((each) => each.function),
  ).toEqual(Array(3).fill('users/agent'));
});

test('a limit on busy agents also asks for the open chats', async () => {
  const rows = [{ states: ['busy'], minutes: 3, severity: 'warning' }];
  const trigger = poller(triggerAt(rocketChat, simulator(), { timeLimits: { rows } }));
  await everyMinute(trigger, 0, 0);
  simulator().world.setAgent('2', { state: 'busy' });
  expect(await everyMinute(trigger, 1, 5)).toEqual(['4: fired Agent 2']);
});

test('a change that needs the open chats is told from when they are asked for', async () => {
  const parameters = (from: string, to: string) => ({
    events: ['stateChange'],
    changes: { rows: [{ from: [from], to: [to] }] },
  });
  simulator().world.setAgent('2', { state: 'busy' });
  const coarse = poller(triggerAt(rocketChat, simulator(), parameters('paused', 'offline')));
  await everyMinute(coarse, 0, 1);
  const edited = poller(triggerAt(rocketChat, simulator(), parameters('ready', 'busy')));
  expect(await everyMinute(edited, 2, 3)).toEqual([]);
  simulator().world.setAgent('1', { state: 'busy' });
  expect(await everyMinute(edited, 4, 5)).toEqual(['4: changed Agent 1']);
});

test('reasons have limits of their own', async () => {
  const rows = [
    { states: ['paused'], minutes: 3, severity: 'warning' },
    { states: ['paused'], reasons: 'away', minutes: 6, severity: 'warning' },
  ];
  const trigger = poller(triggerAt(rocketChat, simulator(), { timeLimits: { rows } }));
  await everyMinute(trigger, 0, 0);
  simulator().world.setAgent('1', { state: 'paused' });
  simulator().world.setAgent('2', { state: 'paused', reason: 'away' });
  expect(await everyMinute(trigger, 1, 8)).toEqual(['4: fired Agent 1', '7: fired Agent 2']);
});

test('an agent who goes offline resolves as logged out', async () => {
  const trigger = poller(triggerAt(rocketChat, simulator()));
  await everyMinute(trigger, 0, 0);
  simulator().world.setAgent('1', { state: 'paused' });
  await everyMinute(trigger, 1, 11);
  simulator().world.setAgent('1', { state: 'offline' });
  jest.setSystemTime(at(12));
  const { items } = await trigger.poll();
  expect(items?.[0]).toMatchObject({ event: 'resolved', resolveReason: 'loggedOut' });
});

test('the rate limit is a bad poll, never an empty floor', async () => {
  const trigger = poller(triggerAt(rocketChat, simulator()));
  await everyMinute(trigger, 0, 0);
  simulator().world.setAgent('1', { state: 'paused' });
  await everyMinute(trigger, 1, 11);
  simulator().faults.set({ type: 'rateLimited429' });
  expect(await everyMinute(trigger, 12, 15)).toEqual([
    '14: Rocket.Chat takes no more requests for now',
  ]);
  simulator().faults.clear();
  expect(await everyMinute(trigger, 16, 17)).toEqual([]);
});

test('pages that do not make a whole fire nothing and resolve nothing', async () => {
  const trigger = poller(triggerAt(rocketChat, simulator()));
  await everyMinute(trigger, 0, 0);
  simulator().world.setAgent('1', { state: 'paused' });
  await everyMinute(trigger, 1, 11);
  simulator().faults.set({ type: 'totalLies' });
  expect(await everyMinute(trigger, 12, 13)).toEqual([]);
});

test('a refused token is reported at once and not sent again', async () => {
  const trigger = poller(triggerAt(rocketChat, simulator(), {}, { authToken: 'wrong' }));
  expect(await everyMinute(trigger, 0, 20)).toEqual([
    '0: Rocket.Chat does not accept the user ID or the token',
  ]);
  expect(simulator().requests()).toHaveLength(1);
});

test('Fetch Test Event shows a real agent and leaves nothing behind', async () => {
  simulator().world.setAgent('3', { state: 'paused' });
  const trigger = poller({ ...triggerAt(rocketChat, simulator()), mode: 'manual' });
  const { items } = await trigger.poll();
  expect(items).toHaveLength(1);
  expect(items?.[0]).toMatchObject({
    testEvent: true,
    matchingNow: 1,
    agent: { agentName: 'Agent 3', reason: 'not-available', vendor: 'rocketChat' },
  });
});
