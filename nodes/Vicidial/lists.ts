import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { attempt, type FailureKind } from '../shared/http/failure';
import { agentChoices, idChoices, lookUp } from '../shared/node/lookup';
import { EVERYONE } from './floor';
import { vicidial } from './vendor';

/** Agents who are logged in, for the agent picker. */
export async function searchAgents(
  this: ILoadOptionsFunctions,
  typed = '',
): Promise<INodeListSearchResult> {
  return lookUp(this, vicidial, async (_client, floor) => {
    const { agents } = await floor.readAgents(EVERYONE);
    return agentChoices(agents, typed);
  });
}

/** Why campaigns cannot be listed, and those in which somebody is logged in are listed instead. */
const UNLISTED: ReadonlySet<FailureKind> = new Set(['forbidden', 'notSupported']);

/**
 * Campaigns: all of them where the API user may list them (user level 8) and the build can (since
 * August 2020), else those in which somebody is logged in.
 */
export async function getCampaigns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, vicidial, async (client, floor) => {
    const listed = await attempt(() => client.call('campaigns_list'));
    if (listed.ok) {
      return listed.value.records.map(({ campaign_id: value, campaign_name: name }) => ({
        name: name === '' ? value : `${name} (${value})`,
        value,
      }));
    }
    if (!UNLISTED.has(listed.failure.kind)) throw listed.failure;
    const { agents } = await floor.readAgents(EVERYONE);
    return idChoices(agents.map(({ teams }) => teams.campaign));
  });
}

/** User groups of which somebody is logged in: VICIdial's API has no list of them. */
export async function getUserGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, vicidial, async (_client, floor) => {
    const { agents } = await floor.readAgents(EVERYONE);
    return idChoices(agents.map(({ teams }) => teams.userGroup));
  });
}
