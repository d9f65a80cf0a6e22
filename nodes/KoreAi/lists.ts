import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { agentChoices, lookUp } from '../shared/node/lookup';
import { nameOf } from './agents';
import { prepareLookup } from './vendor';
import { readQueues } from './queues';

/** All agents with an e-mail address, for the agent picker. */
export async function searchAgents(
  this: ILoadOptionsFunctions,
  typed = '',
): Promise<INodeListSearchResult> {
  return lookUp(this, async () => {
    const agents = await (await prepareLookup(this)).source.list();
    const choices = agents.flatMap((agent) =>
      agent.emailId === null ? [] : [{ agentId: agent.emailId, agentName: nameOf(agent) }],
    );
    return agentChoices(choices, typed);
  });
}

/** All queues, by name. */
export async function getQueues(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, async () => {
    const { client } = await prepareLookup(this);
    const queues = await readQueues(client);
    return queues
      .map(({ id: value, name }) => ({ name: name ?? value, value }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}
