import { attempt } from '../shared/http/failure';
import { personOf, type Person } from './agents';
import type { KoreAiClient } from './api/client';
import { readNumbered } from './pages';
import { ROUTES } from './api/endpoints';
import type { KoreAiFloor } from './floor';

/**
 * Who is who by agent ID (`a-...`): change events know agents by nothing else. Asked for in the
 * list of availability, or where the app may not read it, in the organization's.
 */
export async function peopleByAgentId(
  client: KoreAiClient,
  floor: KoreAiFloor,
): Promise<Map<string, Person>> {
  const listed = await attempt(() => floor.list());
  if (listed.ok) return new Map(listed.value.map((entry) => [entry._id, personOf(entry)]));
  if (listed.failure.kind !== 'forbidden' || !client.hasOrganization) throw listed.failure;
  const agents = await readNumbered(client, ROUTES.organizationAgents);
  return new Map(agents.map(({ id, emailId, ...agent }) => [id, { ...agent, email: emailId }]));
}
