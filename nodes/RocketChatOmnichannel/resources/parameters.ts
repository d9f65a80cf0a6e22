import type { INodeProperties } from 'n8n-workflow';
import { agentLocator } from '../../shared/node/parameters/common';

/** Which departments an operation is about: picked from the workspace, or typed. */
export const departmentFilters: INodeProperties[] = [
  {
    displayName: 'Departments by ID',
    name: 'departmentIds',
    type: 'string',
    default: '',
    placeholder: 'e.g. 5f3e1b2c9d8a7f0012345678',
    description: 'Departments to add to those chosen from the list, separated by commas',
  },
  {
    displayName: 'Department Names or IDs',
    name: 'departments',
    type: 'multiOptions',
    typeOptions: { loadOptionsMethod: 'getDepartments' },
    default: [],
    description:
      'Only agents of these departments. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
  },
];

/** One agent of the workspace: picked from all of them, or typed. */
export function rocketChatAgent(
  show: Record<string, string[]>,
  words: { required: boolean; description: string },
): INodeProperties {
  return agentLocator(show, {
    ...words,
    listName: 'From List',
    hint: 'The user ID, the username or the e-mail address of an omnichannel agent',
    example: 'maria.lopez',
  });
}
