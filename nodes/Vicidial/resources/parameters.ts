import type { INodeProperties } from 'n8n-workflow';
import { LOGGED_IN_STATES } from '../../shared/model/AgentState';
import { agentLocator, stateOptions } from '../../shared/node/parameters/common';

/** Which agents an operation is about: picked from the server, or typed. */
export const agentFilterOptions: INodeProperties[] = [
  {
    displayName: 'Campaign Names or IDs',
    name: 'campaigns',
    type: 'multiOptions',
    typeOptions: { loadOptionsMethod: 'getCampaigns' },
    default: [],
    description:
      'Only agents in these campaigns. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
  },
  {
    displayName: 'Campaigns by ID',
    name: 'campaignIds',
    type: 'string',
    default: '',
    placeholder: 'e.g. SALES, SUPPORT',
    description: 'Campaigns to add to those chosen from the list, separated by commas',
  },
  {
    displayName: 'States',
    name: 'states',
    type: 'multiOptions',
    options: stateOptions([...LOGGED_IN_STATES, 'unknown']),
    default: [],
    description: 'Only agents in these states',
  },
  {
    displayName: 'User Group Names or IDs',
    name: 'userGroups',
    type: 'multiOptions',
    typeOptions: { loadOptionsMethod: 'getUserGroups' },
    default: [],
    description:
      'Only agents in these user groups. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
  },
  {
    displayName: 'User Groups by ID',
    name: 'userGroupIds',
    type: 'string',
    default: '',
    placeholder: 'e.g. AGENTS, NIGHT',
    description: 'User groups to add to those chosen from the list, separated by commas',
  },
];

/** One agent of VICIdial: picked from those logged in, or typed. */
export function vicidialAgent(
  show: Record<string, string[]>,
  words: { required: boolean; description: string },
): INodeProperties {
  return agentLocator(show, {
    ...words,
    listName: 'Logged In Now',
    listHint: 'The list has agents who are logged in now. For others choose By ID.',
    hint: 'The user ID the agent logs in to VICIdial with',
    example: '1001',
  });
}
