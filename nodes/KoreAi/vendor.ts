import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { FOR_LOOKUP, forItem } from '../shared/node/clientOptions';
import { ContactCenterFailure } from '../shared/http/failure';
import type { Asked } from '../shared/http/send';
import type { BaseOperation } from '../shared/node/runOperations';
import { parameterReader } from '../shared/node/parameters/read';
import { createClient, CREDENTIAL, type KoreAiClient } from './api/client';
import { createSource, noSuchAgent, type KoreAiSource } from './floor';

/** What an operation is given for one input item. */
export interface Operation extends BaseOperation {
  client: KoreAiClient;
  source: KoreAiSource;
}

/** Prepares an operation for one input item. */
export async function prepare(
  context: IExecuteFunctions,
  itemIndex: number,
  asked: Asked,
): Promise<Operation> {
  const read = parameterReader((name) => context.getNodeParameter(name, itemIndex, null));
  const client = createClient(
    context,
    await context.getCredentials(CREDENTIAL, itemIndex),
    forItem(context, read, asked),
  );
  return { client, source: createSource(client), read, timezone: context.getTimezone() };
}

/** The server behind a list in the editor. */
export async function prepareLookup(
  context: ILoadOptionsFunctions,
): Promise<{ client: KoreAiClient; source: KoreAiSource }> {
  const client = createClient(context, await context.getCredentials(CREDENTIAL), FOR_LOOKUP);
  return { client, source: createSource(client) };
}

/**
 * The e-mail address of the agent an operation is about; empty where none is chosen. For an ID,
 * as items have it, the list of agents is asked.
 */
export async function emailOf({ read, source }: Operation): Promise<string> {
  const who = read.text('agent', '').trim();
  if (who === '' || who.includes('@')) return who;
  const agents = await source.list();
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
