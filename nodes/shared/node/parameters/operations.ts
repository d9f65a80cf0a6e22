import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { requestTimeout } from './common';

/** An operation as the user chooses it; `action` is what the node creator lists. */
export type OperationChoice = Required<
  Pick<INodePropertyOptions, 'name' | 'value' | 'description' | 'action'>
>;

/** The resources and their operations: every vendor has agents and a team. */
export function chooseOperation(
  agent: readonly OperationChoice[],
  team: readonly OperationChoice[],
): INodeProperties[] {
  return [
    {
      displayName: 'Resource',
      name: 'resource',
      type: 'options',
      noDataExpression: true,
      options: [
        { name: 'Agent', value: 'agent' },
        { name: 'Team', value: 'team' },
      ],
      default: 'agent',
    },
    operationsOf('agent', agent, 'getLiveInfo'),
    operationsOf('team', team, 'getCounts'),
  ];
}

function operationsOf(
  resource: string,
  choices: readonly OperationChoice[],
  preset: string,
): INodeProperties {
  return {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [resource] } },
    options: [...choices].sort((a, b) => a.name.localeCompare(b.name)),
    default: preset,
  };
}

/** The words for an operation that means the same with every vendor. */
export const GET_STATUS: OperationChoice = {
  name: 'Get Status',
  value: 'getStatus',
  description: 'What one agent is doing now',
  action: 'Get status of an agent',
};

export const GET_COUNTS: OperationChoice = {
  name: 'Get Counts',
  value: 'getCounts',
  description: 'How many agents are in each state',
  action: 'Get counts of a team',
};

/** Get Live Info and Get Activity, with what this vendor tells in them. */
export const getLiveInfo = (description: string): OperationChoice => ({
  name: 'Get Live Info',
  value: 'getLiveInfo',
  description,
  action: 'Get live info of all agents',
});

export const getActivity = (description: string): OperationChoice => ({
  name: 'Get Activity',
  value: 'getActivity',
  description,
  action: 'Get activity of agents',
});

/** Options of an operation, the request timeout among them. */
export function operationOptions(
  show: Record<string, string[]>,
  options: readonly INodeProperties[] = [],
): INodeProperties {
  return {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show },
    options: [...options, requestTimeout].sort((a, b) =>
      a.displayName.localeCompare(b.displayName),
    ),
  };
}
