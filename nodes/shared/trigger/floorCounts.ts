import type { IDataObject } from 'n8n-workflow';
import { omit } from 'lodash';
import { countAgents } from '../model/AgentCounts';
import { LOGGED_IN_STATES } from '../model/AgentState';
import type { FloorWanted } from '../model/Floor';
import type { Observation, Watch } from './context';

/**
 * The counts of the agents in scope. States that no rule asked for are null: a vendor may not tell
 * them apart without further requests.
 */
export function floorCounts(
  { agents, callsWaiting }: Observation,
  { inScope }: Pick<Watch, 'inScope'>,
  { states }: FloorWanted,
  hasRoster: boolean,
): IDataObject {
  const all = countAgents([...agents.values()].filter(inScope), hasRoster);
  const untold = LOGGED_IN_STATES.filter((state) => !states.includes(state));
  return {
    ...omit(all, ['vendor']),
    ...Object.fromEntries(untold.map((state) => [state, null])),
    ...(states.includes('paused') ? {} : { percentPaused: null }),
    callsWaiting,
  };
}
