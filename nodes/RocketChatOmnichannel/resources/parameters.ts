import type { INodeProperties } from 'n8n-workflow';
import { ContactCenterFailure } from '../../shared/http/failure';
import { AGENT_STATES } from '../../shared/model/AgentState';
import type { Operation as AnyOperation } from '../../shared/node/operation';
import { agentLocator, groupFilter, statesFilter } from '../../shared/node/parameters/agents';
import { picked, type ParameterReader } from '../../shared/node/parameters/read';
import type { RocketChatClient } from '../api/client';
import type { RocketChatFloor } from '../floor';

/** What an operation is given for one input item. */
export type Operation = AnyOperation<RocketChatClient, RocketChatFloor>;

/** Which departments an operation is about: picked from the workspace, or typed. */
export const departmentFilter: INodeProperties[] = groupFilter({
  list: {
    displayName: 'Department Names or IDs',
    name: 'departments',
    method: 'getDepartments',
  },
  typed: {
    displayName: 'Departments by ID',
    name: 'departmentIds',
    placeholder: 'e.g. 5f3e1b2c9d8a7f0012345678',
  },
  only: 'Only agents of these departments',
  added: 'Departments',
});

export const states = statesFilter(AGENT_STATES.filter((state) => state !== 'wrapUp'));

/** The departments that the filters choose; none means all. */
export const departmentsOf = (read: ParameterReader): string[] =>
  picked(read, 'filters.departments', 'filters.departmentIds');

/** One agent of the workspace: picked from all of them, or typed. */
export const agentParameter = (words: { required: boolean; description: string }) =>
  agentLocator({
    ...words,
    listName: 'From List',
    hint: 'The user ID, the username or the e-mail address of an omnichannel agent',
    example: 'maria.lopez',
  });

/** The agent an operation cannot do without: a user ID, a username or an e-mail address. */
export function requiredAgentOf({ read }: Operation): string {
  const who = read.text('agent', '').trim();
  if (who !== '') return who;
  throw new ContactCenterFailure(
    'badInput',
    'No agent is chosen',
    'Choose one from the list, or enter a user ID or a username.',
  );
}
