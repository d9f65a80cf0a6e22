import type { AgentSnapshot } from '../../shared/model/AgentSnapshot';
import type { Groups } from './parameters';

/** Whether an agent passes the filters; IDs are compared without case, as the database does. */
export function within(
  { campaigns, userGroups }: Groups,
  { teams }: Pick<AgentSnapshot, 'teams'>,
): boolean {
  return isOneOf(campaigns, teams.campaign) && isOneOf(userGroups, teams.userGroup);
}

function isOneOf(wanted: readonly string[], id: string | null): boolean {
  const lower = (id ?? '').toLowerCase();
  return wanted.length === 0 || wanted.some((each) => each.toLowerCase() === lower);
}
