import type { INodeProperties } from 'n8n-workflow';
import { ContactCenterFailure } from '../../shared/http/failure';
import { AGENT_STATES } from '../../shared/model/AgentState';
import type { Operation as AnyOperation } from '../../shared/node/operation';
import { agentLocator, groupFilter, statesFilter } from '../../shared/node/parameters/agents';
import { picked, type ParameterReader } from '../../shared/node/parameters/read';
import type { KoreAiClient } from '../api/client';
import { noSuchAgent, type KoreAiFloor } from '../floor';

/** What an operation is given for one input item. */
export type Operation = AnyOperation<KoreAiClient, KoreAiFloor>;

/** The queues whose agents an operation is about: picked from the server, or typed. */
export const queueFilter: INodeProperties[] = groupFilter({
  list: { displayName: 'Queue Names or IDs', name: 'queues', method: 'getQueues' },
  typed: {
    displayName: 'Queue IDs',
    name: 'queueIds',
    placeholder: 'e.g. qu-4f0c2a1-77f5-5f2e-9c1d-0a3b5c7d9e1f',
  },
  only: 'Only agents of these queues',
  added: 'Queues',
});

/** Kore.ai does not tell wrap-up from other work. */
export const states = statesFilter(AGENT_STATES.filter((state) => state !== 'wrapUp'));

/** The queues that the filters choose; none means all. */
export const queuesOf = (read: ParameterReader): string[] =>
  picked(read, 'filters.queues', 'filters.queueIds');

/** One agent of Kore.ai: picked from all, or typed. */
export const agentParameter = (words: { required: boolean; description: string }) =>
  agentLocator({
    ...words,
    listName: 'From List',
    hint: 'The e-mail address the agent logs in with. An ID is looked up, which takes one more request.',
    example: 'ann.lee@example.com',
  });

/**
 * The e-mail address of the agent an operation is about; empty where none is chosen. For an ID,
 * as items have it, the list of agents is asked.
 */
export async function emailOf({ read, floor }: Operation): Promise<string> {
  const who = read.text('agent', '').trim();
  if (who === '' || who.includes('@')) return who;
  const agents = await floor.list();
  const agent = agents.find(({ _id, userId, customId }) => [_id, userId, customId].includes(who));
  if (agent === undefined) throw noSuchAgent(who);
  if (agent.emailId !== null) return agent.emailId;
  throw new ContactCenterFailure(
    'notFound',
    'This Kore.ai agent has no e-mail address',
    'Kore.ai tells the status of agents by their e-mail address only. Use Get Live Info.',
  );
}

/** The e-mail address of an agent whom an operation cannot do without. */
export async function requiredEmailOf(operation: Operation): Promise<string> {
  const email = await emailOf(operation);
  if (email !== '') return email;
  throw new ContactCenterFailure(
    'badInput',
    'No agent is chosen',
    'Choose one from the list, or enter an e-mail address.',
  );
}
