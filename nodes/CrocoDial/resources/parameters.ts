import type { INodeProperties } from 'n8n-workflow';
import { LOGGED_IN_STATES } from '../../shared/model/AgentState';
import { agentLocator, stateOptions } from '../../shared/node/parameters/common';
import { PAUSED_STATUSES } from '../crocoStatus';

/** Which agents an operation is about: picked from the server, or typed. */
export const agentFilterOptions: INodeProperties[] = [
  {
    displayName: 'Campaign IDs',
    name: 'campaignIds',
    type: 'string',
    default: '',
    placeholder: 'e.g. SALES, SUPPORT',
    description: 'GOautodial: campaigns to add to those chosen from the list, separated by commas',
  },
  {
    displayName: 'Campaign Names or IDs',
    name: 'campaigns',
    type: 'multiOptions',
    typeOptions: { loadOptionsMethod: 'getCampaigns' },
    default: [],
    description:
      'GOautodial: only agents in these campaigns. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
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
    description:
      'GOautodial: user groups to add to those chosen from the list, separated by commas',
  },
  {
    displayName: 'User Group Names or IDs',
    name: 'userGroups',
    type: 'multiOptions',
    typeOptions: { loadOptionsMethod: 'getUserGroups' },
    default: [],
    description:
      'GOautodial: only agents in these user groups. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
  },
];

/** What makes a status of CROCO-dial a pause. */
export const pausedStatuses: INodeProperties = {
  displayName: 'Statuses That Mean Paused',
  name: 'pausedStatuses',
  type: 'string',
  default: PAUSED_STATUSES,
  description:
    'CROCO-dial: statuses that are pauses, separated by commas. An asterisk (*) stands for anything; case, spaces and punctuation do not count. Those that begin with PAUSE always are.',
};

/** One agent: picked from the users, or typed. */
export function crocoDialAgent(
  show: Record<string, string[]>,
  words: { required: boolean; description: string },
): INodeProperties {
  return agentLocator(show, {
    ...words,
    listName: 'From List',
    hint: 'The user name the agent logs in with',
    example: 'agent1001',
  });
}

/** Whom the trigger watches. */
export const agentsToWatch: INodeProperties = {
  displayName: 'Agents to Watch',
  name: 'users',
  type: 'string',
  default: '',
  placeholder: 'e.g. maria.lopez, agent1001',
  description:
    'User names of the agents, separated by commas. CROCO-dial needs them, since it has no list of those who are logged in, and is asked once for each at every poll; for GOautodial, empty means everyone.',
};
