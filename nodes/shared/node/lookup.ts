import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { attempt, toNodeApiError } from '../http/failure';
import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { Floor } from '../model/Floor';
import { FOR_LOOKUP } from './clientOptions';
import { parameterReader } from './parameters/read';
import type { Vendor } from './vendor';

/** A list in the editor is of everyone, whatever the node's parameters say. */
const NOTHING_CHOSEN = parameterReader(() => undefined);

/**
 * Asks the server for a list in the editor.
 *
 * @throws NodeApiError what happened and what to do, which the editor shows in the list
 */
export async function lookUp<Client, VendorFloor extends Floor, T>(
  context: ILoadOptionsFunctions,
  vendor: Vendor<Client, VendorFloor>,
  ask: (client: Client, floor: VendorFloor) => Promise<T>,
): Promise<T> {
  const outcome = await attempt(async () => {
    const credentials = await context.getCredentials(vendor.credential);
    const client = vendor.connect(context, credentials, FOR_LOOKUP);
    return ask(client, vendor.floor(client, NOTHING_CHOSEN));
  });
  if (outcome.ok) return outcome.value;
  throw toNodeApiError(context.getNode(), outcome.failure);
}

/** Agents for a picker, by name, those whose name or ID has the text typed in it. */
export function agentChoices(
  agents: ReadonlyArray<Pick<AgentSnapshot, 'agentId' | 'agentName'>>,
  typed: string,
): INodeListSearchResult {
  const wanted = typed.toLowerCase();
  const results = agents
    .map(({ agentId, agentName }) => ({
      name: agentName?.trim() ? `${agentName.trim()} (${agentId})` : agentId,
      value: agentId,
    }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { results };
}

/** IDs that occur on the floor, as choices. */
export function idChoices(ids: ReadonlyArray<string | null>): INodePropertyOptions[] {
  return [...new Set(ids)]
    .filter((id) => id !== null)
    .sort((a, b) => a.localeCompare(b))
    .map((id) => ({ name: id, value: id }));
}

/** What the server lists by ID, by name where it has one. */
export function namedChoices(
  entries: ReadonlyArray<{ id: string; name: string | null }>,
): INodePropertyOptions[] {
  return entries
    .map(({ id, name }) => ({ name: name ?? id, value: id }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
