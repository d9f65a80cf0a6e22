import type { INodeProperties } from 'n8n-workflow';
import { LOGGED_IN_STATES } from '../../shared/model/AgentState';
import { stateOptions } from '../../shared/parameters/common';

/** Which agents an operation is about: picked from the server, or typed. */
export const agentFilterOptions: INodeProperties[] = [
  {
    displayName: 'Campaign IDs',
    name: 'campaignIds',
    type: 'string',
    default: '',
    placeholder: 'e.g. SALES, SUPPORT',
    description: 'Campaigns to add to those chosen from the list, separated by commas',
  },
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
    displayName: 'States',
    name: 'states',
    type: 'multiOptions',
    options: stateOptions([...LOGGED_IN_STATES, 'unknown']),
    default: [],
    description: 'Only agents in these states',
  },
  {
    displayName: 'User Group IDs',
    name: 'userGroupIds',
    type: 'string',
    default: '',
    placeholder: 'e.g. AGENTS, NIGHT',
    description: 'User groups to add to those chosen from the list, separated by commas',
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
];

/** One agent: picked from those logged in, or typed. */
export function agentLocator(
  show: Record<string, string[]>,
  { required, description }: { required: boolean; description: string },
): INodeProperties {
  return {
    displayName: 'Agent',
    name: 'agent',
    type: 'resourceLocator',
    default: { mode: 'list', value: '' },
    required,
    displayOptions: { show },
    description,
    modes: [
      {
        displayName: 'Logged In Now',
        name: 'list',
        type: 'list',
        placeholder: 'Select an agent…',
        typeOptions: { searchListMethod: 'searchAgents', searchable: true },
      },
      {
        displayName: 'By ID',
        name: 'id',
        type: 'string',
        placeholder: 'e.g. 1001',
        hint: 'The user ID the agent logs in to VICIdial with',
      },
    ],
  };
}
