import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { agentChoices, lookUp, namedChoices } from '../shared/node/lookup';
import { nameOf } from './agents';
import { readQueues } from './queues';
import { koreAi } from './vendor';

/** All agents with an e-mail address, for the agent picker. */
export async function searchAgents(
  this: ILoadOptionsFunctions,
  typed = '',
): Promise<INodeListSearchResult> {
  return lookUp(this, koreAi, async (_client, floor) => {
    const choices = (await floor.list()).flatMap((agent) =>
      agent.emailId === null ? [] : [{ agentId: agent.emailId, agentName: nameOf(agent) }],
    );
    return agentChoices(choices, typed);
  });
}

/** All queues, by name. */
export async function getQueues(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, koreAi, async (client) => namedChoices(await readQueues(client)));
}
