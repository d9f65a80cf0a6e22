import { attempt } from '../shared/failure';
import { personOf, type Person } from './agent';
import type { KoreAiClient } from './client';
import { readNumbered } from './pages';
import { ROUTES } from './routes';
import type { KoreAiSource } from './source';

/**
 * Who is who by agent ID (`a-...`): change events know agents by nothing else. Asked for in the
 * list of availability, or where the app may not read it, in the organization's.
 */
export async function peopleByAgentId(
  client: KoreAiClient,
  source: KoreAiSource,
): Promise<Map<string, Person>> {
  const listed = await attempt(() => source.list());
  if (listed.ok) return new Map(listed.value.map((entry) => [entry._id, personOf(entry)]));
  if (listed.failure.kind !== 'forbidden' || !client.hasOrganization) throw listed.failure;
  const agents = await readNumbered(client, ROUTES.organizationAgents);
  return new Map(agents.map(({ id, emailId, ...agent }) => [id, { ...agent, email: emailId }]));
}
