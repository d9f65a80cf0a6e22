import type {
  ILoadOptionsFunctions,
  INodeListSearchItems,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { attempt, toNodeApiError, type Outcome } from '../shared/failure';
import { prepareLookup } from './operation';

/** Agents who are logged in, for the agent picker. */
export async function searchAgents(
  this: ILoadOptionsFunctions,
  filter = '',
): Promise<INodeListSearchResult> {
  const outcome = await attempt(async () => (await prepareLookup(this)).source.readFloor());
  const wanted = filter.toLowerCase();
  const results: INodeListSearchItems[] = orThrow(this, outcome)
    .agents.map(({ agentId, agentName }) => ({
      name: agentName === null ? agentId : `${agentName} (${agentId})`,
      value: agentId,
    }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { results };
}

/**
 * Campaigns: all of them where the API user may list them (user level 8), else those in which
 * somebody is logged in.
 */
export async function getCampaigns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  const outcome = await attempt(async () => {
    const { client, source } = await prepareLookup(this);
    const listed = await attempt(() => client.call('campaigns_list'));
    if (listed.ok) {
      return listed.value.records.map(({ campaign_id: value, campaign_name: name }) => ({
        name: name === '' ? value : `${name} (${value})`,
        value,
      }));
    }
    if (listed.failure.kind !== 'forbidden') return Promise.reject(listed.failure);
    const { agents } = await source.readFloor();
    return optionsOf(agents.map(({ teams }) => teams.campaign));
  });
  return orThrow(this, outcome);
}

/** User groups of which somebody is logged in: VICIdial's API has no list of them. */
export async function getUserGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  const outcome = await attempt(async () => {
    const { agents } = await (await prepareLookup(this)).source.readFloor();
    return optionsOf(agents.map(({ teams }) => teams.userGroup));
  });
  return orThrow(this, outcome);
}

function optionsOf(values: Array<string | null>): INodePropertyOptions[] {
  return [...new Set(values)]
    .filter((value) => value !== null)
    .sort((a, b) => a.localeCompare(b))
    .map((value) => ({ name: value, value }));
}

function orThrow<T>(context: ILoadOptionsFunctions, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw toNodeApiError(context.getNode(), outcome.failure);
}
