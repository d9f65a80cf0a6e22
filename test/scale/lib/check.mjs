import assert from 'node:assert/strict';
import { assertTrue, pausesOf } from '../../e2e/lib/truth.mjs';
import { membersOf } from './floor.mjs';
import { RUSH } from './kinds.mjs';
import { TEAM } from './receiver.mjs';
import { courseOf } from './watchers.mjs';

/** @typedef {import('./watchers.mjs').Watcher} Watcher */
/** @typedef {import('../../e2e/lib/truth.mjs').Pause} Pause */
/** @typedef {import('../../e2e/lib/truth.mjs').Told} Told */
/** @typedef {import('../../simulator/types.mjs').TruthEntry} TruthEntry */

/**
 * What a trigger told, against what it had to tell.
 * @typedef {object} Verdict
 * @property {number} told
 * @property {number} expected
 * @property {Error[]} wrong
 */

/**
 * Holds all that was received against the simulator's own log: each alert told once while it
 * lasted, and once when it was over, and nothing else.
 * @param {object} stage
 * @param {Watcher[]} stage.watchers
 * @param {import('./receiver.mjs').Receiver} stage.receiver
 * @param {import('./sizes.mjs').Size} stage.size
 * @param {TruthEntry[]} truth
 * @returns {Verdict[]} in the watchers' order
 */
export function judge({ watchers, receiver, size }, truth) {
  const pauses = pausesByAgent(truth);
  const limitMs = size.limitMinutes * 60_000;
  return watchers.map((watcher) => {
    const { index, kind, title } = watcher;
    const all = receiver.toldBy(index);
    const due = kind.ofTeam
      ? [{ about: TEAM, lasted: rushes(membersOf(index).flatMap((id) => pauses.get(id) ?? [])) }]
      : [...watcher.agents].map((id) => ({ about: id, lasted: concerning(watcher, id, pauses) }));
    const verdict = { told: all.length, expected: 0, wrong: /** @type {Error[]} */ ([]) };
    let looked = 0;
    for (const { about, lasted } of due) {
      const told = receiver.told(index, about);
      looked += told.length;
      const changes = kind.course[0] === 'changed';
      const tooLong = lasted.filter(({ from, to }) => changes || to - from >= limitMs);
      verdict.expected += tooLong.length * kind.course.length;
      attempt(verdict, () => {
        if (changes) assertChanges(`${title}: ${about}`, told, tooLong);
        else assertTrue(`${title}: ${about}`, told, lasted, limitMs, kind.course);
      });
    }
    attempt(verdict, () => assert.equal(all.length - looked, 0, `${title}: told of others`));
    attempt(verdict, () => assert.ok(verdict.expected > 0, `${title}: nothing to tell`));
    return verdict;
  });
}

/**
 * @param {Verdict} verdict
 * @param {() => void} assertion
 */
function attempt({ wrong }, assertion) {
  try {
    assertion();
  } catch (error) {
    wrong.push(/** @type {Error} */ (error));
  }
}

/**
 * @param {TruthEntry[]} truth
 * @returns {Map<string, Pause[]>}
 */
function pausesByAgent(truth) {
  /** @type {Map<string, TruthEntry[]>} */
  const entries = new Map();
  for (const entry of truth) {
    const own = entries.get(entry.agentId) ?? [];
    entries.set(entry.agentId, own);
    own.push(entry);
  }
  return new Map([...entries].map(([id, own]) => [id, pausesOf({ truth: () => own }, id)]));
}

/**
 * @param {Watcher} watcher
 * @param {string} id
 * @param {Map<string, Pause[]>} pauses
 */
const concerning = (watcher, id, pauses) =>
  (pauses.get(id) ?? []).filter(({ reason }) => courseOf(watcher, reason).length > 0);

/**
 * @param {Pause[]} pauses of a team
 * @returns {Pause[]} when too many of them were paused
 */
function rushes(pauses) {
  const steps = pauses.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    { at: to, by: -1 },
  ]);
  steps.sort((one, other) => one.at - other.at || one.by - other.by);
  /** @type {Pause[]} */
  const found = [];
  let paused = 0;
  for (const { at, by } of steps) {
    paused += by;
    if (by > 0 && paused === RUSH) found.push({ from: at, to: Infinity, reason: null });
    if (by < 0 && paused === RUSH - 1) Object.assign(found.at(-1) ?? {}, { to: at });
  }
  return found;
}

/**
 * @param {string} who
 * @param {readonly Told[]} told
 * @param {Pause[]} pauses
 */
function assertChanges(who, told, pauses) {
  const seen = told.map(({ item }) => [item.event, item.change.from === 'paused']);
  const expected = pauses.flatMap(() => [
    ['changed', false],
    ['changed', true],
  ]);
  assert.deepEqual(seen, expected, who);
  pauses.forEach(({ from, to }, index) => {
    const [begun, ended] = told.slice(2 * index);
    assert.ok(begun && begun.startedAt >= from && begun.startedAt <= to, `${who}: begun`);
    assert.ok(ended && ended.startedAt >= to, `${who}: ended`);
  });
}
