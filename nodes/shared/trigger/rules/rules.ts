import { uniq } from 'lodash';
import { LOGGED_IN_STATES } from '../../model/AgentState';
import type { FloorWanted } from '../../model/Floor';
import type { StateChangeRule } from './changes';
import type { CountLimitRule } from './countLimits';
import type { StateTooLongRule } from './timeLimits';

/** All that a trigger watches agents and counts for. */
export interface Rules {
  limits: StateTooLongRule[];
  counts: CountLimitRule[];
  changes: StateChangeRule[];
}

/** What of a floor the rules need to know; nothing else is asked of the vendor. */
export function wantedBy({ limits, counts, changes }: Rules): FloorWanted {
  const sides = changes.flatMap(({ from, to }) => [from, to]);
  return {
    states: uniq([
      ...[...limits, ...counts].flatMap(({ states }) => states),
      ...sides.flatMap((side) => (side.length === 0 ? [...LOGGED_IN_STATES] : side)),
    ]),
    callsWaiting: counts.some(({ measure }) => measure === 'callsWaiting'),
  };
}
