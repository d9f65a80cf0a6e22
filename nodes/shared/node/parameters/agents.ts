import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
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

/** What differs between agent pickers. */
interface AgentLocatorWords {
  required: boolean;
  description: string;
  listName: string;
  /** Whom the list does not have, where it has not everybody. */
  listHint?: string;
  hint: string;
  example: string;
}

/** One agent: picked from a list of the server, or typed. */
export function agentLocator(words: AgentLocatorWords): INodeProperties {
  return {
    displayName: 'Agent',
    name: 'agent',
    type: 'resourceLocator',
    default: { mode: 'list', value: '' },
    required: words.required,
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

/** By what agents are counted: everyone together, or an item per group. */
export function groupBy(options: INodePropertyOptions[]): INodeProperties {
  return {
    displayName: 'Group By',
    name: 'groupBy',
    type: 'options',
    noDataExpression: true,
    options,
    default: 'everyone',
  };
}

/** What differs between filters by the IDs of groups that agents are in. */
interface GroupFilterWords {
  /** The field with the list, and the method that reads it from the server. */
  list: { displayName: string; name: string; method: string };
  /** The field in which IDs are typed. */
  typed: { displayName: string; name: string; placeholder: string };
  /** Which agents pass, for example "Only agents in these campaigns". */
  only: string;
  /** What is added by typing, for example "Campaigns". */
  added: string;
}

/** Groups of agents: picked from a list of the server, and typed. */
export function groupFilter({ list, typed, only, added }: GroupFilterWords): INodeProperties[] {
  return [
    {
      displayName: list.displayName,
      name: list.name,
      type: 'multiOptions',
      typeOptions: { loadOptionsMethod: list.method },
      default: [],
      description: `${only}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
    },
    {
      displayName: typed.displayName,
      name: typed.name,
      type: 'string',
      default: '',
      placeholder: typed.placeholder,
      description: `${added} to add to those chosen from the list, separated by commas`,
    },
  ];
}

/** A filter by the states that agents can be in. */
export function statesFilter(states: readonly AgentState[]): INodeProperties {
  return {
    displayName: 'States',
    name: 'states',
    type: 'multiOptions',
    options: stateOptions(states),
    default: [],
    description: 'Only agents in these states',
  };
}
