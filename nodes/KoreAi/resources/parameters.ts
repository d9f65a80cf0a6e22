import type { INodeProperties } from 'n8n-workflow';
import { agentLocator } from '../../shared/node/parameters/common';

/** The queues whose agents an operation is about: picked from the server, or typed. */
export const queueFilterOptions: INodeProperties[] = [
  {
    displayName: 'Queue IDs',
    name: 'queueIds',
    type: 'string',
    default: '',
    placeholder: 'e.g. qu-4f0c2a1-77f5-5f2e-9c1d-0a3b5c7d9e1f',
    description: 'Queues to add to those chosen from the list, separated by commas',
  },
  {
    displayName: 'Queue Names or IDs',
    name: 'queues',
    type: 'multiOptions',
    typeOptions: { loadOptionsMethod: 'getQueues' },
    default: [],
    description:
      'Only agents of these queues. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
  },
];

/** One agent of Kore.ai: picked from all, or typed. */
export function koreAiAgent(
  show: Record<string, string[]>,
  words: { required: boolean; description: string },
): INodeProperties {
  return agentLocator(show, {
    ...words,
    listName: 'From List',
    hint: 'The e-mail address the agent logs in with. An ID is looked up, which takes one more request.',
    example: 'ann.lee@example.com',
  });
}
