import type { INodeProperties } from 'n8n-workflow';
import { ContactCenterFailure } from '../../shared/http/failure';
import { LOGGED_IN_STATES } from '../../shared/model/AgentState';
import type { Operation as AnyOperation } from '../../shared/node/operation';
import { agentLocator, groupFilter, statesFilter } from '../../shared/node/parameters/agents';
import { picked, type ParameterReader } from '../../shared/node/parameters/read';
import type { VicidialClient } from '../api/client';
import type { FloorFilter, VicidialFloor } from '../floor';

/** What an operation is given for one input item. */
export type Operation = AnyOperation<VicidialClient, VicidialFloor>;

/** Which groups of agents an operation is about: picked from the server, or typed. */
export const groupFilters: INodeProperties[] = [
  ...groupFilter({
    list: { displayName: 'Campaign Names or IDs', name: 'campaigns', method: 'getCampaigns' },
    typed: {
      displayName: 'Campaigns by ID',
      name: 'campaignIds',
      placeholder: 'e.g. SALES, SUPPORT',
    },
    only: 'Only agents in these campaigns',
    added: 'Campaigns',
  }),
  ...groupFilter({
    list: { displayName: 'User Group Names or IDs', name: 'userGroups', method: 'getUserGroups' },
    typed: {
      displayName: 'User Groups by ID',
      name: 'userGroupIds',
      placeholder: 'e.g. AGENTS, NIGHT',
    },
    only: 'Only agents in these user groups',
    added: 'User groups',
  }),
];

export const states = statesFilter([...LOGGED_IN_STATES, 'unknown']);

/** The groups that the filters choose; none means everyone. */
export const groupsOf = (read: ParameterReader): FloorFilter => ({
  campaigns: picked(read, 'filters.campaigns', 'filters.campaignIds'),
  userGroups: picked(read, 'filters.userGroups', 'filters.userGroupIds'),
});

/** One agent of VICIdial: picked from those logged in, or typed. */
export const agentParameter = (words: { required: boolean; description: string }) =>
  agentLocator({
    ...words,
    listName: 'Logged In Now',
    listHint: 'The list has agents who are logged in now. For others choose By ID.',
    hint: 'The user ID the agent logs in to VICIdial with',
    example: '1001',
  });

/**
 * The agent an operation is about; empty where none is chosen. VICIdial deletes characters it
 * does not expect and looks up what is left, so "10.03" would give agent 1003.
 */
export function agentOf({ read }: Operation): string {
  const agentId = read.text('agent', '').trim();
  if (/^[-_0-9A-Za-z\u0080-\uffff]{0,20}$/.test(agentId)) return agentId;
  throw new ContactCenterFailure(
    'notFound',
    `VICIdial cannot have an agent "${agentId.slice(0, 40)}"`,
    'A user ID has up to 20 letters, digits, - and _. Enter the ID, not the name.',
  );
}

/** The agent an operation cannot do without. */
export function requiredAgentOf(operation: Operation): string {
  const agentId = agentOf(operation);
  if (agentId !== '') return agentId;
  throw new ContactCenterFailure(
    'badInput',
    'No agent is chosen',
    'Choose one from the list, or enter a user ID.',
  );
}
