import type { INodeProperties } from 'n8n-workflow';
import type { OperationChoice, OperationDefinition, Resources } from '../operation';

/**
 * The parameters of a vendor's node: resource, operation, and those of each operation, which are
 * shown for it alone.
 */
export function operationParameters<Given>(resources: Resources<Given>): INodeProperties[] {
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
    chooseFrom('agent', resources.agent, 'getLiveInfo'),
    chooseFrom('team', resources.team, 'getCounts'),
    ...resources.agent.flatMap((operation) => shownFor('agent', operation)),
    ...resources.team.flatMap((operation) => shownFor('team', operation)),
  ];
}

type Defined = Pick<OperationDefinition<never>, 'choice' | 'properties'>;

function chooseFrom(
  resource: string,
  operations: readonly Defined[],
  preset: string,
): INodeProperties {
  return {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [resource] } },
    options: operations.map(({ choice }) => choice).sort((a, b) => a.name.localeCompare(b.name)),
    default: preset,
  };
}

function shownFor(resource: string, { choice, properties }: Defined): INodeProperties[] {
  return properties.map((property) => ({
    ...property,
    displayOptions: {
      ...property.displayOptions,
      show: {
        resource: [resource],
        operation: [choice.value],
        ...property.displayOptions?.show,
      },
    },
  }));
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

/** Get Live Info and Get Activity, with what this vendor returns in them. */
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
