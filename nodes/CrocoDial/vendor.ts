import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { FOR_LOOKUP, forItem, forPoll } from '../shared/node/clientOptions';
import { ContactCenterFailure } from '../shared/http/failure';
import type { Asked } from '../shared/http/send';
import type { BaseOperation } from '../shared/node/runOperations';
import { parameterReader, picked, type ParameterReader } from '../shared/node/parameters/read';
import { createClient, CREDENTIAL, type CrocoDialClient } from './api/client';
import { nobodyNamed } from './crocoDialFloor';
import { PAUSED_STATUSES } from './crocoStatus';
import type { Dialect } from './api/errors';
import { createSource, type CrocoDialSource, type Scope } from './floor';

/** What an operation is given for one input item. */
export interface Operation extends BaseOperation {
  client: CrocoDialClient;
  source: CrocoDialSource;
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
  const source = createSource(client, scopeOf(read));
  return { client, source, read, timezone: context.getTimezone() };
}

/** The server behind a list in the editor. */
export async function prepareLookup(context: ILoadOptionsFunctions): Promise<CrocoDialClient> {
  return createClient(context, await context.getCredentials(CREDENTIAL), FOR_LOOKUP);
}

/**
 * The source of a trigger.
 *
 * @throws ContactCenterFailure `badInput` for a set-up that this system cannot have
 */
export async function prepareTrigger(
  context: IPollFunctions,
  timeoutSeconds: number,
): Promise<CrocoDialSource> {
  const read = parameterReader((name) => context.getNodeParameter(name, null));
  const scope = scopeOf(read);
  const client = createClient(
    context,
    await context.getCredentials(CREDENTIAL),
    forPoll(context, timeoutSeconds),
  );
  if (client.dialect === 'crocoDial' && scope.users.length === 0) throw nobodyNamed();
  filtersOf(read, client.dialect);
  return createSource(client, scope);
}

function scopeOf(read: ParameterReader): Scope {
  const statuses = read.text('options.pausedStatuses', PAUSED_STATUSES);
  return { users: read.list('users'), pausedStatuses: statuses.split(/[,\n]/) };
}

/** Which agents are meant, of those that are read. */
export interface Filters {
  campaigns: string[];
  userGroups: string[];
}

/**
 * The filters by campaign and user group.
 *
 * @throws ContactCenterFailure `badInput` for CROCO-dial: it tells the campaign of a call only, and
 *   no user group, so that with such a filter nobody, or whoever is on a call, would be left
 */
export function filtersOf(read: ParameterReader, dialect: Dialect): Filters {
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
