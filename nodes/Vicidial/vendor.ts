import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { FOR_LOOKUP, forItem } from '../shared/node/clientOptions';
import { ContactCenterFailure } from '../shared/http/failure';
import type { Asked } from '../shared/http/send';
import type { BaseOperation } from '../shared/node/runOperations';
import { parameterReader } from '../shared/node/parameters/read';
import { createClient, CREDENTIAL, type VicidialClient } from './api/client';
import { createSource, type VicidialSource } from './floor';

/** What an operation is given for one input item. */
export interface Operation extends BaseOperation {
  client: VicidialClient;
  source: VicidialSource;
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
): Promise<{ client: VicidialClient; source: VicidialSource }> {
  const client = createClient(context, await context.getCredentials(CREDENTIAL), FOR_LOOKUP);
  return { client, source: createSource(client) };
}

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
