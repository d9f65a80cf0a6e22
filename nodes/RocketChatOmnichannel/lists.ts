import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow';
import { agentChoices, lookUp } from '../shared/node/lookup';
import { prepareLookup } from './vendor';
import { ROUTES } from './api/endpoints';

/** All omnichannel agents, for the agent picker. */
export async function searchAgents(
  this: ILoadOptionsFunctions,
  typed = '',
): Promise<INodeListSearchResult> {
  return lookUp(this, async () => {
    const { agents } = await (await prepareLookup(this)).source.readAgents([]);
    return agentChoices(agents, typed);
  });
}

/** All departments that are not archived. */
export async function getDepartments(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return lookUp(this, async () => {
    const { client } = await prepareLookup(this);
    const { value: departments } = await client.getAll(
      ROUTES.departments,
      (page) => page.departments,
      ({ _id }) => _id,
    );
    return departments
      .map(({ _id: value, name }) => ({ name: name ?? value, value }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}
