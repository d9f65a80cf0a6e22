import { demoFloor } from './demo.mjs';
import { generatedFloor } from './generated.mjs';
import { recordedFloor } from './recorded.mjs';

/** @import { AgentSpec, Floor } from '../types.mjs' */

/** @typedef {'recorded' | 'demo' | { agents: number } | AgentSpec[] | Floor} FloorChoice */

/**
 * The floor a simulator starts with.
 *
 * @param {FloorChoice} choice
 * @param {number} seed
 * @param {number} start
 * @returns {Floor}
 */
export function resolveFloor(choice, seed, start) {
  if (Array.isArray(choice)) return { ...emptyFloor(start), agents: choice };
  if (choice === 'recorded') return recordedFloor(start);
  if (choice === 'demo') return demoFloor(seed, start);
  if (typeof choice === 'object') {
    const { agents } = choice;
    return typeof agents === 'number' ? generatedFloor(agents, seed, start) : { ...choice, agents };
  }
  throw new Error(
    `unknown floor ${String(choice)}: 'recorded', 'demo', { agents }, a list or a floor`,
  );
}

/**
 * The campaigns, groups and queues of the recordings, without anybody or any call in them.
 *
 * @param {number} start
 * @returns {Floor}
 */
function emptyFloor(start) {
  const { campaigns, groups, queues } = recordedFloor(start);
  return { agents: [], campaigns, groups, queues };
}
