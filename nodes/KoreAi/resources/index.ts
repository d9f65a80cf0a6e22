import type { INodeProperties } from 'n8n-workflow';
import type { OperationTable } from '../../shared/operations';
import type { Operation } from '../operation';
import * as getActivity from './agent/getActivity';
import * as getLiveInfo from './agent/getLiveInfo';
import * as getStatus from './agent/getStatus';
import * as getCounts from './team/getCounts';

/** What each operation of each resource runs. */
export const operations: OperationTable<Operation> = {
  agent: {
    getActivity: getActivity.execute,
    getLiveInfo: getLiveInfo.execute,
    getStatus: getStatus.execute,
  },
  team: { getCounts: getCounts.execute },
};

/** Resource, operation, and the parameters of each. */
export const properties: INodeProperties[] = [
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
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: ['agent'] } },
    options: [
      {
        name: 'Get Activity',
        value: 'getActivity',
        description: 'What agents did in a time window: each status with its times, and totals',
        action: 'Get activity of agents',
      },
      {
        name: 'Get Live Info',
        value: 'getLiveInfo',
        description: 'Every agent now, those who are offline included',
        action: 'Get live info of all agents',
      },
      {
        name: 'Get Status',
        value: 'getStatus',
        description: 'What one agent is doing now, and since when',
        action: 'Get status of an agent',
      },
    ],
    default: 'getLiveInfo',
  },
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: ['team'] } },
    options: [
      {
        name: 'Get Counts',
        value: 'getCounts',
        description: 'How many agents are in each state',
        action: 'Get counts of a team',
      },
    ],
    default: 'getCounts',
  },
  ...getActivity.description,
  ...getLiveInfo.description,
  ...getStatus.description,
  ...getCounts.description,
];
