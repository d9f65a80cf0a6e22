import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { agentChoices, idChoices, lookUp } from '../shared/node/lookup';
import type { CrocoDialClient } from './api/client';
import { ACTIONS } from './api/endpoints';
import { crocoDial } from './vendor';

async function readUsers(client: CrocoDialClient) {
  const { value } = await client.call(ACTIONS.users);
  return value.filter(({ active }) => active);
}

/** Active users, for the agent picker. */
export async function searchAgents(
  this: ILoadOptionsFunctions,
  typed = '',
): Promise<INodeListSearchResult> {
  return lookUp(this, crocoDial, async (client) => {
    const users = await readUsers(client);
    return agentChoices(
      users.map(({ agentId, name }) => ({ agentId, agentName: name })),
      typed,
    );
  });
}

/** Campaigns in which somebody is logged in: those of GOautodial's floor. */
export async function getCampaigns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, crocoDial, async (client) => {
    if (client.dialect === 'crocoDial') return [];
    const { value } = await client.call(ACTIONS.floor);
    return idChoices(value.data.map(({ vla_campaign_id: campaign }) => campaign || null));
  });
}

/** User groups that somebody is in: GOautodial's. */
export async function getUserGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, crocoDial, async (client) => {
    const users = await readUsers(client);
    return idChoices(users.map(({ userGroup }) => userGroup));
  });
}
