import { judge } from '../../scale/lib/check.mjs';
import { membersOf } from '../../scale/lib/floor.mjs';
import { TEAM } from '../../scale/lib/receiver.mjs';
import { FULL } from '../../scale/lib/sizes.mjs';
import { watchersOf } from '../../scale/lib/watchers.mjs';

/** The scale test's own judgement: a wrong one would let a lost alert pass. */

const MINUTE = 60_000;
const ID = '10021';

/** @param {string} kind */
function watcherOf(kind) {
  const watcher = watchersOf(100).find(({ title }) => title.endsWith(kind));
  if (!watcher) throw new Error(`no ${kind}`);
  return watcher;
}

/**
 * @param {string} id
 * @param {number} from minutes
 * @param {number} to
 * @param {string} [reason]
 */
const pause = (id, from, to, reason = 'BREAK') => [
  { at: from * MINUTE, agentId: id, from: 'ready', to: 'paused', reason },
  { at: to * MINUTE, agentId: id, from: 'paused', to: 'ready', reason: null },
];

/**
 * @param {number} minutes
 * @param {string} event
 * @param {object} [more]
 */
const told = (minutes, event, more) => ({
  startedAt: minutes * MINUTE,
  item: { event, alertId: 'one', ...more },
});

/**
 * @param {import('../../scale/lib/watchers.mjs').Watcher} watcher
 * @param {any[]} truth
 * @param {Record<string, any[]>} received by agent
 */
function verdict(watcher, truth, received) {
  const receiver = {
    told: (/** @type {number} */ _, /** @type {string} */ about) => received[about] ?? [],
    toldBy: () => Object.values(received).flat(),
  };
  const stage = { watchers: [watcher], receiver, size: FULL };
  const [found] = judge(/** @type {any} */ (stage), truth);
  return found?.wrong.length;
}

describe('a pause too long', () => {
  const watcher = watcherOf('VICIdial pause');
  const [id = ''] = watcher.agents;
  const truth = [...pause(id, 1, 4), ...pause(id, 6, 6.2)];

  it.each([
    ['told once, and its end once', [told(2, 'fired'), told(5, 'resolved')], 0],
    ['never told', [], 1],
    ['without an end', [told(2, 'fired')], 1],
    ['told twice', [told(2, 'fired'), told(3, 'fired'), told(5, 'resolved')], 1],
    ['its end told twice', [told(2, 'fired'), told(5, 'resolved'), told(6, 'resolved')], 1],
    ['told before it was too long', [told(1.5, 'fired'), told(5, 'resolved')], 1],
    ['told when it was over', [told(4.5, 'fired'), told(5, 'resolved')], 1],
    ['its end told too early', [told(2, 'fired'), told(3, 'resolved')], 1],
    ['its end told of another', [told(2, 'fired'), told(5, 'resolved', { alertId: 'other' })], 1],
  ])('%s', (_, received, wrong) => {
    expect(verdict(watcher, truth, { [id]: received })).toBe(wrong);
  });

  it('is not told of somebody who is not watched', () => {
    const received = { [id]: [told(2, 'fired'), told(5, 'resolved')], [ID]: [told(2, 'fired')] };
    expect(verdict(watcher, truth, received)).toBe(1);
  });

  it('must have happened', () => {
    expect(verdict(watcher, [], {})).toBe(1);
  });
});

it('leaves out the code that is always all right', () => {
  const watcher = watcherOf('VICIdial codes');
  const [id = '', other = ''] = watcher.agents;
  const truth = [...pause(id, 1, 4, 'LUNCH'), ...pause(other, 1, 4)];
  const right = { [other]: [told(2, 'fired'), told(5, 'resolved')] };
  expect(verdict(watcher, truth, right)).toBe(0);
  expect(verdict(watcher, truth, { ...right, [id]: [told(2, 'fired')] })).toBe(1);
});

it('knows when too many of a team are paused', () => {
  const watcher = watcherOf('VICIdial count');
  const ids = membersOf(watcher.index).slice(0, 6);
  const truth = ids.flatMap((id, index) => pause(id, 1, 4 + index));
  truth.sort((one, other) => one.at - other.at);
  expect(verdict(watcher, truth, { [TEAM]: [told(2, 'fired'), told(4.5, 'resolved')] })).toBe(0);
  expect(verdict(watcher, truth, { [TEAM]: [told(2, 'fired'), told(3.5, 'resolved')] })).toBe(1);
  expect(
    verdict(
      watcher,
      truth.filter(({ agentId }) => agentId !== ids[0]),
      {},
    ),
  ).toBe(1);
});

it('knows the severities and the changes', () => {
  const severities = watcherOf('VICIdial severities');
  const [id = ''] = severities.agents;
  const steps = [told(2, 'fired'), told(3, 'escalated'), told(5, 'resolved')];
  expect(verdict(severities, pause(id, 1, 4), { [id]: steps })).toBe(0);
  expect(verdict(severities, pause(id, 1, 4), { [id]: steps.filter((_, at) => at !== 1) })).toBe(1);

  const changes = watcherOf('VICIdial changes');
  const [who = ''] = changes.agents;
  const begun = told(1.1, 'changed', { change: { from: 'ready', to: 'paused' } });
  const ended = told(4.1, 'changed', { change: { from: 'paused', to: 'ready' } });
  expect(verdict(changes, pause(who, 1, 4), { [who]: [begun, ended] })).toBe(0);
  expect(verdict(changes, pause(who, 1, 4), { [who]: [begun] })).toBe(1);
  expect(verdict(changes, pause(who, 1, 4), { [who]: [ended, begun] })).toBe(1);
});
