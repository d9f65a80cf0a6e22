import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { agentChoices, lookUp, namedChoices } from '../shared/node/lookup';
import { ROUTES } from './api/endpoints';
import { rocketChat } from './vendor';

/** All omnichannel agents, for the agent picker. */
export async function searchAgents(
  this: ILoadOptionsFunctions,
  typed = '',
): Promise<INodeListSearchResult> {
  return lookUp(this, rocketChat, async (_client, floor) => {
    const { agents } = await floor.readAgents([]);
    return agentChoices(agents, typed);
  });
}

/** All departments that are not archived. */
export async function getDepartments(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, rocketChat, async (client) => {
    const { value: departments } = await client.getAll(
      ROUTES.departments,
      (page) => page.departments,
      ({ _id }) => _id,
    );
    return namedChoices(departments.map(({ _id, name }) => ({ id: _id, name })));
  });
}
