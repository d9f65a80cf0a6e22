import { createRandom } from '../random.mjs';

/** @import { AgentSpec, Campaign, Floor, State, SubState } from '../types.mjs' */

/** @type {Campaign[]} */
const CAMPAIGNS = [
  { id: 'SALES', name: 'Sales', active: true, direction: 'outbound', queues: ['SALESLINE'] },
  { id: 'SUPPORT', name: 'Support', active: true, direction: 'inbound', queues: ['SUPPORTQ'] },
];

/**
 * How a hundred agents are spread over the states.
 * @type {[number, State, SubState, string | null][]}
 */
const SPREAD = [
  [38, 'busy', null, null],
  [2, 'busy', 'dialing', null],
  [30, 'ready', null, null],
  [8, 'wrapUp', null, null],
  [2, 'wrapUp', 'hungUp', null],
  [8, 'paused', null, 'BREAK'],
  [5, 'paused', null, 'LUNCH'],
  [2, 'paused', null, ''],
  [5, 'offline', null, null],
];

/**
 * As many agents as wanted, spread over the states by the seed.
 *
 * @param {number} count
 * @param {number} seed
 * @param {number} start
 * @returns {Floor}
 */
export function generatedFloor(count, seed, start) {
  const random = createRandom(seed, 'floor');
  return {
    agents: Array.from({ length: count }, (_, index) => generatedAgent(index, random, start)),
    campaigns: CAMPAIGNS,
    groups: ['AGENTS', 'NIGHT', 'ADMIN'],
    queues: [
      { id: 'SALESLINE', name: 'Sales Line' },
      { id: 'SUPPORTQ', name: 'Support Queue' },
    ],
  };
}

/**
 * @param {number} index
 * @param {import('../random.mjs').Random} random
 * @param {number} start
 * @returns {AgentSpec}
 */
function generatedAgent(index, random, start) {
  const campaign = random.pick(CAMPAIGNS);
  const [, state, subState, reason] = stateAt(random.between(0, 99));
  return {
    id: String(10001 + index),
    name: `Agent ${index + 1}`,
    campaign: campaign.id,
    group: random.next() < 0.8 ? 'AGENTS' : 'NIGHT',
    queues: [...campaign.queues],
    state,
    subState,
    reason,
    since: start - random.between(0, 300) * 1000,
    callsToday: random.between(0, 60),
  };
}

/** @param {number} share   0 to 99 */
function stateAt(share) {
  let rest = share;
  for (const row of SPREAD) {
    if (rest < row[0]) return row;
    rest -= row[0];
  }
  throw new Error('the spread does not add up to 100');
}
