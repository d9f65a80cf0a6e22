import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { attempt } from '../shared/http/failure';
import { agentChoices, idChoices, lookUp } from '../shared/node/lookup';
import { prepareLookup } from './vendor';
import { EVERYONE } from './floor';

/** Agents who are logged in, for the agent picker. */
export async function searchAgents(
  this: ILoadOptionsFunctions,
  typed = '',
): Promise<INodeListSearchResult> {
  return lookUp(this, async () => {
    const { agents } = await (await prepareLookup(this)).source.readAgents(EVERYONE);
    return agentChoices(agents, typed);
  });
}

/**
 * Campaigns: all of them where the API user may list them (user level 8), else those in which
 * somebody is logged in.
 */
export async function getCampaigns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, async () => {
    const { client, source } = await prepareLookup(this);
    const listed = await attempt(() => client.call('campaigns_list'));
    if (listed.ok) {
      return listed.value.records.map(({ campaign_id: value, campaign_name: name }) => ({
        name: name === '' ? value : `${name} (${value})`,
        value,
      }));
    }
    if (listed.failure.kind !== 'forbidden') throw listed.failure;
    const { agents } = await source.readAgents(EVERYONE);
    return idChoices(agents.map(({ teams }) => teams.campaign));
  });
}

/** User groups of which somebody is logged in: VICIdial's API has no list of them. */
export async function getUserGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, async () => {
    const { agents } = await (await prepareLookup(this)).source.readAgents(EVERYONE);
    return idChoices(agents.map(({ teams }) => teams.userGroup));
  });
}
