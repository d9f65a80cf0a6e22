import type { INodeProperties } from 'n8n-workflow';
import { ContactCenterFailure } from '../../shared/http/failure';
import { LOGGED_IN_STATES } from '../../shared/model/AgentState';
import type { Operation as AnyOperation } from '../../shared/node/operation';
import { agentLocator, groupFilter, statesFilter } from '../../shared/node/parameters/agents';
import { picked, type ParameterReader } from '../../shared/node/parameters/read';
import type { CrocoDialClient } from '../api/client';
import type { Dialect } from '../api/errors';
import { PAUSED_STATUSES } from '../crocoStatus';
import type { CrocoDialFloor } from '../floor';
import type { Scope } from '../scope';

/** What an operation is given for one input item. */
export type Operation = AnyOperation<CrocoDialClient, CrocoDialFloor>;

/** Which groups of agents an operation is about: picked from the server, or typed. */
export const groupFilters: INodeProperties[] = [
  ...groupFilter({
    list: { displayName: 'Campaign Names or IDs', name: 'campaigns', method: 'getCampaigns' },
    typed: {
      displayName: 'Campaign IDs',
      name: 'campaignIds',
      placeholder: 'e.g. SALES, SUPPORT',
    },
    only: 'GOautodial: only agents in these campaigns',
    added: 'GOautodial: campaigns',
  }),
  ...groupFilter({
    list: { displayName: 'User Group Names or IDs', name: 'userGroups', method: 'getUserGroups' },
    typed: {
      displayName: 'User Group IDs',
      name: 'userGroupIds',
      placeholder: 'e.g. AGENTS, NIGHT',
    },
    only: 'GOautodial: only agents in these user groups',
    added: 'GOautodial: user groups',
  }),
];

export const states = statesFilter([...LOGGED_IN_STATES, 'unknown']);

/** Whose agents are meant, of those that are read; none means everyone. */
export interface Groups {
  campaigns: string[];
  userGroups: string[];
}

/**
 * The groups that the filters choose.
 *
 * @throws ContactCenterFailure `badInput` for CROCO-dial: it tells the campaign of a call only, and
 *   no user group, so that with such a filter nobody, or whoever is on a call, would be left
 */
export function groupsOf(read: ParameterReader, dialect: Dialect): Groups {
  const campaigns = picked(read, 'filters.campaigns', 'filters.campaignIds');
  const userGroups = picked(read, 'filters.userGroups', 'filters.userGroupIds');
  if (dialect === 'goAutoDial' || (campaigns.length === 0 && userGroups.length === 0)) {
    return { campaigns, userGroups };
  }
  throw new ContactCenterFailure(
    'badInput',
    'CROCO-dial does not tell the campaign or user group of an agent',
    'Remove the filters by campaign and user group, and name the agents instead.',
  );
}

/** What makes a status of CROCO-dial a pause. */
export const pausedStatuses: INodeProperties = {
  displayName: 'Statuses That Mean Paused',
  name: 'pausedStatuses',
  type: 'string',
  default: PAUSED_STATUSES,
  description:
    'CROCO-dial: statuses that are pauses, separated by commas. An asterisk (*) stands for anything; case, spaces and punctuation do not count. Those that begin with PAUSE always are.',
};

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

/** Whom the floor is about, by the parameters. */
export function scopeOf(read: ParameterReader): Scope {
  const statuses = read.text('options.pausedStatuses', PAUSED_STATUSES);
  return { users: read.list('users'), pausedStatuses: statuses.split(/[,\n]/) };
}

/** One agent: picked from the users, or typed. */
export const agentParameter = (words: { required: boolean; description: string }) =>
  agentLocator({
    ...words,
    listName: 'From List',
    hint: 'The user name the agent logs in with',
    example: 'agent1001',
  });

/** The agent an operation cannot do without. */
export function requiredAgentOf({ read }: Operation): string {
  const agentId = read.text('agent', '').trim();
  if (agentId !== '') return agentId;
  throw new ContactCenterFailure(
    'badInput',
    'No agent is chosen',
    'Choose one from the list, or enter a user name.',
  );
}
