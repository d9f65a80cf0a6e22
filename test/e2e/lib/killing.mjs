import assert from 'node:assert/strict';
import { assertTrue, pausesOf } from './truth.mjs';
import { eventually, pass } from './wait.mjs';
import { POLLS, Watch } from './watchers.mjs';
import { LIMIT_MINUTES } from './workflows.mjs';

/** @typedef {import('./stage.mjs').Simulator} Simulator */

/** Who does what; all of them are on the recorded floor. */
const AGENTS = {
  throughout: '1001',
  backWhileDown: '1002',
  pending: '1003',
  pausedWhileDown: '1004',
  overBefore: '1007',
  short: '1009',
  cutOff: '1012',
};

/** An answer that comes after the kill, whenever that is. */
const HELD_BACK_MS = 60_000;

/**
 * Kills n8n between two polls, while agents pause, come back and are alerted, and then while it
 * waits for the vendors' answers. In the end what was told must be what happened, by the
 * simulator's own log.
 * @param {import('./stage.mjs').Stage} stage
 * @param {{keepsClocks: boolean}} expected whether a new process goes on with what the trigger
 *   itself has timed
 */
export async function survivesKills(stage, { keepsClocks }) {
  const simulator = await stage.simulate();
  resume(simulator, ...simulator.world.signedIn().map(({ id }) => id));
  const watch = await Watch.begin(stage, simulator);
  await everydayLife(watch);
  await watch.change();
  await killBetweenPolls(watch, keepsClocks);
  await killInMidPoll(watch);
  resume(simulator, ...Object.values(AGENTS));
  await watch.haveTold('resolved', AGENTS.pending, AGENTS.pausedWhileDown, AGENTS.cutOff);
  await pass(12);
  for (const [what, id] of Object.entries(AGENTS)) {
    const pauses = pausesOf(simulator, id);
    for (const ledger of watch.ledgers) {
      const told = await ledger.told(simulator.world.agent(id)?.name);
      assertTrue(`${ledger.title}: ${what}`, told, pauses, LIMIT_MINUTES * 60_000);
    }
  }
}

/** @param {Watch} watch */
async function everydayLife(watch) {
  const { simulator } = watch;
  const { throughout, backWhileDown, overBefore, short } = AGENTS;
  pause(simulator, throughout, backWhileDown, overBefore, short);
  await pass(4);
  resume(simulator, short);
  await watch.haveTold('fired', throughout, backWhileDown, overBefore);
  resume(simulator, overBefore);
  await watch.haveTold('resolved', overBefore);
}

/**
 * @param {Watch} watch
 * @param {boolean} keepsClocks
 */
async function killBetweenPolls(watch, keepsClocks) {
  const { simulator } = watch;
  await secondsAfterPoll(7);
  pause(simulator, AGENTS.pending);
  await secondsAfterPoll(5);
  await watch.stage.kill();
  const killedAt = Date.now();
  resume(simulator, AGENTS.backWhileDown);
  pause(simulator, AGENTS.pausedWhileDown);
  await watch.revive();
  await watch.haveTold('resolved', AGENTS.backWhileDown);
  await watch.haveTold('fired', AGENTS.pending, AGENTS.pausedWhileDown);

  const [own, vendors] = await watch.lastOf(AGENTS.pending);
  assert.equal(Date.parse(own?.item.since) < killedAt, keepsClocks, 'what the trigger timed');
  assert.ok(Date.parse(vendors?.item.since) < killedAt, 'what the vendor tells');
}

/** @param {Watch} watch */
async function killInMidPoll(watch) {
  const { simulator } = watch;
  // Polls see it after 1 and 11 seconds, and the one after 21 finds it too long: that one is held.
  await secondsAfterPoll(9);
  pause(simulator, AGENTS.cutOff);
  await pass(16);
  simulator.clearRequests();
  simulator.faults.set({ type: 'delay', ms: HELD_BACK_MS });
  resume(simulator, AGENTS.throughout);
  await eventually('polls', 12, async () => simulator.requests().length >= POLLS);
  for (const told of await watch.lastOf(AGENTS.cutOff)) assert.equal(told, undefined);
  for (const told of await watch.lastOf(AGENTS.throughout)) assert.equal(told?.item.event, 'fired');
  await watch.stage.kill();
  simulator.faults.clear();
  await watch.revive();
  await watch.haveTold('resolved', AGENTS.throughout);
  await watch.haveTold('fired', AGENTS.cutOff);
}

/**
 * @param {Simulator} simulator
 * @param {string[]} ids
 */
function pause({ world }, ...ids) {
  for (const id of ids) world.setAgent(id, { state: 'paused', reason: 'BREAK' });
}

/**
 * @param {Simulator} simulator
 * @param {string[]} ids
 */
function resume({ world }, ...ids) {
  for (const id of ids) world.setAgent(id, { state: 'ready' });
}

/**
 * Waits until the last poll is so long ago: n8n polls here at every full ten seconds.
 * @param {number} seconds
 */
async function secondsAfterPoll(seconds) {
  const now = (Date.now() / 1000) % 10;
  await pass(seconds >= now ? seconds - now : seconds - now + 10);
}
