import { ContactCenterFailure } from '../../../nodes/shared/http/failure';
import type { AgentSnapshot } from '../../../nodes/shared/model/AgentSnapshot';
import type { Floor } from '../../../nodes/shared/model/Floor';
import { EMPTY_MEMORY, type Memory } from '../../../nodes/shared/trigger/memory';
import { readSetup } from '../../../nodes/shared/trigger/setup';
import { parameterReader } from '../../../nodes/shared/node/parameters/read';
import { takeTurn } from '../../../nodes/shared/trigger/turn';
import { agent, at, paused, words } from '../../support/floor';

const PARAMETERS: Record<string, unknown> = {
  events: ['stateTooLong'],
  'timeLimits.rows': [{ states: ['paused'], minutes: 1 }],
};

/** A trigger whose vendor answers what it is told to. */
function turns(confirms: () => Promise<boolean> = async () => true) {
  const setup = readSetup(
    parameterReader((name) => PARAMETERS[name]),
    'UTC',
  );
  let memory: Memory = EMPTY_MEMORY;
  const asked: string[] = [];
  const look = async (minute: number, agents: AgentSnapshot[]) => {
    const now = at(minute);
    const source: Floor = {
      id: 'test:server',
      hasRoster: false,
      agentKey: (id) => id,
      readFloor: async () => ({ agents, callsWaiting: null, observedAt: now }),
      confirmOffline: async (id) => {
        asked.push(id);
        return confirms();
      },
    };
    const turn = await takeTurn(setup, source, memory, now);
    memory = turn.memory;
    return words(turn.events);
  };
  return {
    look,
    asked,
    get memory() {
      return memory;
    },
  };
}

const two = [paused('1'), paused('2')];

test('an empty floor is believed after two more polls, two minutes and the vendor’s word', async () => {
  const { look, asked } = turns();
  await look(0, two);
  expect(await look(1, two)).toEqual(['fired 1', 'fired 2']);
  expect(await look(2, [])).toEqual([]);
  expect(await look(3, [])).toEqual([]);
  expect(asked).toEqual([]);
  expect(await look(4, [])).toEqual(['resolved 1 loggedOut', 'resolved 2 loggedOut']);
  expect(asked).toHaveLength(1);
});

test('the two minutes are counted in whole seconds', async () => {
  const { look, asked } = turns();
  await look(0, two);
  await look(1 + 0.999 / 60, []);
  await look(2, []);
  await look(3, []);
  expect(asked).toHaveLength(1);
});

test('when the floor is back, who was missing meanwhile has not been missing yet', async () => {
  const { look } = turns();
  await look(0, two);
  await look(1, two);
  await look(2, []);
  expect(await look(3, [paused('2')])).toEqual([]);
  expect(await look(4, [paused('2')])).toEqual(['resolved 1 loggedOut']);
});

test('without the vendor’s word the poll is a failed one, and each asks after another', async () => {
  const trigger = turns(async () => false);
  await trigger.look(0, two);
  for (const minute of [1, 2]) await trigger.look(minute, []);
  expect(trigger.memory.outage).toBeNull();
  for (const minute of [3, 4]) await trigger.look(minute, []);
  expect(trigger.memory.outage?.polls).toBe(2);
  expect(new Set(trigger.asked).size).toBe(2);
});

test('a vendor who does not answer that question gives no word either', async () => {
  const failing = turns(async () => {
    throw new ContactCenterFailure('timeout', 'VICIdial did not answer in time', 'Wait.');
  });
  await failing.look(0, two);
  for (const minute of [1, 2, 3, 4]) await failing.look(minute, []);
  expect(failing.memory.outage?.polls).toBe(2);
  expect(await failing.look(5, [agent('1', 'ready'), agent('2', 'ready')])).toEqual([]);
  expect(failing.memory.outage).toBeNull();
});

test('who is gone is gone since the first empty floor, however long it took to believe it', async () => {
  let word = false;
  const { look } = turns(async () => word);
  await look(0, two);
  await look(1, two);
  for (const minute of [2, 3, 4, 5, 6, 7, 8]) await look(minute, []);
  word = true;
  expect(await look(9, [])).toEqual(['resolved 1 loggedOut', 'resolved 2 loggedOut']);
});

test('who is gone after a long gap was not seen leaving', async () => {
  const { look } = turns();
  await look(0, two);
  await look(1, two);
  for (const minute of [30, 90]) await look(minute, []);
  expect(await look(150, [])).toEqual(['resolved 1 unseen', 'resolved 2 unseen']);
});
