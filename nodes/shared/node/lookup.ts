import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { attempt, toNodeApiError } from '../http/failure';
import type { AgentSnapshot } from '../model/AgentSnapshot';

/**
 * Asks the server for a list in the editor.
 *
 * @throws NodeApiError what happened and what to do, which the editor shows in the list
 */
export async function lookUp<T>(context: ILoadOptionsFunctions, ask: () => Promise<T>): Promise<T> {
  const outcome = await attempt(ask);
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
