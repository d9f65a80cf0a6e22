import { takeOverClock } from '../support/clock';
import { controlledFloor, triggerNode } from '../support/controlledFloor';
import { agent, at, paused, since, T0 } from '../support/floor';
import {
  startN8n,
  stored,
  toldBy,
  type Database,
  type Regime,
  type SimulatedN8n,
} from '../support/regimes';

beforeEach(() => takeOverClock(T0));
afterEach(() => jest.useRealTimers());

/**
 * The story that every regime plays: from when to when each agent pauses, in minutes. Ten are too
 * long, and n8n polls each minute. Something happens to n8n between the polls at 45 and 46, when
 * nothing has been told for a quarter of an hour.
 */
const PAUSES: [agent: string, from: number, to: number][] = [
  ['1001', 2, 60],
  ['1002', 40, 60],
  ['1003', 17, 45.5],
  ['1004', 45.5, 60],
  ['1005', 18, 60],
  ['1006', 3, 20],
];

/** When the workflow was exported: 1006 was firing, 1003 and 1005 were not paused yet. */
const EXPORTED_AT = 16;

/** Something that happens to n8n, and the poll at 46. */
type Happening = (n8n: SimulatedN8n, exported: Database) => Promise<void>;

/** What is told from then on: where the trigger times pauses itself, and where the vendor does. */
interface Outcome {
  observed: string[];
  dated: string[];
}

const BEFORE = [
  '12: fired 1001',
  '13: fired 1006',
  '20: resolved 1006 leftState',
  '27: fired 1003',
  '28: fired 1005',
];
const over = (...agents: string[]) => agents.map((id) => `60: resolved ${id} leftState`);
const allOver = over('1001', '1002', '1004', '1005');

const everything = ['46: resolved 1003 leftState', '50: fired 1002', '56: fired 1004', ...allOver];
const EVERYTHING: Outcome = { observed: everything, dated: everything };

/** Alerts as of the last execution: none twice, none lost; the trigger's own clocks begin anew. */
const CLOCKS_ANEW: Outcome = {
  observed: ['46: resolved 1003 unseen', '56: fired 1002', '56: fired 1004', ...allOver],
  dated: ['46: resolved 1003 unseen', '50: fired 1002', '56: fired 1004', ...allOver],
};

/** Nothing is remembered: who fires already is told again when the trigger has timed it itself. */
const FORGOTTEN: Outcome = {
  observed: ['1001', '1002', '1004', '1005'].map((id) => `56: fired ${id}`).concat(allOver),
  dated: ['50: fired 1002', '56: fired 1004', ...over('1002', '1004')],
};

/** Told since the export, told again: 1006's end, 1005. Never told: the end of 1003. */
const OLD_EXPORT: Outcome = {
  observed: [
    '46: resolved 1006 unseen',
    '56: fired 1002',
    '56: fired 1004',
    '56: fired 1005',
    ...allOver,
  ],
  dated: [
    '46: resolved 1006 unseen',
    '46: fired 1005',
    '50: fired 1002',
    '56: fired 1004',
    ...allOver,
  ],
};

const nothing: Happening = (n8n) => n8n.poll(46);
const newProcess: Happening = (n8n) => n8n.start(46);
const published: Happening = (n8n) => n8n.publish(46);

const renamed =
  (then: Happening): Happening =>
  (n8n, exported) => {
    n8n.database.nodes = n8n.database.nodes.map((node) => ({ ...node, name: 'Renamed' }));
    return then(n8n, exported);
  };
const copied: Happening = (n8n) => {
  Object.assign(n8n.database, { workflowId: 'workflow-2', cursors: {} });
  return n8n.publish(46);
};
const imported =
  (then: Happening): Happening =>
  (n8n, exported) => {
    n8n.database.staticData = exported.staticData;
    return then(n8n, exported);
  };
const renamedAndRestarted = renamed(async (n8n) => {
  await n8n.publish(45.75);
  await n8n.start(46);
});

const REGIMES: [what: string, by: Regime, happens: Happening, outcome: Outcome][] = [
  ['the classic poller', 'classic', nothing, EVERYTHING],
  ['the classic poller, a new process', 'classic', newProcess, CLOCKS_ANEW],
  ['a republished workflow', 'classic', published, EVERYTHING],
  ['a renamed node, published', 'classic', renamed(published), EVERYTHING],
  ['a node renamed while n8n was down', 'classic', renamed(newProcess), FORGOTTEN],
  ['a copied workflow', 'classic', copied, FORGOTTEN],
  ['an old export over its own workflow', 'classic', imported(published), EVERYTHING],
  ['an old export while n8n was down', 'classic', imported(newProcess), OLD_EXPORT],
  ['the durable scheduler', 'durable', nothing, EVERYTHING],
  ['the durable scheduler, a new process', 'durable', newProcess, CLOCKS_ANEW],
  ['the durable scheduler, republished', 'durable', published, EVERYTHING],
  ['the durable scheduler, a renamed node', 'durable', renamed(published), EVERYTHING],
  ['durable cursors', 'durableCursors', nothing, EVERYTHING],
  ['durable cursors, a new process', 'durableCursors', newProcess, EVERYTHING],
  ['durable cursors, republished', 'durableCursors', published, EVERYTHING],
  ['durable cursors, renamed while down', 'durableCursors', renamed(newProcess), EVERYTHING],
  ['durable cursors, a copied workflow', 'durableCursors', copied, FORGOTTEN],
  ['durable cursors switched on', 'classic', (n8n) => n8n.start(46, 'durableCursors'), CLOCKS_ANEW],
  ['durable cursors switched off', 'durableCursors', (n8n) => n8n.start(46, 'durable'), EVERYTHING],
  ['back to the classic poller', 'durableCursors', (n8n) => n8n.start(46, 'classic'), EVERYTHING],
];

async function play(regime: Regime, happens: Happening, dated: boolean) {
  const floor = controlledFloor(...PAUSES.map(([id]) => agent(id, 'ready')));
  const move = (minute: number) => {
    for (const [id, from, to] of PAUSES) {
      if (minute === from) floor.set(paused(id, null, dated ? since(at(from)) : {}));
      if (minute === to) floor.set(agent(id, 'ready'));
    }
  };
  const n8n = await startN8n(regime, floor, triggerNode('node-1', 'Trigger'));
  await n8n.publish(0);
  let exported = stored(n8n.database);
  for (let minute = 1; minute <= 62; minute += 1) {
    move(minute);
    if (minute === 46) {
      move(45.5);
      await happens(n8n, exported);
    } else {
      await n8n.poll(minute);
    }
    if (minute === EXPORTED_AT) exported = stored(n8n.database);
  }
  return n8n;
}

describe.each(REGIMES)('%s', (_what, regime, happens, outcome) => {
  test.each(['observed', 'dated'] as const)('with %s pauses', async (kind) => {
    const told = toldBy(await play(regime, happens, kind === 'dated'));
    expect(told).toEqual([...BEFORE, ...outcome[kind]]);
  });
});

test('a node renamed and published is remembered under its new name by a new process', async () => {
  const told = toldBy(await play('classic', renamedAndRestarted, false));
  expect(told).toEqual([
    ...BEFORE,
    '45.75: resolved 1003 leftState',
    '50: fired 1002',
    '56: fired 1004',
    ...allOver,
  ]);
});

test('what is told again after an old export has the alertKey of the first time', async () => {
  const { told } = await play('classic', imported(newProcess), true);
  const of1005 = told.map(({ item }) => item).filter(({ agent: who }) => idOf(who) === '1005');
  expect(of1005.map(({ event }) => event)).toEqual(['fired', 'fired', 'resolved']);
  expect(new Set(of1005.map(({ alertKey }) => alertKey)).size).toBe(1);
  expect(new Set(of1005.map(({ alertId }) => alertId)).size).toBe(1);
});

test('after quiet hours a new process knows what fires, and tells its end', async () => {
  const floor = controlledFloor(agent('1001', 'ready'), agent('1002', 'ready'));
  const n8n = await startN8n('classic', floor, triggerNode('node-1', 'Trigger'));
  await n8n.publish(0);
  floor.set(paused('1001'), paused('1002'));
  await n8n.pollEveryMinute(1, 8 * 60);
  floor.set(agent('1002', 'ready'));
  await n8n.start(8 * 60 + 1);
  await n8n.pollEveryMinute(8 * 60 + 2, 8 * 60 + 20);
  floor.set(agent('1001', 'ready'));
  await n8n.poll(8 * 60 + 21);
  expect(toldBy(n8n)).toEqual([
    '11: fired 1001',
    '11: fired 1002',
    '481: resolved 1002 unseen',
    '501: resolved 1001 leftState',
  ]);
});

const idOf = (who: unknown): unknown => Reflect.get(Object(who), 'agentId');
