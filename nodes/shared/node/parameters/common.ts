import type { INodeProperties } from 'n8n-workflow';
import { AGENT_STATES, type AgentState } from '../../model/AgentState';

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

/** The most that Request Timeout may say. */
export const LONGEST_TIMEOUT_SECONDS = 300;

/** How long one request may take. */
export const requestTimeout: INodeProperties = {
  displayName: 'Request Timeout',
  name: 'requestTimeout',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: LONGEST_TIMEOUT_SECONDS },
  default: 10,
  description: 'How many seconds to wait for an answer of the server',
};

/** What differs between agent pickers. */
export interface AgentLocatorWords {
  required: boolean;
  description: string;
  listName: string;
  /** Whom the list does not have, where it has not everybody. */
  listHint?: string;
  hint: string;
  example: string;
}

/** One agent: picked from a list of the server, or typed. */
export function agentLocator(
  show: Record<string, string[]>,
  words: AgentLocatorWords,
): INodeProperties {
  return {
    displayName: 'Agent',
    name: 'agent',
    type: 'resourceLocator',
    default: { mode: 'list', value: '' },
    required: words.required,
    displayOptions: { show },
    description: words.description,
    hint: words.listHint,
    modes: [
      {
        displayName: words.listName,
        name: 'list',
        type: 'list',
        placeholder: 'Select an agent…',
        typeOptions: { searchListMethod: 'searchAgents', searchable: true },
      },
      {
        displayName: 'By ID',
        name: 'id',
        type: 'string',
        placeholder: `e.g. ${words.example}`,
        hint: words.hint,
      },
    ],
  };
}

/** From and To of an operation about a time window: today until now. */
export function timeWindow(show: Record<string, string[]>): INodeProperties[] {
  return [
    {
      displayName: 'From',
      name: 'from',
      type: 'dateTime',
      default: '={{ $today }}',
      required: true,
      displayOptions: { show },
      description:
        'When the time window begins. Without an offset it is in the time zone of the workflow.',
    },
    {
      displayName: 'To',
      name: 'to',
      type: 'dateTime',
      default: '={{ $now }}',
      required: true,
      displayOptions: { show },
      description: 'When the time window ends',
    },
  ];
}
