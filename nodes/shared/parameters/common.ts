import type { INodeProperties } from 'n8n-workflow';
import { AGENT_STATES, type AgentState } from '../model/AgentState';

const STATE_OPTIONS: Record<AgentState, { name: string; description: string }> = {
  ready: { name: 'Ready', description: 'May be given work now' },
  busy: { name: 'Busy', description: 'Handling or being offered work' },
  wrapUp: { name: 'Wrap-Up', description: 'The contact is over, the agent is still at it' },
  paused: { name: 'Paused', description: 'Logged in, not taking work' },
  offline: { name: 'Offline', description: 'Not logged in' },
  unknown: { name: 'Unknown', description: 'A status of the vendor that is not known' },
};

/** The choice of agent states, for parameters that take several. */
export function stateOptions(states: readonly AgentState[] = AGENT_STATES) {
  return states
    .map((value) => ({ ...STATE_OPTIONS[value], value }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** n8n's own wording of Simplify. */
export const simplify: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Return All and Limit, as n8n's own nodes have them. */
export function returnAllOrLimit(show: Record<string, string[]>): INodeProperties[] {
  return [
    {
      displayName: 'Return All',
      name: 'returnAll',
      type: 'boolean',
      displayOptions: { show },
      default: true,
      description: 'Whether to return all results or only up to a given limit',
    },
    {
      displayName: 'Limit',
      name: 'limit',
      type: 'number',
      displayOptions: { show: { ...show, returnAll: [false] } },
      typeOptions: { minValue: 1 },
      default: 50,
      description: 'Max number of results to return',
    },
  ];
}

/** How long one request may take. */
export const requestTimeout: INodeProperties = {
  displayName: 'Request Timeout',
  name: 'requestTimeout',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: 300 },
  default: 10,
  description: 'How many seconds to wait for an answer of the server',
};
