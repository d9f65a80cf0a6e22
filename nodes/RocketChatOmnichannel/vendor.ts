import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { FOR_LOOKUP, forItem } from '../shared/node/clientOptions';
import { ContactCenterFailure } from '../shared/http/failure';
import type { Asked } from '../shared/http/send';
import type { BaseOperation } from '../shared/node/runOperations';
import { parameterReader } from '../shared/node/parameters/read';
import { createClient, CREDENTIAL, type RocketChatClient } from './api/client';
import { createSource, type RocketChatSource } from './floor';

/** What an operation is given for one input item. */
export interface Operation extends BaseOperation {
  client: RocketChatClient;
  source: RocketChatSource;
  /** Shows the user something beside the output. */
  hint(message: string): void;
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
  return {
    client,
    source: createSource(client),
    read,
    timezone: context.getTimezone(),
    hint: (message) => context.addExecutionHints({ message, location: 'outputPane' }),
  };
}

/** The server behind a list in the editor. */
export async function prepareLookup(
  context: ILoadOptionsFunctions,
): Promise<{ client: RocketChatClient; source: RocketChatSource }> {
  const client = createClient(context, await context.getCredentials(CREDENTIAL), FOR_LOOKUP);
  return { client, source: createSource(client) };
}

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
